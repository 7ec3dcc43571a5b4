import { groupBy } from "../group-by";
import { ascending, compare, type Difference } from "./compare";
import { type DecidedPair, decidedPairs } from "./decided-pairs";
import { wordedNumber } from "./interval";
import { measureIdentity } from "./measure-identity";
import { isSameMoment, momentOf } from "./moment";
import type { Figure, Measure, Quantity } from "./quantity";
import { sameNumbers, seriesOf, successions, unorderedPairs } from "./series";

/** No more pairs than this are asked about at once of one claimant, measure and lane. */
export const ASK_PAIRS_MAX = 1000;

/** What people are to be asked about the current figures of an event; ids are of claims. */
export type SupersessionProposals = {
  /** R18: the newer can take the older one's place, which needs a reason where the number fell (R20). */
  proposals: { olderId: string; newerId: string; needsReason: boolean }[];
  /**
   * Pairs that their dates cannot order (R18), the first `ASK_PAIRS_MAX` of each claimant, measure and lane.
   */
  ask: { ids: [string, string]; why: "same_moment" | "overlap" }[];
  /** How many such pairs there are in all. Both figures stay current meanwhile. */
  askCount: number;
  /** R28: perhaps one claim: the same number, and no more than three days between the moments. */
  sameNumber: { ids: [string, string] }[];
};

/**
 * What to ask about the figures of one event that are current and not disowned (R18-R20, R28). Each figure is
 * proposed to give way to the next one of its own claimant, measure and lane (R11), and asked to be the same
 * claim as the next one with its number. An increment, or a figure of a measure that is not given, takes no
 * place (R21). A pair in `decided` is not asked about again. The order of the input changes nothing; takes n
 * log n steps.
 */
export function proposeSupersessions(
  figures: readonly Figure[],
  measures: readonly Measure[],
  decided: readonly { olderId: string; newerId: string }[],
): SupersessionProposals {
  const found: SupersessionProposals = { proposals: [], ask: [], askCount: 0, sameNumber: [] };
  const pairs = decided.map(({ olderId, newerId }) => [olderId, newerId] as const);
  const isDecided = decidedPairs(pairs);
  const groups = byClaimantMeasureAndLane(figures, measures);
  const decidedIn = decidedByGroup(pairs, groups);
  for (const [key, own] of groups) {
    const series = seriesOf(own);
    for (const [older, newer] of successions(series, isDecided)) {
      const needsReason = fell(newer.quantity, older.quantity);
      found.proposals.push({ olderId: older.id, newerId: newer.id, needsReason });
    }
    const unordered = unorderedPairs(series, decidedIn.get(key) ?? [], ASK_PAIRS_MAX);
    found.askCount += unordered.count;
    for (const [one, other] of unordered.pairs) {
      const why = isSameMoment(momentOf(one), momentOf(other)) ? "same_moment" : "overlap";
      found.ask.push({ ids: [one.id, other.id], why });
    }
    for (const [one, other] of sameNumbers(series, isDecided)) {
      found.sameNumber.push({ ids: [one.id, other.id] });
    }
  }
  return found;
}

/** The figures that can take each other's place, by claimant, measure and lane, in an order of their own. */
function byClaimantMeasureAndLane(
  figures: readonly Figure[],
  measures: readonly Measure[],
): [key: string, figures: Figure[]][] {
  const identityOf = measureIdentity(measures);
  const totals = new Map(measures.map(({ id, scope }) => [id, scope.total]));
  const current = new Map(figures.map((figure) => [figure.id, figure])).values();
  const standing = [...current].filter(
    ({ lifecycle, standing, measureId }) =>
      lifecycle === "current" && standing !== "disowned" && totals.get(measureId) === "running_total",
  );
  const groups = groupBy(standing, ({ claimantId, measureId, lane }) =>
    JSON.stringify([claimantId, identityOf(measureId), lane]),
  );
  return [...groups].sort(([a], [b]) => ascending(a, b));
}

function decidedByGroup(
  pairs: DecidedPair[],
  groups: [string, Figure[]][],
): Map<string | undefined, DecidedPair[]> {
  const keys = new Map(groups.flatMap(([key, own]) => own.map(({ id }) => [id, key])));
  const once = new Map(pairs.map((pair) => [JSON.stringify([...pair].sort()), pair]));
  return groupBy(once.values(), ([one]) => keys.get(one));
}

/**
 * Whether the worded number fell (R20); of a quantity with two, either of them. Words, an unnumbered toll and
 * silence say no number, so none of them falls and nothing falls from them.
 */
export function fell(newer: Quantity, older: Quantity): boolean {
  if (saidNumber(newer) < saidNumber(older)) return true;
  const haveTwo = [newer, older].every(
    (quantity) => saysNumber(quantity) && quantity.low !== null && quantity.high !== null,
  );
  return haveTwo && (newer.high ?? 0) < (older.high ?? 0);
}

/** NaN, which is above and below nothing, where no number was said. */
function saidNumber(quantity: Quantity): number {
  if (!saysNumber(quantity)) return Number.NaN;
  return wordedNumber(quantity) ?? quantity.low ?? quantity.high ?? Number.NaN;
}

function saysNumber({ qualifier }: Quantity): boolean {
  return qualifier !== "words" && qualifier !== "some" && qualifier !== "not_stated";
}

/**
 * How a claimant's newer figure stands to its older one. "supersedes": it can take its place (R18). "adds":
 * both are increments (R21). "break": something else is counted (R22), or in another lane (R11).
 * "mixed_totals": a running total and an increment, which are never joined (R21).
 */
export type Move = {
  kind: "supersedes" | "adds" | "break" | "mixed_totals";
  /** The parts that differ, in the order of `MEASURE_PARTS`; empty for "supersedes" and "adds". */
  differs: Exclude<Difference, "not_stated">[];
  /**
   * The worded number fell, so that a reason is needed (R20). Only where the newer one can take the older
   * one's place.
   */
  isDownward: boolean;
};

/**
 * Tells how a claimant's newer figure stands to its older one by what they count (R18, R20-R22). Whether the
 * claimant is the same, the dates allow it and a person agreed is not asked here.
 */
export function kindOfMove(older: Figure, newer: Figure, measures: readonly Measure[]): Move {
  const comparison = compare(older, newer, measures);
  const differs =
    comparison.relation === "incomparable" ? comparison.differs.filter((part) => part !== "not_stated") : [];
  if (differs.includes("total")) return { kind: "mixed_totals", differs, isDownward: false };
  if (differs.length > 0) return { kind: "break", differs, isDownward: false };

  const isIncrement = measures.some(({ id, scope }) => id === newer.measureId && scope.total === "increment");
  if (isIncrement) return { kind: "adds", differs, isDownward: false };
  return { kind: "supersedes", differs, isDownward: fell(newer.quantity, older.quantity) };
}

/**
 * Whether one more link from `fromId` (the newer) to `toId` (the older) would let a figure take its own
 * place, by itself or through others. Superseding has no cycles. Takes as many steps as there are links.
 */
export function wouldCycle(
  links: readonly { fromId: string; toId: string }[],
  fromId: string,
  toId: string,
): boolean {
  const next = new Map<string, string[]>();
  for (const link of links) {
    const known = next.get(link.fromId);
    if (known) known.push(link.toId);
    else next.set(link.fromId, [link.toId]);
  }
  const reached = new Set([toId]);
  // The set grows while it is walked, and is walked to its new end.
  for (const id of reached) {
    for (const older of next.get(id) ?? []) reached.add(older);
  }
  return reached.has(fromId);
}
