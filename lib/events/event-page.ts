import { toFigure } from "../claims/figures";
import { asOfOf, statedOf, toClaimantRef, toClaimRef, wordingOf } from "../claims/refs";
import type { AttributionView, ClaimRef, EarlierFigure, FigureClaim, StatementClaim } from "../claims/types";
import { type MeasureRow, toMeasure, toScope } from "../measures/measures";
import { headlineMeasure } from "../quantity/headline-measure";
import { type HeadlineVerdict, headlineVerdicts } from "../quantity/headline-verdict";
import type { Figure, Measure } from "../quantity/quantity";
import { type ReportedRange, reportedRanges } from "../quantity/range";
import { type Lane, TOPICS } from "../vocabulary";
import { estimateViews, takenBackView } from "./decisions-view";
import type { EstimateRow, TakenBackRow } from "./editors-decisions";
import type { EventClaim, EventRecord } from "./event-select";
import { rangeView } from "./range-view";
import { relationsView } from "./relations-view";
import { type Counts, countsOf, type DerivedClaim } from "./rules";
import type { DocumentedMinimumView, EventFigure, EventPage, MeasureView } from "./types";

/** The rows that an event's page is put together from. */
export type LoadedEvent = {
  event: EventRecord;
  aliases: { name: string }[];
  parties: { claimantId: string; side: string | null }[];
  measures: MeasureRow[];
  /** All published claims, by the date that they were stated. */
  claims: EventClaim[];
  attributions: Map<string, AttributionView[]>;
  /** Accepted supersessions and replacements: the newer claim, and the one whose place it took. */
  links: { fromClaimId: string; toClaimId: string }[];
  parts: EventPage["parts"];
  decisions: { estimates: EstimateRow[]; takenBack: TakenBackRow[] };
};

/** What the rules and the page both need of a figure claim, and what all of them share. */
type Assembled = LoadedEvent & {
  figures: Map<string, Figure>;
  measuresOfRules: Measure[];
  refs: Map<string, ClaimRef>;
  sideOf: Map<string, string | null>;
  earlierOf: Map<string, string[]>;
};

/** Puts an event's page together from its rows: no query, no clock. `relationsOf`: the slug of a measure, or null. */
export function toEventPage(loaded: LoadedEvent, relationsOf: string | null): EventPage {
  const all = assemble(loaded);
  const measures = listMeasures(all);
  const { event, aliases, parties, claims } = all;
  const sides = [...new Set(parties.flatMap(({ side }) => (side === null ? [] : [side])))].sort();
  return {
    slug: event.slug,
    title: event.title,
    summary: event.summary,
    place: {
      name: event.placeName,
      country: event.country,
      aliases: aliases.map(({ name }) => name),
      latitude: event.latitude,
      longitude: event.longitude,
    },
    occurred: {
      edtf: event.occurredEdtf,
      earliest: event.occurredEarliest.getTime(),
      latest: event.occurredLatest.getTime(),
      zone: event.occurredZone,
    },
    otherZones: event.otherZones,
    changedAt: event.changedAt.getTime(),
    publishedAt: event.publishedAt?.getTime() ?? event.changedAt.getTime(),
    version: event.version,
    sides,
    measures,
    parts: all.parts,
    relations: relationsView(relationsOf, measures, all),
    statements: listStatements(all),
    warnings: listWarnings(all),
    takenBack: takenBackView(all.decisions.takenBack, all.refs),
    counts: {
      figures: all.figures.size,
      statements: claims.length - all.figures.size,
      ...countRows(all, claims),
    },
  };
}

function countRows({ attributions }: Assembled, rows: readonly EventClaim[]): Counts {
  return countsOf(
    rows.map((row) => ({
      claimantId: row.claimantId,
      lifecycle: row.lifecycle,
      originKeys: derivedOf(row)?.origin.keys ?? [],
      reportIds: (attributions.get(row.id) ?? []).map(({ report }) => report.publicId),
    })),
  );
}

/** What does not fit between the event's claims (R31), each once, though it is kept beside every claim that it names. */
function listWarnings({ claims, refs }: Assembled): EventPage["warnings"] {
  const warnings = claims.flatMap((row) => derivedOf(row)?.warnings ?? []);
  const once = [...new Map(warnings.map((warning) => [JSON.stringify(warning), warning])).values()];
  return once.slice(0, WARNINGS_SHOWN).map((warning) => ({
    warning,
    claims: warning.claimIds.flatMap((id) => refs.get(id) ?? []),
  }));
}

const WARNINGS_SHOWN = 50;

/** What is kept beside a claim; null before its event was first derived. */
function derivedOf({ derived }: Pick<EventClaim, "derived">): DerivedClaim | null {
  return derived as DerivedClaim | null;
}

function assemble(loaded: LoadedEvent): Assembled {
  const figures = new Map(loaded.claims.flatMap((row) => entry(row.id, toFigure(row))));
  const measuresOfRules = loaded.measures.map(toMeasure);
  const earlierOf = new Map<string, string[]>();
  for (const { fromClaimId, toClaimId } of loaded.links) {
    earlierOf.set(fromClaimId, [...(earlierOf.get(fromClaimId) ?? []), toClaimId]);
  }
  return {
    ...loaded,
    figures,
    measuresOfRules,
    refs: new Map(loaded.claims.map((row) => [row.id, toClaimRef(row)])),
    sideOf: new Map(loaded.parties.map(({ claimantId, side }) => [claimantId, side])),
    earlierOf,
  };
}

function entry<T>(id: string, value: T | null): [string, T][] {
  return value === null ? [] : [[id, value]];
}

