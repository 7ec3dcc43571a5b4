import "server-only";
import { attachToHeld, REFUSALS } from "../attributions/attach-report";
import type { Actor } from "../auth/actor";
import { authorise } from "../auth/authorise";
import { applyAmendment } from "../claims/amend-claim";
import { CLAIM_REFUSALS } from "../claims/check-claim";
import { toInput, valuesOf } from "../claims/claim-row";
import { holdClaim } from "../claims/move-claim";
import { AttributionInput, EditedClaim } from "../claims/schema";
import type { Transaction } from "../db/client";
import { explainRefusals } from "../db/refusals";
import { inTransaction } from "../db/transaction";
import { Conflict, NotFound, StaleVersion } from "../errors";
import { holdEvent } from "../events/move-event";
import { parseInput } from "../forms/parse-input";
import { type HeldChain, recordRevision } from "../history/record-revision";
import { AcceptProposal, DeclineProposal } from "./schema";

/**
 * Does what a proposal asks for, in the open and with its author's reason. StaleVersion where the claim changed since
 * the editor held the two against each other. Where the event asks for four eyes, nobody accepts their own.
 */
export async function acceptProposal(actor: Actor, input: AcceptProposal, now: Date): Promise<void> {
  authorise(actor, "proposal:decide");
  const { id, version, claimVersion } = parseInput(AcceptProposal, input);

  await explainRefusals({ ...CLAIM_REFUSALS, ...REFUSALS }, () =>
    inTransaction(async (tx) => {
      const { claimId } = await placeOf(tx, id);
      const held = await holdClaim(tx, claimId, claimVersion);
      const proposal = await readOpen(tx, id, version);
      if (held.event.fourEyes && proposal.proposedById === actor.id)
        throw new Conflict("You proposed this: somebody else must accept it.");

      await decide(tx, held.chain, actor, proposal, { state: "accepted" }, now);
      const changes = proposal.changes as Record<string, unknown>;
      if (proposal.kind === "report") {
        const attribution = parseInput(AttributionInput, changes);
        await attachToHeld(tx, held, actor, attribution, null, now);
      } else {
        const claim = parseInput(EditedClaim, { ...toInput(valuesOf(held.claim)), ...changes });
        await applyAmendment(tx, held, actor, claim, proposal.reason, now);
      }
    }),
  );
}

/** Says no to a proposal, with the reason for its author. Nothing of the claim changes. */
export async function declineProposal(actor: Actor, input: DeclineProposal, now: Date): Promise<void> {
  authorise(actor, "proposal:decide");
  const { id, version, answer } = parseInput(DeclineProposal, input);

  await inTransaction(async (tx) => {
    const { eventId } = await placeOf(tx, id);
    const { chain } = await holdEvent(tx, eventId);
    const proposal = await readOpen(tx, id, version);
    await decide(tx, chain, actor, proposal, { state: "declined", answer }, now);
  });
}

async function placeOf(tx: Transaction, id: string): Promise<{ claimId: string; eventId: string }> {
  const found = await tx.proposal.findUnique({
    where: { id },
    select: { claimId: true, claim: { select: { eventId: true } } },
  });
  if (!found) throw new NotFound("proposal");
  return { claimId: found.claimId, eventId: found.claim.eventId };
}

/** A proposal that nobody decided yet. The chain of its event must be held. */
async function readOpen(tx: Transaction, id: string, version: number) {
  const proposal = await tx.proposal.findUniqueOrThrow({ where: { id } });
  if (proposal.version !== version) throw new StaleVersion("proposal");
  if (proposal.state !== "open") throw new Conflict(`This proposal is ${proposal.state} already.`);
  return proposal;
}

async function decide(
  tx: Transaction,
  chain: HeldChain,
  actor: Actor,
  { id, version }: { id: string; version: number },
  decision: { state: "accepted" } | { state: "declined"; answer: string },
  now: Date,
): Promise<void> {
  const decided = { decidedById: actor.id, decidedAt: now, version: version + 1 };
  await tx.proposal.update({ where: { id }, data: { ...decision, ...decided } });
  await recordRevision(tx, chain, actor, {
    at: now,
    action: decision.state === "accepted" ? "proposal.accepted" : "proposal.declined",
    subjectKind: "proposal",
    subjectId: id,
    version: version + 1,
    before: { state: "open" },
    after: decision,
  });
}
