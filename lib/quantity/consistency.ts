import { groupBy } from "../group-by";
import { ascending } from "./compare";
import { documentedMinima } from "./documented-minimum";
import { comparisonInterval, isDocumentedCount } from "./interval";
import { type MeasureParts, measureParts } from "./measure-parts";
import { type PartWarning, partWarnings } from "./part-warnings";
import type { Figure, Measure } from "./quantity";
import { type QuantityProblem, quantityProblems } from "./validity";

/** All that R31 warns of. */
export const CONSISTENCY_CODES = [
  "as_of_after_stated",
  "published_before_stated",
  "subset_above_set",
  "parts_do_not_add_up",
  "total_below_named_list",
  "outcomes_above_crew",
] as const satisfies readonly ConsistencyWarning["code"][];

/**
 * A figure claim with the reports that carry it; instants in milliseconds since 1970 UTC, null where not
 * known.
 */
export type ConsistencyClaim = Figure & {
  reports: readonly { id: string; publishedEarliest: number | null; publishedLatest: number | null }[];
};

/**
 * One warning, with the claims that it concerns, the one to look at first, and the numbers or instants that
 * clash.
 */
export type ConsistencyWarning =
  | { code: "as_of_after_stated"; claimIds: string[]; asOfEarliest: number; statedLatest: number }
  | {
      code: "published_before_stated";
      claimIds: string[];
      reportId: string;
      publishedLatest: number;
      statedEarliest: number;
    }
  /** The figure, then the list of names or the physical count. */
  | { code: "total_below_named_list"; claimIds: string[]; total: number; listed: number }
  | PartWarning;

/**
 * Everything that does not fit among the published claims of an event that are current and not disowned
 * (R31), dates as instants (R32). `partOf` gives, by the ids of measures, of what each is a part. Nothing is
 * refused here. In the order of the codes, then of the claims' ids; the order of the input changes nothing.
 * Takes n log n steps, for each whole of a measure.
 */
export function consistencyWarnings(
  claims: readonly ConsistencyClaim[],
  measures: readonly Measure[],
  partOf: ReadonlyMap<string, string> = new Map(),
): ConsistencyWarning[] {
  const standing = claims.filter(
    ({ lifecycle, standing }) => lifecycle === "current" && standing !== "disowned",
  );
  const parts = measureParts(measures, partOf);
  return [
    ...standing.flatMap(dateWarnings),
    ...partWarnings(standing, parts),
    ...listWarnings(standing, parts),
  ].sort(byCode);
}

function dateWarnings(claim: ConsistencyClaim): ConsistencyWarning[] {
  const { id, asOfEarliest, statedEarliest, statedLatest } = claim;
  const warnings: ConsistencyWarning[] = [];
  if (asOfEarliest !== null && asOfEarliest > statedLatest) {
    warnings.push({ code: "as_of_after_stated", claimIds: [id], asOfEarliest, statedLatest });
  }
  for (const { id: reportId, publishedLatest } of claim.reports) {
    if (publishedLatest === null || publishedLatest >= statedEarliest) continue;
    const code = "published_before_stated";
    warnings.push({ code, claimIds: [id], reportId, publishedLatest, statedEarliest });
  }
  return warnings;
}

/** Of several lists that a figure lies below, only the one with the most names is held against it. */
function listWarnings(claims: readonly Figure[], { identityOf }: MeasureParts): ConsistencyWarning[] {
  const groups = groupBy(claims, ({ measureId, lane }) => JSON.stringify([identityOf(measureId), lane]));
  return [...groups.values()].flatMap((group) => {
    if (!group.some(isDocumentedCount)) return [];
    const byId = new Map(group.map((figure) => [figure.id, figure]));
    const floorOf = (id: string) => {
      const figure = byId.get(id);
      return (figure && comparisonInterval(figure)?.low) ?? 0;
    };
    const minima = documentedMinima(group.filter(isDocumentedCount));
    const greatest = minima.sort((a, b) => ascending(floorOf(b.figureId), floorOf(a.figureId)))[0];
    if (!greatest) return [];

    const others = group.filter((figure) => !isDocumentedCount(figure) || figure.id === greatest.figureId);
    return documentedMinima(others).flatMap(({ figureId, n, exceeds }) =>
      exceeds.map((id): ConsistencyWarning => {
        const figure = byId.get(id);
        const total = (figure && comparisonInterval(figure)?.high) ?? 0;
        return { code: "total_below_named_list", claimIds: [id, figureId], total, listed: n };
      }),
    );
  });
}

function byCode(a: ConsistencyWarning, b: ConsistencyWarning): number {
  return (
    ascending(CONSISTENCY_CODES.indexOf(a.code), CONSISTENCY_CODES.indexOf(b.code)) ||
    ascending(a.claimIds.join(" "), b.claimIds.join(" ")) ||
    ascending(reportOf(a), reportOf(b))
  );
}

function reportOf(warning: ConsistencyWarning): string {
  return warning.code === "published_before_stated" ? warning.reportId : "";
}

/** What keeps a figure from being logged (R31): its quantity, or the date on which it was stated. */
export type FigureRefusal = QuantityProblem | { field: "stated"; problem: "before_period" };

/**
 * Everything that refuses a figure (R31); empty when it may be logged. A measure with no period of its own
 * begins with its event. An assessment with no reason is refused where assessments are made.
 */
export function figureRefusals(
  claim: Pick<Figure, "quantity" | "statedLatest"> & { isForecast: boolean },
  measure: Pick<Measure, "kinds"> & { periodEarliest: number | null },
  eventBegins: number,
): FigureRefusal[] {
  const refusals: FigureRefusal[] = quantityProblems(claim.quantity, measure.kinds);
  if (isStatedBeforePeriod(claim, measure.periodEarliest ?? eventBegins)) {
    refusals.push({ field: "stated", problem: "before_period" });
  }
  return refusals;
}

/** Stated, by its latest instant, before what it counts began, and no forecast (R31). Instants, by R32. */
export function isStatedBeforePeriod(
  claim: { statedLatest: number; isForecast: boolean },
  periodBegins: number,
): boolean {
  return !claim.isForecast && claim.statedLatest < periodBegins;
}
