import type { Prisma } from "../../prisma/generated/client";
import type { AttributionView } from "../claims/types";
import { dateFrom } from "../dates/columns";

export const attributionSelect = {
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

export const reportSelect = {
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

export type AttributionRow = Prisma.AttributionGetPayload<{ select: typeof attributionSelect }>;
export type ReportRow = Prisma.ReportGetPayload<{ select: typeof reportSelect }>;

/** Attributions as pages tell them, by the claim's id, in their order. `reports`: those that they name. */
export function attributionsByClaim(
  rows: readonly AttributionRow[],
  reportRows: readonly ReportRow[],
): Map<string, AttributionView[]> {
  const reports = new Map(reportRows.map((report) => [report.id, report]));
  const byClaim = new Map<string, AttributionView[]>();
  for (const row of rows) {
    const views = byClaim.get(row.claimId) ?? [];
    views.push(toAttributionView(row, reports));
    byClaim.set(row.claimId, views);
  }
  return byClaim;
}

/** How a report carries a claim, as pages tell it. `reports` holds it, and the one that it was had from. */
export function toAttributionView(
  row: AttributionRow,
  reports: ReadonlyMap<string, ReportRow>,
): AttributionView {
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

function viaOf(row: AttributionRow, reports: ReadonlyMap<string, ReportRow>): AttributionView["via"] {
  if (row.viaClaimant) return { kind: "claimant", ...row.viaClaimant };
  const report = row.viaReportId === null ? undefined : reports.get(row.viaReportId);
  if (!report) return null;
  return { kind: "report", publicId: report.publicId, publicationName: report.publication.name };
}
