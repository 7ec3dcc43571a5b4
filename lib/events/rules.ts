import { groupBy } from "../group-by";
import type { Supporter } from "../origins/independence";
import {
  bodyOf,
  type ClaimantFacts,
  type ClaimOrigin,
  type OriginDecisions,
  type TracedAttribution,
  type TracedClaim,
  traceOrigins,
} from "../origins/trace";
import { type ConsistencyWarning, consistencyWarnings } from "../quantity/consistency";
import { contested, type Independence } from "../quantity/contested";
import { decidedPairs } from "../quantity/decided-pairs";
import { headlineMeasure } from "../quantity/headline-measure";
import { type OneOriginAlarm, oneOriginAlarms } from "../quantity/one-origin";
import type { Figure, Measure } from "../quantity/quantity";
import { type ReportedRange, reportedRanges } from "../quantity/range";
import type { Lifecycle, Verification } from "../vocabulary";

/** Raised whenever what is derived changes its shape or its rules: a start derives again what an earlier one left. */
export const RULES_VERSION = 2;

/** R8: claimants and origins, not reports. `notFound`: claims whose origin is not known (R15). */
export type Counts = { claimants: number; origins: number; notFound: number; reports: number };

/** What lists show of an event without computing it again. Kept beside the event as JSON; ids are of claims. */
export type EventSummary = {
  headlineMeasureId: string | null;
  ranges: ReportedRange[];
  figureCount: number;
  statementCount: number;
  counts: Counts;
  /** Of current claims. */
  verificationCounts: Partial<Record<Verification, number>>;
  contestedCount: number;
  /** R16: those that nobody decided about yet. */
  alarms: OneOriginAlarm[];
};

/** What is kept beside a claim; ids are of claims. */
export type DerivedClaim = {
  origin: Omit<ClaimOrigin, "claimId" | "reports">;
  contest: { nearestId: string; farthestId: string; count: number } | null;
  /** Those of another side under one open alarm with it (R16). */
  alarmIds: string[];
  /** R31: what does not fit between it and other claims of its claimant, its dates, or a list of names. */
  warnings: ConsistencyWarning[];
};

/** What the rules look at of any published claim, figure or statement. */
export type SummarisedClaim = TracedClaim & {
  verification: Verification;
  lifecycle: Lifecycle;
  figure: Figure | null;
};

/** All that an event's derived data follow from. */
export type EventInputs = {
  measures: readonly Measure[];
  claims: readonly SummarisedClaim[];
  /** The published ones of these claims. */
  attributions: readonly TracedAttribution[];
  /** Of the claims, and those that something was had from. */
  claimants: ReadonlyMap<string, ClaimantFacts>;
  /** `separate`: pairs that a person found not to be of one origin (R16). */
  decisions: OriginDecisions & { separate: readonly { ids: readonly [string, string] }[] };
  /** When reports were published, by their ids; absent where not known. */
  published: ReadonlyMap<string, { earliest: number; latest: number }>;
  /** Measures that count a part of another, as people said: the part to the whole (R31). */
  partOf: ReadonlyMap<string, string>;
  /** The measure that an editor put first, if any. */
  editorsHeadline: string | null;
};

type Derived = {
  summary: EventSummary;
  claims: Map<string, DerivedClaim>;
  origins: Map<string, ClaimOrigin>;
  reportsOf: ReportsOf;
};

/** Everything that is derived from an event's published claims: R7-R9 by measure, R8, R15, R16, and by claim. */
export function deriveFrom(inputs: EventInputs): Derived {
  const { measures, claims, claimants, decisions } = inputs;
  const figures = claims.flatMap(({ figure }) => figure ?? []);
  const reportsOf = reportsByClaim(inputs.attributions);
  const origins = traceOrigins(claims, inputs.attributions, claimants, decisions);
  const bodiesWithFigures = new Set(figures.map(({ claimantId }) => bodyOf(claimantId, claimants)));
  const contests = contested(figures, measures, (figure) =>
    independenceOf(figure, origins.get(figure.id), claimants, bodiesWithFigures),
  );
  const sideOf = (claimantId: string) => claimants.get(claimantId)?.side ?? null;
  const decided = [...decisions.oneOrigin, ...decisions.separate];
  const isDecided = decidedPairs(decided.map(({ ids }) => ids));
  const alarms = oneOriginAlarms(figures, measures, sideOf, decided);
  const alarmsOf = groupBy(
    alarms.flatMap(({ figureIds }) => figureIds.map((id) => ({ id, figureIds }))),
    ({ id }) => id,
  );
  const warningsOf = groupBy(
    warningsFrom(inputs, figures, reportsOf).flatMap((warning) =>
      warning.claimIds.map((id) => ({ id, warning })),
    ),
    ({ id }) => id,
  );
  const sides = new Map(figures.map(({ id, claimantId }) => [id, sideOf(claimantId)]));
  const derived = claims.map(({ id }): [string, DerivedClaim] => {
    const contest = contests.get(id);
    const named = (alarmsOf.get(id) ?? []).flatMap(({ figureIds }) => figureIds);
    return [
      id,
      {
        origin: storedOrigin(origins.get(id)),
        contest: contest
          ? { nearestId: contest.nearest.id, farthestId: contest.farthest.id, count: contest.count }
          : null,
        // One alarm may name several of a side, who are no surprise to each other, and pairs that are settled.
        alarmIds: [...new Set(named)]
          .filter((other) => sides.get(other) !== sides.get(id) && !isDecided(id, other))
          .sort(),
        warnings: (warningsOf.get(id) ?? []).slice(0, WARNINGS_KEPT).map(({ warning }) => warning),
      },
    ];
  });
  return {
    summary: summarise(inputs, figures, origins, reportsOf, contests.size, alarms),
    claims: new Map(derived),
    origins,
    reportsOf,
  };
}

