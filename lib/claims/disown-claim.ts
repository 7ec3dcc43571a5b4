import "server-only";
import type { Actor } from "../auth/actor";
import { authorise } from "../auth/authorise";
import { inTransaction } from "../db/transaction";
import { parseInput } from "../forms/parse-input";
import { decideLink } from "./decline-link";
import { holdClaim } from "./move-claim";
import { assertDisowns } from "./rules";
import { DisownClaim } from "./schema";
import { endClaim, publishCorrection } from "./withdraw-claim";

/**
 * The named claimant denies a claim: it stays theirs as disowned and leaves the range; the claims of those who passed
 * it on are linked to it and count on (R23). The reason is public.
 */
export async function disownClaim(actor: Actor, input: DisownClaim, now: Date): Promise<void> {
  authorise(actor, "claim:disown");
  const { claimId, version, reason, passedOnBy, note } = parseInput(DisownClaim, input);

  await inTransaction(async (tx) => {
    const held = await holdClaim(tx, claimId, version);
    const passers = [];
    for (const { id, version } of passedOnBy) passers.push((await holdClaim(tx, id, version)).claim);
    assertDisowns(held.claim, passers);

    for (const { id } of passers) {
      const link = { kind: "passed_on_from", fromClaimId: id, toClaimId: held.claim.id } as const;
      await decideLink(tx, held.chain, actor, { ...link, state: "accepted", note }, now);
    }
    await publishCorrection(tx, held, actor, "disowned", reason, now);
    await endClaim(tx, held, actor, "claim.disowned", { standing: "disowned" }, now);
  });
}
