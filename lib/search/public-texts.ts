import "server-only";
import { Prisma } from "../../prisma/generated/client";
import { db } from "../db/client";
import { publicReport, published } from "../publishing/gate";
import { addressIn } from "./matching-reports";
import { tsqueryOf, wordsIn } from "./words";

/** The newest of what holds the words are looked at, however many there are. */
const NEWEST_MAX = 1000;

/** Longer than any search that ends takes; a search is never worth the time of other readers. */
const TIMEOUT_MS = 1500;

/**
 * The ids of published claims that hold all words, in the original or its translation, the best of the newest thousand
 * first; that of a public id alone where it is one. One query.
 */
export async function listClaimsByWords(typed: string, limit: number): Promise<string[]> {
  const words = wordsIn(typed);
  if (words.length === 0) return [];
  const known = await findByPublicId("claim", typed);
  if (known) return [known];
  const query = queryOf(words);
  const rows = await within(
    db().$queryRaw<{ id: string }[]>`
      with newest as (
        select c.id, c.search, c.published_at
        from claim c join event e on e.id = c.event_id
        where c.search @@ ${query}
          and c.record_status = 'published' and c.merged_into_id is null
          and e.record_status = 'published' and e.merged_into_id is null
        order by c.published_at desc, c.id desc
        limit ${NEWEST_MAX}
      )
      select newest.id from newest
      order by ts_rank(newest.search, ${query}, 1) desc, newest.published_at desc, newest.id desc
      limit ${limit}`,
  );
  return rows.map(({ id }) => id);
}

/** The ids of public reports whose titles hold all words, the newest first; that at a pasted address alone. One query. */
export async function listReportsByWords(typed: string, limit: number): Promise<string[]> {
  const words = wordsIn(typed);
  if (words.length === 0) return [];
  const canonicalUrl = addressIn(typed);
  if (canonicalUrl) {
    const at = await db().report.findFirst({
      where: { canonicalUrl, ...publicReport },
      select: { id: true },
    });
    return at ? [at.id] : [];
  }
  const known = await findByPublicId("report", typed);
  if (known) return [known];
  const rows = await within(
    db().$queryRaw<{ id: string }[]>`
      with newest as (
        select r.id from report r
        where r.search @@ ${queryOf(words)}
        order by r.id desc
        limit ${NEWEST_MAX}
      )
      select newest.id from newest
      -- One after the other until there are enough: as a join, all claims would be read for a few reports.
      where (
        select true from attribution a join claim c on c.id = a.claim_id join event e on e.id = c.event_id
        where a.report_id = newest.id and a.published_at is not null
          and c.record_status = 'published' and c.merged_into_id is null
          and e.record_status = 'published' and e.merged_into_id is null
        limit 1)
      order by newest.id desc
      limit ${limit}`,
  );
  return rows.map(({ id }) => id);
}

// Written out where it is used: the planner then knows how common the words are, and goes by the newest or by the words.
function queryOf(words: readonly string[]): Prisma.Sql {
  return Prisma.sql`to_tsquery('simple', immutable_unaccent(${tsqueryOf(words)}))`;
}

async function findByPublicId(kind: "claim" | "report", typed: string): Promise<string | null> {
  const publicId = typed.trim().toLowerCase();
  if (!/^[a-z0-9]{9}$/.test(publicId)) return null;
  const found =
    kind === "claim"
      ? await db().claim.findFirst({ where: { publicId, ...published }, select: { id: true } })
      : await db().report.findFirst({ where: { publicId, ...publicReport }, select: { id: true } });
  return found?.id ?? null;
}

/** Runs a query in a transaction whose statements end after a time. */
async function within<T>(query: Prisma.PrismaPromise<T>): Promise<T> {
  const [, rows] = await db().$transaction([
    db().$queryRaw`select set_config('statement_timeout', ${String(TIMEOUT_MS)}, true)`,
    query,
  ]);
  return rows;
}
