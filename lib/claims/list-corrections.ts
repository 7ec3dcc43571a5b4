import "server-only";
import type { Prisma } from "../../prisma/generated/client";
import { db } from "../db/client";
import { type Cursor, readCursor, writeCursor } from "../db/cursor";
import { published, publishedEvent } from "../publishing/gate";
import type { CorrectionKind, Role } from "../vocabulary";
import { type FieldChange, listChanges } from "./list-changes";
import { listPublicRedactions, type RedactionRow } from "./public-redactions";
import { claimRefSelect, toClaimRef } from "./refs";
import type { ClaimRef } from "./types";

/** One public correction, or the redaction of a field, of which readers see that it was made and why. */
export type CorrectionView = {
  id: string;
  kind: CorrectionKind | "redaction";
  at: number;
  by: { name: string; role: Role };
  reason: string;
  /** Null for a redaction of a record that belongs to no one event. */
  event: { slug: string; title: string } | null;
  claim: ClaimRef | null;
  /** Of an amendment or a misreport: what was typed before and after. */
  changes: FieldChange[];
  /** Of a redaction: of what kind of record, and which of its fields. */
  redacted: { subjectKind: RedactionRow["subjectKind"]; field: string } | null;
};

export type CorrectionsPage = { rows: CorrectionView[]; next: string | null };

/**
 * The corrections of published records, of one event or of all, the newest first, from a cursor on (R26). Redactions
 * stand among them. A bounded number of queries, whatever the number of corrections.
 */
export async function listCorrections(
  { event = null, after = null }: { event?: string | null; after?: string | null } = {},
  limit = 50,
): Promise<CorrectionsPage> {
  const cursor = after === null ? null : readCursor(after);
  const where = event === null ? {} : { event: { slug: event } };
  const [corrections, redactions] = await Promise.all([
    readCorrections({ AND: [where, beforeCursor(cursor)] }, limit + 1),
    listPublicRedactions({ event }),
  ]);
  const found = [...corrections, ...redactions.map(toView).filter((view) => isBefore(view, cursor))]
    .sort(newestFirst)
    .slice(0, limit + 1);
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  const next = found.length > limit && last ? writeCursor({ at: new Date(last.at), id: last.id }) : null;
  return { rows, next };
}

/** What was amended, taken back or redacted of one published claim, the newest first. */
export async function listAmendments(claimId: string): Promise<CorrectionView[]> {
  const [corrections, redactions] = await Promise.all([
    readCorrections({ claimId }, AMENDMENTS_MAX),
    listPublicRedactions({ claimId }),
  ]);
  return [...corrections, ...redactions.map(toView)].sort(newestFirst);
}

/** Far above any real claim. */
const AMENDMENTS_MAX = 500;

const correctionSelect = {
  id: true,
  kind: true,
  reason: true,
  correctedAt: true,
  correctedBy: { select: { name: true, role: true } },
  event: { select: { slug: true, title: true } },
  claimId: true,
  claimVersion: true,
  claim: { select: claimRefSelect },
} as const satisfies Prisma.CorrectionSelect;

async function readCorrections(where: Prisma.CorrectionWhereInput, limit: number): Promise<CorrectionView[]> {
  const rows = await db().correction.findMany({
    where: {
      AND: [
        where,
        {
          publishedAt: { not: null },
          event: publishedEvent,
          OR: [{ claimId: null }, { claim: published }],
        },
      ],
    },
    select: correctionSelect,
    orderBy: [{ correctedAt: "desc" }, { id: "desc" }],
    take: limit,
  });
  const changes = await listChanges(rows);
  return rows.map(({ id, kind, reason, correctedAt, correctedBy, event, claim }) => ({
    id,
    kind,
    at: correctedAt.getTime(),
    by: { name: correctedBy.name, role: changes.get(id)?.role ?? correctedBy.role },
    reason,
    event,
    claim: claim && toClaimRef(claim),
    changes: changes.get(id)?.changes ?? [],
    redacted: null,
  }));
}

function beforeCursor(cursor: Cursor | null): Prisma.CorrectionWhereInput {
  if (!cursor) return {};
  const { at, id } = cursor;
  return { OR: [{ correctedAt: { lt: at } }, { correctedAt: at, id: { lt: id } }] };
}

function isBefore({ at, id }: CorrectionView, cursor: Cursor | null): boolean {
  if (!cursor) return true;
  const instant = cursor.at.getTime();
  return at < instant || (at === instant && id < cursor.id);
}

function newestFirst(a: CorrectionView, b: CorrectionView): number {
  return b.at - a.at || (a.id < b.id ? 1 : -1);
}

function toView({ subjectKind, field, claim, ...row }: RedactionRow): CorrectionView {
  const redacted = { subjectKind, field };
  return { ...row, kind: "redaction", claim: claim && toClaimRef(claim), changes: [], redacted };
}
