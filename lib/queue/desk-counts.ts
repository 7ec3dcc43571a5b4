import "server-only";
import type { Actor } from "../auth/actor";
import { authorise } from "../auth/authorise";
import { db } from "../db/client";
import type { QueueCounts } from "./types";

const COUNTED_MAX = 1000;

/** How much waits where, each kind counted up to 1,000 and no further. One statement. */
export async function countQueue(actor: Actor): Promise<QueueCounts> {
  authorise(actor, "queue:read");
  // Of each kind of waiting: how many rows are there, as far as we count?
  const [counts] = await db().$queryRaw<QueueCounts[]>`
    with visit as (select seen_at from queue_visit where actor_id = ${actor.id}::uuid)
    select
      (select count(*)::int from (select from claim
        where record_status = 'submitted' and merged_into_id is null limit ${COUNTED_MAX}) as c) as submitted,
      (select count(*)::int from (select from claim
        where record_status = 'in_review' and merged_into_id is null limit ${COUNTED_MAX}) as c) as in_review,
      (select count(*)::int from (select from claim
        where record_status = 'returned' and merged_into_id is null limit ${COUNTED_MAX}) as c) as returned,
      (select count(*)::int from (select from claim
        where stale_since is not null and merged_into_id is null limit ${COUNTED_MAX}) as c) as stale,
      (select count(*)::int from (select from claim
        where is_contested and record_status = 'published' and lifecycle = 'current' and merged_into_id is null
        limit ${COUNTED_MAX}) as c) as contested,
      (select count(*)::int from (select from assignment join claim on claim.id = claim_id
        where assignee_id = ${actor.id}::uuid and record_status in ('submitted', 'in_review', 'returned')
          and merged_into_id is null
        limit ${COUNTED_MAX}) as c) as mine,
      (select count(*)::int from (
        select id from claim
        where record_status in ('submitted', 'in_review', 'returned') and merged_into_id is null
          and status_since > (select seen_at from visit)
        union select id from claim
        where stale_since is not null and stale_since > (select seen_at from visit) and merged_into_id is null
        union select id from claim
        where is_contested and record_status = 'published' and lifecycle = 'current' and merged_into_id is null
          and status_since > (select seen_at from visit)
        limit ${COUNTED_MAX}) as c) as new,
      (select count(*)::int from (select from best_estimate as e
        where stale_since is not null and raw is not null
          and not exists (select from best_estimate as l where l.measure_id = e.measure_id and l.number > e.number)
        limit ${COUNTED_MAX}) as c) as estimates,
      (select count(*)::int from (select from event
        where record_status in ('submitted', 'in_review') and merged_into_id is null
        limit ${COUNTED_MAX}) as c) as events,
      (select count(*)::int from (select from error_report
        where state = 'open' limit ${COUNTED_MAX}) as c) as "errorReports",
      (select count(*)::int from (
        (select from claim_link as l join claim as f on f.id = l.from_claim_id join claim as t on t.id = l.to_claim_id
          where l.state = 'proposed' and l.kind in ('supersedes', 'duplicate_of', 'one_origin')
            and f.record_status = 'published' and t.record_status = 'published'
          limit ${COUNTED_MAX})
        union all (select from via_proposal where state = 'proposed' limit ${COUNTED_MAX})
        limit ${COUNTED_MAX}) as c) as links`;
  return counts as QueueCounts;
}
