import "server-only";
import type { Prisma } from "../../prisma/generated/client";
import type { Actor } from "../auth/actor";
import { authorise, can } from "../auth/authorise";
import { db } from "../db/client";
import { readCursor, writeCursor } from "../db/cursor";
import { nextSteps } from "../publishing/next-steps";
import { orderOf, QUEUED, queued } from "./queued";
import type { QueueChoices, QueueEvent, QueuePage, QueueRow, QueueSort, QueueTab } from "./types";

/** What of a tab is shown. An event and a claimant are named by their addresses, an assignee by their id. */
export type QueueFilter = {
  tab: QueueTab;
  event?: string;
  claimant?: string;
  /** "me", "nobody" or the id of a person. */
  assignee?: string;
  sort?: QueueSort;
  after?: string;
};

const rowSelect = {
  id: true,
  publicId: true,
  version: true,
  event: { select: { slug: true, title: true, fourEyes: true } },
  claimant: { select: { slug: true, name: true } },
  measure: { select: { label: true } },
  topic: true,
  qualifier: true,
  wording: true,
  recordStatus: true,
  verification: true,
  returnReason: true,
  loggedBy: { select: { id: true, name: true } },
  statusSince: true,
  staleSince: true,
  isContested: true,
  assignment: { select: { assigneeId: true, assignee: { select: { name: true } }, version: true } },
} as const satisfies Prisma.ClaimSelect;
type Row = Prisma.ClaimGetPayload<{ select: typeof rowSelect }>;

/** The claims under one tab of the queue, those that wait longest first unless asked otherwise, a page at a time. */
export async function listQueue(actor: Actor, filter: QueueFilter, limit = 50): Promise<QueuePage> {
  authorise(actor, "queue:read");
  const [kept, seenAt] = await Promise.all([whereOf(filter, actor.id), findQueueVisit(actor)]);
  if (!kept) return { rows: [], next: null };
  const order = orderOf(filter.tab);
  const direction = filter.sort === "newest" ? "desc" : "asc";
  const found = await db().claim.findMany({
    where: { AND: [QUEUED[filter.tab], kept, restOf(filter, order)] },
    orderBy: [{ [order]: direction }, { id: direction }],
    take: limit + 1,
    select: rowSelect,
  });
  const page = found.slice(0, limit);
  const reports = await countReports(page.map(({ id }) => id));
  const last = page.at(-1);
  const at = last?.[order];
  return {
    rows: page.map((row) => toRow(row, reports.get(row.id) ?? 0, seenAt, actor)),
    next: found.length > limit && last && at ? writeCursor({ at, id: last.id }) : null,
  };
}

/** What the filters say, by ids, so that each finds its index; null where they name what is not there. */
async function whereOf(
  { event, claimant, assignee }: QueueFilter,
  actorId: string,
): Promise<Prisma.ClaimWhereInput | null> {
  const select = { id: true } as const;
  const [ofEvent, ofClaimant] = await Promise.all([
    event === undefined ? undefined : db().event.findUnique({ where: { slug: event }, select }),
    claimant === undefined ? undefined : db().claimant.findUnique({ where: { slug: claimant }, select }),
  ]);
  if (ofEvent === null || ofClaimant === null) return null;
  return {
    eventId: ofEvent?.id,
    claimantId: ofClaimant?.id,
    ...(assignee === "nobody" && { NOT: { assignment: { assigneeId: { not: null } } } }),
    ...(assignee !== undefined &&
      assignee !== "nobody" && { assignment: { assigneeId: assignee === "me" ? actorId : assignee } }),
  };
}

function restOf({ sort, after }: QueueFilter, order: "statusSince" | "staleSince"): Prisma.ClaimWhereInput {
  const cursor = after === undefined ? null : readCursor(after);
  if (!cursor) return {};
  const { at, id } = cursor;
  // The first condition follows from the second, and is one that an index can begin at.
  return sort === "newest"
    ? { [order]: { lte: at }, OR: [{ [order]: { lt: at } }, { id: { lt: id } }] }
    : { [order]: { gte: at }, OR: [{ [order]: { gt: at } }, { id: { gt: id } }] };
}

