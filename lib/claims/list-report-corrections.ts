import "server-only";
import { Prisma } from "../../prisma/generated/client";
import { db } from "../db/client";
import { readCursor, writeCursor } from "../db/cursor";
import { published, publishedEvent } from "../publishing/gate";
import { listChanges } from "./list-changes";
import type { CorrectionsPage, CorrectionView } from "./list-corrections";
import { claimRefSelect, toClaimRef } from "./refs";

/** So many corrections stand on a page. */
const REPORT_CORRECTIONS_PER_PAGE = 20;

/**
 * What was corrected here of how reports of a publication carry claims (R24, R25), the newest first, from a cursor on.
 * A bounded number of queries.
 */
export async function listReportCorrections(
  publicationSlug: string,
  after: string | null = null,
): Promise<CorrectionsPage> {
  const found = await selectCorrections(publicationSlug, after);
  const page = found.slice(0, REPORT_CORRECTIONS_PER_PAGE);
  const views = await readViews(page.map(({ id }) => id));
  const last = page.at(-1);
  return {
    rows: page.flatMap(({ id }) => views.get(id) ?? []),
    next: found.length > page.length && last ? writeCursor(last) : null,
  };
}

// Which public corrections changed how a report of this publication carries a claim? The revision that made one names
// the attribution, for as long as it was not redacted (R35). One that names a version of the claim is of no attribution.
function selectCorrections(slug: string, after: string | null): Promise<{ id: string; at: Date }[]> {
  const cursor = after === null ? null : readCursor(after);
  const from = cursor
    ? Prisma.sql`and (k.corrected_at, k.id) < (${cursor.at}::timestamptz, ${cursor.id}::uuid)`
    : Prisma.empty;
  return db().$queryRaw<{ id: string; at: Date }[]>`
    select k.id, k.corrected_at as at
    from report r join attribution a on a.report_id = r.id and a.published_at is not null
      join claim c on c.id = a.claim_id and c.record_status = 'published' and c.merged_into_id is null
      join event e on e.id = c.event_id and e.record_status = 'published' and e.merged_into_id is null
      join correction k on k.claim_id = c.id and k.published_at is not null
        and k.kind in ('misreport', 'amendment') and k.claim_version is null
      join revision v on v.subject_kind = 'correction' and v.subject_id = k.id and v.version = 1
      join revision_content content on content.revision_id = v.id
        and content.fields -> 'attributionId' ->> 'after' = a.id::text
    where r.publication_id = (select id from publication where slug = ${slug}) ${from}
    order by k.corrected_at desc, k.id desc
    limit ${REPORT_CORRECTIONS_PER_PAGE + 1}`;
}

async function readViews(ids: readonly string[]): Promise<Map<string, CorrectionView>> {
  if (ids.length === 0) return new Map();
  const rows = await db().correction.findMany({
    where: { id: { in: [...ids] }, publishedAt: { not: null }, event: publishedEvent, claim: published },
    select: {
      id: true,
      kind: true,
      reason: true,
      correctedAt: true,
      correctedBy: { select: { name: true, role: true } },
      event: { select: { slug: true, title: true } },
      claimId: true,
      claimVersion: true,
      claim: { select: claimRefSelect },
    },
  });
  const made = await listChanges(rows);
  return new Map(
    rows.map(({ id, kind, reason, correctedAt, correctedBy, event, claim }) => {
      const { role = correctedBy.role, changes = [] } = made.get(id) ?? {};
      const by = { name: correctedBy.name, role };
      const told = { id, kind, at: correctedAt.getTime(), by, reason, event, changes, redacted: null };
      return [id, { ...told, claim: claim && toClaimRef(claim) }];
    }),
  );
}
