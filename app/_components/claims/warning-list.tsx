import type { WarningView } from "@/lib/claims/types";
import { type Translate, translator } from "@/lib/format/messages";
import { formatFigure } from "@/lib/format/numbers";
import { tellDay } from "../ui/date-text";
import { ClaimRefLink } from "./claim-ref";

/** What does not fit between figures, or between a figure and its dates (R31): a hint to look, and no verdict. */
export function WarningList({ warnings, locale }: { warnings: WarningView[]; locale: string }) {
  const t = translator(locale);
  if (warnings.length === 0) return null;
  return (
    <section id="what-does-not-fit">
      <h2 className="text-2xl">{t("warning.title")}</h2>
      <p className="mt-2 measure-text text-muted">{t("warning.lead")}</p>
      <ul className="mt-3 grid gap-4">
        {warnings.map(({ warning, claims }) => (
          <li key={JSON.stringify(warning)} className="measure-text">
            <p>{sentenceOf(warning, t, locale)}</p>
            <ul className="small">
              {claims.map((claim) => (
                <li key={claim.publicId}>
                  <ClaimRefLink claim={claim} locale={locale} />
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  );
}

function sentenceOf(warning: WarningView["warning"], t: Translate, locale: string): string {
  const figure = (n: number) => formatFigure(n, locale);
  const day = (instant: number) => tellDay(instant, locale);
  switch (warning.code) {
    case "as_of_after_stated":
      return t("warning.as_of_after_stated", {
        asOf: day(warning.asOfEarliest),
        stated: day(warning.statedLatest),
      });
    case "published_before_stated":
      return t("warning.published_before_stated", {
        published: day(warning.publishedLatest),
        stated: day(warning.statedEarliest),
      });
    case "subset_above_set":
      return t("warning.subset_above_set", { part: figure(warning.part), whole: figure(warning.whole) });
    case "parts_do_not_add_up":
    case "outcomes_above_crew":
      return t(`warning.${warning.code}`, { sum: figure(warning.sum), whole: figure(warning.whole) });
    case "total_below_named_list":
      return t("warning.total_below_named_list", {
        total: figure(warning.total),
        listed: figure(warning.listed),
      });
  }
}
