import "server-only";
import { db } from "../db/client";
import type { ChoiceKind } from "./schema";
import type { Match } from "./types";

/** How far back "recently" reaches, in records: enough to fill any list, and the same however many there are. */
const LOOKED_AT_MAX = 500;

/** The records that somebody who has typed nothing probably means: of the event first, then the latest used. */
export async function listRecent(kind: ChoiceKind, eventId: string | null, limit: number): Promise<Match[]> {
  const rows = await RECENT[kind](eventId, limit);
  return rows.map(({ id }) => ({ id, matched: null }));
}

type Ids = Promise<{ id: string }[]>;

const RECENT: Record<ChoiceKind, (eventId: string | null, limit: number) => Ids> = {
  event: listChangedEvents,
  claimant: selectClaimants,
  publication: selectPublications,
  report: selectReports,
  measure: listMeasures,
  claim: listClaims,
};

function listChangedEvents(_: string | null, limit: number): Ids {
  return db().event.findMany({
    where: { mergedIntoId: null, recordStatus: { not: "archived" } },
    select: { id: true },
    orderBy: [{ changedAt: "desc" }, { id: "desc" }],
    take: limit,
  });
}

/** Which claimants have a part in this event, then a claim in it or a recent one elsewhere, then were filed last? */
function selectClaimants(eventId: string | null, limit: number): Ids {
  return db().$queryRaw`
    with used as (
      select claimant_id as id, 1 as nearness, logged_at as at from claim where event_id = ${eventId}::uuid
      union all select claimant_id, 1, null from party where event_id = ${eventId}::uuid
      union all (select claimant_id, 2, logged_at from claim order by id desc limit ${LOOKED_AT_MAX})
      union all (select id, 3, created_at from claimant order by id desc limit ${limit})
    )
    select used.id from used join claimant on claimant.id = used.id and claimant.merged_into_id is null
    group by used.id
    order by min(nearness), max(at) filter (where nearness < 3) desc nulls last, used.id desc
    limit ${limit}`;
}

/** Which publications had a report filed last, and then: which were filed last themselves? */
function selectPublications(_: string | null, limit: number): Ids {
  return db().$queryRaw`
    with used as (
      (select publication_id as id, 1 as nearness, created_at as at from report order by id desc limit ${LOOKED_AT_MAX})
      union all (select id, 2, created_at from publication order by id desc limit ${limit})
    )
    select used.id from used join publication on publication.id = used.id and publication.merged_into_id is null
    group by used.id
    order by min(nearness), max(at) desc, used.id desc
    limit ${limit}`;
}

/** Which reports were attached to a claim of this event last, and then: which were filed last? */
function selectReports(eventId: string | null, limit: number): Ids {
  return db().$queryRaw`
    with used as (
      select a.report_id as id, 1 as nearness, a.created_at as at
      from attribution a join claim c on c.id = a.claim_id where c.event_id = ${eventId}::uuid
      union all (select id, 2, created_at from report order by id desc limit ${limit})
    )
    select id from used group by id order by min(nearness), max(at) desc, id desc limit ${limit}`;
}

async function listMeasures(eventId: string | null, limit: number): Ids {
  if (!eventId) return [];
  return db().measure.findMany({
    where: { eventId, mergedIntoId: null },
    select: { id: true },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    take: limit,
  });
}

async function listClaims(eventId: string | null, limit: number): Ids {
  if (!eventId) return [];
  return db().claim.findMany({
    where: { eventId, recordStatus: { not: "archived" }, mergedIntoId: null },
    select: { id: true },
    orderBy: { number: "desc" },
    take: limit,
  });
}
