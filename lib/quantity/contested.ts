import { ascending, firstStated, measureKey } from "./compare";
import { comparisonInterval } from "./interval";
import type { Figure, Measure } from "./quantity";

/** Who contests a figure: the incompatible figures of other claimants that lie nearest and farthest, and how many. */
export type Contest = { nearest: Figure; farthest: Figure; count: number };

/** A figure with its comparison interval; unbounded ends are infinite. */
type Span = { figure: Figure; low: number; high: number };

/**
 * For each figure that another claimant's figure contests (R6), by its id. Only current figures that
 * nobody disowned contest and are contested, within one measure and lane. Takes n log n steps.
 */
export function contested(figures: readonly Figure[], measures: readonly Measure[]): Map<string, Contest> {
  const found = new Map<string, Contest>();
  for (const spans of spansByMeasureAndLane(figures, measures)) {
    const smaller = ladderOf(spans.map(({ figure, high }) => ({ figure, key: high })));
    const greater = ladderOf(spans.map(({ figure, low }) => ({ figure, key: -low })));
    for (const span of spans) {
      const contest = joined(
        rungsBelow(smaller, span.low, span.figure.claimantId),
        rungsBelow(greater, -span.high, span.figure.claimantId),
      );
      if (contest) found.set(span.figure.id, contest);
    }
  }
  return found;
}

/** Who contests this one figure among those given; null when nobody does, or when it no longer stands. */
export function contestedBy(
  figure: Figure,
  figures: readonly Figure[],
  measures: readonly Measure[],
): Contest | null {
  const others = figures.filter((other) => other.id !== figure.id);
  return contested([...others, figure], measures).get(figure.id) ?? null;
}

function spansByMeasureAndLane(figures: readonly Figure[], measures: readonly Measure[]): Span[][] {
  const keys = new Map(measures.map((measure) => [measure.id, measureKey(measure)]));
  const groups = new Map<string, Span[]>();
  for (const figure of figures) {
    const interval =
      figure.lifecycle === "current" && figure.standing !== "disowned" && comparisonInterval(figure);
    if (!interval) continue;
    const key = JSON.stringify([keys.get(figure.measureId) ?? { id: figure.measureId }, figure.lane]);
    const group = groups.get(key) ?? [];
    group.push({ figure, low: interval.low ?? -Infinity, high: interval.high ?? Infinity });
    groups.set(key, group);
  }
  return [...groups.values()];
}

type Rung = { figure: Figure; key: number };

/** Figures by one of their ends, so that all below a given number, and the ends of that row, are found at once. */
type Ladder = {
  /** By key; of one key, the first stated last, so that it is met first from above. */
  rungs: Rung[];
  /** For each rung, the position of the nearest rung below it of another claimant, or -1. */
  nearestOther: number[];
  /** The lowest rung of all, and the lowest of another claimant than that one's; of one key, the first stated. */
  lowest: Rung[];
  keysOfClaimant: Map<string, number[]>;
};

function ladderOf(unordered: Rung[]): Ladder {
  const rungs = unordered.sort((a, b) => ascending(a.key, b.key) || firstStated(b.figure, a.figure));
  const ladder: Ladder = { rungs, nearestOther: [], lowest: [], keysOfClaimant: new Map() };
  rungs.forEach((rung, at) => {
    const isSame = rungs[at - 1]?.figure.claimantId === rung.figure.claimantId;
    ladder.nearestOther.push(isSame ? (ladder.nearestOther[at - 1] ?? -1) : at - 1);
    const keys = ladder.keysOfClaimant.get(rung.figure.claimantId) ?? [];
    keys.push(rung.key);
    ladder.keysOfClaimant.set(rung.figure.claimantId, keys);
  });
  const fromBelow = [...rungs].sort((a, b) => ascending(a.key, b.key) || firstStated(a.figure, b.figure));
  const lowest = fromBelow[0];
  const lowestOther = fromBelow.find((rung) => rung.figure.claimantId !== lowest?.figure.claimantId);
  ladder.lowest = [lowest, lowestOther].filter((rung) => rung !== undefined);
  return ladder;
}

type Side = { nearest: Rung; farthest: Rung; count: number; from: number };

function rungsBelow(ladder: Ladder, from: number, claimantId: string): Side | null {
  const below = countBelow(ladder.rungs.length, (at) => (ladder.rungs[at]?.key ?? Infinity) < from);
  const ownKeys = ladder.keysOfClaimant.get(claimantId) ?? [];
  const own = countBelow(ownKeys.length, (at) => (ownKeys[at] ?? Infinity) < from);

  const top = ladder.rungs[below - 1];
  const isOwn = top?.figure.claimantId === claimantId;
  const nearest = isOwn ? ladder.rungs[ladder.nearestOther[below - 1] ?? -1] : top;
  const farthest = ladder.lowest.find((rung) => rung.figure.claimantId !== claimantId);
  if (below === own || !nearest || !farthest) return null;
  return { nearest, farthest, count: below - own, from };
}

/** How many of `length` come before the first that fails; all that pass come first. */
function countBelow(length: number, passes: (at: number) => boolean): number {
  let first = 0;
  let end = length;
  while (first < end) {
    const middle = (first + end) >>> 1;
    if (passes(middle)) first = middle + 1;
    else end = middle;
  }
  return first;
}

function joined(smaller: Side | null, greater: Side | null): Contest | null {
  const sides = [smaller, greater].filter((side) => side !== null);
  const byGap = (pick: "nearest" | "farthest") =>
    sides
      .map((side) => ({ figure: side[pick].figure, gap: side.from - side[pick].key }))
      .sort(
        (a, b) => ascending(a.gap, b.gap) * (pick === "nearest" ? 1 : -1) || firstStated(a.figure, b.figure),
      );
  const nearest = byGap("nearest")[0];
  const farthest = byGap("farthest")[0];
  if (!nearest || !farthest) return null;
  return {
    nearest: nearest.figure,
    farthest: farthest.figure,
    count: sides.reduce((sum, side) => sum + side.count, 0),
  };
}
