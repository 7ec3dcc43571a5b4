import "server-only";
import type { Db } from "../db/client";

/**
 * The events, of any state, that show one of these publications: a claim of theirs is in one of its reports or was had
 * from one, or is of a claimant that speaks or is known through it. In order, each once.
 */
export async function listEventsOfPublications(db: Db, ids: readonly string[]): Promise<string[]> {
  const ofThem = { in: [...ids] };
  const [reports, claimants] = await Promise.all([
    db.report.findMany({ where: { publicationId: ofThem }, select: { id: true } }),
    db.claimant.findMany({
      where: { OR: [{ publicationId: ofThem }, { viaPublicationId: ofThem }] },
      select: { id: true },
    }),
  ]);
  return listEventsShowing(
    db,
    reports.map(({ id }) => id),
    claimants.map(({ id }) => id),
  );
}

/** The events of claims that are in one of these reports, or are of one of these claimants, or were had from either. */
export async function listEventsShowing(
  db: Db,
  reportIds: readonly string[],
  claimantIds: readonly string[],
): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    select event_id as id from claim where claimant_id = any(${claimantIds}::uuid[])
    union select claim.event_id from attribution join claim on claim.id = attribution.claim_id
      where attribution.report_id = any(${reportIds}::uuid[]) or attribution.via_report_id = any(${reportIds}::uuid[])
        or attribution.via_claimant_id = any(${claimantIds}::uuid[])
    order by id`;
  return rows.map(({ id }) => id);
}
