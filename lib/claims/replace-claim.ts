import "server-only";
import type { Actor } from "../auth/actor";
import { authorise } from "../auth/authorise";
import { explainRefusals } from "../db/refusals";
import { inTransaction } from "../db/transaction";
import { parseInput } from "../forms/parse-input";
import { decideLink } from "./decline-link";
import { holdClaim } from "./move-claim";
import { assertReplaces } from "./rules";
import { ReplaceClaim } from "./schema";
import { REFUSALS } from "./supersede-claim";
import { endClaim } from "./withdraw-claim";

/**
 * Keeps that a claimant put a count of something else in the place of its older one (R22). Both stay visible, with a
 * break between them; only the newer one enters ranges from now on.
 */
export async function replaceClaim(actor: Actor, input: ReplaceClaim, now: Date): Promise<void> {
  authorise(actor, "claim:replace");
  const decision = parseInput(ReplaceClaim, input);

  await explainRefusals(REFUSALS, () =>
    inTransaction(async (tx) => {
      const held = await holdClaim(tx, decision.older.id, decision.older.version);
      const { claim: newer } = await holdClaim(tx, decision.newer.id, decision.newer.version);
      const older = held.claim;
      const measures = await tx.measure.findMany({
        where: { id: { in: [newer, older].flatMap(({ measureId }) => measureId ?? []) } },
        select: { id: true, total: true },
      });
      assertReplaces(newer, older, measures);

      const link = { kind: "replaces", fromClaimId: newer.id, toClaimId: older.id } as const;
      await decideLink(tx, held.chain, actor, { ...link, state: "accepted", note: decision.note }, now);
      const successor = { replacedBy: newer.publicId };
      await endClaim(tx, held, actor, "claim.replaced", { lifecycle: "replaced" }, now, successor);
    }),
  );
}
