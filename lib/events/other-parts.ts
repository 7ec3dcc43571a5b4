import "server-only";
import { db } from "../db/client";
import type { OtherPart } from "./types";

/** Which public events was this one split from, and which were split from it, the oldest split first? One query. */
export function listOtherParts(eventId: string): Promise<OtherPart[]> {
  return db().$queryRaw<OtherPart[]>`
    select event.slug, event.title, event.id = merge.from_id as "isOlder"
    from merge join event on event.id = case when merge.from_id = ${eventId}::uuid then merge.into_id else merge.from_id end
    where merge.kind = 'split' and merge.subject_kind = 'event' and merge.undone_at is null
      and ${eventId}::uuid in (merge.from_id, merge.into_id)
      and event.record_status = 'published' and event.merged_into_id is null
    order by merge.merged_at, merge.id`;
}