function listMeasures(all: Assembled): MeasureView[] {
  const figures = [...all.figures.values()];
  const headlineId = headlineMeasure(
    figures,
    all.measuresOfRules,
    all.event.headlineMeasureId ? [all.event.headlineMeasureId] : [],
  );
  const ranges = reportedRanges(figures, all.measuresOfRules);
  const isHeadline = ({ measureId, lane }: ReportedRange) => measureId === headlineId && lane === "count";
  const verdicts = headlineVerdicts(figures, ranges.find(isHeadline) ?? null);
  return all.measures
    .flatMap((measure) =>
      ranges
        .filter((range) => range.measureId === measure.id)
        .map((range) => ({
          ...toMeasureView(all, measure, range, verdicts),
          isHeadline: isHeadline(range),
        })),
    )
    .sort((a, b) => Number(b.isHeadline) - Number(a.isHeadline));
}

type Verdicts = ReadonlyMap<string, HeadlineVerdict>;

function toMeasureView(
  all: Assembled,
  measure: MeasureRow,
  range: ReportedRange,
  verdicts: Verdicts,
): Omit<MeasureView, "isHeadline"> {
  const rows = all.claims.filter((row) => isFigureOf(all, row, measure.id, range.lane));
  const taken = new Set(all.links.map(({ toClaimId }) => toClaimId));
  return {
    id: measure.id,
    slug: range.lane === "estimate" ? `${measure.slug}-estimates` : measure.slug,
    label: measure.label,
    kinds: measure.kinds,
    scope: toScope(measure),
    unit: measure.unit,
    lane: range.lane,
    range: rangeView(range, all.refs),
    rangeWithAnonymous: rangeView(range.withAnonymous, all.refs),
    documentedMinimum: range.documentedMinima.flatMap((minimum) => toMinimumView(all, minimum)),
    leftOut: range.leftOut.flatMap(({ figureId, reason }) => {
      const claim = all.refs.get(figureId);
      return claim ? [{ claim, reason }] : [];
    }),
    counts: countRows(all, rows),
    estimates: estimateViews(all.decisions.estimates, measure.id, all.claims, all.refs),
    // A superseded figure is drawn on the row of what came after it; a replaced one also stays in its measure.
    figures: rows
      .filter((row) => !(row.lifecycle === "superseded" && taken.has(row.id)))
      .flatMap((row) => toEventFigure(all, row, verdicts)),
  };
}

function isFigureOf(all: Assembled, row: EventClaim, measureId: string, lane: Lane): boolean {
  return row.measureId === measureId && row.lane === lane && all.figures.has(row.id);
}

function toMinimumView(
  all: Assembled,
  minimum: ReportedRange["documentedMinima"][number],
): DocumentedMinimumView[] {
  const claim = all.refs.get(minimum.figureId);
  const exceeds = minimum.exceeds.flatMap((id) => all.refs.get(id) ?? []);
  return claim ? [{ n: minimum.n, basis: minimum.basis, claim, exceeds }] : [];
}

function toEventFigure(all: Assembled, row: EventClaim, verdicts: Verdicts): EventFigure[] {
  const figure = all.figures.get(row.id);
  if (!figure) return [];
  return [
    {
      ...sharedOf(all, row),
      isAnonymous: figure.isAnonymous,
      quantity: figure.quantity,
      relativeTo: (row.relativeToId && all.refs.get(row.relativeToId)) || null,
      asOf: asOfOf(row),
      basis: row.basis,
      lane: row.lane,
      contested: contestedView(all, row),
      earlier: listEarlier(all, row.id),
      headline: verdicts.get(row.id) ?? null,
    },
  ];
}

function sharedOf(all: Assembled, row: EventClaim) {
  return {
    id: row.id,
    publicId: row.publicId,
    claimant: toClaimantRef(row.claimant),
    side: all.sideOf.get(row.claimantId) ?? null,
    wording: wordingOf(row),
    stated: statedOf(row),
    standing: row.standing,
    verification: row.verification,
    lifecycle: row.lifecycle,
    attributions: all.attributions.get(row.id) ?? [],
  };
}

function contestedView(all: Assembled, row: EventClaim): FigureClaim["contested"] {
  const contest = derivedOf(row)?.contest;
  const nearest = contest && all.refs.get(contest.nearestId);
  const farthest = contest && all.refs.get(contest.farthestId);
  return contest && nearest && farthest ? { nearest, farthest, count: contest.count } : null;
}

/** The claims whose place this one took, and theirs, oldest first. Links never form a cycle, but data may lie. */
function listEarlier(all: Assembled, id: string, seen = new Set([id])): EarlierFigure[] {
  return (all.earlierOf.get(id) ?? [])
    .filter((olderId) => !seen.has(olderId))
    .flatMap((olderId) => {
      seen.add(olderId);
      const row = all.claims.find((claim) => claim.id === olderId);
      const figure = all.figures.get(olderId);
      if (!row || !figure) return [];
      const measure = all.measures.find((candidate) => candidate.id === row.measureId);
      const earlier: EarlierFigure = {
        publicId: row.publicId,
        quantity: figure.quantity,
        stated: statedOf(row),
        verification: row.verification,
        lifecycle: row.lifecycle,
        measureLabel: measure?.label ?? "",
      };
      return [...listEarlier(all, olderId, seen), earlier];
    });
}

function listStatements(all: Assembled): EventPage["statements"] {
  return TOPICS.map((topic) => ({
    topic,
    claims: all.claims
      .filter((row) => row.topic === topic)
      .map((row): StatementClaim => ({ ...sharedOf(all, row), topic })),
  })).filter(({ claims }) => claims.length > 0);
}