/** How many reports are on file that carry each of these claims, public or not. */
async function countReports(ids: readonly string[]): Promise<Map<string, number>> {
  const pairs = await db().attribution.groupBy({
    by: ["claimId", "reportId"],
    where: { claimId: { in: [...ids] } },
  });
  const counts = new Map<string, number>();
  for (const { claimId } of pairs) counts.set(claimId, (counts.get(claimId) ?? 0) + 1);
  return counts;
}

function toRow(
  { measure, loggedBy, assignment, event, ...row }: Row,
  reportCount: number,
  seenAt: number | null,
  actor: Actor,
): QueueRow {
  const statusSince = row.statusSince.getTime();
  const staleSince = row.staleSince?.getTime() ?? null;
  return {
    ...row,
    event: { slug: event.slug, title: event.title },
    measureLabel: measure?.label ?? null,
    logger: loggedBy,
    statusSince,
    staleSince,
    reportCount,
    assignment: {
      assigneeId: assignment?.assigneeId ?? null,
      assigneeName: assignment?.assignee?.name ?? null,
      version: assignment?.version ?? 0,
    },
    isNew: isNew(seenAt, statusSince, staleSince),
    mayPublish: can(actor.role, "claim:publish") && !(event.fourEyes && loggedBy.id === actor.id),
  };
}

/** To who never marked the queue as seen nothing in it stands out as new. */
function isNew(seenAt: number | null, statusSince: number, staleSince: number | null): boolean {
  return seenAt !== null && Math.max(statusSince, staleSince ?? statusSince) > seenAt;
}

/** When the actor last marked the queue as seen, in ms since 1970 UTC; null: never. */
export async function findQueueVisit(actor: Actor): Promise<number | null> {
  authorise(actor, "queue:read");
  const visit = await db().queueVisit.findUnique({ where: { actorId: actor.id } });
  return visit?.seenAt.getTime() ?? null;
}

const CHOICES_MAX = 200;

/** What the queue can be filtered by, each by name and no more than 200. */
export async function listQueueChoices(actor: Actor): Promise<QueueChoices> {
  authorise(actor, "queue:read");
  const [events, claimants, assignees] = await Promise.all([
    db().event.findMany({
      where: { claims: { some: queued } },
      select: { slug: true, title: true },
      orderBy: [{ title: "asc" }, { id: "asc" }],
      take: CHOICES_MAX,
    }),
    db().claimant.findMany({
      where: { claims: { some: queued } },
      select: { slug: true, name: true },
      orderBy: [{ name: "asc" }, { id: "asc" }],
      take: CHOICES_MAX,
    }),
    db().actor.findMany({
      where: { assigned: { some: { claim: queued } } },
      select: { id: true, name: true },
      orderBy: [{ name: "asc" }, { id: "asc" }],
      take: CHOICES_MAX,
    }),
  ]);
  return { events, claimants, assignees };
}

const EVENTS_MAX = 100;

/** The events that wait for an editor, those that wait longest first, no more than 100. */
export async function listQueueEvents(actor: Actor): Promise<QueueEvent[]> {
  authorise(actor, "queue:read");
  const [rows, seenAt] = await Promise.all([
    db().event.findMany({
      where: { recordStatus: { in: ["submitted", "in_review"] }, mergedIntoId: null },
      select: {
        id: true,
        slug: true,
        version: true,
        title: true,
        placeName: true,
        recordStatus: true,
        statusSince: true,
      },
      orderBy: [{ statusSince: "asc" }, { id: "asc" }],
      take: EVENTS_MAX,
    }),
    findQueueVisit(actor),
  ]);
  return rows.map(({ statusSince, ...row }) => ({
    ...row,
    statusSince: statusSince.getTime(),
    moves: nextSteps(row.recordStatus, actor.role),
    isNew: isNew(seenAt, statusSince.getTime(), null),
  }));
}
