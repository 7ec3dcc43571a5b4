import type { ReactNode } from "react";
import type { EstimateInput, EstimateView } from "@/lib/events/types";
import { translator } from "@/lib/format/messages";
import { tellDay } from "../ui/date-text";
import { RefLink } from "./figure-ref";

type Props = { estimates: EstimateView[]; locale: string };

/** Under the range of a measure: what our editors estimate, from what and how, or that they estimate nothing (R10). */
export function BestEstimate({ estimates, locale }: Props) {
  const t = translator(locale);
  const [newest, ...earlier] = estimates;
  return (
    <div className="py-3 border-b border-rule small text-muted">
      {newest ? <Newest newest={newest} before={earlier[0]?.raw ?? ""} locale={locale} /> : null}
      {newest ? null : <p>{t("figures.estimate.none")}</p>}
      {earlier.length > 0 ? (
        <details>
          <summary className="py-1">{t("figures.estimate.earlier", { count: earlier.length })}</summary>
          <ul className="grid gap-2 mt-1">
            {earlier.map((estimate) => (
              <li key={estimate.number} className="measure-text">
                {earlierWords(estimate, locale)}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </div>
  );
}

type NewestProps = { newest: EstimateView; before: string; locale: string };

function Newest({ newest, before, locale }: NewestProps) {
  const t = translator(locale);
  const { raw, method, by, at, staleSince, inputs } = newest;
  if (raw === null)
    return (
      <>
        <p>{t("figures.estimate.withdrawn", { raw: before, by, date: tellDay(at, locale, "short") })}</p>
        <p className="measure-text">{t("figures.estimate.why", { reason: method })}</p>
      </>
    );
  return (
    <>
      <p>
        {t("figures.estimate.label")}: <bdi className="figure text-ink text-lg">{raw}</bdi>
      </p>
      {staleSince === null ? null : (
        <p className="measure-text text-ink border-s-3 border-flag ps-3 my-1">
          {t("figures.estimate.stale", { date: tellDay(staleSince, locale) })}
        </p>
      )}
      <p>{t("figures.estimate.made", { by, date: tellDay(at, locale, "short") })}</p>
      <p className="measure-text">{t("figures.estimate.method", { method })}</p>
      <Inputs inputs={inputs} locale={locale} />
    </>
  );
}

const SHOWN_AT_ONCE = 3;

function Inputs({ inputs, locale }: { inputs: EstimateInput[]; locale: string }) {
  const t = translator(locale);
  const list = (
    <ul>
      {inputs.map((input) => (
        <li key={input.publicId} className="py-0.5">
          <bdi className="figure text-ink">{input.raw}</bdi> <RefLink claim={input} locale={locale} />
          <Ended input={input} locale={locale} />
        </li>
      ))}
    </ul>
  );
  if (inputs.length > SHOWN_AT_ONCE)
    return (
      <details>
        <summary className="py-1">{t("figures.estimate.fromMany", { count: inputs.length })}</summary>
        {list}
      </details>
    );
  return (
    <div>
      <p>{t("figures.estimate.from")}:</p>
      {list}
    </div>
  );
}

/** What became of a figure since: only where it no longer stands. */
function Ended({ input, locale }: { input: EstimateInput; locale: string }): ReactNode {
  const word = endedWord(input, locale);
  return word === null ? null : <strong className="text-ink"> ({word})</strong>;
}

/** "retracted", "disowned", "refuted"; null for a figure that stands. */
export function endedWord(
  { lifecycle, standing, verification }: Pick<EstimateInput, "lifecycle" | "standing" | "verification">,
  locale: string,
): string | null {
  const t = translator(locale);
  if (lifecycle !== "current") return t(`lifecycle.${lifecycle}.label`);
  if (standing === "disowned") return t("standing.disowned.label");
  return verification === "refuted" ? t("verification.refuted.label") : null;
}

function earlierWords({ raw, method, by, at }: EstimateView, locale: string): string {
  const t = translator(locale);
  const date = tellDay(at, locale, "short");
  return raw === null
    ? t("figures.estimate.earlierWithdrawn", { by, date, reason: method })
    : t("figures.estimate.earlierMade", { raw, by, date, method });
}
