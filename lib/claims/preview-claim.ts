import "server-only";
import type { Actor } from "../auth/actor";
import { authorise } from "../auth/authorise";
import { dateFrom } from "../dates/columns";
import type { UncertainDate } from "../dates/edtf";
import { db } from "../db/client";
import type { FormTexts } from "../forms/read-form";
import { measureSelect, toMeasure } from "../measures/measures";
import {
  type ConsistencyClaim,
  type ConsistencyWarning,
  consistencyWarnings,
  type FigureRefusal,
  figureRefusals,
} from "../quantity/consistency";
import type { Figure, Quantity } from "../quantity/quantity";
import { proposeSupersessions } from "../quantity/revision";
import type { RecordStatus } from "../vocabulary";
import { type ClaimFormContext, type ReadClaimForm, readClaimForm } from "./claim-form";
import { figureSelect, toFigure } from "./figures";
import { isSameClaim, mayBeSameClaim } from "./twins";

/** A figure on file that the one being typed may be, follow or clash with. */
export type KinView = {
  id: string;
  publicId: string;
  claimant: string;
  quantity: Quantity;
  stated: UncertainDate;
  recordStatus: RecordStatus;
};

/** What is known of a claim while it is typed. Nothing is written, and nothing of it is public. */
export type ClaimPreview = {
  read: ReadClaimForm;
  context: ClaimFormContext;
  /** R31: what keeps it from being logged. */
  refusals: FigureRefusal[];
  /** R27: this very claim is on file. */
  same: KinView | null;
  /** R28: perhaps this claim, for a person to say. */
  twins: KinView[];
  /** R19: whose place it may take, or who may take its place; a downward move needs its reason (R20). */
  supersedes: { claim: KinView; needsReason: boolean }[];
  /** R31: what does not fit, with the figures that it clashes with. */
  warnings: { warning: ConsistencyWarning; claims: KinView[] }[];
};

/** Reads a claim's form and holds it against what its event has on file. At most seven queries. */
export async function previewClaim(actor: Actor, fields: FormTexts, now: Date): Promise<ClaimPreview> {
  authorise(actor, "claim:log");
  const event = await findEvent(fields.text("eventId"));
  const measure = event && (await findMeasure(event.id, fields.text("measureId")));
  const context: ClaimFormContext = {
    measure: measure && { kinds: measure.kinds, unit: measure.unit },
    zone: event?.occurred.zone ?? "UTC",
    near: event?.occurred ?? null,
    now: now.getTime(),
  };
  const read = readClaimForm(fields, context);
  const nothing = { read, context, refusals: [], same: null, twins: [], supersedes: [], warnings: [] };
  const { stated, asOf } = read.dates;
  if (!event || !measure || !read.quantity || stated?.state !== "read") return nothing;

  const own: Figure = {
    id: fields.text("claimId") ?? OWN,
    measureId: measure.id,
    claimantId: fields.text("claimantId") ?? OWN,
    isAnonymous: false,
    lane: ["model", "survey"].includes(fields.raw("basis")) ? "estimate" : "count",
    basis: (fields.text("basis") ?? "unstated") as Figure["basis"],
    quantity: read.quantity,
    statedEarliest: stated.date.earliest,
    statedLatest: stated.date.latest,
    asOfEarliest: asOf?.state === "read" ? asOf.date.earliest : null,
    asOfLatest: asOf?.state === "read" ? asOf.date.latest : null,
    order: Number.MAX_SAFE_INTEGER,
    verification: "unverified",
    standing: "reported",
    lifecycle: "current",
  };
  const isForecast = fields.flag("isForecast");
  const periodEarliest = measure.periodEarliest?.getTime() ?? null;
  const refusals = figureRefusals(
    { ...own, isForecast },
    { ...measure, periodEarliest },
    event.occurred.earliest,
  );
  // A figure that cannot stand is held against no other.
  if (refusals.length > 0) return { ...nothing, refusals };

  const [others, links, report] = await Promise.all([
    listFigures(event.id, own.id),
    listDecided(own.id),
    findReportDates(fields.text("reportId")),
  ]);
  const kin = others.filter(
    ({ figure }) => figure.claimantId === own.claimantId && figure.measureId === own.measureId,
  );
  const twins = kin.filter(({ figure }) => figure.lane === own.lane && mayBeSameClaim(own, figure));
  return {
    read,
    context,
    refusals,
    same: kin.find(({ figure }) => isSameClaim(own, figure))?.view ?? null,
    twins: twins.map(({ view }) => view),
    supersedes: supersessionsOf(own, kin, measure, links),
    warnings: warningsOf({ ...own, reports: report }, others, await listMeasures(event.id)),
  };
}

// No record has this id: it stands for the claim that has none yet.
const OWN = "00000000-0000-0000-0000-000000000000";

type Filed = { figure: Figure; view: KinView; reports: ConsistencyClaim["reports"] };

