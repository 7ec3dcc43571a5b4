import "server-only";
import type { Transaction } from "../db/client";
import { flagNewest } from "../events/flag-assessments";

/**
 * Flags what a claim was an input of, from the moment at which the claim no longer stands as it did (R10, R23): the
 * best estimates made with it, and the newest assessment of each claim that it corroborates. What is stale stays so.
 */
export async function markUsersStale(tx: Transaction, claimId: string, now: Date): Promise<void> {
  await tx.bestEstimate.updateMany({
    where: { staleSince: null, inputs: { some: { claimId } } },
    data: { staleSince: now },
  });
  await markCorroboratedStale(tx, claimId, now);
}

/** Flags the newest assessment of each claim that this one corroborates (R12). */
export async function markCorroboratedStale(tx: Transaction, claimId: string, now: Date): Promise<void> {
  const rests = { corroboratingId: claimId };
  await flagNewest(tx, { assessments: { some: rests } }, rests, now);
}

/** Flags the newest assessment of a claim whose own words, figure, claimant or dates were changed. */
export async function markAssessmentStale(tx: Transaction, claimId: string, now: Date): Promise<void> {
  await flagNewest(tx, { id: claimId }, {}, now);
}
