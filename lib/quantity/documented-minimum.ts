import { ascending, firstStated } from "./compare";
import { comparisonInterval, isDocumentedCount } from "./interval";
import type { Figure } from "./quantity";

/** A documented count (R9): a line of its own, outside the range. */
export type DocumentedMinimum = {
  figureId: string;
  n: number;
  basis: "named_list" | "physical_count";
  /** Current figures that it is too great for, by the intervals of R6; the first stated first. */
  exceeds: string[];
};

/**
 * The documented minima among the figures of one measure and lane (R9), the greatest first, and of equal
 * ones the first stated. A zero is no minimum, nor are words, nor a list that an editor found refuted.
 */
export function documentedMinima(figures: readonly Figure[]): DocumentedMinimum[] {
  const standing = figures.filter(
    ({ lifecycle, standing }) => lifecycle === "current" && standing !== "disowned",
  );
  const byHigh = standing
    .filter((figure) => !isDocumentedCount(figure))
    .map((figure) => ({ figure, high: comparisonInterval(figure)?.high ?? Infinity }))
    .sort((a, b) => ascending(a.high, b.high));

  return standing
    .flatMap((figure) => minimumOf(figure))
    .sort((a, b) => ascending(b.n, a.n) || firstStated(a.figure, b.figure))
    .map(({ figure, basis, n }) => {
      const floor = comparisonInterval(figure)?.low ?? n;
      const end = byHigh.findIndex(({ high }) => high >= floor);
      const tooSmall = byHigh.slice(0, end === -1 ? byHigh.length : end).map((row) => row.figure);
      return { figureId: figure.id, n, basis, exceeds: tooSmall.sort(firstStated).map(({ id }) => id) };
    });
}

function minimumOf(figure: Figure): { figure: Figure; n: number; basis: DocumentedMinimum["basis"] }[] {
  const { basis, verification } = figure;
  const { low: n, qualifier } = figure.quantity;
  if (basis !== "named_list" && basis !== "physical_count") return [];
  if (qualifier === "words" || qualifier === "some" || qualifier === "not_stated") return [];
  if (verification === "refuted" || n === null || !(n > 0) || !Number.isFinite(n)) return [];
  return [{ figure, n, basis }];
}
