import "server-only";
import type { Prisma } from "../../prisma/generated/client";
import type { Actor } from "../auth/actor";
import { authorise } from "../auth/authorise";
import { db } from "../db/client";
import { readCursor, writeCursor } from "../db/cursor";
import type { Qualifier, RecordStatus, Topic } from "../vocabulary";

/** A row of a list of claims on the desk, of any record status. */
export type DeskClaimRow = {
  id: string;
  publicId: string;
  version: number;
  event: { slug: string; title: string };
  claimant: { slug: string; name: string };
  /** What a figure counts; null for a statement. */
  measureLabel: string | null;
  topic: Topic | null;
  qualifier: Qualifier | null;
  wording: string;
  recordStatus: RecordStatus;
  returnReason: string | null;
  logger: { id: string; name: string };
  loggedAt: number;
};
export type DeskClaimsPage = { rows: DeskClaimRow[]; next: string | null };

/** The claims that the actor logged, the newest first, of one record status where it is given. */
export async function listMyClaims(
  actor: Actor,
  { status = null, after = null }: { status?: RecordStatus | null; after?: string | null } = {},
  limit = 50,
): Promise<DeskClaimsPage> {
  authorise(actor, "claim:log");
  return listPage({ loggedById: actor.id, ...(status && { recordStatus: status }) }, after, limit);
}

/** What anybody logged, the newest first. */
export async function listRecentClaims(
  actor: Actor,
  { after = null }: { after?: string | null } = {},
  limit = 50,
): Promise<DeskClaimsPage> {
  authorise(actor, "claim:log");
  return listPage({}, after, limit);
}

async function listPage(
  where: Prisma.ClaimWhereInput,
  after: string | null,
  limit: number,
): Promise<DeskClaimsPage> {
  const cursor = after === null ? null : readCursor(after);
  const rest: Prisma.ClaimWhereInput = cursor
    ? { OR: [{ loggedAt: { lt: cursor.at } }, { loggedAt: cursor.at, id: { lt: cursor.id } }] }
    : {};
  const found = await db().claim.findMany({
    where: { AND: [where, rest] },
    orderBy: [{ loggedAt: "desc" }, { id: "desc" }],
    take: limit + 1,
    select: {
      id: true,
      publicId: true,
      version: true,
      event: { select: { slug: true, title: true } },
      claimant: { select: { slug: true, name: true } },
      measure: { select: { label: true } },
      topic: true,
      qualifier: true,
      wording: true,
      recordStatus: true,
      returnReason: true,
      loggedBy: { select: { id: true, name: true } },
      loggedAt: true,
    },
  });
  const page = found.slice(0, limit);
  const last = page.at(-1);
  return {
    rows: page.map(({ measure, loggedBy, loggedAt, ...row }) => ({
      ...row,
      measureLabel: measure?.label ?? null,
      logger: loggedBy,
      loggedAt: loggedAt.getTime(),
    })),
    next: found.length > limit && last ? writeCursor({ at: last.loggedAt, id: last.id }) : null,
  };
}
