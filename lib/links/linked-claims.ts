import type { Prisma } from "../../prisma/generated/client";
import { toQuantity } from "../claims/figures";
import { claimRefSelect, toClaimRef } from "../claims/refs";
import { fell } from "../quantity/revision";
import type { LinkedClaim, LinkedReport } from "./types";

export const linkedReportSelect = {
  publicId: true,
  title: true,
  publication: { select: { name: true } },
} as const satisfies Prisma.ReportSelect;

/** What is told of a claim that is linked to another. */
export const linkedClaimSelect = {
  ...claimRefSelect,
  version: true,
  recordStatus: true,
  lifecycle: true,
  low: true,
  high: true,
  central: true,
  reading: true,
  measure: { select: { label: true } },
  attributions: {
    where: { passage: { not: null } },
    select: { passage: true, passageLanguage: true, report: { select: linkedReportSelect } },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    take: 1,
  },
  _count: { select: { attributions: true, assessments: true } },
} as const satisfies Prisma.ClaimSelect;

type Row = Prisma.ClaimGetPayload<{ select: typeof linkedClaimSelect }>;

export function toLinkedReport({
  publication,
  ...report
}: Prisma.ReportGetPayload<{ select: typeof linkedReportSelect }>): LinkedReport {
  return { ...report, publicationName: publication.name };
}

export function toLinkedClaim(row: Row): LinkedClaim {
  const [carried] = row.attributions;
  const words = carried?.passage ?? null;
  return {
    ...toClaimRef(row),
    id: row.id,
    version: row.version,
    recordStatus: row.recordStatus,
    lifecycle: row.lifecycle,
    statement: row.qualifier === null ? row.wording : null,
    measureLabel: row.measure?.label ?? null,
    passage:
      carried && words !== null
        ? { text: words, language: carried.passageLanguage, report: toLinkedReport(carried.report) }
        : null,
    reportCount: row._count.attributions,
    assessmentCount: row._count.assessments,
  };
}

/** R20: whether the number of the newer of two figures is below that of the older one. */
export function hasFallen(newer: Row, older: Row): boolean {
  const [said, saidBefore] = [toQuantity(newer), toQuantity(older)];
  return said !== null && saidBefore !== null && fell(said, saidBefore);
}
