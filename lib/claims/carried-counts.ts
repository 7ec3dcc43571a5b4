import "server-only";
import { db } from "../db/client";
import { type CarriedCounts, countCarried } from "../publications/rules";
import type { Carries } from "../vocabulary";

/** How the reports of a publication carry published claims, each way in which each report carries each claim once. */
export async function countCarriedBy(publicationSlug: string): Promise<CarriedCounts> {
  const rows = await db().$queryRaw<{ carries: Carries; count: number }[]>`
    select a.carries, count(*)::int as count
    from attribution a join report r on r.id = a.report_id
      join claim c on c.id = a.claim_id and c.record_status = 'published' and c.merged_into_id is null
      join event e on e.id = c.event_id and e.record_status = 'published' and e.merged_into_id is null
    where a.published_at is not null
      and r.publication_id = (select id from publication where slug = ${publicationSlug})
    group by a.carries`;
  return countCarried(rows);
}
