import "server-only";
import type { Prisma } from "../../prisma/generated/client";
import type { Actor } from "../auth/actor";
import { authorise } from "../auth/authorise";
import { db } from "../db/client";

const valuesSelect = {
  number: true,
  status: true,
  corroboratingId: true,
  overrideReason: true,
  reason: true,
  whatWouldChange: true,
  evidence: {
    orderBy: { position: "asc" },
    select: {
      kind: true,
      stance: true,
      url: true,
      archiveUrl: true,
      fileId: true,
      file: { select: { name: true, size: true, type: true, removedAt: true } },
      note: true,
      reportId: true,
      report: { select: { title: true, url: true, publication: { select: { name: true } } } },
    },
  },
} as const satisfies Prisma.AssessmentSelect;

/** What was typed of an assessment, with the names of the reports that its evidence is in. */
export type AssessmentValues = Prisma.AssessmentGetPayload<{ select: typeof valuesSelect }>;

/** What was typed of a claim's assessment of this number, or of its newest; null where there is none. */
export async function findAssessmentValues(
  actor: Actor,
  claimId: string,
  number: number | null,
): Promise<AssessmentValues | null> {
  authorise(actor, "claim:assess");
  return db().assessment.findFirst({
    where: { claimId, ...(number === null ? {} : { number }) },
    orderBy: { number: "desc" },
    select: valuesSelect,
  });
}
