import "server-only";
import { countStates, type StateCounts, type StateGroup } from "../claimants/rules";
import { db } from "../db/client";

/** The published claims of a member of a claimant, at whatever distance below it (R18). */
export type MemberClaims = {
  slug: string;
  name: string;
  /** The body that it belongs to, where that is not the claimant itself. */
  partOf: { slug: string; name: string } | null;
  claims: number;
  current: number;
};

export type ClaimantCounts = { own: StateCounts; members: MemberClaims[] };

/** So many members are told. */
export const MEMBERS_MAX = 200;

/**
 * How many published claims a claimant has itself, in which states, and how many each of those that belong to it has:
 * never added together (R18). Two queries.
 */
export async function countOfClaimant(claimantSlug: string): Promise<ClaimantCounts> {
  const [groups, members] = await Promise.all([countOwn(claimantSlug), countMembers(claimantSlug)]);
  return { own: countStates(groups), members };
}

/** How many published claims of this claimant are there in each of their states together? */
function countOwn(slug: string): Promise<StateGroup[]> {
  return db().$queryRaw<StateGroup[]>`
    select c.lifecycle, c.verification, c.is_contested as "isContested",
      c.standing = 'disowned' as "isDisowned", count(*)::int as count
    from claim c join event e on e.id = c.event_id
    where c.record_status = 'published' and c.merged_into_id is null
      and e.record_status = 'published' and e.merged_into_id is null
      and c.claimant_id = (select id from claimant where slug = ${slug})
    group by 1, 2, 3, 4`;
}

type Member = Omit<MemberClaims, "partOf"> & { bodySlug: string; bodyName: string };

/** Who belongs to this claimant, at whatever distance, and has published claims of its own; how many? */
async function countMembers(slug: string): Promise<MemberClaims[]> {
  const rows = await db().$queryRaw<Member[]>`
    with recursive below as (
      select id, 0 as depth from claimant where slug = ${slug}
      union all
      select member.id, below.depth + 1
      from below join claimant member on member.parent_id = below.id where below.depth < 50
    ), member as (select id, min(depth) as depth from below group by id having min(depth) > 0)
    select m.slug, m.name, body.slug as "bodySlug", body.name as "bodyName", count(*)::int as claims,
      count(*) filter (where c.lifecycle = 'current')::int as current
    from member join claimant m on m.id = member.id and m.merged_into_id is null
      join claimant body on body.id = m.parent_id
      join claim c on c.claimant_id = m.id and c.record_status = 'published' and c.merged_into_id is null
      join event e on e.id = c.event_id and e.record_status = 'published' and e.merged_into_id is null
    group by m.id, body.id
    order by m.name, m.id
    limit ${MEMBERS_MAX}`;
  return rows.map(({ bodySlug, bodyName, ...member }) => ({
    ...member,
    partOf: bodySlug === slug ? null : { slug: bodySlug, name: bodyName },
  }));
}
