import "server-only";
import { Prisma } from "../../prisma/generated/client";
import { dateFrom } from "../dates/columns";
import { db } from "../db/client";
import { columnsOf, withDates } from "../db/json-rows";
import { publicReport, published } from "../publishing/gate";
import { publishedClaimSql } from "../publishing/gate-sql";
import { addressIn } from "./matching-reports";
import type { FoundReport } from "./public-types";
import { tsqueryOf, wordsIn } from "./words";

/** The newest of what holds the words are looked at, however many there are. */
const NEWEST_MAX = 1000;

/** Longer than any search that ends takes; a search is never worth the time of other readers. */
const TIMEOUT_MS = 1500;

const reportColumns = {
  publicId: true,
  title: true,
  url: true,
  publishedEdtf: true,
  publishedEarliest: true,
  publishedLatest: true,
  publishedZone: true,
} as const satisfies Prisma.ReportSelect;
const reportSelect = {
  ...reportColumns,
  publication: { select: { slug: true, name: true } },
} as const satisfies Prisma.ReportSelect;
type Report = Prisma.ReportGetPayload<{ select: typeof reportSelect }>;

/** The ids of claims, and reports, the best first. */
export type FoundTexts = { claims: readonly string[]; reports: readonly FoundReport[] };

/**
 * The published claims that hold all words, in the original or its translation, the best of the newest thousand first,
 * and the public reports whose titles hold them, the newest first; that of a public id, or of a pasted address, alone.
 */
export async function findTexts(typed: string, limit: number): Promise<FoundTexts> {
  const words = wordsIn(typed);
  if (words.length === 0) return { claims: [], reports: [] };
  const [known, found] = await Promise.all([findKnown(typed), findByWords(words, limit)]);
  return { claims: known.claims ?? found.claims, reports: known.reports ?? found.reports };
}

/** What a public id or an address names; null where what was typed is none, or names nothing. */
async function findKnown(typed: string): Promise<{ claims: string[] | null; reports: FoundReport[] | null }> {
  const canonicalUrl = addressIn(typed);
  const publicId = typed.trim().toLowerCase();
  const isPublicId = /^[a-z0-9]{9}$/.test(publicId);
  const [claim, report] = await Promise.all([
    isPublicId ? db().claim.findFirst({ where: { publicId, ...published }, select: { id: true } }) : null,
    canonicalUrl || isPublicId
      ? db().report.findFirst({
          where: { ...(canonicalUrl ? { canonicalUrl } : { publicId }), ...publicReport },
          select: reportSelect,
        })
      : null,
  ]);
  const reports = report ? [toFoundReport(report)] : canonicalUrl ? [] : null;
  return { claims: claim && [claim.id], reports };
}

async function findByWords(words: readonly string[], limit: number): Promise<FoundTexts> {
  const query = queryOf(words);
  const [, [found]] = await db().$transaction([
    db().$queryRaw`select set_config('statement_timeout', ${String(TIMEOUT_MS)}, true)`,
    db().$queryRaw<{ claims: string[]; reports: Report[] }[]>`
      select
        (select coalesce(json_agg(id), '[]') from (${claimsHolding(query, limit)}) r) as claims,
        (select coalesce(json_agg(r), '[]') from (${reportsHolding(query, limit)}) r) as reports`,
  ]);
  const reports = withDates<Report>(found?.reports ?? [], reportColumns);
  return { claims: found?.claims ?? [], reports: reports.map(toFoundReport) };
}

function claimsHolding(query: Prisma.Sql, limit: number): Prisma.Sql {
  return Prisma.sql`
    with newest as (
      select c.id, c.search, c.published_at
      from claim c join event e on e.id = c.event_id
      where c.search @@ ${query} and ${publishedClaimSql}
      order by c.published_at desc, c.id desc
      limit ${NEWEST_MAX}
    )
    select newest.id from newest
    order by ts_rank(newest.search, ${query}, 1) desc, newest.published_at desc, newest.id desc
    limit ${limit}`;
}

function reportsHolding(query: Prisma.Sql, limit: number): Prisma.Sql {
  return Prisma.sql`
    with newest as (
      select * from report
      where search @@ ${query}
      order by id desc
      limit ${NEWEST_MAX}
    )
    select ${columnsOf("newest", reportColumns)}, json_build_object('slug', p.slug, 'name', p.name) as publication
    from newest join publication p on p.id = newest.publication_id
    -- One after the other until there are enough: as a join, all claims would be read for a few reports.
    where (
      select true from attribution a join claim c on c.id = a.claim_id join event e on e.id = c.event_id
      where a.report_id = newest.id and a.published_at is not null and ${publishedClaimSql}
      limit 1)
    order by newest.id desc
    limit ${limit}`;
}

// Written out where it is used: the planner then knows how common the words are, and goes by the newest or by the words.
function queryOf(words: readonly string[]): Prisma.Sql {
  return Prisma.sql`to_tsquery('simple', immutable_unaccent(${tsqueryOf(words)}))`;
}

function toFoundReport(row: Report): FoundReport {
  const { publicId, title, url, publication, publishedEdtf, publishedEarliest, publishedLatest } = row;
  const published = dateFrom(publishedEdtf, publishedEarliest, publishedLatest, row.publishedZone);
  return { publicId, title, url, publication, published };
}
