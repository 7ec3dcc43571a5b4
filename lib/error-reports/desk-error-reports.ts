import "server-only";
import type { Prisma } from "../../prisma/generated/client";
import type { Actor } from "../auth/actor";
import { authorise, can } from "../auth/authorise";
import { db } from "../db/client";
import { readCursor, writeCursor } from "../db/cursor";
import type { ErrorReportState, Lifecycle } from "../vocabulary";

/** A row of a list of what readers reported. */
export type ErrorReportRow = {
  id: string;
  publicId: string;
  version: number;
  state: ErrorReportState;
  /** In a list only as much of it as tells it from others. */
  text: string;
  receivedAt: number;
  decidedBy: string | null;
  decidedAt: number | null;
  answer: string | null;
  claim: { publicId: string; wording: string; measure: string | null; claimantName: string };
  event: { slug: string; title: string };
};

/** One report of an error, with the claim as it now stands. */
export type ErrorReportView = ErrorReportRow & {
  url: string | null;
  contact: string | null;
  /** Of the claim: the version that the reader saw, and the one that stands now. */
  claimVersion: number;
  currentClaimVersion: number;
  lifecycle: Lifecycle;
  mayDecide: boolean;
};

const PAGE = 50;
const BEGINNING_MAX = 280;

const rowSelect = {
  id: true,
  publicId: true,
  version: true,
  state: true,
  text: true,
  receivedAt: true,
  decidedBy: { select: { name: true } },
  decidedAt: true,
  answer: true,
  claim: {
    select: {
      publicId: true,
      wording: true,
      version: true,
      lifecycle: true,
      claimant: { select: { name: true } },
      measure: { select: { label: true } },
      event: { select: { slug: true, title: true } },
    },
  },
} as const satisfies Prisma.ErrorReportSelect;

/**
 * What readers reported, from a cursor on: what nobody decided yet, the first received first, or what was decided, the
 * last decided first.
 */
export async function listErrorReports(
  actor: Actor,
  { isDecided = false, after = null }: { isDecided?: boolean; after?: string | null } = {},
): Promise<{ rows: ErrorReportRow[]; next: string | null }> {
  authorise(actor, "queue:read");
  const cursor = after === null ? null : readCursor(after);
  const found = await db().errorReport.findMany({
    ...(isDecided ? decidedAfter(cursor) : openAfter(cursor)),
    select: rowSelect,
    take: PAGE + 1,
  });
  const page = found.slice(0, PAGE);
  const last = found.length > PAGE ? page.at(-1) : undefined;
  const at = (isDecided ? last?.decidedAt : last?.receivedAt) ?? null;
  return {
    rows: page.map((row) => ({ ...toRow(row), text: beginningOf(row.text) })),
    next: last && at ? writeCursor({ at, id: last.id }) : null,
  };
}

/** One report of an error by its public id, or null. One query. */
export async function findErrorReport(actor: Actor, publicId: string): Promise<ErrorReportView | null> {
  authorise(actor, "queue:read");
  const row = await db().errorReport.findUnique({
    where: { publicId },
    select: { ...rowSelect, url: true, contact: true, claimVersion: true },
  });
  if (!row) return null;
  return {
    ...toRow(row),
    url: row.url,
    contact: row.contact,
    claimVersion: row.claimVersion,
    currentClaimVersion: row.claim.version,
    lifecycle: row.claim.lifecycle,
    mayDecide: row.state === "open" && can(actor.role, "error_report:decide"),
  };
}

type Cursor = ReturnType<typeof readCursor>;

function openAfter(cursor: Cursor): Pick<Prisma.ErrorReportFindManyArgs, "where" | "orderBy"> {
  const rest: Prisma.ErrorReportWhereInput = cursor
    ? { OR: [{ receivedAt: { gt: cursor.at } }, { receivedAt: cursor.at, id: { gt: cursor.id } }] }
    : {};
  return { where: { state: "open", ...rest }, orderBy: [{ receivedAt: "asc" }, { id: "asc" }] };
}

function decidedAfter(cursor: Cursor): Pick<Prisma.ErrorReportFindManyArgs, "where" | "orderBy"> {
  const rest: Prisma.ErrorReportWhereInput = cursor
    ? { OR: [{ decidedAt: { lt: cursor.at } }, { decidedAt: cursor.at, id: { lt: cursor.id } }] }
    : {};
  return { where: { state: { not: "open" }, ...rest }, orderBy: [{ decidedAt: "desc" }, { id: "desc" }] };
}

type Row = Prisma.ErrorReportGetPayload<{ select: typeof rowSelect }>;

function toRow({ claim, ...row }: Row): ErrorReportRow {
  return {
    id: row.id,
    publicId: row.publicId,
    version: row.version,
    state: row.state,
    text: row.text,
    receivedAt: row.receivedAt.getTime(),
    decidedBy: row.decidedBy?.name ?? null,
    decidedAt: row.decidedAt?.getTime() ?? null,
    answer: row.answer,
    claim: {
      publicId: claim.publicId,
      wording: claim.wording,
      measure: claim.measure?.label ?? null,
      claimantName: claim.claimant.name,
    },
    event: claim.event,
  };
}

/** Cut between words, where there are any. */
function beginningOf(text: string): string {
  if (text.length <= BEGINNING_MAX) return text;
  const cut = text.slice(0, BEGINNING_MAX);
  return `${cut.slice(0, Math.max(cut.search(/\s\S*$/), BEGINNING_MAX - 40))}…`;
}
