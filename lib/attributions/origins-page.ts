import "server-only";
import type { Prisma } from "../../prisma/generated/client";
import { claimRefColumns, toClaimRef, wordingOf } from "../claims/refs";
import { dateFrom } from "../dates/columns";
import { db } from "../db/client";
import { readInputs } from "../events/read-inputs";
import { deriveFrom, type EventInputs, type EventSummary } from "../events/rules";
import { published, publishedEvent } from "../publishing/gate";
import { LANES } from "../vocabulary";
import type { Traced } from "./claim-branches";
import { originsOf } from "./origin-trees";
import type { Named, OriginsOfMeasure, OriginsPage, ReportRef } from "./types";

const claimSelect = {
  ...claimRefColumns,
  claimantId: true,
  wordingLanguage: true,
  wordingTranslation: true,
  wordingTranslatedBy: true,
  standing: true,
} as const satisfies Prisma.ClaimSelect;

const reportSelect = {
  id: true,
  publicId: true,
  title: true,
  publicationId: true,
  publishedEdtf: true,
  publishedEarliest: true,
  publishedLatest: true,
  publishedZone: true,
  isRead: true,
} as const satisfies Prisma.ReportSelect;

/**
 * What rests on what in a published event, from its published claims and attributions alone; or null (R8, R12-R15, R17,
 * R34). Twelve queries, whatever the number of claims and reports.
 */
export async function findOrigins(slug: string): Promise<OriginsPage | null> {
  const event = await db().event.findFirst({
    where: { slug, ...publishedEvent },
    select: { id: true, slug: true, title: true, version: true, changedAt: true },
  });
  if (!event) return null;

  const inputs = await readInputs(db(), event.id);
  const { origins, summary } = deriveFrom(inputs);
  const reportIds = reportIdsOf(inputs);
  const [claimRows, reportRows, named] = await Promise.all([
    db().claim.findMany({ where: { eventId: event.id, ...published }, select: claimSelect }),
    db().report.findMany({ where: { id: { in: reportIds } }, select: reportSelect }),
    listNamed(event.id, inputs, reportIds),
  ]);

  const names = new Map(named.map(({ id, slug, name }) => [id, { slug, name }]));
  const sideOf = new Map(named.map(({ id, side }) => [id, side]));
  const traced: Traced = {
    inputs,
    origins,
    claims: new Map(claimRows.map((row) => [row.id, toToldClaim(row, names)])),
    reports: new Map(reportRows.map((row) => [row.id, toReportRef(row, names)])),
    names,
    sideOf: (claimantId) => sideOf.get(claimantId) ?? null,
  };
  const { id: _, changedAt, ...head } = event;
  return {
    ...head,
    changedAt: changedAt.getTime(),
    sides: [...new Set(named.flatMap(({ side }) => side ?? []))].sort(),
    counts: { figures: summary.figureCount, statements: summary.statementCount, ...summary.counts },
    ...groupsOf(traced, summary),
  };
}

function reportIdsOf({ attributions }: EventInputs): string[] {
  const ids = attributions.flatMap(({ reportId, viaReportId }) => [reportId, viaReportId ?? reportId]);
  return [...new Set(ids)];
}

type NamedRow = Named & { id: string; side: string | null };

/** What claimants, publications and measures are called, and the sides of the event's parties: one query for all. */
async function listNamed(eventId: string, { claims, claimants }: EventInputs, reportIds: string[]) {
  const claimantIds = [...new Set([...claims.map(({ claimantId }) => claimantId), ...claimants.keys()])];
  const viaIds = [...claimants.values()].flatMap(({ publication }) => publication?.id ?? []);
  // How are these claims' claimants called, and on which side does each party stand? How are these reports'
  // publications called, and the measures of the event?
  return db().$queryRaw<NamedRow[]>`
    select claimant.id, slug, name, party.side from claimant
      left join party on party.claimant_id = claimant.id and party.event_id = ${eventId}::uuid
      where claimant.id = any(${claimantIds}::uuid[]
        || array(select claimant_id from party where event_id = ${eventId}::uuid))
    union all
    select id, slug, name, null from publication
      where id = any(${viaIds}::uuid[]
        || array(select publication_id from report where id = any(${reportIds}::uuid[])))
    union all
    select id, slug, label, null from measure where event_id = ${eventId}::uuid`;
}

type Names = ReadonlyMap<string, Named>;

const nameOf = (id: string, names: Names): Named => names.get(id) ?? { slug: "", name: "" };

function toToldClaim(row: Prisma.ClaimGetPayload<{ select: typeof claimSelect }>, names: Names) {
  const claim = toClaimRef({ ...row, claimant: nameOf(row.claimantId, names) });
  return { claim, wording: wordingOf(row), standing: row.standing };
}

function toReportRef(row: Prisma.ReportGetPayload<{ select: typeof reportSelect }>, names: Names): ReportRef {
  const { publishedEdtf, publishedEarliest, publishedLatest, publishedZone } = row;
  return {
    publicId: row.publicId,
    title: row.title,
    publication: nameOf(row.publicationId, names),
    published: dateFrom(publishedEdtf, publishedEarliest, publishedLatest, publishedZone),
    isRead: row.isRead,
  };
}

/** The measures as the event page orders and names them, estimates apart from counts (R11); then the statements. */
function groupsOf(
  traced: Traced,
  { headlineMeasureId }: EventSummary,
): Pick<OriginsPage, "measures" | "statements"> {
  const { measures, claims } = traced.inputs;
  const shown = measures.flatMap(({ id }) =>
    LANES.flatMap((lane) => {
      const group = claims.filter((claim) => claim.figure?.measureId === id && claim.lane === lane);
      if (group.length === 0) return [];
      const { slug, name: label } = nameOf(id, traced.names);
      const view: OriginsOfMeasure = {
        slug: lane === "estimate" ? `${slug}-estimates` : slug,
        label,
        lane,
        ...originsOf(traced, group),
      };
      return [{ view, isHeadline: id === headlineMeasureId && lane === "count" }];
    }),
  );
  const statements = claims.filter(({ figure }) => figure === null);
  return {
    measures: shown.toSorted((a, b) => Number(b.isHeadline) - Number(a.isHeadline)).map(({ view }) => view),
    statements: statements.length > 0 ? originsOf(traced, statements) : null,
  };
}
