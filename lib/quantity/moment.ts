import { ascending, firstStated } from "./compare";
import type { Figure } from "./quantity";

/** A span of time with both instants in it, in milliseconds since 1970 UTC (R32). */
export type Moment = { earliest: number; latest: number };

type Dated = Pick<Figure, "asOfEarliest" | "asOfLatest" | "statedEarliest" | "statedLatest">;

/** The moment that a figure describes: its as-of, else the time at which it was stated (R18). */
export function momentOf({ asOfEarliest, asOfLatest, statedEarliest, statedLatest }: Dated): Moment {
  const hasAsOf = asOfEarliest !== null && asOfLatest !== null;
  const [one, other] = hasAsOf ? [asOfEarliest, asOfLatest] : [statedEarliest, statedLatest];
  return { earliest: Math.min(one, other), latest: Math.max(one, other) };
}

export function isSameMoment(a: Moment, b: Moment): boolean {
  return a.earliest === b.earliest && a.latest === b.latest;
}

/**
 * Whether `b` begins not before `a` ends, and is another moment (R18). Where neither precedes, dates cannot
 * order them.
 */
export function precedes(a: Moment, b: Moment): boolean {
  return b.earliest >= a.latest && !isSameMoment(a, b);
}

/** Ascending order of figures by their moments; of one moment, the first stated first. */
export function byMoment(a: Moment & { figure: Figure }, b: Moment & { figure: Figure }): number {
  return (
    ascending(a.earliest, b.earliest) || ascending(a.latest, b.latest) || firstStated(a.figure, b.figure)
  );
}

/**
 * The position of the first of `moments`, which ascend by their beginnings, that begins at or after an
 * instant.
 */
export function firstFrom(moments: readonly Moment[], instant: number): number {
  let first = 0;
  let end = moments.length;
  while (first < end) {
    const middle = (first + end) >>> 1;
    if ((moments[middle]?.earliest ?? Infinity) < instant) first = middle + 1;
    else end = middle;
  }
  return first;
}
