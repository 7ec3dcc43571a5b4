import "server-only";
import type { Db } from "../db/client";
import type { ClaimantFacts } from "../origins/trace";

type Row = {
  id: string;
  name: string;
  is_unnamed: boolean;
  body_id: string;
  side: string | null;
  publication_id: string | null;
  publication_name: string | null;
  family_id: string | null;
  family_name: string | null;
};

/** What independence looks at of claimants (R12), by their ids: one query, whatever their number. */
export async function listClaimantFacts(
  db: Db,
  eventId: string,
  ids: readonly string[],
): Promise<Map<string, ClaimantFacts>> {
  // For each claimant: which body is at the top of those it belongs to, which side is the nearest above it in this
  // event, and through which publication does it speak?
  const rows = await db.$queryRaw<Row[]>`
    with recursive above as (
      select id as claimant_id, id as body_id, parent_id, 0 as steps from claimant where id = any(${ids}::uuid[])
      union all
      select above.claimant_id, body.id, body.parent_id, above.steps + 1
      from above join claimant body on body.id = above.parent_id where above.steps < 50
    )
    select claimant.id, claimant.name, claimant.kind = 'unnamed' as is_unnamed,
      (select body_id from above where claimant_id = claimant.id order by steps desc limit 1) as body_id,
      (select party.side from above join party on party.claimant_id = above.body_id and party.event_id = ${eventId}::uuid
        where above.claimant_id = claimant.id and party.side is not null order by above.steps limit 1) as side,
      publication.id as publication_id, publication.name as publication_name,
      family.id as family_id, family.name as family_name
    from claimant
      left join publication on publication.id = coalesce(claimant.via_publication_id, claimant.publication_id)
      left join publisher_family family on family.id = publication.family_id
    where claimant.id = any(${ids}::uuid[])`;
  return new Map(rows.map((row) => [row.id, toFacts(row)]));
}

function toFacts(row: Row): ClaimantFacts {
  const family = row.family_id === null ? null : { id: row.family_id, name: row.family_name ?? "" };
  return {
    id: row.id,
    name: row.name,
    bodyId: row.body_id,
    isUnnamed: row.is_unnamed,
    side: row.side,
    publication:
      row.publication_id === null
        ? null
        : { id: row.publication_id, name: row.publication_name ?? "", family },
  };
}
