import "server-only";
import { Prisma } from "../../prisma/generated/client";
import { db } from "../db/client";
import { readCursor, writeCursor } from "../db/cursor";
import { listPrintedClaims, type PrintedClaim } from "./printed-claim";

/** So many misreports stand on a page. */
const MISREPORTS_PER_PAGE = 20;

/** One page of misreport notes, the latest report first, with the number of all of them. */
export type MisreportsPage = { total: number; rows: PrintedClaim[]; next: string | null };

/**
 * What reports of a publication got wrong, as it was noted here (R25), the latest report first, undated ones last, from
 * a cursor on. A bounded number of queries.
 */
export async function listMisreports(
  publicationSlug: string,
  after: string | null = null,
): Promise<MisreportsPage> {
  const [total, found] = await Promise.all([
    countMisreports(publicationSlug),
    selectMisreports(publicationSlug, after),
  ]);
  const page = found.slice(0, MISREPORTS_PER_PAGE);
  const last = page.at(-1);
  return {
    total,
    rows: await listPrintedClaims(page.map(({ id }) => id)),
    next: found.length > page.length && last ? writeCursor(last) : null,
  };
}

const misreportsOf = (slug: string) => Prisma.sql`
  attribution a join report r on r.id = a.report_id
    join claim c on c.id = a.claim_id and c.record_status = 'published' and c.merged_into_id is null
    join event e on e.id = c.event_id and e.record_status = 'published' and e.merged_into_id is null
  where a.misreport is not null and a.published_at is not null
    and r.publication_id = (select id from publication where slug = ${slug})`;

/** How many misreports of this publication are noted in public? */
async function countMisreports(slug: string): Promise<number> {
  const [row] = await db().$queryRaw<{ count: number }[]>`
    select count(*)::int as count from ${misreportsOf(slug)}`;
  return row?.count ?? 0;
}

/** Which of them come after a cursor, the latest report first? */
function selectMisreports(slug: string, after: string | null): Promise<{ id: string; at: Date }[]> {
  const cursor = after === null ? null : readCursor(after);
  const at = Prisma.sql`coalesce(r.published_earliest, 'epoch'::timestamptz)`;
  const from = cursor
    ? Prisma.sql`and (${at}, a.id) < (${cursor.at}::timestamptz, ${cursor.id}::uuid)`
    : Prisma.empty;
  return db().$queryRaw<{ id: string; at: Date }[]>`
    select a.id, ${at} as at from ${misreportsOf(slug)} ${from}
    order by ${at} desc, a.id desc
    limit ${MISREPORTS_PER_PAGE + 1}`;
}
