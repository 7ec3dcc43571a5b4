import "server-only";
import type { Prisma } from "../../prisma/generated/client";
import type { AttributionView } from "../claims/types";
import { dateFrom } from "../dates/columns";
import { db } from "../db/client";
import { publishedAttribution } from "../publishing/gate";

const attributionSelect = {
  id: true,
  claimId: true,
  reportId: true,
  carries: true,
  viaReportId: true,
  viaClaimant: { select: { slug: true, name: true } },
  locator: true,
  passage: true,
  passageLanguage: true,
  passageTranslation: true,
  passageTranslatedBy: true,
  driftRaw: true,
  driftQualifier: true,
  misreport: true,
  createdAt: true,
} as const satisfies Prisma.AttributionSelect;

const reportSelect = {
  id: true,
  publicId: true,
  title: true,
  url: true,
  archiveUrl: true,
  note: true,
  publishedEdtf: true,
  publishedEarliest: true,
  publishedLatest: true,
  publishedZone: true,
  publication: { select: { slug: true, name: true } },
} as const satisfies Prisma.ReportSelect;

type AttributionRow = Prisma.AttributionGetPayload<{ select: typeof attributionSelect }>;
type ReportRow = Prisma.ReportGetPayload<{ select: typeof reportSelect }>;

/**
 * The published attributions of claims, by the claim's id, the first attached first. Four queries, whatever the
 * number of claims: one each for attributions, claimants passed on from, reports and publications.
 */
export async function listAttributionsByClaim(
  where: Prisma.AttributionWhereInput,
): Promise<Map<string, AttributionView[]>> {
  const rows = await db().attribution.findMany({
    where: { ...publishedAttribution, ...where },
    select: attributionSelect,
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  const reportIds = rows.flatMap(({ reportId, viaReportId }) =>
    viaReportId ? [reportId, viaReportId] : [reportId],
  );
  const reportRows = await db().report.findMany({
    where: { id: { in: [...new Set(reportIds)] } },
    select: reportSelect,
  });
  const reports = new Map(reportRows.map((report) => [report.id, report]));

  const byClaim = new Map<string, AttributionView[]>();
  for (const row of rows) {
    const views = byClaim.get(row.claimId) ?? [];
    views.push(toAttributionView(row, reports));
    byClaim.set(row.claimId, views);
  }
  return byClaim;
}

function toAttributionView(row: AttributionRow, reports: Map<string, ReportRow>): AttributionView {
  const report = reports.get(row.reportId);
  if (!report) throw new Error(`Attribution ${row.id} names a report that was not loaded.`);
  const { id: _, publishedEdtf, publishedEarliest, publishedLatest, publishedZone, ...shown } = report;
  return {
    id: row.id,
    report: {
      ...shown,
      published: dateFrom(publishedEdtf, publishedEarliest, publishedLatest, publishedZone),
    },
    carries: row.carries,
    via: viaOf(row, reports),
    locator: row.locator,
    passage:
      row.passage === null || row.passageLanguage === null
        ? null
        : {
            text: row.passage,
            language: row.passageLanguage,
            translation: row.passageTranslation,
            translatedBy: row.passageTranslatedBy,
          },
    drift: row.driftRaw === null ? null : { raw: row.driftRaw, qualifier: row.driftQualifier },
    misreport: row.misreport,
  };
}

function viaOf(row: AttributionRow, reports: Map<string, ReportRow>): AttributionView["via"] {
  if (row.viaClaimant) return { kind: "claimant", ...row.viaClaimant };
  const report = row.viaReportId === null ? undefined : reports.get(row.viaReportId);
  if (!report) return null;
  return { kind: "report", publicId: report.publicId, publicationName: report.publication.name };
}
