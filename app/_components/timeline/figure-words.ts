import { formatLocaleOf, translator } from "@/lib/format/messages";
import { formatFigure } from "@/lib/format/numbers";
import type { Quantity } from "@/lib/quantity/quantity";
import type { Basis, Lifecycle, Standing } from "@/lib/vocabulary";
import { isCrossed, isDocumentedBasis, MARK_OF } from "../figures/grammar";

/** What is told of a figure beside its mark. */
type ToldFigure = {
  quantity: Quantity;
  standing: Standing;
  lifecycle: Lifecycle;
  basis: Basis;
  isForecast: boolean;
};

/** The figure in its own words, in quotation marks where it is a word; in its own direction of writing. */
export function rawWords({ quantity }: Pick<ToldFigure, "quantity">, locale: string): string {
  const isWord = MARK_OF[quantity.qualifier] === "hatched" || MARK_OF[quantity.qualifier] === "words_at_edge";
  const raw = isWord ? translator(locale)("figures.quoted", { raw: quantity.raw }) : quantity.raw;
  return `\u2068${raw}\u2069`;
}

/** What must stand beside a figure: that it was denied or taken back, what it rests on, that a reading is ours. */
export function noteWords(figure: ToldFigure, locale: string): string | null {
  const t = translator(locale);
  const { quantity, standing, lifecycle, basis, isForecast } = figure;
  if (standing === "disowned") return t("standing.disowned.label");
  if (isCrossed(standing, lifecycle)) return t(`lifecycle.${lifecycle}.label`);
  if (isForecast) return t("tollTimeline.forecast");
  if (quantity.reading === "convention" && quantity.low !== null && quantity.high !== null) {
    const [low, high] = [quantity.low, quantity.high].map((n) => formatFigure(n, formatLocaleOf(locale)));
    return t("figures.chart.ourReading", { low: low ?? "", high: high ?? "" });
  }
  return isDocumentedBasis(basis) ? t(`figures.documented.${basis}`) : null;
}
