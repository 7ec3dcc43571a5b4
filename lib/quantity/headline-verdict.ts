import type { LeftOutReason } from "../events/types";
import type { Figure } from "./quantity";
import type { ReportedRange } from "./range";

/**
 * Whether a figure is in the headline range, and why not (R7). "in_as_zero": a zero for a set, which is zero for each
 * of its kinds (R3). "other_measure": it counts something else; "own_lane": an estimate stands apart from counts (R11).
 */
export type HeadlineVerdict =
  | { code: "in" | "in_as_zero" | "other_measure" | "own_lane" }
  | { code: "left_out"; reason: LeftOutReason };

/** What the headline's range says of its figures, as `reportedRanges` gives it for identified claimants. */
export type HeadlineRange = Pick<ReportedRange, "measureId" | "lane" | "countedIds" | "leftOut">;

/**
 * The verdict on each figure of an event, by its id, read from the headline's range and from nothing else, so that it
 * always agrees with the range that is shown. Empty where the event has no headline.
 */
export function headlineVerdicts(
  figures: readonly Pick<Figure, "id" | "measureId" | "lane">[],
  headline: HeadlineRange | null,
): Map<string, HeadlineVerdict> {
  if (!headline) return new Map();
  const counted = new Set(headline.countedIds);
  const reasons = new Map(headline.leftOut.map(({ figureId, reason }) => [figureId, reason]));
  return new Map(
    figures.map(({ id, measureId, lane }): [string, HeadlineVerdict] => {
      const reason = reasons.get(id);
      if (counted.has(id)) return [id, { code: measureId === headline.measureId ? "in" : "in_as_zero" }];
      if (reason) return [id, { code: "left_out", reason }];
      return [id, { code: lane === headline.lane ? "other_measure" : "own_lane" }];
    }),
  );
}
