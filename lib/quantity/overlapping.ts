import { ascending } from "./compare";
import type { Moment } from "./moment";

/**
 * For each of `asked`, the least of `spans` in the given order whose moment meets its own; undefined where
 * none does. Takes n log n steps.
 */
export function leastOverlapping<T extends Moment>(
  asked: readonly Moment[],
  spans: readonly T[],
  order: (a: T, b: T) => number,
): (T | undefined)[] {
  const ends = [...new Set(spans.map(({ latest }) => latest))].sort((a, b) => ascending(b, a));
  const rankOf = new Map(ends.map((latest, rank) => [latest, rank]));
  const least = leastByRank(ends.length, order);

  const beginning = [...spans].sort((a, b) => ascending(a.earliest, b.earliest));
  const found = new Array<T | undefined>(asked.length);
  let begun = 0;
  // Of all that begin by the end of the moment, those that meet it come first by rank.
  for (const [at, moment] of [...asked.entries()].sort(([, a], [, b]) => ascending(a.latest, b.latest))) {
    for (let span = beginning[begun]; span && span.earliest <= moment.latest; span = beginning[begun]) {
      least.add(rankOf.get(span.latest) ?? 0, span);
      begun += 1;
    }
    found[at] = least.ofFirst(countFrom(ends, moment.earliest));
  }
  return found;
}

/**
 * A binary indexed tree: the least of all that were added under the first so many ranks, in log n steps each.
 */
function leastByRank<T>(size: number, order: (a: T, b: T) => number) {
  const tree: (T | undefined)[] = [];
  const lesser = (a: T | undefined, b: T | undefined) => (a && b ? (order(a, b) <= 0 ? a : b) : (a ?? b));
  return {
    add(rank: number, item: T): void {
      for (let at = rank + 1; at <= size; at += at & -at) tree[at] = lesser(tree[at], item);
    },
    ofFirst(count: number): T | undefined {
      let least: T | undefined;
      for (let at = count; at > 0; at -= at & -at) least = lesser(least, tree[at]);
      return least;
    },
  };
}

/** How many of the instants, which descend, are not before the given one. */
function countFrom(descending: readonly number[], instant: number): number {
  let first = 0;
  let end = descending.length;
  while (first < end) {
    const middle = (first + end) >>> 1;
    if ((descending[middle] ?? -Infinity) >= instant) first = middle + 1;
    else end = middle;
  }
  return first;
}
