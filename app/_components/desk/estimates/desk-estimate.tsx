import type { DeskEstimate, DeskInput } from "@/lib/estimates/desk-estimates";
import { translator } from "@/lib/format/messages";
import { endedWord } from "../../figures/best-estimate";
import { actionWords } from "../../history/revision-words";
import { tellDate, tellDay } from "../../ui/date-text";

type Props = { estimate: DeskEstimate; isEarlier?: boolean; locale: string };

/** An estimate in full, with what became of each figure that it was made from. */
export function DeskEstimateView({ estimate, isEarlier = false, locale }: Props) {
  const t = translator(locale);
  const { raw, method, by, at, staleSince, inputs } = estimate;
  const date = tellDay(at, locale);
  if (raw === null)
    return (
      <p className="measure-text">{t("figures.estimate.earlierWithdrawn", { by, date, reason: method })}</p>
    );
  return (
    <div className="grid gap-1">
      <p className={isEarlier ? "font-serif text-lg" : "figure text-2xl"}>
        <bdi>{raw}</bdi>
      </p>
      {staleSince === null || isEarlier ? null : (
        <p className="border-s-3 border-flag ps-3 font-semibold">
          {t("desk.estimate.stale", { date: tellDay(staleSince, locale) })}
        </p>
      )}
      <p className="small text-muted">{t("desk.estimate.made", { by, date })}</p>
      <p className="small measure-text">{t("desk.estimate.methodOf", { method })}</p>
      {inputs.length > 0 ? <p className="small">{t("desk.estimate.from")}</p> : null}
      <EstimateInputs inputs={inputs} locale={locale} />
    </div>
  );
}

/** The figures of an estimate; of those that changed since, what was done and when. */
function EstimateInputs({ inputs, locale }: { inputs: DeskInput[]; locale: string }) {
  return (
    <ul className="small">
      {inputs.map((input) => (
        <li key={input.id} className="py-0.5">
          <a href={`/${locale}/desk/claims/${input.publicId}`}>
            <bdi className="figure">{input.raw}</bdi>, <bdi>{input.claimant.name}</bdi>,{" "}
            {tellDate(input.stated, locale, "short")}
          </a>
          <InputChanges input={input} locale={locale} />
        </li>
      ))}
    </ul>
  );
}

function InputChanges({ input, locale }: { input: DeskInput; locale: string }) {
  const t = translator(locale);
  if (input.changes.length === 0) {
    const word = endedWord(input, locale);
    return word === null ? null : <strong> ({word})</strong>;
  }
  return (
    <strong className="block">
      {input.changes
        .map(({ action, at }) =>
          t("desk.estimate.change", {
            what: action === "claim.assessed" ? t("desk.estimate.refuted") : actionWords(action, t),
            date: tellDay(at, locale, "short"),
          }),
        )
        .join("; ")}
    </strong>
  );
}