async function findEvent(id: string | null) {
  const row = id && isId(id) ? await db().event.findUnique({ where: { id }, select: eventSelect }) : null;
  if (!row) return null;
  const occurred = dateFrom(row.occurredEdtf, row.occurredEarliest, row.occurredLatest, row.occurredZone);
  return occurred && { id: row.id, occurred };
}

const eventSelect = {
  id: true,
  occurredEdtf: true,
  occurredEarliest: true,
  occurredLatest: true,
  occurredZone: true,
} as const;

function findMeasure(eventId: string, id: string | null) {
  if (!id || !isId(id)) return null;
  const select = { ...measureSelect, periodEarliest: true };
  return db().measure.findUnique({ where: { id, eventId, mergedIntoId: null }, select });
}

/** The figures on file of an event that still stand, as the rules see them. */
async function listFigures(eventId: string, ownId: string): Promise<Filed[]> {
  const rows = await db().claim.findMany({
    where: {
      eventId,
      type: "figure",
      id: { not: ownId },
      lifecycle: { not: "entry_error" },
      recordStatus: { not: "archived" },
      mergedIntoId: null,
    },
    select: {
      ...figureSelect,
      publicId: true,
      recordStatus: true,
      claimant: { select: { kind: true, name: true } },
      statedEdtf: true,
      statedZone: true,
      attributions: {
        select: { report: { select: { id: true, publishedEarliest: true, publishedLatest: true } } },
      },
    },
    orderBy: { number: "asc" },
  });
  return rows.flatMap((row): Filed[] => {
    const figure = toFigure(row);
    const stated = dateFrom(row.statedEdtf, row.statedEarliest, row.statedLatest, row.statedZone);
    if (!figure || !stated) return [];
    const { id, publicId, recordStatus, claimant } = row;
    const view = { id, publicId, recordStatus, claimant: claimant.name, quantity: figure.quantity, stated };
    return [{ figure, view, reports: row.attributions.map(({ report }) => toDates(report)) }];
  });
}

async function listMeasures(eventId: string) {
  const rows = await db().measure.findMany({
    where: { eventId, mergedIntoId: null },
    select: { ...measureSelect, partOfId: true },
    orderBy: { position: "asc" },
  });
  return {
    measures: rows.map(toMeasure),
    partOf: new Map(rows.flatMap(({ id, partOfId }) => (partOfId ? [[id, partOfId] as const] : []))),
  };
}

/** R19: what was decided of a claim that is edited is not asked again. */
async function listDecided(ownId: string) {
  const links = await db().claimLink.findMany({
    where: { kind: "supersedes", OR: [{ fromClaimId: ownId }, { toClaimId: ownId }] },
    select: { fromClaimId: true, toClaimId: true },
  });
  return links.map(({ fromClaimId: newerId, toClaimId: olderId }) => ({ newerId, olderId }));
}

async function findReportDates(id: string | null): Promise<ConsistencyClaim["reports"]> {
  if (!id || !isId(id)) return [];
  const select = { id: true, publishedEarliest: true, publishedLatest: true } as const;
  const report = await db().report.findUnique({ where: { id }, select });
  return report ? [toDates(report)] : [];
}

function toDates(report: { id: string; publishedEarliest: Date | null; publishedLatest: Date | null }) {
  const [publishedEarliest, publishedLatest] = [report.publishedEarliest, report.publishedLatest];
  return {
    id: report.id,
    publishedEarliest: publishedEarliest?.getTime() ?? null,
    publishedLatest: publishedLatest?.getTime() ?? null,
  };
}

function supersessionsOf(
  own: Figure,
  kin: readonly Filed[],
  measure: Parameters<typeof toMeasure>[0],
  decided: Awaited<ReturnType<typeof listDecided>>,
): ClaimPreview["supersedes"] {
  const figures = [...kin.map(({ figure }) => figure), own];
  const { proposals } = proposeSupersessions(figures, [toMeasure(measure)], decided);
  return proposals.flatMap(({ newerId, olderId, needsReason }) => {
    const older = newerId === own.id ? kin.find(({ figure }) => figure.id === olderId) : undefined;
    return older ? [{ claim: older.view, needsReason }] : [];
  });
}

function warningsOf(
  own: ConsistencyClaim,
  others: readonly Filed[],
  { measures, partOf }: Awaited<ReturnType<typeof listMeasures>>,
): ClaimPreview["warnings"] {
  const claims = [...others.map(({ figure, reports }) => ({ ...figure, reports })), own];
  const views = new Map(others.map(({ view }) => [view.id, view]));
  return consistencyWarnings(claims, measures, partOf)
    .filter(({ claimIds }) => claimIds.includes(own.id))
    .map((warning) => ({
      warning,
      claims: warning.claimIds.flatMap((id) => views.get(id) ?? []),
    }));
}

function isId(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
}
