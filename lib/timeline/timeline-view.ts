import { toFigure } from "../claims/figures";
import { asOfOf, statedOf, toClaimantRef, toClaimRef, wordingOf } from "../claims/refs";
import type { EventPage, MeasureView } from "../events/types";
import { groupBy } from "../group-by";
import { fell } from "../quantity/revision";
import type { TimelineClaim, TimelineLink, TimelineRows } from "./list-rows";
import type {
  Departure,
  EventTimeline,
  TimelineFigure,
  TimelineMeasure,
  TimelineStep,
  WhyLower,
} from "./types";

/** Puts the timeline of an event together from its page and its rows: no query, no clock. */
export function toEventTimeline(page: EventPage, rows: TimelineRows): EventTimeline {
  const { slug, title, occurred, version, changedAt, publishedAt, sides } = page;
  return {
    event: { slug, title, occurred, version, changedAt, publishedAt },
    sides,
    measures: page.measures.map((measure) => toTimelineMeasure(measure, rows)),
  };
}

function toTimelineMeasure(measure: MeasureView, rows: TimelineRows): TimelineMeasure {
  const { slug, label, kinds, unit, lane, isHeadline, documentedMinimum, scope } = measure;
  const own = rows.claims.filter((row) => row.measureId === measure.id && row.lane === lane && toFigure(row));
  const placeOf = new Map(own.map(({ id }, place) => [id, place]));
  const shown = new Map(measure.figures.map((figure) => [figure.publicId, figure]));
  const sideOf = new Map(rows.parties.map(({ claimantId, side }) => [claimantId, side]));
  return {
    slug,
    label,
    kinds,
    unit,
    total: scope.total,
    lane,
    isHeadline,
    figures: own.flatMap((row) =>
      toTimelineFigure(row, sideOf.get(row.claimantId) ?? null, shown.get(row.publicId)?.contested ?? null),
    ),
    steps: stepsOf(placeOf, rows),
    departures: departuresOf(placeOf, rows),
    documented: documentedMinimum[0] ?? null,
  };
}

function toTimelineFigure(
  row: TimelineClaim,
  side: string | null,
  contested: TimelineFigure["contested"],
): TimelineFigure[] {
  const figure = toFigure(row);
  if (!figure) return [];
  return [
    {
      publicId: row.publicId,
      claimant: toClaimantRef(row.claimant),
      side,
      isAnonymous: figure.isAnonymous,
      quantity: figure.quantity,
      wording: wordingOf(row),
      stated: statedOf(row),
      asOf: asOfOf(row),
      basis: row.basis,
      isForecast: row.isForecast,
      standing: row.standing,
      verification: row.verification,
      lifecycle: row.lifecycle,
      contested,
    },
  ];
}

type Places = ReadonlyMap<string, number>;

/** Within one measure: whose place was taken by whom. */
function stepsOf(placeOf: Places, { claims, links, reasons }: TimelineRows): TimelineStep[] {
  const byId = new Map(claims.map((row) => [row.id, row]));
  return links.flatMap((link): TimelineStep[] => {
    const [older, newer] = [placeOf.get(link.toClaimId), placeOf.get(link.fromClaimId)];
    if (older === undefined || newer === undefined) return [];
    const [before, after] = [figureOf(byId, link.toClaimId), figureOf(byId, link.fromClaimId)];
    const isDownward = before !== null && after !== null && fell(after.quantity, before.quantity);
    return [{ older, newer, isDownward, why: whyOf(link, reasons) }];
  });
}

/** What a claimant gave up to count something else from then on (R22). */
function departuresOf(placeOf: Places, { claims, links, measures }: TimelineRows): Departure[] {
  const byId = new Map(claims.map((row) => [row.id, row]));
  return links.flatMap((link): Departure[] => {
    const [older, newer] = [placeOf.get(link.toClaimId), byId.get(link.fromClaimId)];
    if (older === undefined || !newer || placeOf.has(newer.id)) return [];
    const measureLabel = measures.find(({ id }) => id === newer.measureId)?.label ?? "";
    const { earliest, latest } = statedOf(newer);
    return [{ older, claim: toClaimRef(newer), measureLabel, at: (earliest + latest) / 2 }];
  });
}

function figureOf(byId: ReadonlyMap<string, TimelineClaim>, id: string) {
  const row = byId.get(id);
  return row ? toFigure(row) : null;
}

/** Why a figure is lower than the one before: the decision's reason, and each report's own (R20). */
export function whyOf(
  { fromClaimId, downwardReason }: TimelineLink,
  reasons: TimelineRows["reasons"],
): WhyLower {
  const own = groupBy(reasons, ({ claimId }) => claimId).get(fromClaimId) ?? [];
  return {
    decided: downwardReason,
    reported: own.flatMap(({ downwardReason: reason, report }) =>
      reason ? [{ reason, publicationName: report.publication.name, reportId: report.publicId }] : [],
    ),
  };
}
