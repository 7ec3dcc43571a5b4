import "server-only";
import type { Db } from "../db/client";

/** A claimant and all that belong to it, at whatever distance: one query. */
export async function listMembersOf(db: Db, ids: readonly string[]): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    with recursive below as (
      select id from claimant where id = any(${ids}::uuid[])
      union
      select member.id from below join claimant member on member.parent_id = below.id
    )
    select id from below`;
  return rows.map(({ id }) => id);
}

/**
 * The events, of any state, whose figures may stand otherwise to each other when something of these claimants changes:
 * where they or their members have a claim or a part, or something was had from them. In order, each once.
 */
export async function listEventsOfClaimants(db: Db, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const members = await listMembersOf(db, ids);
  const rows = await db.$queryRaw<{ id: string }[]>`
    select event_id as id from claim where claimant_id = any(${members}::uuid[])
    union select event_id from party where claimant_id = any(${members}::uuid[])
    union select claim.event_id from attribution join claim on claim.id = attribution.claim_id
      where attribution.via_claimant_id = any(${members}::uuid[])
    order by id`;
  return rows.map(({ id }) => id);
}
