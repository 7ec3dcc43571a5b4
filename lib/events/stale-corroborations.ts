import "server-only";
import type { Transaction } from "../db/client";
import { independenceTests } from "../origins/independence";
import { flagAssessments } from "./flag-assessments";
import { type DerivedClaim, type EventInputs, supporterOf } from "./rules";

/**
 * Flags the corroborations of an event that would not be made so today (R12, R23): a test that passed then fails now,
 * or the figure that corroborates no longer stands. What is stale stays so, until an editor assesses again.
 */
export async function flagStaleCorroborations(
  tx: Transaction,
  eventId: string,
  inputs: EventInputs,
  derived: ReadonlyMap<string, DerivedClaim>,
  now: Date,
): Promise<void> {
  const assessments = await tx.assessment.findMany({
    where: { status: "corroborated", claim: { eventId, verification: "corroborated" } },
    select: {
      id: true,
      claimId: true,
      corroboratingId: true,
      staleSince: true,
      tests: { select: { test: true, passed: true } },
    },
    orderBy: { number: "asc" },
  });
  if (assessments.length === 0) return;

  const figures = new Map(inputs.claims.map(({ id, figure }) => [id, figure]));
  const supporter = (id: string) => {
    const [figure, own] = [figures.get(id), derived.get(id)];
    const stands = figure?.lifecycle === "current" && figure.standing !== "disowned";
    return figure && own && stands ? supporterOf(figure, own) : null;
  };
  // Only the newest of each claim says how it stands. What no longer stands itself has nothing to be corroborated.
  const newest = new Map(assessments.map((assessment) => [assessment.claimId, assessment])).values();
  const stale = [...newest].filter(({ claimId, corroboratingId, staleSince, tests }) => {
    if (staleSince) return false;
    const [own, other] = [supporter(claimId), supporter(corroboratingId ?? "")];
    if (!own) return false;
    if (!other) return true;
    const passed = new Set(tests.flatMap((test) => (test.passed ? [test.test] : [])));
    return independenceTests(own, other, inputs.claimants, inputs.measures).some(
      (result) => !result.passed && passed.has(result.test),
    );
  });
  await flagAssessments(tx, stale, now);
}
