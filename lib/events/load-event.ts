import "server-only";
import { Prisma } from "../../prisma/generated/client";
import {
  type AttributionRow,
  attributionSelect,
  attributionsByClaim,
  type ReportRow,
  reportSelect,
} from "../attributions/attribution-view";
import { db } from "../db/client";
import { columnsOf, withDates } from "../db/json-rows";
import { PREPARED } from "../db/statement-name";
import { type MeasureRow, measureSelect } from "../measures/measures";
import { publishedClaimSql, publishedEventSql } from "../publishing/gate-sql";
import { type EditorsDecisions, editorsDecisions } from "./editors-decisions";
import type { LoadedEvent } from "./event-page";
import { type EventClaim, type EventRecord, eventClaimSelect, eventSelect } from "./event-select";
import { otherParts } from "./other-parts";

type Loaded = {
  event: object;
  aliases: { name: string }[];
  parties: { claimantId: string; side: string | null }[];
  measures: MeasureRow[];
  claims: object[];
  attributions: object[];
  reports: object[];
  links: { fromClaimId: string; toClaimId: string }[];
  parts: LoadedEvent["parts"];
  decisions: EditorsDecisions;
};

/**
 * The rows that the page of a published event is put together from, or null. One statement, as each would cost more to
 * send and take apart than to answer.
 */
export async function loadEvent(slug: string): Promise<LoadedEvent | null> {
  const [found] = await db().$queryRaw<{ loaded: Loaded }[]>(eventWith(slug));
  if (!found) return null;
  const { event, claims, attributions, reports, ...rest } = found.loaded;
  return {
    ...rest,
    event: withDates<EventRecord>([event], eventSelect)[0] as EventRecord,
    claims: withDates<EventClaim>(claims, eventClaimSelect),
    attributions: attributionsByClaim(
      withDates<AttributionRow>(attributions, attributionSelect),
      withDates<ReportRow>(reports, reportSelect),
    ),
  };
}

/** What of a published event does its page show: itself, and all that hangs on it in public? One row, or none. */
function eventWith(slug: string): Prisma.Sql {
  return Prisma.sql`${Prisma.raw(PREPARED)}
    select json_build_object(
      'event', (select to_json(r) from (select ${columnsOf("e", eventSelect)}) r),
      'aliases', ${listOf(Prisma.sql`select name from event_alias where event_id = e.id order by name`)},
      'parties', ${listOf(Prisma.sql`select claimant_id as "claimantId", side from party where event_id = e.id`)},
      'measures', ${listOf(Prisma.sql`select ${columnsOf("m", measureSelect)} from measure m where m.event_id = e.id order by m.position`)},
      'claims', ${listOf(claimsOfEvent)},
      'attributions', ${listOf(attributionsOfEvent)},
      'reports', ${listOf(reportsOfEvent)},
      'links', ${listOf(Prisma.sql`
        select l.from_claim_id as "fromClaimId", l.to_claim_id as "toClaimId"
        from claim_link l join claim c on c.id = l.to_claim_id
        where c.event_id = e.id and ${publishedClaimSql}
          and l.state = 'accepted' and l.kind in ('supersedes', 'replaces')`)},
      'parts', ${listOf(otherParts(Prisma.sql`e.id`))},
      'decisions', (select to_json(r) from (${editorsDecisions(Prisma.sql`e.id`)}) r)
    ) as loaded
    from event e where e.slug = ${slug} and ${publishedEventSql("e")}`;
}

const claimsOfEvent = Prisma.sql`
  select ${columnsOf("c", eventClaimSelect)},
    json_build_object('slug', k.slug, 'name', k.name, 'kind', k.kind, 'parent', case when p.id is not null
      then json_build_object('slug', p.slug, 'name', p.name) end) as claimant
  from claim c join claimant k on k.id = c.claimant_id left join claimant p on p.id = k.parent_id
  where c.event_id = e.id and ${publishedClaimSql}
  order by c.stated_earliest, c.number`;

const attributionsOfEvent = Prisma.sql`
  select ${columnsOf("a", attributionSelect)},
    case when v.id is not null then json_build_object('slug', v.slug, 'name', v.name) end as "viaClaimant"
  from claim c join attribution a on a.claim_id = c.id left join claimant v on v.id = a.via_claimant_id
  where c.event_id = e.id and ${publishedClaimSql} and a.published_at is not null
  order by a.created_at, a.id`;

const reportsOfEvent = Prisma.sql`
  select ${columnsOf("r", reportSelect)}, json_build_object('slug', p.slug, 'name', p.name) as publication
  from report r join publication p on p.id = r.publication_id
  where r.id in (
    select unnest(array[a.report_id, a.via_report_id]) from claim c join attribution a on a.claim_id = c.id
    where c.event_id = e.id and ${publishedClaimSql} and a.published_at is not null)`;

function listOf(rows: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(select coalesce(json_agg(r), '[]') from (${rows}) r)`;
}
