import "server-only";
import type { Prisma } from "../../prisma/generated/client";
import type { Actor } from "../auth/actor";
import { authorise } from "../auth/authorise";
import type { UncertainDate } from "../dates/edtf";
import { db } from "../db/client";
import { readCursor, writeCursor } from "../db/cursor";
import type { RecordStatus } from "../vocabulary";
import { valuesOf } from "./event-row";
import type { EditEvent } from "./schema";

/** A row of a list of events on the desk, of any record status. */
export type DeskEventRow = {
  id: string;
  slug: string;
  version: number;
  title: string;
  placeName: string;
  occurred: UncertainDate;
  recordStatus: RecordStatus;
  changedAt: number;
  claimCount: number;
};
export type DeskEventsPage = { rows: DeskEventRow[]; next: string | null };

/** An event as the desk shows it: what an edit begins with, the names for its ids, and where it stands. */
export type DeskEvent = {
  /** Whole input of editEvent, but for the reason. */
  values: Required<Omit<EditEvent, "reason">>;
  recordStatus: RecordStatus;
  /** Why an editor gave it back, while it is returned. */
  returnReason: string | null;
  publishedAt: number | null;
  changedAt: number;
  headlineMeasureId: string | null;
  isFollowed: boolean;
  claimCount: number;
  claimants: { id: string; slug: string; name: string }[];
  /** Where it leads, once it was merged (R30). */
  mergedInto: { slug: string; title: string } | null;
};

/** The events whose title or name has this text in it, the latest changed first; none that was merged. */
export async function listDeskEvents(
  actor: Actor,
  filter: { q?: string | null; status?: RecordStatus | null; after?: string | null } = {},
  limit = 50,
): Promise<DeskEventsPage> {
  authorise(actor, "record:edit");
  const { q = null, status = null, after = null } = filter;
  const cursor = after === null ? null : readCursor(after);
  const has = { contains: q ?? "", mode: "insensitive" } as const;
  const named: Prisma.EventWhereInput = q
    ? { OR: [{ title: has }, { slug: has }, { aliases: { some: { name: has } } }] }
    : {};
  const rest: Prisma.EventWhereInput = cursor
    ? { OR: [{ changedAt: { lt: cursor.at } }, { changedAt: cursor.at, id: { lt: cursor.id } }] }
    : {};
  const found = await db().event.findMany({
    where: { mergedIntoId: null, ...(status && { recordStatus: status }), AND: [named, rest] },
    include: { _count: { select: { claims: true } } },
    orderBy: [{ changedAt: "desc" }, { id: "desc" }],
    take: limit + 1,
  });
  const page = found.slice(0, limit);
  const last = page.at(-1);
  return {
    rows: page.map((row) => ({
      id: row.id,
      slug: row.slug,
      version: row.version,
      title: row.title,
      placeName: row.placeName,
      occurred: {
        edtf: row.occurredEdtf,
        earliest: row.occurredEarliest.getTime(),
        latest: row.occurredLatest.getTime(),
        zone: row.occurredZone,
      },
      recordStatus: row.recordStatus,
      changedAt: row.changedAt.getTime(),
      claimCount: row._count.claims,
    })),
    next: found.length > limit && last ? writeCursor({ at: last.changedAt, id: last.id }) : null,
  };
}

/** An event of any record status by its present address, or null. */
export async function findEventForDesk(actor: Actor, slug: string): Promise<DeskEvent | null> {
  authorise(actor, "record:edit");
  const row = await db().event.findUnique({
    where: { slug },
    include: {
      aliases: { orderBy: { name: "asc" } },
      parties: {
        orderBy: { claimant: { name: "asc" } },
        include: { claimant: { select: { id: true, slug: true, name: true } } },
      },
      mergedInto: { select: { slug: true, title: true } },
      follows: { where: { actorId: actor.id } },
      _count: { select: { claims: true } },
    },
  });
  if (!row) return null;
  const { occurred, ...values } = valuesOf(row);
  const { id, version, fourEyes } = row;
  return {
    values: { id, version, fourEyes, ...values, occurred: { edtf: occurred.edtf, zone: occurred.zone } },
    recordStatus: row.recordStatus,
    returnReason: row.recordStatus === "returned" ? await findReturnReason(id) : null,
    publishedAt: row.publishedAt?.getTime() ?? null,
    changedAt: row.changedAt.getTime(),
    headlineMeasureId: row.headlineMeasureId,
    isFollowed: row.follows.length > 0,
    claimCount: row._count.claims,
    claimants: row.parties.map(({ claimant }) => claimant),
    mergedInto: row.mergedInto,
  };
}

/** The reason stands in the history alone: an event has no field for it. */
async function findReturnReason(eventId: string): Promise<string | null> {
  const revision = await db().revision.findFirst({
    where: { subjectKind: "event", subjectId: eventId, action: "event.returned" },
    orderBy: { version: "desc" },
    select: { content: { select: { fields: true } } },
  });
  const { reason } = (revision?.content?.fields ?? {}) as { reason?: { after: string } | null };
  return reason?.after ?? null;
}
