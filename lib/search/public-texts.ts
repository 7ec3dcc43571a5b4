import "server-only";
import { Prisma } from "../../prisma/generated/client";
import { dateFrom } from "../dates/columns";
import { db } from "../db/client";
import { columnsOf, withDates } from "../db/json-rows";
import { PREPARED } from "../db/statement-name";
import { publicReport, published } from "../publishing/gate";
import { publishedClaimSql, publishedEventSql } from "../publishing/gate-sql";
import { addressIn } from "./matching-reports";
import type { FoundReport } from "./public-types";
import { tsqueryOf } from "./words";

/** The newest of what holds the words are looked at, however many there are. */
const CLAIMS_MAX = 1_000;
const REPORTS_MAX = 200;

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

/** What a public id or an address names; null where what was typed is none, or names nothing. */
export async function findKnown(
  typed: string,
): Promise<{ claims: string[] | null; reports: FoundReport[] | null }> {
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

/** Ids: of claims the best first, of reports the newest first. */
export type Worded = { claims: string[]; reports: string[] };

/**
 * Asks for the published claims that hold all words, in the original or its translation, the best of the newest thousand
 * first, and for the newest reports whose titles hold them: readers may not see all of these. It is planned each time, for
 * the planner then knows how common the words are, and goes by the newest or by the words; so it is kept simple.
 */
export function askWorded(words: readonly string[], limit: number): Prisma.PrismaPromise<Worded[]> {
  const query = Prisma.sql`to_tsquery('simple', immutable_unaccent(${tsqueryOf(words)}))`;
  return db().$queryRaw<Worded[]>`
    select
      array(
        select id from (
          select c.id, c.search, c.published_at from claim c
          where c.search @@ ${query} and c.record_status = 'published' and c.merged_into_id is null
            and (select true from event e where e.id = c.event_id and ${publishedEventSql("e")})
          order by c.published_at desc, c.id desc
          limit ${CLAIMS_MAX}) newest
        order by ts_rank(search, ${query}, 1) desc, published_at desc, id desc
        limit ${limit}) as claims,
      array(select id from report where search @@ ${query} order by id desc limit ${REPORTS_MAX}) as reports`;
}

/** The first `limit` of these reports that carry what readers see (R34), in their order. One query, or none. */
export async function listFoundReports(ids: readonly string[], limit: number): Promise<FoundReport[]> {
  if (ids.length === 0) return [];
  const [found] = await db().$queryRaw<{ reports: Report[] }[]>`
    ${Prisma.raw(PREPARED)} select coalesce(json_agg(f), '[]') as reports from (
      select ${columnsOf("r", reportColumns)}, json_build_object('slug', p.slug, 'name', p.name) as publication
      from unnest(${[...ids]}::uuid[]) with ordinality asked (id, place)
        join report r on r.id = asked.id join publication p on p.id = r.publication_id
      -- One after the other until there are enough: as a join, all claims would be read for a few reports.
      where (
        select true from attribution a join claim c on c.id = a.claim_id join event e on e.id = c.event_id
        where a.report_id = r.id and a.published_at is not null and ${publishedClaimSql}
        limit 1)
      order by asked.place
      limit ${limit}) f`;
  return withDates<Report>(found?.reports ?? [], reportColumns).map(toFoundReport);
}

function toFoundReport(row: Report): FoundReport {
  const { publicId, title, url, publication, publishedEdtf, publishedEarliest, publishedLatest } = row;
  const published = dateFrom(publishedEdtf, publishedEarliest, publishedLatest, row.publishedZone);
  return { publicId, title, url, publication, published };
}
