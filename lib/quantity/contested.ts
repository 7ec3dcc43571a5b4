import { groupBy } from "../group-by";
import { ascending, firstStated, measureKey } from "./compare";
import { comparisonInterval } from "./interval";
import type { Figure, Measure } from "./quantity";

/** Who contests a figure: the incompatible figures of other origins that lie nearest and farthest, and how many. */
export type Contest = { nearest: Figure; farthest: Figure; count: number };

/**
 * What makes two figures independent for this purpose: they share no key (a body, an origin). A figure whose origin is
 * not known contests nobody, since unknown counts as not independent (R13); it can be contested.
 */
export type Independence = { keys: readonly string[]; isKnown: boolean };

/** A figure with its comparison interval; unbounded ends are infinite. `row`: all its keys, as one text. */
type Span = { figure: Figure; low: number; high: number; row: string; isKnown: boolean };

/**
 * For each figure that an independent one contests (R6), by its id; without `independenceOf`, every other claimant's
 * is. Only current figures that nobody disowned contest and are contested, within one measure and lane. Takes
 * n log n steps where few figures share a key with figures of many others.
 */
export function contested(
  figures: readonly Figure[],
  measures: readonly Measure[],
  independenceOf: (figure: Figure) => Independence = byClaimant,
): Map<string, Contest> {
  const found = new Map<string, Contest>();
  for (const spans of spansByMeasureAndLane(figures, measures, independenceOf)) {
    const known = spans.filter(({ isKnown }) => isKnown);
    const smaller = ladderOf(known.map(({ figure, high, row }) => ({ figure, key: high, row })));
    const greater = ladderOf(known.map(({ figure, low, row }) => ({ figure, key: -low, row })));
    const relatives = relativesOf(spans);
    for (const span of spans) {
      const own = relatives.get(span.row) ?? new Set([span.row]);
      const contest = joined(rungsBelow(smaller, span.low, own), rungsBelow(greater, -span.high, own));
      if (contest) found.set(span.figure.id, contest);
    }
  }
  return found;
}

function byClaimant({ claimantId }: Figure): Independence {
  return { keys: [claimantId], isKnown: true };
}

function spansByMeasureAndLane(
  figures: readonly Figure[],
  measures: readonly Measure[],
  independenceOf: (figure: Figure) => Independence,
): Span[][] {
  const keys = new Map(measures.map((measure) => [measure.id, measureKey(measure)]));
  const groups = new Map<string, Span[]>();
  for (const figure of figures) {
    const interval =
      figure.lifecycle === "current" && figure.standing !== "disowned" && comparisonInterval(figure);
    if (!interval) continue;
    const key = JSON.stringify([keys.get(figure.measureId) ?? { id: figure.measureId }, figure.lane]);
    const group = groups.get(key) ?? [];
    const { keys: own, isKnown } = independenceOf(figure);
    const row = JSON.stringify([...new Set(own)].sort());
    group.push({ figure, low: interval.low ?? -Infinity, high: interval.high ?? Infinity, row, isKnown });
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** For each row of keys the rows that share one with it, itself among them. */
function relativesOf(spans: readonly Span[]): Map<string, Set<string>> {
  const rowsWith = new Map<string, Set<string>>();
  const rows = new Set(spans.map(({ row }) => row));
  for (const row of rows) {
    for (const key of JSON.parse(row) as string[])
      rowsWith.set(key, (rowsWith.get(key) ?? new Set()).add(row));
  }
  const keysOf = (row: string) => JSON.parse(row) as string[];
  return new Map(
    [...rows].map((row) => [row, new Set(keysOf(row).flatMap((key) => [...(rowsWith.get(key) ?? [])]))]),
  );
}

type Rung = { figure: Figure; key: number; row: string };

/** Figures by one of their ends, so that all below a given number, and the ends of that row, are found at once. */
type Ladder = {
  /** By key; of one key, the first stated last, so that it is met first from above. */
  rungs: Rung[];
  /** For each rung, the position of the nearest rung below it of another row of keys, or -1. */
  otherBelow: number[];
  /** By key; of one key, the first stated first. */
  fromBelow: Rung[];
  /** For each rung of `fromBelow`, the position of the nearest above it of another row of keys, or the length. */
  otherAbove: number[];
  keysOfRow: Map<string, number[]>;
};

function ladderOf(unordered: Rung[]): Ladder {
  const rungs = [...unordered].sort((a, b) => ascending(a.key, b.key) || firstStated(b.figure, a.figure));
  const fromBelow = [...unordered].sort((a, b) => ascending(a.key, b.key) || firstStated(a.figure, b.figure));
  const otherBelow: number[] = [];
  rungs.forEach((rung, at) => {
    otherBelow.push(rungs[at - 1]?.row === rung.row ? (otherBelow[at - 1] ?? -1) : at - 1);
  });
  const otherAbove = new Array<number>(fromBelow.length);
  for (let at = fromBelow.length - 1; at >= 0; at -= 1) {
    const isSame = fromBelow[at + 1]?.row === fromBelow[at]?.row;
    otherAbove[at] = isSame ? (otherAbove[at + 1] ?? fromBelow.length) : at + 1;
  }
  const keysOfRow = new Map(
    [...groupBy(rungs, ({ row }) => row)].map(([row, own]) => [row, own.map(({ key }) => key)]),
  );
  return { rungs, otherBelow, fromBelow, otherAbove, keysOfRow };
}

type Side = { nearest: Rung; farthest: Rung; count: number; from: number };

/** The rungs below a number that belong to none of the rows given. */
function rungsBelow(ladder: Ladder, from: number, own: ReadonlySet<string>): Side | null {
  const { rungs, otherBelow, fromBelow, otherAbove, keysOfRow } = ladder;
  const below = countBelow(rungs.length, (at) => (rungs[at]?.key ?? Infinity) < from);
  let count = below;
  for (const row of own) {
    const keys = keysOfRow.get(row) ?? [];
    count -= countBelow(keys.length, (at) => (keys[at] ?? Infinity) < from);
  }
  if (count <= 0) return null;

  let top = below - 1;
  while (own.has(rungs[top]?.row ?? "")) top = otherBelow[top] ?? -1;
  let bottom = 0;
  while (own.has(fromBelow[bottom]?.row ?? "")) bottom = otherAbove[bottom] ?? fromBelow.length;
  const [nearest, farthest] = [rungs[top], fromBelow[bottom]];
  return nearest && farthest ? { nearest, farthest, count, from } : null;
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
