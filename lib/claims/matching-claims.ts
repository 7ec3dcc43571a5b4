import { Prisma } from "../../prisma/generated/client";
import type { Cursor } from "../db/cursor";
import type { ListClaims } from "./schema";

/**
 * Which published claims fit the filters (R34), in their order, from a cursor on? A query for their ids and, as `at`,
 * the instants that they are ordered by: for the list on the screen and for its downloads.
 */
export function matchingClaims(
  query: ListClaims,
  cursor: Cursor | null,
  isBackward: boolean,
  limit: number,
): Prisma.Sql {
  const column = query.sort === "-published" ? Prisma.sql`c.published_at` : Prisma.sql`c.stated_earliest`;
  const isAscending = (query.sort === "stated") !== isBackward;
  const direction = isAscending ? Prisma.sql`asc` : Prisma.sql`desc`;
  const comparison = isAscending ? Prisma.sql`>` : Prisma.sql`<`;
  const conditions = [
    Prisma.sql`c.record_status = 'published' and c.merged_into_id is null`,
    Prisma.sql`e.record_status = 'published' and e.merged_into_id is null`,
    ...conditionsOf(query),
  ];
  if (cursor)
    conditions.push(
      Prisma.sql`(${column}, c.id) ${comparison} (${cursor.at}::timestamptz, ${cursor.id}::uuid)`,
    );
  return Prisma.sql`
    select c.id, ${column} as at
    from claim c join event e on e.id = c.event_id
    where ${Prisma.join(conditions, " and ")}
    order by ${column} ${direction}, c.id ${direction}
    limit ${limit}`;
}

function conditionsOf(query: ListClaims): Prisma.Sql[] {
  const conditions: Prisma.Sql[] = [];
  const { q, event, claimant, publication, type, kind, topic, verification, lifecycle, contested, from, to } =
    query;
  if (event) conditions.push(Prisma.sql`e.slug = ${event}`);
  if (claimant)
    conditions.push(Prisma.sql`c.claimant_id = (select id from claimant where slug = ${claimant})`);
  if (publication) conditions.push(carriedBy(publication));
  if (type) conditions.push(Prisma.sql`c.type = ${type}::claim_type`);
  if (kind) {
    conditions.push(
      Prisma.sql`exists (select from measure m where m.id = c.measure_id and m.kinds @> array[${kind}]::measure_kind[])`,
    );
  }
  if (topic) conditions.push(Prisma.sql`c.topic = ${topic}::topic`);
  if (verification) conditions.push(Prisma.sql`c.verification = ${verification}::verification`);
  if (lifecycle) conditions.push(Prisma.sql`c.lifecycle = ${lifecycle}::lifecycle`);
  if (contested) conditions.push(Prisma.sql`c.is_contested`);
  if (from) conditions.push(statedOnOrAfter(from));
  if (to) conditions.push(statedOnOrBefore(to));
  if (q) conditions.push(mentions(q));
  return conditions;
}

// A day is one of the calendar where it was stated. Instants that are two days off fit no zone's calendar, and
// that much the index can tell.
function statedOnOrAfter(day: string): Prisma.Sql {
  return Prisma.sql`c.stated_latest >= ${day}::date - 2
    and (c.stated_latest at time zone c.stated_zone)::date >= ${day}::date`;
}

function statedOnOrBefore(day: string): Prisma.Sql {
  return Prisma.sql`c.stated_earliest < ${day}::date + 2
    and (c.stated_earliest at time zone c.stated_zone)::date <= ${day}::date`;
}

function carriedBy(publication: string): Prisma.Sql {
  return Prisma.sql`exists (
    select from attribution a join report r on r.id = a.report_id join publication p on p.id = r.publication_id
    where a.claim_id = c.id and a.published_at is not null and p.slug = ${publication})`;
}

/** The words of the claim, or the name of its claimant, in any of its scripts, or of its event. */
function mentions(q: string): Prisma.Sql {
  const part = `%${q.replace(/[\\%_]/g, "\\$&")}%`;
  return Prisma.sql`(
    c.search @@ websearch_to_tsquery('simple', immutable_unaccent(${q}))
    or c.claimant_id in (
      select id from claimant where name ilike ${part}
      union select claimant_id from claimant_alias where name ilike ${part})
    or c.event_id in (
      select id from event where title ilike ${part} or place_name ilike ${part}
      union select event_id from event_alias where name ilike ${part}))`;
}
