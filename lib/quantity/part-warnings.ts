import { groupBy } from "../group-by";
import { crewWarnings } from "./crew-warnings";
import type { MeasureParts } from "./measure-parts";
import { leastOverlapping } from "./overlapping";
import { leastHigh, type Row, type RowsByMeasure, rowsByMeasure } from "./part-rows";
import type { Figure } from "./quantity";
import { type SumWarning, sumWarnings } from "./sum-warnings";

/** What R31 warns of where one claimant's figures count a set and parts of it; ids are of claims. */
export type PartWarning =
  /** The part, then the set: the least that the one says lies above the most that the other says. */
  { code: "subset_above_set"; claimIds: string[]; part: number; whole: number } | SumWarning;

/**
 * The part warnings among figures that are current and not disowned, each claimant's and lane's by
 * themselves. Figures are held against each other when their moments meet, and the latest of each in any
 * case.
 */
export function partWarnings(figures: readonly Figure[], parts: MeasureParts): PartWarning[] {
  const groups = groupBy(figures, ({ claimantId, lane }) => JSON.stringify([claimantId, lane]));
  return [...groups.values()].flatMap((own) => {
    const rows = rowsByMeasure(own, parts);
    return [...rows].flatMap(([identity, found]) => [
      ...subsetWarnings(found, identity, rows, parts),
      ...sumWarnings(found, identity, rows, parts),
      ...crewWarnings(found, identity, rows, parts),
    ]);
  });
}

function subsetWarnings(
  found: Row[],
  identity: string,
  rows: RowsByMeasure,
  parts: MeasureParts,
): PartWarning[] {
  return [...parts.wholesOf(identity)].flatMap((whole) => {
    const sets = rows.get(whole) ?? [];
    const least = leastOverlapping(found, sets, leastHigh);
    return found.flatMap((row, at): PartWarning[] => {
      const latest = at === found.length - 1 ? sets.at(-1) : undefined;
      const set = [least[at], latest].find((candidate) => candidate && row.low > candidate.high);
      if (!set) return [];
      const claimIds = [row.figure.id, set.figure.id];
      return [{ code: "subset_above_set", claimIds, part: row.low, whole: set.high }];
    });
  });
}
