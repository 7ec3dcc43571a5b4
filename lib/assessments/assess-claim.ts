import "server-only";
import type { z } from "zod";
import type { Actor } from "../auth/actor";
import { authorise } from "../auth/authorise";
import { markUsersStale } from "../claims/mark-stale";
import { holdClaim } from "../claims/move-claim";
import type { Transaction } from "../db/client";
import { explainRefusals, type Refusals } from "../db/refusals";
import { inTransaction } from "../db/transaction";
import { Conflict } from "../errors";
import { deriveEvent } from "../events/derive-event";
import { readInputs } from "../events/read-inputs";
import { deriveFrom, supporterOf } from "../events/rules";
import { evidenceForHistory } from "../evidence/evidence-of-assessment";
import { parseInput } from "../forms/parse-input";
import { recordRevision } from "../history/record-revision";
import { independenceTests } from "../origins/independence";
import { assertCorroborated, assertNamesCorroboration } from "./rules";
import { AssessClaim } from "./schema";

type Assessed = Pick<z.output<typeof AssessClaim>, "status" | "corroboratingId" | "overrideReason">;

/**
 * Appends an editor's decision on a published claim; earlier ones stay as they are. Public at once. "Corroborated"
 * keeps the tests of R12 against the claim that corroborates it; where one fails it is refused without a reason of
 * its own. Returns the assessment's id.
 */
export async function assessClaim(actor: Actor, input: AssessClaim, now: Date): Promise<string> {
  authorise(actor, "claim:assess");
  const { claimId, version, evidence, ...assessment } = parseInput(AssessClaim, input);

  return explainRefusals(REFUSALS, () =>
    inTransaction(async (tx) => {
      const { chain, event, claim } = await holdClaim(tx, claimId, version);
      if (claim.recordStatus !== "published") throw new Conflict("Publish this claim before assessing it.");

      const tests = await testCorroboration(tx, claim, assessment);
      const told = await evidenceForHistory(tx, actor, evidence);
      const number = (await tx.assessment.count({ where: { claimId } })) + 1;
      const { id } = await tx.assessment.create({
        data: {
          ...assessment,
          claimId,
          number,
          assessedById: actor.id,
          assessedAt: now,
          publishedAt: now,
          evidence: { create: evidence.map((item, position) => ({ ...item, position })) },
          tests: { create: tests },
        },
        select: { id: true },
      });
      await tx.claim.update({
        where: { id: claimId },
        // Looked at again: what had changed meanwhile was seen.
        data: { verification: assessment.status, staleSince: null, version: version + 1 },
      });
      await recordRevision(tx, chain, actor, {
        at: now,
        action: "assessment.made",
        subjectKind: "assessment",
        subjectId: id,
        version: 1,
        after: { ...assessment, claimId, number, evidence: told, tests },
      });
      await recordRevision(tx, chain, actor, {
        at: now,
        action: "claim.assessed",
        subjectKind: "claim",
        subjectId: claimId,
        version: version + 1,
        before: { verification: claim.verification },
        after: { verification: assessment.status },
      });
      // What an editor found to be wrong supports nothing any more (R10, R12).
      if (assessment.status === "refuted") await markUsersStale(tx, claimId, now);
      await tx.event.update({ where: { id: event.id }, data: { changedAt: now } });
      await deriveEvent(tx, event.id, now);
      return id;
    }),
  );
}

/** The tests of R12 as they stand now, in the form in which they are kept; none for another status. */
async function testCorroboration(
  tx: Transaction,
  { id, eventId }: { id: string; eventId: string },
  { status, corroboratingId, overrideReason }: Assessed,
) {
  assertNamesCorroboration(status, corroboratingId, overrideReason);
  if (corroboratingId === null) return [];

  // Computed here and not read: a claim of an event that is not public yet has nothing kept beside it.
  const inputs = await readInputs(tx, eventId);
  const { claims } = deriveFrom(inputs);
  const [own, other] = [id, corroboratingId].map((claimId) => {
    const figure = inputs.claims.find((claim) => claim.id === claimId)?.figure;
    const derived = claims.get(claimId);
    return figure && derived ? supporterOf(figure, derived) : null;
  });
  const results = own && other ? independenceTests(own, other, inputs.claimants, inputs.measures) : [];
  assertCorroborated(own?.figure, other?.figure, results, overrideReason);
  return results.map(({ test, passed, evidence }) => ({ test, passed, evidence: JSON.stringify(evidence) }));
}

const REFUSALS: Refusals = {
  evidence_report_id_fkey: { evidence: "This names a report that is not on file: choose it again." },
  evidence_file_id_fkey: { evidence: "This names a file that is not here: add it again." },
};
