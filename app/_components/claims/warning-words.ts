import { translator } from "@/lib/format/messages";
import { formatFigure } from "@/lib/format/numbers";
import type { ConsistencyWarning } from "@/lib/quantity/consistency";
import { tellDay } from "../ui/date-text";

/** What does not fit (R31), in a sentence with its numbers and days. */
export function warningWords(warning: ConsistencyWarning, locale: string): string {
  const t = translator(locale);
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