type ReportsOf = ReadonlyMap<string, ReadonlySet<string>>;

/** The reports that carry each claim, each once. */
function reportsByClaim(attributions: readonly TracedAttribution[]): ReportsOf {
  const reportsOf = new Map<string, Set<string>>();
  for (const { claimId, reportId } of attributions) {
    const reports = reportsOf.get(claimId);
    if (reports) reports.add(reportId);
    else reportsOf.set(claimId, new Set([reportId]));
  }
  return reportsOf;
}

/** A claim with more is wrong in itself; those that come first say so. */
const WARNINGS_KEPT = 20;

function warningsFrom(
  { measures, published, partOf }: EventInputs,
  figures: readonly Figure[],
  reportsOf: ReportsOf,
): ConsistencyWarning[] {
  const claims = figures.map((figure) => ({
    ...figure,
    reports: [...(reportsOf.get(figure.id) ?? [])].flatMap((id) => {
      const dates = published.get(id);
      return dates ? [{ id, publishedEarliest: dates.earliest, publishedLatest: dates.latest }] : [];
    }),
  }));
  return consistencyWarnings(claims, measures, partOf);
}

/** A figure with what its independence rests on. */
export function supporterOf(figure: Figure, { origin, alarmIds }: DerivedClaim): Supporter {
  const { roots, notFound, isPartlyUnknown, via } = origin;
  return { figure, roots, notFound, isPartlyUnknown, via, alarmIds };
}

/**
 * What keeps two figures from contesting each other: one body, one first statement's claimant or publication, or a
 * report that had one from the other. Whoever denies a statement has no part in what rests on it (R23).
 */
function independenceOf(
  { claimantId }: Figure,
  origin: ClaimOrigin | undefined,
  claimants: ReadonlyMap<string, ClaimantFacts>,
  bodiesWithFigures: ReadonlySet<string>,
): Independence {
  const roots = (origin?.roots ?? []).filter(({ isDisowned }) => !isDisowned);
  const own = [claimantId, ...roots.map((root) => root.claimantId)].map((id) => bodyOf(id, claimants));
  // A hand that claims nothing itself, such as an agency, makes nobody dependent who used it too.
  const via = (origin?.via ?? [])
    .map((id) => bodyOf(id, claimants))
    .filter((body) => bodiesWithFigures.has(body));
  const others = (origin?.keys ?? []).filter((key) => !key.startsWith("claimant:"));
  return {
    keys: [...[...own, ...(roots.length > 0 ? via : [])].map((body) => `body:${body}`), ...others],
    isKnown: origin?.notFound === null && !origin.isPartlyUnknown,
  };
}

function storedOrigin(origin: ClaimOrigin | undefined): DerivedClaim["origin"] {
  if (!origin)
    return { hadFrom: [], roots: [], keys: [], notFound: "no_report", isPartlyUnknown: true, via: [] };
  const { claimId: _, reports: __, ...stored } = origin;
  return stored;
}

function summarise(
  { measures, claims, editorsHeadline }: EventInputs,
  figures: Figure[],
  origins: ReadonlyMap<string, ClaimOrigin>,
  reportsOf: ReportsOf,
  contestedCount: number,
  alarms: OneOriginAlarm[],
): EventSummary {
  const verificationCounts: EventSummary["verificationCounts"] = {};
  for (const { lifecycle, verification } of claims) {
    if (lifecycle === "current")
      verificationCounts[verification] = (verificationCounts[verification] ?? 0) + 1;
  }
  const counted = claims.map(({ id, claimantId, lifecycle }) => ({
    claimantId,
    lifecycle,
    originKeys: origins.get(id)?.keys ?? [],
    reportIds: [...(reportsOf.get(id) ?? [])],
  }));
  return {
    headlineMeasureId: headlineMeasure(figures, measures, editorsHeadline ? [editorsHeadline] : []),
    ranges: reportedRanges(figures, measures),
    figureCount: figures.length,
    statementCount: claims.length - figures.length,
    counts: countsOf(counted),
    verificationCounts,
    contestedCount,
    alarms,
  };
}

/** Claimants, origins and reports, each once (R8). What we entered in error was claimed by nobody. */
export function countsOf(
  claims: readonly {
    claimantId: string;
    lifecycle: Lifecycle;
    originKeys: readonly string[];
    reportIds: readonly string[];
  }[],
): Counts {
  const made = claims.filter(({ lifecycle }) => lifecycle !== "entry_error");
  return {
    claimants: new Set(made.map(({ claimantId }) => claimantId)).size,
    origins: new Set(made.flatMap(({ originKeys }) => originKeys)).size,
    notFound: made.filter(({ originKeys }) => originKeys.length === 0).length,
    reports: new Set(made.flatMap(({ reportIds }) => reportIds)).size,
  };
}
