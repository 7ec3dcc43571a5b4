import "server-only";
import type { Prisma } from "../../prisma/generated/client";
import type { Actor } from "../auth/actor";
import { authorise, can } from "../auth/authorise";
import { toInput, valuesOf } from "../claims/claim-row";
import { type ClaimInput, type RecordedFields, valuesByRevision } from "../claims/claim-versions";
import type { ParsedAttribution } from "../claims/schema";
import { db } from "../db/client";
import { readCursor, writeCursor } from "../db/cursor";
import type { Json } from "../history/digest";
import type { ProposalKind, ProposalState } from "../vocabulary";

/** A row of a list of proposals. */
export type ProposalRow = {
  id: string;
  version: number;
  kind: ProposalKind;
  state: ProposalState;
  reason: string;
  /** Why it was declined. */
  answer: string | null;
  proposedBy: { id: string; name: string };
  proposedAt: number;
  decidedBy: string | null;
  decidedAt: number | null;
  claim: { id: string; publicId: string; wording: string; claimantName: string };
  event: { slug: string; title: string };
};

/** One field that a proposal would change: as its author read it, as they would have it, and as it is now. */
export type ProposedField = { field: string; before: Json; proposed: Json; current: Json };

/** A proposal against the claim as it now stands. */
export type ProposalView = ProposalRow & {
  /** Of the claim: that which its author read, and that to accept with (R33). */
  claimVersion: number;
  currentClaimVersion: number;
  /** Of an amendment the fields that it would change, of a report all of its attribution. */
  fields: ProposedField[];
  /** The names of the records that fields point at, by id; of a claim its public id. */
  names: Record<string, string>;
  /** The actor may accept or decline it: it is open, and four eyes see it where they must. */
  mayAccept: boolean;
  mayDecline: boolean;
};

const PAGE = 50;
const MINE_MAX = 100;

const rowSelect = {
  id: true,
  version: true,
  kind: true,
  state: true,
  reason: true,
  answer: true,
  proposedBy: { select: { id: true, name: true } },
  proposedAt: true,
  decidedBy: { select: { name: true } },
  decidedAt: true,
  claim: {
    select: {
      id: true,
      publicId: true,
      wording: true,
      claimant: { select: { name: true } },
      event: { select: { slug: true, title: true } },
    },
  },
} as const satisfies Prisma.ProposalSelect;

/** The proposals that nobody decided yet, the first made first, from a cursor on. */
export async function listOpenProposals(
  actor: Actor,
  { after = null }: { after?: string | null } = {},
): Promise<{ rows: ProposalRow[]; next: string | null }> {
  authorise(actor, "proposal:make");
  const cursor = after === null ? null : readCursor(after);
  const rest: Prisma.ProposalWhereInput = cursor
    ? { OR: [{ proposedAt: { gt: cursor.at } }, { proposedAt: cursor.at, id: { gt: cursor.id } }] }
    : {};
  const found = await db().proposal.findMany({
    where: { state: "open", ...rest },
    select: rowSelect,
    orderBy: [{ proposedAt: "asc" }, { id: "asc" }],
    take: PAGE + 1,
  });
  const page = found.slice(0, PAGE);
  const last = page.at(-1);
  const next = found.length > PAGE && last ? writeCursor({ at: last.proposedAt, id: last.id }) : null;
  return { rows: page.map(toRow), next };
}

/** What the actor proposed, the newest first, at most a hundred, with the answers. */
export async function listMyProposals(actor: Actor): Promise<ProposalRow[]> {
  authorise(actor, "proposal:make");
  const rows = await db().proposal.findMany({
    where: { proposedById: actor.id },
    select: rowSelect,
    orderBy: [{ proposedAt: "desc" }, { id: "desc" }],
    take: MINE_MAX,
  });
  return rows.map(toRow);
}

