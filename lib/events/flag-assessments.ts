import "server-only";
import type { Prisma } from "../../prisma/generated/client";
import type { Transaction } from "../db/client";

/**
 * Flags assessments as stale, and with each the claim whose newest it is: the two moments are written here and nowhere
 * else, so that they are always the same. The caller gives none but newest ones that are not stale yet.
 */
export async function flagAssessments(
  tx: Transaction,
  assessments: readonly { id: string; claimId: string }[],
  now: Date,
): Promise<void> {
  if (assessments.length === 0) return;
  await tx.assessment.updateMany({
    where: { id: { in: assessments.map(({ id }) => id) } },
    data: { staleSince: now },
  });
  await tx.claim.updateMany({
    where: { id: { in: assessments.map(({ claimId }) => claimId) } },
    data: { staleSince: now },
  });
}

/** Of the claims found, flags the newest assessment where it is of this kind: an earlier one says nothing any more. */
export async function flagNewest(
  tx: Transaction,
  claims: Prisma.ClaimWhereInput,
  kind: Prisma.AssessmentWhereInput,
  now: Date,
): Promise<void> {
  const found = await tx.claim.findMany({
    where: claims,
    select: { assessments: { orderBy: { number: "desc" }, take: 1, select: { id: true } } },
  });
  const newest = found.flatMap(({ assessments }) => assessments.map(({ id }) => id));
  const rows = await tx.assessment.findMany({
    where: { id: { in: newest }, staleSince: null, ...kind },
    select: { id: true, claimId: true },
  });
  await flagAssessments(tx, rows, now);
}

/** Flags the newest assessments that name a report as evidence, once the report is another than it was. */
export async function flagEvidence(tx: Transaction, reportId: string, now: Date): Promise<void> {
  const names = { evidence: { some: { reportId } } };
  await flagNewest(tx, { assessments: { some: names } }, names, now);
}
