import "server-only";
import type { Prisma } from "../../prisma/generated/client";
import { checkAttribution } from "../attributions/attach-report";
import type { Actor } from "../auth/actor";
import { authorise } from "../auth/authorise";
import { checkAmendment } from "../claims/amend-claim";
import { attributionFields } from "../claims/attribution-row";
import { toInput } from "../claims/claim-row";
import type { HeldClaim } from "../claims/edit-claim";
import { holdClaim } from "../claims/move-claim";
import { assertPublished } from "../claims/rules";
import type { Transaction } from "../db/client";
import { inTransaction } from "../db/transaction";
import { parseInput } from "../forms/parse-input";
import type { Json } from "../history/digest";
import { recordRevision } from "../history/record-revision";
import { MakeProposal } from "./schema";

/**
 * Proposes an amendment of a published claim, or one more report that carries it. Returns the proposal's id. The
 * published version stands until an editor accepts; what the rules would refuse then is refused now.
 */
export async function makeProposal(actor: Actor, input: MakeProposal, now: Date): Promise<string> {
  authorise(actor, "proposal:make");
  const proposed = parseInput(MakeProposal, input);

  return inTransaction(async (tx) => {
    const held = await holdClaim(tx, proposed.claimId, proposed.version);
    return makeProposalInto(tx, held, actor, proposed, now);
  });
}

/** `makeProposal` in a transaction of the caller, who has asked for the permission and holds the claim. */
export async function makeProposalInto(
  tx: Transaction,
  held: HeldClaim,
  actor: Actor,
  proposed: ReturnType<typeof MakeProposal.parse>,
  now: Date,
): Promise<string> {
  const { kind, claimId, version, reason } = proposed;
  assertPublished(held.claim);
  const changes = await changesOf(tx, held, proposed);
  const { id } = await tx.proposal.create({
    data: {
      kind,
      claimId,
      claimVersion: version,
      changes: changes as Prisma.InputJsonObject,
      reason,
      proposedById: actor.id,
      proposedAt: now,
    },
    select: { id: true },
  });
  await recordRevision(tx, held.chain, actor, {
    at: now,
    action: "proposal.made",
    subjectKind: "proposal",
    subjectId: id,
    version: 1,
    // Field by field beside its own, so that each can be redacted alone (R35).
    after: { kind, claimId, claimVersion: version, reason, ...changes },
  });
  return id;
}

/** What the proposal would change and nothing else, so that what others amend meanwhile is kept. */
async function changesOf(
  tx: Transaction,
  held: HeldClaim,
  proposed: ReturnType<typeof MakeProposal.parse>,
): Promise<Record<string, Json>> {
  if (proposed.kind === "report") {
    await checkAttribution(tx, held.claim.id, proposed.attribution, null);
    return attributionFields(proposed.attribution);
  }
  const changed = await checkAmendment(tx, held, proposed.claim);
  return Object.fromEntries(
    Object.entries(toInput(proposed.claim)).filter(([name]) => changed.includes(name)),
  );
}
