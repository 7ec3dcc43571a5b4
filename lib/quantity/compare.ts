import { comparisonInterval, type Interval } from "./interval";
import type { Figure, Measure } from "./quantity";

/** The parts of a measure, each of which makes two measures different (R6). */
export const MEASURE_PARTS = [
  "kinds",
  "personClass",
  "demographic",
  "nationality",
  "area",
  "period",
  "cause",
  "total",
  "unit",
] as const;
export type MeasurePart = (typeof MEASURE_PARTS)[number];

/** Why two figures cannot be compared. "measure": one of the measures is not known here. */
export type Difference = MeasurePart | "measure" | "lane" | "not_stated";

/**
 * How two figures stand to each other (R6). `overlap` is what both cover, null for unbounded; `gap` lies
 * between the high of the smaller and the low of the greater; `differs` names at least one part.
 */
export type Comparison =
  | { relation: "compatible"; overlap: Interval }
  | { relation: "incompatible"; gap: { above: number; below: number } }
  | { relation: "incomparable"; differs: Difference[] };

/** Why two figures of whatever events cannot be compared: of two events, in that before all else. */
export type AcrossDifference = Difference | "event";

/** How two figures of whatever events stand to each other; those of two events never compare. */
export type AcrossComparison =
  | Exclude<Comparison, { relation: "incomparable" }>
  | { relation: "incomparable"; differs: AcrossDifference[] };

/**
 * Compares two figures by R6. The result is the same whichever comes first, and does not ask whether
 * either figure is still current.
 */
export function compare(a: Figure, b: Figure, measures: readonly Measure[]): Comparison {
  const differs = differences(a, b, measures);
  if (differs.length > 0) return { relation: "incomparable", differs };

  const one = comparisonInterval(a);
  const other = comparisonInterval(b);
  if (!one || !other) return { relation: "incomparable", differs: ["not_stated"] };

  const low = greatest(one.low, other.low);
  const high = least(one.high, other.high);
  if (low !== null && high !== null && low > high) {
    return { relation: "incompatible", gap: { above: high, below: low } };
  }
  return { relation: "compatible", overlap: { low, high } };
}

function differences(a: Figure, b: Figure, measures: readonly Measure[]): Difference[] {
  const differs: Difference[] = [];
  if (a.measureId !== b.measureId) {
    const one = measures.find((measure) => measure.id === a.measureId);
    const other = measures.find((measure) => measure.id === b.measureId);
    if (one && other) differs.push(...differingParts(one, other));
    else differs.push("measure");
  }
  if (a.lane !== b.lane) differs.push("lane");
  return differs;
}

/** The parts in which two measures differ, in the order of `MEASURE_PARTS`; empty when they count the same. */
function differingParts(a: Measure, b: Measure): MeasurePart[] {
  return MEASURE_PARTS.filter((part) => partKey(a, part) !== partKey(b, part));
}

/** A text that two measures share exactly when they differ in none of the parts, or in none but those left aside. */
export function measureKey(measure: Measure, leftAside: readonly MeasurePart[] = []): string {
  const parts = MEASURE_PARTS.filter((part) => !leftAside.includes(part));
  return JSON.stringify(parts.map((part) => partKey(measure, part)));
}

function partKey(measure: Measure, part: MeasurePart): string | null {
  if (part === "kinds") return [...new Set(measure.kinds)].sort().join(" ");
  if (part === "unit") return measure.unit;
  return measure.scope[part];
}

function greatest(a: number | null, b: number | null): number | null {
  if (a === null || b === null) return a ?? b;
  return Math.max(a, b);
}

function least(a: number | null, b: number | null): number | null {
  if (a === null || b === null) return a ?? b;
  return Math.min(a, b);
}

/**
 * The first stated first; of one date, the first in the event's order. The id breaks the last ties, so
 * that no list depends on the order in which the figures came.
 */
export function firstStated(a: Figure, b: Figure): number {
  return (
    ascending(a.statedEarliest, b.statedEarliest) ||
    ascending(a.statedLatest, b.statedLatest) ||
    ascending(a.order, b.order) ||
    ascending(a.id, b.id)
  );
}

/** Ascending order of numbers, infinite ones too, or of texts by their code units. */
export function ascending<T extends number | string>(a: T, b: T): number {
  if (a < b) return -1;
  return a > b ? 1 : 0;
}
