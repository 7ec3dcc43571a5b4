import "server-only";
import { Prisma } from "../../prisma/generated/client";
import { db } from "../db/client";
import { publishedEventSql } from "../publishing/gate-sql";
import type { OtherPart } from "./types";

/**
 * Which public events was this one split from, and which were split from it, the oldest split first, of the splits made
 * until an instant (in milliseconds since 1970 UTC), or of all? One query.
 */
export function listOtherParts(eventId: string, until: number | null = null): Promise<OtherPart[]> {
  return db().$queryRaw<OtherPart[]>(otherParts(Prisma.sql`${eventId}::uuid`, until));
}

/** That query, of an event that a statement names. */
export function otherParts(eventId: Prisma.Sql, until: number | null = null): Prisma.Sql {
  const made = until === null ? Prisma.empty : Prisma.sql`and merge.merged_at <= ${new Date(until)}`;
  return Prisma.sql`
    select part.slug, part.title, part.id = merge.from_id as "isOlder"
    from merge join event part on part.id = case when merge.from_id = ${eventId} then merge.into_id else merge.from_id end
    where merge.kind = 'split' and merge.subject_kind = 'event' and merge.undone_at is null
      and ${eventId} in (merge.from_id, merge.into_id) ${made}
      and ${publishedEventSql("part")}
    order by merge.merged_at, merge.id`;
}
