import { momentOf } from "../quantity/moment";
import type { Quantity } from "../quantity/quantity";
import { numberKey } from "../quantity/worded-numbers";

/** A figure as far as it tells whether another is the same claim; instants in ms since 1970 UTC. */
export type Twin = Parameters<typeof momentOf>[0] & { quantity: Quantity };

export const SAME_CLAIM_MS = 3 * 24 * 3_600_000;

/** R27: with an as-of each, two figures of one claimant and measure are one claim when all of it is the same (R32). */
export function isSameClaim(one: Twin, other: Twin): boolean {
  return (
    one.asOfEarliest !== null &&
    one.asOfEarliest === other.asOfEarliest &&
    one.asOfLatest === other.asOfLatest &&
    isSameInterval(one.quantity, other.quantity)
  );
}

/**
 * R28: two figures of one claimant and measure may be one claim when they say the same number within three days, and
 * either has no as-of to tell it by. Those that say no number are held against each other by their words' interval.
 */
export function mayBeSameClaim(one: Twin, other: Twin): boolean {
  if (one.asOfEarliest !== null && other.asOfEarliest !== null) return false;
  const [key, otherKey] = [numberKey(one.quantity), numberKey(other.quantity)];
  const isSame = key === null ? isSameInterval(one.quantity, other.quantity) : key === otherKey;
  const [a, b] = [momentOf(one), momentOf(other)];
  return isSame && Math.max(a.earliest - b.latest, b.earliest - a.latest) <= SAME_CLAIM_MS;
}

function isSameInterval(a: Quantity, b: Quantity): boolean {
  return a.qualifier === b.qualifier && a.low === b.low && a.high === b.high;
}
