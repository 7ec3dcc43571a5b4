import "server-only";
import type { Actor } from "../auth/actor";
import { authorise } from "../auth/authorise";
import { holdClaim } from "../claims/move-claim";
import { explainRefusals, type Refusals } from "../db/refusals";
import { inTransaction } from "../db/transaction";
import { Conflict } from "../errors";
import { deriveEvent } from "../events/derive-event";
import { parseInput } from "../forms/parse-input";
import { recordRevision } from "../history/record-revision";
import { AssessClaim } from "./schema";

/**
 * Appends an editor's decision on a published claim; earlier ones stay as they are. Public at once. Returns the
 * assessment's id.
 */
export async function assessClaim(actor: Actor, input: AssessClaim, now: Date): Promise<string> {
  authorise(actor, "claim:assess");
  const { claimId, version, evidence, ...assessment } = parseInput(AssessClaim, input);

  return explainRefusals(REFUSALS, () =>
    inTransaction(async (tx) => {
      const { chain, event, claim } = await holdClaim(tx, claimId, version);
      if (claim.recordStatus !== "published") throw new Conflict("Publish this claim before assessing it.");

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
        },
        select: { id: true },
      });
      await tx.claim.update({
        where: { id: claimId },
        data: { verification: assessment.status, version: version + 1 },
      });
      await recordRevision(tx, chain, actor, {
        at: now,
        action: "assessment.made",
        subjectKind: "assessment",
        subjectId: id,
        version: 1,
        after: { ...assessment, claimId, number, evidence },
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
      await tx.event.update({ where: { id: event.id }, data: { changedAt: now } });
      await deriveEvent(tx, event.id, now);
      return id;
    }),
  );
}

const REFUSALS: Refusals = {
  evidence_report_id_fkey: { evidence: "This names a report that is not on file: choose it again." },
};