/** One proposal, field by field, or null. A bounded number of queries. */
export async function findProposal(actor: Actor, id: string): Promise<ProposalView | null> {
  authorise(actor, "proposal:make");
  const row = await db().proposal.findUnique({
    where: { id },
    select: {
      ...rowSelect,
      claimVersion: true,
      changes: true,
      claim: { include: { claimant: true, event: true } },
    },
  });
  if (!row) return null;
  const { claim } = row;
  const changes = row.changes as Record<string, Json>;
  const current = toInput(valuesOf(claim));
  const before =
    row.kind === "report" ? null : await readVersion(claim.id, row.claimVersion, claim.event.occurredZone);
  const isProposed = (field: string) => Object.hasOwn(changes, field);
  const fields = Object.keys(row.kind === "report" ? ATTRIBUTION : current)
    .filter(isProposed)
    .map((field) => ({
      field,
      proposed: changes[field] ?? null,
      before: typedIn(before, field),
      current: row.kind === "report" ? null : typedIn(current, field),
    }));
  const mayDecide = row.state === "open" && can(actor.role, "proposal:decide");
  const isOwn = row.proposedBy.id === actor.id;
  return {
    ...toRow(row),
    claimVersion: row.claimVersion,
    currentClaimVersion: claim.version,
    fields,
    names: await namesIn(fields),
    mayAccept: mayDecide && !(claim.event.fourEyes && isOwn),
    mayDecline: mayDecide,
  };
}

// The database keeps no order of its own within JSON.
const ATTRIBUTION: Record<keyof ParsedAttribution, true> = {
  reportId: true,
  carries: true,
  viaReportId: true,
  viaClaimantId: true,
  locator: true,
  passage: true,
  drift: true,
  misreport: true,
  downwardReason: true,
};

type Row = Prisma.ProposalGetPayload<{ select: typeof rowSelect }>;

function toRow(row: Row): ProposalRow {
  const { claim } = row;
  return {
    id: row.id,
    version: row.version,
    kind: row.kind,
    state: row.state,
    reason: row.reason,
    answer: row.answer,
    proposedBy: row.proposedBy,
    proposedAt: row.proposedAt.getTime(),
    decidedBy: row.decidedBy?.name ?? null,
    decidedAt: row.decidedAt?.getTime() ?? null,
    claim: {
      id: claim.id,
      publicId: claim.publicId,
      wording: claim.wording,
      claimantName: claim.claimant.name,
    },
    event: { slug: claim.event.slug, title: claim.event.title },
  };
}

/** What was typed of a claim at one of its versions. */
async function readVersion(claimId: string, version: number, zone: string): Promise<ClaimInput | null> {
  const revisions = await db().revision.findMany({
    where: { subjectKind: "claim", subjectId: claimId, version: { lte: version } },
    orderBy: { version: "asc" },
    select: { content: { select: { fields: true } } },
  });
  const recorded = revisions.map(({ content }) => (content?.fields ?? {}) as RecordedFields);
  return valuesByRevision(recorded, zone).at(-1) ?? null;
}

function typedIn(input: ClaimInput | null, field: string): Json {
  return (input as Record<string, Json> | null)?.[field] ?? null;
}

async function namesIn(fields: readonly ProposedField[]): Promise<Record<string, string>> {
  const ids = fields
    .filter(({ field }) => field.endsWith("Id"))
    .flatMap(({ before, proposed, current }) => [before, proposed, current])
    .filter((id) => typeof id === "string");
  if (ids.length === 0) return {};
  const where = { id: { in: ids } };
  const [claimants, measures, claims, reports] = await Promise.all([
    db().claimant.findMany({ where, select: { id: true, name: true } }),
    db().measure.findMany({ where, select: { id: true, label: true } }),
    db().claim.findMany({ where, select: { id: true, publicId: true } }),
    db().report.findMany({
      where,
      select: { id: true, title: true, publication: { select: { name: true } } },
    }),
  ]);
  return Object.fromEntries([
    ...claimants.map(({ id, name }) => [id, name]),
    ...measures.map(({ id, label }) => [id, label]),
    ...claims.map(({ id, publicId }) => [id, publicId]),
    ...reports.map(({ id, title, publication }) => [id, title ?? publication.name]),
  ]);
}
