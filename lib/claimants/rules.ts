import { comparisonInterval, wordedNumber } from "../quantity/interval";
import type { Figure, Quantity } from "../quantity/quantity";
import { fell } from "../quantity/revision";
import { numberKey } from "../quantity/worded-numbers";
import {
  DOWNWARD_REASONS,
  type DownwardReason,
  LIFECYCLES,
  type Lifecycle,
  VERIFICATIONS,
  type Verification,
} from "../vocabulary";

/**
 * What became of a figure of a claimant: a later one took its place ("superseded"), was given as its correction
 * ("corrected"), or counts something else (R22, "replaced"); or it was taken back with no other in its place
 * ("withdrawn"), or denied (R23, "disowned").
 */
export const CHANGE_KINDS = ["superseded", "corrected", "replaced", "withdrawn", "disowned"] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** Which way a figure moved. "unnumbered": one of the two says no number. The order is that of the counts. */
export const DIRECTIONS = ["up", "down", "same", "unnumbered", "recounted", "withdrawn", "disowned"] as const;
export type Direction = (typeof DIRECTIONS)[number];

/**
 * Which way a change went, by the worded numbers (R20); of a figure that counts something else, none (R22). A figure
 * of two numbers is lower when either of them is.
 */
export function directionOf(kind: ChangeKind, from: Quantity, to: Quantity | null): Direction {
  if (kind === "replaced") return "recounted";
  if (kind === "disowned") return "disowned";
  if (to === null) return "withdrawn";
  if (fell(to, from)) return "down";
  const key = numberKey(to);
  if (key !== null && key === numberKey(from)) return "same";
  return fell(from, to) ? "up" : "unnumbered";
}

/** How far apart two worded numbers are; the ratio is of the later to the earlier, null from zero. */
export type ChangeSize = { difference: number; ratio: number | null };

/**
 * The size of a move up or down, where both are numbers that somebody said of this very toll: not across a change of
 * what is counted (R22), not of two numbers at once, and not of a number that was only compared with.
 */
export function sizeOf(direction: Direction, from: Quantity, to: Quantity | null): ChangeSize | null {
  if ((direction !== "up" && direction !== "down") || to === null) return null;
  if (from.qualifier === "relative" || to.qualifier === "relative") return null;
  const [before, after] = [wordedNumber(from), wordedNumber(to)];
  if (before === null || after === null || before === after) return null;
  return { difference: Math.abs(after - before), ratio: before === 0 ? null : after / before };
}

/** One change as it is counted; `reason` as the decision has it (R20). */
export type CountedChange = { direction: Direction; reason: DownwardReason | null };

export type ChangeCounts = {
  total: number;
  byDirection: Record<Direction, number>;
  /** Of those that went down; one whose decision names no reason has "not given". */
  byReason: Record<DownwardReason, number>;
};

/** Counts changes by their direction, and those that went down by their reason (R20). Each stands once in each. */
export function countChanges(changes: readonly CountedChange[]): ChangeCounts {
  const byDirection = zeroes(DIRECTIONS);
  const byReason = zeroes(DOWNWARD_REASONS);
  for (const { direction, reason } of changes) {
    byDirection[direction] += 1;
    if (direction === "down") byReason[reason ?? "not_given"] += 1;
  }
  return { total: changes.length, byDirection, byReason };
}

/**
 * Where the high end of a figure lies, seen from the documented minimum of its measure (R9). "open": no high was
 * stated, so that nothing lies below. "unsaid": the figure says nothing to compare. "itself": it is the minimum.
 */
export const POSITIONS = ["below", "equal", "above", "open", "unsaid", "itself"] as const;
export type Position = (typeof POSITIONS)[number];

/** R9, by the intervals of R6: "about 400" ends where numbers cease to round to it, a documented count is a floor. */
export function positionTo(
  minimum: Pick<Figure, "id" | "quantity" | "basis">,
  figure: Pick<Figure, "id" | "quantity" | "basis">,
): Position {
  if (figure.id === minimum.id) return "itself";
  const floor = comparisonInterval(minimum)?.low ?? null;
  const interval = comparisonInterval(figure);
  if (interval === null || floor === null) return "unsaid";
  if (interval.high === null) return "open";
  if (interval.high < floor) return "below";
  return interval.high === floor ? "equal" : "above";
}

/** Counts figures by where they stand to a documented minimum. */
export function countPositions(positions: readonly Position[]): Record<Position, number> {
  const counts = zeroes(POSITIONS);
  for (const position of positions) counts[position] += 1;
  return counts;
}

/** How many claims stand in the same states. */
export type StateGroup = {
  lifecycle: Lifecycle;
  verification: Verification;
  isContested: boolean;
  isDisowned: boolean;
  count: number;
};

/** Claims by lifecycle; of the current ones, by verification, and how many are contested or denied by the claimant. */
export type StateCounts = {
  total: number;
  byLifecycle: Record<Lifecycle, number>;
  byVerification: Record<Verification, number>;
  contested: number;
  disowned: number;
};

/** Counts claims by their states, each state by itself: a claim can be corroborated and contested. */
export function countStates(groups: readonly StateGroup[]): StateCounts {
  const byLifecycle = zeroes(LIFECYCLES);
  const byVerification = zeroes(VERIFICATIONS);
  const counts = { total: 0, contested: 0, disowned: 0 };
  for (const { lifecycle, verification, isContested, isDisowned, count } of groups) {
    counts.total += count;
    byLifecycle[lifecycle] += count;
    if (lifecycle !== "current") continue;
    byVerification[verification] += count;
    if (isContested) counts.contested += count;
    if (isDisowned) counts.disowned += count;
  }
  return { ...counts, byLifecycle, byVerification };
}

function zeroes<T extends string>(codes: readonly T[]): Record<T, number> {
  return Object.fromEntries(codes.map((code) => [code, 0])) as Record<T, number>;
}
