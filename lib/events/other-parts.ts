import "server-only";
import { Prisma } from "../../prisma/generated/client";
import { db } from "../db/client";
import type { OtherPart } from "./types";

/**
 * Which public events was this one split from, and which were split from it, the oldest split first, of the splits made
 * until an instant (in milliseconds since 1970 UTC), or of all? One query.
 */
export function listOtherParts(eventId: string, until: number | null = null): Promise<OtherPart[]> {
  const made = until === null ? Prisma.empty : Prisma.sql`and merge.merged_at <= ${new Date(until)}`;
  return db().$queryRaw<OtherPart[]>`
    select event.slug, event.title, event.id = merge.from_id as "isOlder"
    from merge join event on event.id = case when merge.from_id = ${eventId}::uuid then merge.into_id else merge.from_id end
    where merge.kind = 'split' and merge.subject_kind = 'event' and merge.undone_at is null
      and ${eventId}::uuid in (merge.from_id, merge.into_id) ${made}
      and event.record_status = 'published' and event.merged_into_id is null
    order by merge.merged_at, merge.id`;
}
