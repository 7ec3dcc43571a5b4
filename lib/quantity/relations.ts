import { groupBy } from "../group-by";
import type { Lane } from "../vocabulary";
import { ascending, type Comparison, compare, type Difference, firstStated } from "./compare";
import { measureIdentity } from "./measure-identity";
import type { Figure, Measure } from "./quantity";

/** So many figures are compared each with each: 276 pairs. */
export const RELATED_MAX = 24;

/** The measure and lane whose figures are compared. */
export type RelatedGroup = Pick<Figure, "measureId" | "lane">;

export type Relations = {
  /** The figures compared, the first stated first. */
  figures: Figure[];
  /** How many were stated later and left out. */
  leftOutCount: number;
  /** Each two of them once, `one` stated first. */
  pairs: { one: Figure; other: Figure; comparison: Comparison }[];
  /** What else is counted, with the parts in which it differs: none of it compares with any of the figures. */
  others: { measureId: string; lane: Lane; differs: Difference[]; figures: Figure[] }[];
};

/** Whether a figure is set against others: only one that still stands is (R6). */
export function isRelated({ lifecycle, standing }: Pick<Figure, "lifecycle" | "standing">): boolean {
  return lifecycle === "current" && standing !== "disowned";
}

/**
 * How the current figures of one measure and lane stand to each other, each with each, and in which parts all other
 * measures differ from theirs (R6, R11). At most `limit` figures, the first stated. The order of the input changes
 * nothing. Without two figures there is nothing to compare, and all lists are empty but that of the figures.
 */
export function relationsOf(
  figures: readonly Figure[],
  measures: readonly Measure[],
  of: RelatedGroup,
  limit = RELATED_MAX,
): Relations {
  const identityOf = measureIdentity(measures);
  const isOwn = ({ measureId, lane }: Figure) =>
    lane === of.lane && identityOf(measureId) === identityOf(of.measureId);
  const standing = figures.filter(isRelated).sort(firstStated);
  const own = standing.filter(isOwn);
  const shown = own.slice(0, limit);
  const leftOutCount = own.length - shown.length;
  const [first] = own;
  if (!first || own.length < 2) return { figures: shown, leftOutCount, pairs: [], others: [] };

  const pairs = shown.flatMap((one, at) =>
    shown.slice(at + 1).map((other) => ({ one, other, comparison: compare(one, other, measures) })),
  );
  return { figures: shown, leftOutCount, pairs, others: othersOf(standing, isOwn, first, measures) };
}

/** By measure id, counts before estimates. */
function othersOf(
  standing: Figure[],
  isOwn: (figure: Figure) => boolean,
  own: Figure,
  measures: readonly Measure[],
): Relations["others"] {
  const rest = standing.filter((figure) => !isOwn(figure));
  return [...groupBy(rest, ({ measureId, lane }) => JSON.stringify([measureId, lane])).values()]
    .flatMap((figures) => {
      const [first] = figures;
      if (!first) return [];
      const { measureId, lane } = first;
      return [{ measureId, lane, differs: differencesBetween(own, first, measures), figures }];
    })
    .sort((a, b) => ascending(a.measureId, b.measureId) || ascending(a.lane, b.lane));
}

// Any figure of a measure stands for it: what differs is what is counted, whatever was said of it.
function differencesBetween(one: Figure, other: Figure, measures: readonly Measure[]): Difference[] {
  const comparison = compare(one, other, measures);
  return comparison.relation === "incomparable" ? comparison.differs : [];
}
