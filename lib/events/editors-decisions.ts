import "server-only";
import { Prisma } from "../../prisma/generated/client";
import { db } from "../db/client";
import type { CorrectionKind } from "../vocabulary";
import { TAKEN_BACK_SHOWN } from "./decisions-view";

/** One best estimate of a measure, or that it was withdrawn, as it is stored. Instants in milliseconds since 1970 UTC. */
export type EstimateRow = {
  measureId: string;
  number: number;
  raw: string | null;
  method: string;
  by: string;
  at: number;
  staleSince: number | null;
  claimIds: string[];
};

/** A claim that was taken back in public, by whom and why. */
export type TakenBackRow = { claimId: string; kind: CorrectionKind; at: number; reason: string };

export type EditorsDecisions = { estimates: EstimateRow[]; takenBack: TakenBackRow[] };

/**
 * What editors published of an event beside its claims: the estimates of its measures, the newest first (R10), and the
 * claims that were taken back last, one more than are shown, of those taken back until an instant (in milliseconds since
 * 1970 UTC) or of all (R23, R24). One query. The event is public: ask before.
 */
export async function listEditorsDecisions(
  eventId: string,
  takenBackUntil: number | null = null,
): Promise<EditorsDecisions> {
  const [row] = await db().$queryRaw<EditorsDecisions[]>(
    editorsDecisions(Prisma.sql`${eventId}::uuid`, takenBackUntil),
  );
  return row ?? { estimates: [], takenBack: [] };
}

/** That query, of an event that a statement names. */
export function editorsDecisions(eventId: Prisma.Sql, takenBackUntil: number | null = null): Prisma.Sql {
  const until =
    takenBackUntil === null ? Prisma.empty : Prisma.sql`and corrected_at <= ${new Date(takenBackUntil)}`;
  return Prisma.sql`
    select
      (select coalesce(jsonb_agg(to_jsonb(made) order by made."measureId", made.number desc), '[]') from (
        select best_estimate.measure_id as "measureId", best_estimate.number, raw, method, actor.name as "by",
          floor(extract(epoch from estimated_at) * 1000) as at,
          floor(extract(epoch from stale_since) * 1000) as "staleSince",
          (select coalesce(jsonb_agg(input.claim_id), '[]') from best_estimate_input input
            where input.estimate_id = best_estimate.id) as "claimIds"
        from best_estimate
          join measure on measure.id = best_estimate.measure_id
          join actor on actor.id = best_estimate.estimated_by_id
        where measure.event_id = ${eventId} and best_estimate.published_at is not null
      ) made) as estimates,
      (select coalesce(jsonb_agg(to_jsonb(taken) order by taken.at desc, taken.id desc), '[]') from (
        select correction.id, correction.claim_id as "claimId", correction.kind, correction.reason,
          floor(extract(epoch from corrected_at) * 1000) as at
        from correction join claim on claim.id = correction.claim_id
        where correction.event_id = ${eventId} and correction.published_at is not null
          and correction.kind in ('retraction', 'correction', 'disowned', 'entry_error')
          and claim.record_status = 'published' and claim.merged_into_id is null ${until}
        order by corrected_at desc, correction.id desc
        limit ${TAKEN_BACK_SHOWN + 1}
      ) taken) as "takenBack"`;
}
