import { contested } from "../quantity/contested";
import { headlineMeasure } from "../quantity/headline-measure";
import type { Figure, Measure } from "../quantity/quantity";
import { type ReportedRange, reportedRanges } from "../quantity/range";
import type { Verification } from "../vocabulary";

/** What lists show of an event without computing it again. Kept beside the event as JSON; ids are of claims. */
export type EventSummary = {
  headlineMeasureId: string | null;
  ranges: ReportedRange[];
  figureCount: number;
  statementCount: number;
  /** R8: claimants and reports, each once. */
  claimantCount: number;
  reportCount: number;
  /** Of current claims. */
  verificationCounts: Partial<Record<Verification, number>>;
  contestedCount: number;
};

/** What the summary looks at of any published claim, figure or statement. */
export type SummarisedClaim = {
  id: string;
  claimantId: string;
  verification: Verification;
  isCurrent: boolean;
  figure: Figure | null;
  reportIds: readonly string[];
};

/** The claims that another claimant's incompatible figure contests (computed, never set), by id. */
export function contestedIds(claims: readonly SummarisedClaim[], measures: readonly Measure[]): Set<string> {
  return new Set(contested(figuresOf(claims), measures).keys());
}

/**
 * The summary of an event from its published claims: R7-R9 by measure, R8 for the counts. `editorsHeadline` is the
 * measure that an editor put first, if any.
 */
export function summariseEvent(
  claims: readonly SummarisedClaim[],
  measures: readonly Measure[],
  editorsHeadline: string | null,
): EventSummary {
  const figures = figuresOf(claims);
  const verificationCounts: EventSummary["verificationCounts"] = {};
  for (const { isCurrent, verification } of claims) {
    if (isCurrent) verificationCounts[verification] = (verificationCounts[verification] ?? 0) + 1;
  }
  return {
    headlineMeasureId: headlineMeasure(figures, measures, editorsHeadline ? [editorsHeadline] : []),
    ranges: reportedRanges(figures, measures),
    figureCount: figures.length,
    statementCount: claims.length - figures.length,
    claimantCount: new Set(claims.map(({ claimantId }) => claimantId)).size,
    reportCount: new Set(claims.flatMap(({ reportIds }) => reportIds)).size,
    verificationCounts,
    contestedCount: contestedIds(claims, measures).size,
  };
}

function figuresOf(claims: readonly SummarisedClaim[]): Figure[] {
  return claims.flatMap(({ figure }) => (figure ? [figure] : []));
}
