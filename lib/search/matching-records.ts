import "server-only";
import { Prisma } from "../../prisma/generated/client";
import { db } from "../db/client";
import type { ChoiceKind } from "./schema";
import { transliterations } from "./transliterate";
import type { Match } from "./types";

type NamedKind = Exclude<ChoiceKind, "report" | "claim">;

/** Three trigrams in ten: PostgreSQL's own six miss a name with two typing errors. */
const SIMILARITY_MIN = "0.3";

/** Longer than any search that ends takes: no search is worth the time of everybody else. */
const TIMEOUT_MS = "2000";

/** More letters than any name has; each costs time. */
const TYPED_LENGTH_MAX = 120;

/** Each name of each record: its id, the name, and whether that is its label. */
export const NAMES: Record<NamedKind, (eventId: string | null) => Prisma.Sql> = {
  event: () => Prisma.sql`
    select id, title as name, search_name, true as "isLabel" from event
    union all select event_id, name, search_name, false from event_alias`,
  claimant: () => Prisma.sql`
    select id, name, search_name, true as "isLabel" from claimant
    union all select claimant_id, name, search_name, false from claimant_alias`,
  publication: () => Prisma.sql`
    select id, name, search_name, true as "isLabel" from publication
    union all select publication_id, name, search_name, false from publication_alias`,
  measure: (eventId) => Prisma.sql`
    select id, label as name, search_name(label) as search_name, true as "isLabel" from measure
    where event_id = ${eventId}::uuid`,
};

/** What may be chosen: a record that still stands for itself. */
const STANDING: Record<NamedKind, Prisma.Sql> = {
  event: Prisma.sql`select id from event where merged_into_id is null and record_status <> 'archived'`,
  claimant: Prisma.sql`select id from claimant where merged_into_id is null`,
  publication: Prisma.sql`select id from publication where merged_into_id is null`,
  measure: Prisma.sql`select id from measure where merged_into_id is null`,
};

/**
 * The records of which a name resembles what was typed, whatever its capitals and accents, or its reading in Latin
 * letters: those of that very name first, then those whose name, then those of which a word begins with it.
 */
export function listMatching(
  kind: NamedKind,
  typed: string,
  eventId: string | null,
  limit: number,
): Promise<RankedMatch[]> {
  const near =
    kind === "claimant" && eventId
      ? Prisma.sql`(exists (select from party p where p.event_id = ${eventId}::uuid and p.claimant_id = n.id)
          or exists (select from claim c where c.event_id = ${eventId}::uuid and c.claimant_id = n.id))`
      : Prisma.sql`false`;
  return selectMatches(typed, NAMES[kind](eventId), STANDING[kind], near, limit);
}

/** 0: the very name; 1: the name begins with what was typed; 2: a word of it does; 3: it resembles it. */
export type RankedMatch = Match & { rank: number };

/** Which of these named records resemble what was typed, and by which of their names? */
export async function selectMatches(
  typed: string,
  names: Prisma.Sql,
  standing: Prisma.Sql,
  near: Prisma.Sql,
  limit: number,
): Promise<RankedMatch[]> {
  const start = typed.slice(0, TYPED_LENGTH_MAX);
  const readings = [start, ...transliterations(start)];
  const [, rows] = await db().$transaction([
    // For this transaction alone.
    db().$queryRaw`select set_config('pg_trgm.word_similarity_threshold', ${SIMILARITY_MIN}, true),
      set_config('statement_timeout', ${TIMEOUT_MS}, true)`,
    db().$queryRaw<RankedMatch[]>`
      with reading as (
        select typed, typed ~ '^[ -~]*$' as "isPlain"
        from (select distinct search_name(typed) as typed from unnest(${readings}::text[]) typed) reading
      ), hit as (
        select names.*, reading.typed from reading join (${names}) names on names.search_name %> reading.typed
        where reading."isPlain"
        union all
        select names.*, reading.typed
        from reading join (${names}) names on position(reading.typed in names.search_name) > 0
        where not reading."isPlain"
      ), ranked as (
        select id, name, "isLabel", word_similarity(typed, search_name) as similarity, length(name) as length,
          position(lower(${start}) in lower(name)) > 0 as "isVerbatim",
          case when search_name = typed then 0 when starts_with(search_name, typed) then 1
            when position(' ' || typed in search_name) > 0 then 2 else 3 end as rank
        from hit
      ), best as (
        select distinct on (id) * from ranked
        order by id, rank, "isVerbatim" desc, similarity desc, "isLabel" desc, name
      )
      select n.id, case when n."isLabel" then null else n.name end as matched, n.rank, ${near} as "isNear"
      from best n
      where n.id in (${standing})
      order by n.rank, "isNear" desc, n.similarity desc, n.length, n.name, n.id
      limit ${limit}`,
  ]);
  return rows;
}
