import { numberFormat } from "./locale";

/** A figure with its digits grouped, and as many decimals as it has, up to six; empty for what is no number. */
export function formatFigure(n: number, locale: string): string {
  return Number.isFinite(n) ? numberFormat(locale).format(n) : "";
}

/** "89–400"; one figure where both ends read the same. The wording of open ends is not added here (R2). */
export function formatRange(low: number, high: number, locale: string): string {
  const ends = [formatFigure(low, locale), formatFigure(high, locale)].filter((end) => end !== "");
  return [...new Set(ends)].join("–");
}
