import clsx from "clsx";
import type { OriginsOf, OriginsOfMeasure } from "@/lib/attributions/types";
import { translator } from "@/lib/format/messages";
import { ClaimRefLink } from "../claims/claim-ref";
import { hasRepeatedReports } from "./origin-words";
import { OriginsDrawing } from "./origins-drawing";
import { OriginsList } from "./origins-list";
import { SingleReport, singleReportOf } from "./single-report";

type Place = { sides: readonly string[]; locale: string };
type MeasureProps = Place & {
  measure: OriginsOfMeasure;
  /** How many columns of reports the page has. */
  hops: number;
  isFirst: boolean;
};

/** What the figures of one measure rest on: in one sentence, as a drawing, and as a list. */
export function OriginsSection({ measure, hops, isFirst, sides, locale }: MeasureProps) {
  const { slug, label } = measure;
  const single = singleReportOf(measure);
  return (
    <section id={slug} className="origins">
      <h2 className={clsx("border-b border-rule", isFirst ? "text-2xl pb-3" : "text-xl pb-2")}>
        <bdi>{label}</bdi>
      </h2>
      {single ? (
        <SingleReport {...single} sides={sides} locale={locale} />
      ) : (
        <>
          <Resting origins={measure} words="figures" isFirst={isFirst} locale={locale} />
          <OriginsDrawing origins={measure} label={label} hops={hops} sides={sides} locale={locale} />
          <details className="origin-twin">
            <summary>{translator(locale)("originsPage.list.summary")}</summary>
            <OriginsList origins={measure} sides={sides} locale={locale} />
          </details>
        </>
      )}
      <EnteredInError claims={measure.enteredInError} locale={locale} />
    </section>
  );
}

/** What the statements rest on: most stand alone, so that they are listed and not drawn. */
export function StatementOrigins({ statements, sides, locale }: Place & { statements: OriginsOf }) {
  const t = translator(locale);
  return (
    <section id="statements" className="origins">
      <h2 className="text-xl border-b border-rule pb-2">{t("originsPage.statementsTitle")}</h2>
      <Resting origins={statements} words="statements" isFirst={false} locale={locale} />
      <details>
        <summary>{t("originsPage.statementsList")}</summary>
        <OriginsList origins={statements} sides={sides} locale={locale} />
      </details>
      <EnteredInError claims={statements.enteredInError} locale={locale} />
    </section>
  );
}

type RestingProps = {
  origins: OriginsOf;
  words: "figures" | "statements";
  isFirst: boolean;
  locale: string;
};

function Resting({ origins, words, isFirst, locale }: RestingProps) {
  const t = translator(locale);
  const { counts } = origins;
  return (
    <div className={isFirst ? "py-5" : "pt-3 pb-4"}>
      <p className={clsx("figure leading-tight text-balance", isFirst ? "text-[1.75rem]" : "text-lg")}>
        {t(
          counts.resting < counts.reports && counts.origins > 0
            ? "originsPage.restingSome"
            : "originsPage.resting",
          counts,
        )}
      </p>
      <p className="small text-muted mt-1">
        {t(`originsPage.${words}`, counts)}
        {counts.notFound > 0 && counts.origins > 0
          ? ` ${t("originsPage.notFoundCount", { count: counts.notFound })}`
          : null}
        {hasRepeatedReports(origins) ? ` ${t("originsPage.repeats")}` : null}
      </p>
    </div>
  );
}

function EnteredInError({ claims, locale }: { claims: OriginsOf["enteredInError"]; locale: string }) {
  if (claims.length === 0) return null;
  return (
    <div className="small text-muted mt-3">
      <p>{translator(locale)("originsPage.list.enteredInError")}</p>
      <ul>
        {claims.map((claim) => (
          <li key={claim.publicId}>
            <ClaimRefLink claim={claim} locale={locale} />
          </li>
        ))}
      </ul>
    </div>
  );
}
