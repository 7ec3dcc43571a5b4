import "server-only";
import type { Actor } from "../auth/actor";
import { authorise, can } from "../auth/authorise";
import type { Transaction } from "../db/client";
import { inTransaction } from "../db/transaction";
import { Conflict, Invalid, NotFound, StaleVersion } from "../errors";
import { holdEvent } from "../events/move-event";
import { parseInput } from "../forms/parse-input";
import { recordRevision } from "../history/record-revision";
import { AssignClaim } from "./schema";

/**
 * Puts a claim that is not yet published into an editor's hands, the actor's own or a colleague's, or gives it back.
 * The claim itself stays as it is, its version too: whoever edits it meanwhile is not held up.
 */
export async function assignClaim(actor: Actor, input: AssignClaim, now: Date): Promise<void> {
  authorise(actor, "claim:assign");
  const { claimId, assigneeId, version } = parseInput(AssignClaim, input);

  await inTransaction(async (tx) => {
    const { chain } = await holdOpenClaim(tx, claimId);
    const before = await tx.assignment.findUnique({ where: { claimId } });
    if ((before?.version ?? 0) !== version) throw new StaleVersion("assignment");
    if ((before?.assigneeId ?? null) === assigneeId) throw new Conflict(alreadySo(assigneeId, actor));
    if (assigneeId !== null) await checkAssignee(tx, assigneeId);

    const stored = { assigneeId, assignedAt: now, version: version + 1 };
    const { id } = await tx.assignment.upsert({
      where: { claimId },
      create: { claimId, ...stored },
      update: stored,
      select: { id: true },
    });
    await recordRevision(tx, chain, actor, {
      at: now,
      action: "assignment.made",
      subjectKind: "assignment",
      subjectId: id,
      version: version + 1,
      before: before ? { claimId, assigneeId: before.assigneeId } : {},
      after: { claimId, assigneeId },
    });
  });
}

/** Locks the history of the claim's event, then reads the claim; Conflict where there is nothing left to review. */
async function holdOpenClaim(tx: Transaction, id: string) {
  const found = await tx.claim.findUnique({ where: { id }, select: { eventId: true } });
  if (!found) throw new NotFound("claim");
  const { chain } = await holdEvent(tx, found.eventId);
  const claim = await tx.claim.findUniqueOrThrow({
    where: { id },
    select: { recordStatus: true, mergedIntoId: true },
  });
  if (claim.mergedIntoId)
    throw new Conflict("This claim was found to be a duplicate of another: take that one.");
  if (claim.recordStatus === "published")
    throw new Conflict("This claim is published: nobody needs to take it.");
  if (claim.recordStatus === "archived") throw new Conflict("This claim is archived: reopen it first.");
  return { chain };
}

/** Only who may review has a claim in hand. */
async function checkAssignee(tx: Transaction, id: string): Promise<void> {
  const assignee = await tx.actor.findUnique({ where: { id } });
  const mayReview = assignee && assignee.suspendedAt === null && can(assignee.role, "claim:review");
  if (!mayReview) throw new Invalid({ assigneeId: "Choose an editor or an admin whose account is open." });
}

function alreadySo(assigneeId: string | null, actor: Actor): string {
  if (assigneeId === null) return "Nobody has this claim.";
  return assigneeId === actor.id ? "You have this claim already." : "This editor has the claim already.";
}
