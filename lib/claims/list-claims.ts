import "server-only";
import { Prisma } from "../../prisma/generated/client";
import { db } from "../db/client";
import { type Cursor, readCursor, writeCursor } from "../db/cursor";
import { published } from "../publishing/gate";
import { toQuantity } from "./figures";
import { claimantSelect, statedOf, toClaimantRef, wordingOf } from "./refs";
import type { ListClaims } from "./schema";
import type { ClaimRow } from "./types";

/** One page of a list, with the cursors of its neighbours; null where there is none. */
export type ClaimsPage = { rows: ClaimRow[]; previous: string | null; next: string | null };

const rowSelect = {
  id: true,
  publicId: true,
  type: true,
  event: { select: { slug: true, title: true } },
  claimant: { select: claimantSelect },
  measure: { select: { label: true, kinds: true, unit: true } },
  wording: true,
  wordingLanguage: true,
  wordingTranslation: true,
  wordingTranslatedBy: true,
  qualifier: true,
  low: true,
  high: true,
  central: true,
  reading: true,
  topic: true,
  statedEdtf: true,
  statedEarliest: true,
  statedLatest: true,
  statedZone: true,
  publishedAt: true,
  reportCount: true,
  standing: true,
  verification: true,
  lifecycle: true,
  isContested: true,
  recordStatus: true,
} as const satisfies Prisma.ClaimSelect;

type Row = Prisma.ClaimGetPayload<{ select: typeof rowSelect }>;
type Match = { id: string; at: Date };

/**
 * One page of the published claims that fit all filters. Six queries, whatever the number of claims; reads no
 * more rows than the page shows and one.
 */
export async function listClaims(query: ListClaims, limit = 50): Promise<ClaimsPage> {
  const { matches, hasEarlier, hasLater } = await listMatches(query, limit);
  const rows = await listClaimRows(matches.map(({ id }) => id));
  const first = matches[0];
  const last = matches.at(-1);
  return {
    rows,
    previous: hasEarlier && first ? writeCursor(first) : null,
    next: hasLater && last ? writeCursor(last) : null,
  };
}

/** The rows of these published claims, in their order; those that are not public are left out (R34). */
export async function listClaimRows(ids: readonly string[]): Promise<ClaimRow[]> {
  const found = await db().claim.findMany({
    where: { id: { in: [...ids] }, ...published },
    select: rowSelect,
  });
  const byId = new Map(found.map((row) => [row.id, toClaimRow(row)]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

async function listMatches(query: ListClaims, limit: number) {
  const cursorText = query.before ?? query.after;
  const cursor = cursorText === null ? null : readCursor(cursorText);
  const isBackward = cursor !== null && query.before !== null;
  const found = await selectMatches(query, cursor, isBackward, limit + 1);
  const hasMore = found.length > limit;
  const matches = found.slice(0, limit);
  if (isBackward) matches.reverse();
  return {
    matches,
    hasEarlier: isBackward ? hasMore : cursor !== null,
    hasLater: isBackward ? true : hasMore,
  };
}

/** Which published claims fit the filters, in their order, from a cursor on? */
function selectMatches(query: ListClaims, cursor: Cursor | null, isBackward: boolean, limit: number) {
  const column = query.sort === "-published" ? Prisma.sql`c.published_at` : Prisma.sql`c.stated_earliest`;
  const isAscending = (query.sort === "stated") !== isBackward;
  const direction = isAscending ? Prisma.sql`asc` : Prisma.sql`desc`;
  const comparison = isAscending ? Prisma.sql`>` : Prisma.sql`<`;
  const conditions = [
    Prisma.sql`c.record_status = 'published' and c.merged_into_id is null`,
    Prisma.sql`e.record_status = 'published'`,
    ...conditionsOf(query),
  ];
  if (cursor)
    conditions.push(
      Prisma.sql`(${column}, c.id) ${comparison} (${cursor.at}::timestamptz, ${cursor.id}::uuid)`,
    );
  return db().$queryRaw<Match[]>`
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

function toClaimRow(row: Row): ClaimRow {
  const quantity = toQuantity(row);
  return {
    publicId: row.publicId,
    type: row.type,
    event: row.event,
    claimant: toClaimantRef(row.claimant),
    figure:
      quantity && row.measure
        ? { quantity, measureLabel: row.measure.label, kinds: row.measure.kinds, unit: row.measure.unit }
        : null,
    wording: wordingOf(row),
    topic: row.topic,
    stated: statedOf(row),
    reportCount: row.reportCount,
    standing: row.standing,
    verification: row.verification,
    lifecycle: row.lifecycle,
    isContested: row.isContested,
    recordStatus: row.recordStatus,
  };
}
