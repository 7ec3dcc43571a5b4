import type { Candidate } from "@/lib/assessments/desk-corroboration";
import type { ClaimRef } from "@/lib/claims/types";
import { numberFormat } from "@/lib/format/locale";
import { formatLocaleOf, translator } from "@/lib/format/messages";
import { ClaimRefLink } from "../../claims/claim-ref";
import { TestTable } from "../../claims/independence";
import { DateText, tellDate } from "../../ui/date-text";
import type { ShownCandidate } from "./corroboration-choice";

/** The figures that may corroborate a claim, each with its tests in words, as the form shows them. */
export function shownCandidates(
  candidates: readonly Candidate[],
  own: ClaimRef,
  locale: string,
): ShownCandidate[] {
  const t = translator(locale);
  // Intl falls back where it does not know a locale; the list follows the numbers there.
  const { locale: known } = numberFormat(formatLocaleOf(locale)).resolvedOptions();
  const list = new Intl.ListFormat(known);
  return candidates.map(({ id, claim: other, tests, isIndependent }) => {
    const failed = tests.filter(({ passed }) => !passed);
    const passed = tests.length - failed.length;
    const names = list.format(failed.map(({ test }) => t(`independenceTest.${test}.label`)));
    const result = isIndependent
      ? t("independence.all", { passed, count: tests.length })
      : `${t("independence.some", { passed, count: tests.length })}; ${t("desk.assess.failed", { tests: names })}`;
    return {
      id,
      label: <RefText claim={other} locale={locale} />,
      result,
      testsTitle: (
        <>
          {t("desk.assess.tests")}
          <span className="sr-only">
            : <RefText claim={other} locale={locale} />
          </span>
        </>
      ),
      tests: (
        <>
          <p className="mt-1">
            <ClaimRefLink claim={other} locale={locale} />
          </p>
          <TestTable tests={tests} own={own} other={other} locale={locale} />
        </>
      ),
      isIndependent,
    };
  });
}

/** A claim named in its words, as a link would name it: within a label there is none. */
function RefText({ claim, locale }: { claim: ClaimRef; locale: string }) {
  const t = translator(locale);
  return (
    <>
      <bdi className="figure">{claim.raw}</bdi>, <bdi>{claim.claimant.name}</bdi>,{" "}
      <DateText date={claim.stated} locale={locale} />
      {claim.asOf ? `, ${t("figures.table.asOf", { date: tellDate(claim.asOf, locale) })}` : null}
    </>
  );
}
