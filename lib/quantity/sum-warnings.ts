import { groupBy } from "../group-by";
import { firstStated } from "./compare";
import type { MeasureParts } from "./measure-parts";
import { leastOverlapping } from "./overlapping";
import { leastLow, type Row, type RowsByMeasure, withoutParts } from "./part-rows";
import type { Measure } from "./quantity";

/** Of what does not add up; ids are of claims. */
export type SumWarning = {
  /**
   * "parts_do_not_add_up": the whole, then its parts, which make more than it or, said together in exact
   * numbers, less. "outcomes_above_crew": the number of people, then what became of them: more than there
   * were.
   */
  code: "parts_do_not_add_up" | "outcomes_above_crew";
  claimIds: string[];
  sum: number;
  whole: number;
};

/**
 * R31: parts that do not add up. Only what people said to be parts is added, and of those only what divides
 * the whole in one way. Where a part has several figures for a moment, the least is taken.
 */
export function sumWarnings(
  wholes: Row[],
  identity: string,
  rows: RowsByMeasure,
  parts: MeasureParts,
): SumWarning[] {
  const isOwnCount = countsByOther(parts.measureOf(identity));
  return parts.statedPartsOf(identity).flatMap((division) => {
    const present = division
      .filter((part) => rows.has(part))
      // What became of the people whom a measure counts by "other" has a warning of its own.
      .filter((part) => !isOwnCount || parts.measureOf(part)?.kinds.includes("other"));
    return present.length > 1 ? divisionWarnings(wholes, present, rows, parts) : [];
  });
}

function divisionWarnings(
  wholes: Row[],
  division: string[],
  rows: RowsByMeasure,
  parts: MeasureParts,
): SumWarning[] {
  const leastOf = division.map((part) => leastOverlapping(wholes, rows.get(part) ?? [], leastLow));
  const together = exactTotals(wholes, division, rows, parts);
  return wholes.flatMap((whole, at): SumWarning[] => {
    const meeting = leastOf.map((least) => least[at]);
    const latest = division.map((part, nth) => meeting[nth] ?? rows.get(part)?.at(-1));
    for (const picked of at === wholes.length - 1 ? [meeting, latest] : [meeting]) {
      const summed = withoutParts(picked, parts);
      if (summed.length > 1 && total(summed) > whole.high) {
        return [sumWarning("parts_do_not_add_up", whole, summed)];
      }
    }
    const exact = together.get(whole);
    return exact && total(exact) < whole.low ? [sumWarning("parts_do_not_add_up", whole, exact)] : [];
  });
}

/**
 * For each exact whole, its parts in exact numbers from the very same statement; none where any part is in
 * doubt.
 */
function exactTotals(
  wholes: Row[],
  division: string[],
  rows: RowsByMeasure,
  parts: MeasureParts,
): Map<Row, Row[]> {
  const byStatement = groupBy(
    division.flatMap((part) => rows.get(part) ?? []),
    statementOf,
  );
  const found = new Map<Row, Row[]>();
  for (const [statement, [whole, ...others]] of groupBy(wholes, statementOf)) {
    const own = byStatement.get(statement) ?? [];
    const measures = new Set(own.map(({ figure }) => parts.identityOf(figure.measureId)));
    const summed = withoutParts(own, parts);
    const isClear = others.length === 0 && measures.size === own.length && own.every(isExact);
    if (whole && isClear && isExact(whole) && summed.length > 1) found.set(whole, summed);
  }
  return found;
}

function statementOf({ figure, earliest, latest }: Row): string {
  return JSON.stringify([figure.statedEarliest, figure.statedLatest, earliest, latest]);
}

function isExact({ figure: { quantity } }: Row): boolean {
  return quantity.qualifier === "exact" || quantity.qualifier === "none";
}

/**
 * Whether a measure counts people by their being there and not by what became of them: a crew, those aboard.
 */
export function countsByOther(measure: Measure | undefined): boolean {
  return measure?.kinds.length === 1 && measure.kinds[0] === "other";
}

/** The sum of the lows; an unstated low adds nothing. */
export function total(rows: readonly Row[]): number {
  return rows.reduce((sum, { low }) => sum + Math.max(low, 0), 0);
}

export function sumWarning(code: SumWarning["code"], whole: Row, summed: readonly Row[]): SumWarning {
  const named = [...summed].sort((a, b) => firstStated(a.figure, b.figure));
  const claimIds = [whole, ...named].map(({ figure }) => figure.id);
  return { code, claimIds, sum: total(summed), whole: whole.high };
}
