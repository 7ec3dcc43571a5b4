import "server-only";
import { listAttributionsByClaim } from "../attributions/queries";
import { claimRefSelect, toClaimRef } from "../claims/refs";
import { dateFrom } from "../dates/columns";
import { db } from "../db/client";
import { publicReport, published, publishedAttribution } from "../publishing/gate";
import type { CarriedClaim, ReportPage } from "./types";

/** What one report page shows of claims at most: far above any real report. */
const CARRIED_MAX = 500;

/** A public report with what it carries, or null. */
export async function findReport(publicId: string): Promise<ReportPage | null> {
  const row = await db().report.findFirst({
    where: { publicId, ...publicReport },
    select: {
      id: true,
      publicId: true,
      publication: { select: { slug: true, name: true } },
      medium: true,
      title: true,
      url: true,
      archiveUrl: true,
      archiveState: true,
      language: true,
      publishedEdtf: true,
      publishedEarliest: true,
      publishedLatest: true,
      publishedZone: true,
      isRead: true,
      note: true,
    },
  });
  if (!row) return null;

  const { id, publishedEdtf, publishedEarliest, publishedLatest, publishedZone, ...report } = row;
  const [carried, passedOnBy] = await Promise.all([listCarried(id), listPassedOnBy(id)]);
  return {
    ...report,
    published: dateFrom(publishedEdtf, publishedEarliest, publishedLatest, publishedZone),
    carried,
    passedOnBy,
  };
}

async function listCarried(reportId: string): Promise<CarriedClaim[]> {
  const [attributions, claims] = await Promise.all([
    listAttributionsByClaim({ reportId }),
    db().claim.findMany({
      where: { ...published, attributions: { some: { ...publishedAttribution, reportId } } },
      select: {
        ...claimRefSelect,
        topic: true,
        measure: { select: { label: true } },
        event: { select: { slug: true, title: true } },
      },
      orderBy: [{ eventId: "asc" }, { number: "asc" }],
      take: CARRIED_MAX,
    }),
  ]);
  return claims.flatMap((claim) =>
    (attributions.get(claim.id) ?? []).map(({ report: _, ...how }) => ({
      claim: {
        ...toClaimRef(claim),
        statement: claim.qualifier === null ? claim.wording : null,
        topic: claim.topic,
        measureLabel: claim.measure?.label ?? null,
        event: claim.event,
      },
      how,
    })),
  );
}

async function listPassedOnBy(viaReportId: string): Promise<ReportPage["passedOnBy"]> {
  return db().report.findMany({
    where: { attributions: { some: { ...publishedAttribution, viaReportId } } },
    select: { publicId: true, title: true, publication: { select: { slug: true, name: true } } },
    orderBy: [{ publishedEarliest: "asc" }, { id: "asc" }],
    take: CARRIED_MAX,
  });
}
