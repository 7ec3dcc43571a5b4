import "server-only";
import { Prisma } from "../../prisma/generated/client";
import { findLeadsTo } from "../addresses/leads-to";
import { dateFrom } from "../dates/columns";
import { db } from "../db/client";
import { readCursor, writeCursor } from "../db/cursor";
import { publicClaimant, publicPublication } from "../publishing/gate";
import { isCarryingSql, publishedClaimSql } from "../publishing/gate-sql";
import type { ReportRow } from "../reports/types";
import type { PublicationPage } from "./types";

const REPORTS_PER_PAGE = 50;

/** A public publication with one page of its public reports, the newest first, from a cursor on; or null. */
export async function findPublication(slug: string, after: string | null): Promise<PublicationPage | null> {
  const name = { select: { slug: true, name: true } } as const;
  const row = await db().publication.findFirst({
    where: { slug, ...publicPublication },
    select: {
      id: true,
      slug: true,
      name: true,
      country: true,
      aliases: { select: { name: true }, orderBy: { name: "asc" } },
      family: {
        select: {
          name: true,
          publications: { ...name, where: { AND: [publicPublication, { slug: { not: slug } }] }, take: 200 },
        },
      },
      claimants: { ...name, where: publicClaimant, take: 200 },
    },
  });
  if (!row) return null;

  const { id, aliases, family, ...publication } = row;
  const [counts, found] = await Promise.all([countOf(id), selectReports(id, after)]);
  const rows = found.slice(0, REPORTS_PER_PAGE);
  const last = rows.at(-1);
  return {
    ...publication,
    aliases: aliases.map(({ name }) => name),
    family: family && { name: family.name, others: family.publications },
    counts,
    reports: rows.map(toReportRow),
    next: found.length > rows.length && last ? writeCursor({ at: last.at, id: last.id }) : null,
  };
}

/** The address to which that of a renamed or merged publication leads, where that one is public; or null (R30). */
export async function findPublicationByFormerSlug(slug: string): Promise<string | null> {
  const id = await findLeadsTo("publication", slug);
  const publication =
    id && (await db().publication.findFirst({ where: { id, ...publicPublication }, select: { slug: true } }));
  return publication && publication.slug !== slug ? publication.slug : null;
}

type Counts = PublicationPage["counts"];

/** How many public reports of this publication are there, how many claims do they carry, how many in error? */
async function countOf(publicationId: string): Promise<Counts> {
  const [counts] = await db().$queryRaw<Counts[]>`
    select count(distinct r.id)::int as reports, count(distinct a.claim_id)::int as claims,
      count(distinct a.id) filter (where a.misreport is not null)::int as misreports
    from report r
      join attribution a on a.report_id = r.id and a.published_at is not null
      join claim c on c.id = a.claim_id join event e on e.id = c.event_id
    where r.publication_id = ${publicationId}::uuid and ${publishedClaimSql}`;
  return counts ?? { reports: 0, claims: 0, misreports: 0 };
}

type SelectedReport = {
  id: string;
  at: Date;
  publicId: string;
  title: string | null;
  url: string | null;
  publishedEdtf: string | null;
  publishedEarliest: Date | null;
  publishedLatest: Date | null;
  publishedZone: string | null;
  isRead: boolean;
  note: string | null;
  claimCount: number;
  misreportCount: number;
};

/**
 * Which reports of this publication that carry published claims, or that such were had from, come after a cursor, the
 * newest first, undated ones last? Of no others is anything counted.
 */
function selectReports(publicationId: string, after: string | null): Promise<SelectedReport[]> {
  const cursor = after === null ? null : readCursor(after);
  const at = Prisma.sql`coalesce(r.published_earliest, 'epoch'::timestamptz)`;
  const from = cursor
    ? Prisma.sql`and (${at}, r.id) < (${cursor.at}::timestamptz, ${cursor.id}::uuid)`
    : Prisma.empty;
  return db().$queryRaw<SelectedReport[]>`
    with page as (
      select r.*, ${at} as at from report r
      where r.publication_id = ${publicationId}::uuid and ${isCarryingSql(Prisma.sql`r.id`)} ${from}
      order by ${at} desc, r.id desc
      limit ${REPORTS_PER_PAGE + 1}
    )
    select page.id, page.at, page.public_id as "publicId", page.title, page.url, page.published_edtf as "publishedEdtf",
      page.published_earliest as "publishedEarliest", page.published_latest as "publishedLatest",
      page.published_zone as "publishedZone", page.is_read as "isRead", page.note,
      counted.claims as "claimCount", counted.misreports as "misreportCount"
    from page cross join lateral (
      select count(distinct c.id)::int as claims,
        count(distinct a.id) filter (where a.report_id = page.id and a.misreport is not null)::int as misreports
      from attribution a join claim c on c.id = a.claim_id join event e on e.id = c.event_id
      where (a.report_id = page.id or a.via_report_id = page.id)
        and a.published_at is not null and ${publishedClaimSql}) counted
    order by page.at desc, page.id desc`;
}

function toReportRow(row: SelectedReport): ReportRow {
  const { id: _, at: __, publishedEdtf, publishedEarliest, publishedLatest, publishedZone, ...shown } = row;
  return { ...shown, published: dateFrom(publishedEdtf, publishedEarliest, publishedLatest, publishedZone) };
}
