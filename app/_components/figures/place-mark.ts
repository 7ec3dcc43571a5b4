import type { FigureClaim } from "@/lib/claims/types";
import type { Quantity } from "@/lib/quantity/quantity";
import type { Axis } from "./axis";
import { extentOf, MARK_OF, type MarkKind } from "./grammar";
import type { Covered } from "./place-label";

const EDGE_PERCENT = 99.5;

export const percent = (value: number) => `${Math.round(value * 100) / 100}%`;

/** Where the arrow of an open figure ends, and where the dotted line of one with no low begins. */
export const tipOf = (at: number, axis: Axis) => Math.min(at + axis.reach, EDGE_PERCENT);
export const tailOf = (at: number, axis: Axis) => Math.max(0, at - axis.reach);

/** A mark on the axis: its point, which for a bar is its middle, and its ends, in percent of the plot. */
export type MarkPlace = { kind: MarkKind; at: number; from: number; to: number };

export function placeOf(quantity: Quantity, axis: Axis): MarkPlace | null {
  const { at, from, to } = extentOf(quantity);
  const low = from ?? at ?? to;
  const high = to ?? at ?? from;
  if (low === null || high === null) return null;
  const ends = { from: axis.at(low), to: axis.at(high) };
  return {
    kind: MARK_OF[quantity.qualifier],
    at: at === null ? (ends.from + ends.to) / 2 : axis.at(at),
    ...ends,
  };
}

/** All that the marks of a row cover, the earlier ones included; null where there is no mark. */
export function coveredBy(figure: FigureClaim, axis: Axis): Covered | null {
  const mark = placeOf(figure.quantity, axis);
  if (!mark) return null;
  const covered = coveredByMark(mark, axis);
  for (const earlier of figure.earlier) {
    const before = placeOf(earlier.quantity, axis);
    if (!before) continue;
    if (before.at < covered.from) Object.assign(covered, { from: before.at, padBefore: 6 });
    if (before.at > covered.to) Object.assign(covered, { to: before.at, padAfter: 6 });
  }
  return covered;
}

function coveredByMark({ kind, at, from, to }: MarkPlace, axis: Axis): Covered {
  switch (kind) {
    case "ringed_dot":
      return { from: at, to: at, padBefore: 11, padAfter: 11 };
    case "dot_arrow":
      return { from: at, to: tipOf(at, axis), padBefore: 9, padAfter: 1 };
    case "tick":
      return { from: tailOf(at, axis), to: at, padBefore: 1, padAfter: 4 };
    case "bar":
    case "interval":
    case "hatched":
      return { from, to, padBefore: 2, padAfter: 2 };
    default:
      return { from: at, to: at, padBefore: 9, padAfter: 9 };
  }
}
