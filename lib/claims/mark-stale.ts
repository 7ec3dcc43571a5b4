import "server-only";
import type { Transaction } from "../db/client";

/**
 * Flags what a claim was an input of, from the moment at which the claim no longer stands as it did (R10, R23): the
 * best estimates made with it, and the newest assessment of each claim that it corroborates. What is stale stays so.
 */
export async function markUsersStale(tx: Transaction, claimId: string, now: Date): Promise<void> {
  await tx.bestEstimate.updateMany({
    where: { staleSince: null, inputs: { some: { claimId } } },
    data: { staleSince: now },
  });
  const corroborated = await tx.claim.findMany({
    where: { assessments: { some: { corroboratingId: claimId } } },
    select: { assessments: { orderBy: { number: "desc" }, take: 1, select: { id: true } } },
  });
  const newest = corroborated.flatMap(({ assessments }) => assessments.map(({ id }) => id));
  await tx.assessment.updateMany({
    where: { id: { in: newest }, corroboratingId: claimId, staleSince: null },
    data: { staleSince: now },
  });
}
