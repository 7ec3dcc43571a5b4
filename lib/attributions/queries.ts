import "server-only";
import type { Prisma } from "../../prisma/generated/client";
import type { AttributionView } from "../claims/types";
import { db } from "../db/client";
import { publishedAttribution } from "../publishing/gate";
import { attributionSelect, attributionsByClaim, reportSelect } from "./attribution-view";

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
  return attributionsByClaim(rows, reportRows);
}
