import type { Quantity } from "@/lib/quantity/quantity";
import type { Lifecycle, Standing } from "@/lib/vocabulary";
import { extentOf, isCrossed, MARK_OF, type MarkKind } from "../figures/grammar";
import type { ValueAxis } from "./value-axis";

/** How large a mark is drawn: the figures of the account that stand; those that no longer do; those of others. */
export type MarkSize = "full" | "past" | "beside";

export const DOT_PX: Record<MarkSize, number> = { full: 5.5, past: 3.5, beside: 4 };
const ARROW_PX: Record<MarkSize, number> = { full: 26, past: 16, beside: 18 };
const TAIL_PX: Record<MarkSize, number> = { full: 34, past: 22, beside: 24 };
const HALF_BAND_PX: Record<MarkSize, number> = { full: 11, past: 7, beside: 7 };

/**
 * A mark on a plot whose values grow upward, in pixels from the top: its point, which for a bar is its middle, its
 * ends, and how far an arrow reaches up or a dotted line comes from below. `asidePx` is how far that arrow or line
 * stands beside the point, where the line of the account runs through it.
 */
export type Shape = {
  kind: MarkKind;
  y: number;
  top: number;
  bottom: number;
  halfPx: number;
  asidePx: number;
};

/** Null where no number was given: the words stand at the edge. */
export function shapeOf(quantity: Quantity, axis: ValueAxis, size: MarkSize): Shape | null {
  const { at, from, to } = extentOf(quantity);
  const low = from ?? at ?? to;
  const high = to ?? at ?? from;
  if (low === null || high === null) return null;
  const kind = MARK_OF[quantity.qualifier];
  const [bottom, top] = [axis.y(low), axis.y(high)];
  const y = at === null ? (top + bottom) / 2 : axis.y(at);
  const plain = { kind, y, top, bottom, halfPx: DOT_PX[size] + 1, asidePx: 0 };
  if (kind === "dot_arrow") return { ...plain, top: Math.max(2, y - ARROW_PX[size]), bottom: y, halfPx: 7 };
  if (kind === "tick") return { ...plain, bottom: Math.min(axis.foot, y + TAIL_PX[size]), halfPx: 8 };
  return kind === "hatched" ? { ...plain, halfPx: HALF_BAND_PX[size] } : plain;
}

const ASIDE_PX = 10;

/** The same mark, its arrow or dotted line moved aside where the account's own line comes from there. */
export function besideLine(shape: Shape, comesFrom: "above" | "below"): Shape {
  const isInTheWay =
    (shape.kind === "dot_arrow" && comesFrom === "above") || (shape.kind === "tick" && comesFrom === "below");
  return isInTheWay ? { ...shape, asidePx: ASIDE_PX } : shape;
}

/** What a mark covers around its point, in pixels. */
export function reachOf(shape: Shape, size: MarkSize, isCrossed: boolean) {
  const round = shape.kind === "ringed_dot" ? DOT_PX[size] + 5 : isCrossed ? 8 : DOT_PX[size] + 2.5;
  const across = Math.max(round, shape.halfPx);
  return {
    left: across,
    right: shape.asidePx > 0 ? shape.asidePx + 5 : across,
    up: Math.max(round, shape.y - shape.top),
    down: Math.max(round, shape.bottom - shape.y),
  };
}
export type Reach = ReturnType<typeof reachOf>;

/** The same reach, of a mark that stands some pixels aside. */
export function shifted(reach: Reach, dx: number): Reach {
  return { ...reach, left: reach.left - dx, right: reach.right + dx };
}

/** A figure that its claimant no longer stands by, or never did. */
export function isCrossedFigure({
  standing,
  lifecycle,
}: {
  standing: Standing;
  lifecycle: Lifecycle;
}): boolean {
  return isCrossed(standing, lifecycle);
}
