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
const SIMILARITIES = ["0.6", "0.3"] as const;

/** Longer than any search that ends takes: no search is worth the time of everybody else. */
const TIMEOUT_MS = "2000";

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
export type Named = { names: Prisma.Sql; standing: Prisma.Sql; near: Prisma.Sql | null };

/** Which of these named records resemble what was typed, and by which of their names? */
export async function selectMatches(
  typed: string,
  names: Prisma.Sql,
  standing: Prisma.Sql,
  near: Prisma.Sql | null,
  limit: number,
): Promise<RankedMatch[]> {
  const [matches = []] = await selectMatchesOf(typed, [{ names, standing, near }], limit);
  return matches;
}

/** `selectMatches`, of several kinds of records at once: in one transaction of one question, or two. */
export async function selectMatchesOf(
  typed: string,
  kinds: readonly Named[],
  limit: number,
): Promise<RankedMatch[][]> {
  const [strict, loose] = SIMILARITIES;
  // Who is near goes before who is more similar, however little: then all that resemble it must be known.
  const all = kinds.some(({ near }) => near !== null)
    ? kinds.map(() => [])
    : await selectSimilar(typed, kinds, limit, strict);
  const short = kinds.filter((_, at) => (all[at]?.length ?? 0) < limit);
  if (short.length === 0) return all;
  const more = await selectSimilar(typed, short, limit, loose);
  return kinds.map((kind, at) => more[short.indexOf(kind)] ?? all[at] ?? []);
}

/** Which records of each kind are so similar? Kept prepared: to plan it takes far longer than to answer it. */
async function selectSimilar(
  typed: string,
  kinds: readonly Named[],
  limit: number,
  similarity: (typeof SIMILARITIES)[number],
): Promise<RankedMatch[][]> {
  const lists = kinds.map(
    (kind) => Prisma.sql`(select coalesce(json_agg(r), '[]') from (${similarOf(typed, kind, limit)}) r)`,
  );
  const [, [found]] = await db().$transaction([
    // For this transaction alone.
    db().$queryRaw`${Prisma.raw(PREPARED)} select
      set_config('pg_trgm.word_similarity_threshold', ${similarity}, true),
      set_config('statement_timeout', ${TIMEOUT_MS}, true)`,
    db().$queryRaw<{ kinds: RankedMatch[][] }[]>`
      ${Prisma.raw(PREPARED)} select json_build_array(${Prisma.join(lists)}) as kinds`,
  ]);
  return found?.kinds ?? [];
}

function similarOf(typed: string, { names, standing, near }: Named, limit: number): Prisma.Sql {
  const start = typed.slice(0, TYPED_LENGTH_MAX);
  const readings = [start, ...transliterations(start)];
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
      select n.id, case when n."isLabel" then null else n.name end as matched, n.rank, n."isNear"
      from foremost n
      -- One after the other until there are enough: joined, all that stand would be read.
      where (select true from (${standing}) standing where standing.id = n.id limit 1)
      order by n.rank, n."isNear" desc, n.similarity desc, n.length, n.name, n.id
      limit ${limit}`;
}
