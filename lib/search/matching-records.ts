import "server-only";
import { Prisma } from "../../prisma/generated/client";
import { db } from "../db/client";
import { PREPARED } from "../db/statement-name";
import type { ChoiceKind } from "./schema";
import { transliterations } from "./transliterate";
import type { Match } from "./types";

type NamedKind = Exclude<ChoiceKind, "report" | "claim">;

/**
 * Of ten trigrams: six first, which find every name that a word of begins with what was typed; where they find too few,
 * three, since six miss a name with two typing errors. What three find is thousands, of what is very common.
 */
// What the database itself takes, unless a transaction says otherwise.
const STRICT = "0.6";
export const LOOSE = "0.3";
type Similarity = typeof STRICT | typeof LOOSE;

/** Longer than any search that ends takes: no search is worth the time of everybody else. */
const TIMEOUT_MS = 2_000;

/** Of so many that resemble it most it is asked whether they may be shown: thousands may, of what is very common. */
const FOREMOST_MAX = 500;

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
      : null;
  return selectMatches(typed, NAMES[kind](eventId), STANDING[kind], near, limit);
}

/** 0: the very name; 1: the name begins with what was typed; 2: a word of it does; 3: it resembles it. */
export type RankedMatch = Match & { rank: number };

/** Named records: each name of each, those that may be shown, and those that are near to what is being worked on. */
type Named = { names: Prisma.Sql; standing: Prisma.Sql; near: Prisma.Sql | null };

/** Which of these named records resemble what was typed, and by which of their names? */
export async function selectMatches(
  typed: string,
  names: Prisma.Sql,
  standing: Prisma.Sql,
  near: Prisma.Sql | null,
  limit: number,
): Promise<RankedMatch[]> {
  const named = { names, standing, near };
  // Who is near goes before who is more similar, however little: then all that resemble it must be known.
  const found = near === null ? await selectSimilar(typed, named, limit, STRICT) : [];
  return found.length < limit ? selectSimilar(typed, named, limit, LOOSE) : found;
}

async function selectSimilar(typed: string, named: Named, limit: number, similarity: Similarity) {
  const [, found] = await db().$transaction([
    setSimilarity(similarity, TIMEOUT_MS),
    db().$queryRaw<RankedMatch[]>`${Prisma.raw(PREPARED)} ${similarOf(typed, named, limit)}`,
  ]);
  return found;
}

/** Says, for the transaction that it begins, how similar a name has to be, and how long a question may take, in ms. */
export function setSimilarity(similarity: Similarity, timeoutMs: number): Prisma.PrismaPromise<unknown> {
  return db().$queryRaw`${Prisma.raw(PREPARED)} select
    set_config('pg_trgm.word_similarity_threshold', ${similarity}, true),
    set_config('statement_timeout', ${String(timeoutMs)}, true)`;
}

/**
 * The `limit` records of which a name is so similar, the best first: id, matched, rank, isNear and, by which they are in
 * order, place. To be kept prepared: to plan it takes far longer than to answer it.
 */
export function similarOf(typed: string, { names, standing, near }: Named, limit: number): Prisma.Sql {
  const start = typed.slice(0, TYPED_LENGTH_MAX);
  const readings = [start, ...transliterations(start)];
  // The same throughout: what comes in this order is not sorted again.
  const order = Prisma.raw(`order by n.rank, n."isNear" desc, n.similarity desc, n.length, n.name, n.id`);
  return Prisma.sql`
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
      ), foremost as (
        select n.*, ${near ?? Prisma.sql`false`} as "isNear" from best n
        order by n.rank, "isNear" desc, n.similarity desc, n.length, n.name, n.id
        limit ${FOREMOST_MAX}
      )
      select n.id, case when n."isLabel" then null else n.name end as matched, n.rank, n."isNear",
        row_number() over (${order})::int as place
      from foremost n
      -- One after the other until there are enough: joined, all that stand would be read.
      where (select true from (${standing}) standing where standing.id = n.id limit 1)
      ${order}
      limit ${limit}`;
}
