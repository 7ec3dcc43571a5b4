import { groupBy } from "../group-by";
import { ascending, firstStated } from "./compare";
import { comparisonInterval } from "./interval";
import type { MeasureParts } from "./measure-parts";
import { byMoment, type Moment, momentOf } from "./moment";
import type { Figure } from "./quantity";

/**
 * A figure with its moment and what it covers by R6, a list being taken at its number; unbounded ends are
 * infinite.
 */
export type Row = Moment & { figure: Figure; low: number; high: number };
/** One claimant's rows in one lane by the identity of their measure, in the order of their moments. */
export type RowsByMeasure = ReadonlyMap<string, Row[]>;

export function rowsByMeasure(figures: readonly Figure[], parts: MeasureParts): RowsByMeasure {
  const rows = figures.flatMap((figure): Row[] => {
    const interval = comparisonInterval({ quantity: figure.quantity, basis: "unstated" });
    if (!interval || !parts.measureOf(parts.identityOf(figure.measureId))) return [];
    const { low, high } = interval;
    return [{ figure, ...momentOf(figure), low: low ?? -Infinity, high: high ?? Infinity }];
  });
  return groupBy(rows.sort(byMoment), ({ figure }) => parts.identityOf(figure.measureId));
}

/** The rows of which none counts a part of what another counts, so that nobody is added twice. */
export function withoutParts(picked: readonly (Row | undefined)[], parts: MeasureParts): Row[] {
  const present = picked.filter((row) => row !== undefined);
  const measures = new Set(present.map(({ figure }) => parts.identityOf(figure.measureId)));
  return present.filter(
    ({ figure }) =>
      ![...parts.wholesOf(parts.identityOf(figure.measureId))].some((whole) => measures.has(whole)),
  );
}

export function leastHigh(a: Row, b: Row): number {
  return ascending(a.high, b.high) || firstStated(a.figure, b.figure);
}

export function leastLow(a: Row, b: Row): number {
  return ascending(a.low, b.low) || firstStated(a.figure, b.figure);
}
