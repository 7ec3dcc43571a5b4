import "server-only";
import type { Prisma } from "../../prisma/generated/client";
import type { AttributionView } from "../claims/types";
import { db } from "../db/client";
import { publishedAttribution } from "../publishing/gate";
import { attributionSelect, reportSelect, toAttributionView } from "./attribution-view";

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
