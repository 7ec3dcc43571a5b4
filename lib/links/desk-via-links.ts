import "server-only";
import type { Prisma } from "../../prisma/generated/client";
import { leadsTo } from "../attributions/via-decisions";
import type { Actor } from "../auth/actor";
import { authorise } from "../auth/authorise";
import { claimRefSelect, toClaimRef } from "../claims/refs";
import { db } from "../db/client";
import { readCursor, writeCursor } from "../db/cursor";
import { linkedReportSelect, toLinkedReport } from "./linked-claims";
import { nameDeciders } from "./name-deciders";
import type { LinkPage, ViaLinkRow } from "./types";

const PAGE = 50;
const DECIDED_MAX = 200;
/** Of a credited publication so many reports are offered: the last published. */
const CHOICES_MAX = 200;

/** From whom reports were perhaps had, still to be decided, the newest first, of one event or of all. */
export async function listOpenVias(
  actor: Actor,
  { event = null, after = null }: { event?: string | null; after?: string | null } = {},
): Promise<LinkPage<ViaLinkRow>> {
  authorise(actor, "queue:read");
  const cursor = after === null ? null : readCursor(after);
  const rest: Prisma.ViaProposalWhereInput = cursor
    ? { OR: [{ proposedAt: { lt: cursor.at } }, { proposedAt: cursor.at, id: { lt: cursor.id } }] }
    : {};
  const found = await readVias({ AND: [openVias(event), rest] }, event, PAGE + 1, [
    { proposedAt: "desc" },
    { id: "desc" },
  ]);
  const page = found.slice(0, PAGE);
  const last = page.at(-1);
  const next = found.length > PAGE && last ? writeCursor({ at: new Date(last.at), id: last.row.id }) : null;
  return { rows: page.map(({ row }) => row), next };
}

/** What was decided about the reports of an event, the newest first, at most two hundred. */
export async function listDecidedVias(actor: Actor, event: string): Promise<ViaLinkRow[]> {
  authorise(actor, "queue:read");
  const where: Prisma.ViaProposalWhereInput = { state: { not: "proposed" }, report: reportIn(event) };
  const found = await readVias(where, event, DECIDED_MAX, [{ decidedAt: "desc" }, { id: "desc" }]);
  return found.map(({ row }) => row);
}

/** Open proposals whose report still carries a claim that names nobody. */
export function openVias(event: string | null): Prisma.ViaProposalWhereInput {
  return { state: "proposed", report: { attributions: { some: { ...unnamed, claim: claimIn(event) } } } };
}

const unnamed = { viaReportId: null, viaClaimantId: null } as const;

function claimIn(event: string | null): Prisma.ClaimWhereInput {
  return {
    mergedIntoId: null,
    recordStatus: "published",
    event: { mergedIntoId: null, ...(event && { slug: event }) },
  };
}

function reportIn(event: string): Prisma.ReportWhereInput {
  return { attributions: { some: { claim: claimIn(event) } } };
}

async function readVias(
  where: Prisma.ViaProposalWhereInput,
  event: string | null,
  limit: number,
  orderBy: Prisma.ViaProposalOrderByWithRelationInput[],
): Promise<{ row: ViaLinkRow; at: number }[]> {
  const proposals = await db().viaProposal.findMany({
    where,
    include: {
      report: { select: linkedReportSelect },
      viaReport: { select: linkedReportSelect },
      viaPublication: { select: { name: true } },
    },
    orderBy,
    take: limit,
  });
  if (proposals.length === 0) return [];
  const [names, carried, choices] = await Promise.all([
    nameDeciders(proposals),
    readCarried(
      proposals.flatMap(({ reportId, viaReportId }) => (viaReportId ? [reportId, viaReportId] : [reportId])),
      event,
    ),
    readChoices(
      proposals.flatMap((one) =>
        one.viaReportId === null && one.state === "proposed" ? one.viaPublicationId : [],
      ),
    ),
  ]);
  const steps = await readSteps([...new Set(carried.map(({ claim }) => claim.event.id))]);
  return proposals.flatMap((proposal) => {
    const { reportId, viaReportId, viaPublicationId } = proposal;
    const own = carried.filter((one) => one.reportId === reportId);
    const place = (own.find(({ isNamed }) => !isNamed) ?? own[0])?.claim.event;
    if (!place) return [];
    const inOther = new Set(
      carried.filter((one) => one.reportId === viaReportId).map(({ claim }) => claim.id),
    );
    const row: ViaLinkRow = {
      id: proposal.id,
      version: proposal.version,
      state: proposal.state,
      event: place,
      report: toLinkedReport(proposal.report),
      via: proposal.viaReport && toLinkedReport(proposal.viaReport),
      viaPublicationName: proposal.viaPublication.name,
      ground: proposal.ground,
      isOrderKnown: proposal.isOrderKnown,
      similarity: proposal.similarity,
      evidence: proposal.evidence,
      attributions: own
        .filter(({ isNamed, claim }) => !isNamed && claim.event.id === place.id)
        .map(({ id, claim }) => ({
          id,
          claim: toClaimRef(claim),
          statement: claim.qualifier === null ? claim.wording : null,
          isInOther: inOther.has(claim.id),
        })),
      choices: choices
        .filter((report) => report.publicationId === viaPublicationId && report.id !== reportId)
        .map(({ id, publicationId: _, ...report }) => ({ id, report: toLinkedReport(report) })),
      makesCircle: viaReportId !== null && leadsTo(steps, viaReportId, reportId),
      note: proposal.note,
      decided: names(proposal),
    };
    return [{ row, at: proposal.proposedAt.getTime() }];
  });
}

/** What these reports carry of published claims, the first attached first. */
async function readCarried(reportIds: string[], event: string | null) {
  const rows = await db().attribution.findMany({
    where: { reportId: { in: [...new Set(reportIds)] }, claim: claimIn(event) },
    select: {
      id: true,
      reportId: true,
      viaReportId: true,
      viaClaimantId: true,
      claim: { select: { ...claimRefSelect, event: { select: { id: true, slug: true, title: true } } } },
    },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  return rows.map(({ viaReportId, viaClaimantId, ...row }) => ({
    ...row,
    isNamed: viaReportId !== null || viaClaimantId !== null,
  }));
}

function readChoices(publicationIds: string[]) {
  if (publicationIds.length === 0) return [];
  return db().report.findMany({
    where: { publicationId: { in: [...new Set(publicationIds)] } },
    select: { ...linkedReportSelect, id: true, publicationId: true },
    orderBy: [{ publishedEarliest: { sort: "desc", nulls: "last" } }, { id: "desc" }],
    take: CHOICES_MAX,
  });
}

/** Which reports of these events name which others. */
async function readSteps(eventIds: string[]) {
  const rows = await db().attribution.findMany({
    where: { claim: { eventId: { in: eventIds }, mergedIntoId: null }, viaReportId: { not: null } },
    select: { reportId: true, viaReportId: true },
  });
  return rows.flatMap(({ reportId, viaReportId }) => (viaReportId ? [{ reportId, viaReportId }] : []));
}
