import "server-only";
import type { Actor } from "../auth/actor";
import { authorise } from "../auth/authorise";
import { explainRefusals, type Refusals } from "../db/refusals";
import { inTransaction } from "../db/transaction";
import { parseInput } from "../forms/parse-input";
import { decideLink } from "./decline-link";
import { holdClaim } from "./move-claim";
import { assertSupersedes } from "./rules";
import { SupersedeClaim } from "./schema";
import { endClaim } from "./withdraw-claim";

/**
 * Accepts that a claimant's newer figure takes the place of its older one (R18-R20). Both stay visible; only the
 * newer one enters ranges from now on. Where the claimant says that the older one was wrong, it is corrected.
 */
export async function supersedeClaim(actor: Actor, input: SupersedeClaim, now: Date): Promise<void> {
  authorise(actor, "claim:supersede");
  const decision = parseInput(SupersedeClaim, input);

  await explainRefusals(REFUSALS, () =>
    inTransaction(async (tx) => {
      const held = await holdClaim(tx, decision.older.id, decision.older.version);
      const { claim: newer } = await holdClaim(tx, decision.newer.id, decision.newer.version);
      const older = held.claim;
      const parents = await tx.claimant.findMany({
        where: { id: { in: [older.claimantId, newer.claimantId] } },
        select: { id: true, parentId: true },
      });
      assertSupersedes(newer, older, decision, parents);

      const link = {
        kind: "supersedes",
        fromClaimId: newer.id,
        toClaimId: older.id,
        state: "accepted",
        downwardReason: decision.downwardReason,
        speaksForBoth: decision.speaksForBoth,
        note: decision.note,
      } as const;
      await decideLink(tx, held.chain, actor, link, now);
      const lifecycle = decision.isCorrection ? "corrected" : "superseded";
      const successor = { supersededBy: newer.publicId };
      await endClaim(tx, held, actor, "claim.superseded", { lifecycle }, now, successor);
    }),
  );
}

/** What the database says where a figure has a successor already, whichever way it got it. */
export const REFUSALS: Refusals = {
  claim_link_one_successor: "This figure has a successor already: undo that link first.",
};
