import "server-only";
import type { Actor } from "../auth/actor";
import { authorise, type Permission } from "../auth/authorise";
import type { Transaction } from "../db/client";
import { inTransaction } from "../db/transaction";
import { Conflict, NotFound, StaleVersion } from "../errors";
import { holdEvent } from "../events/move-event";
import { MoveBack, MoveRecord } from "../events/schema";
import { tellReadersOf } from "../events/tell-readers";
import { parseInput } from "../forms/parse-input";
import { type HeldChain, recordRevision } from "../history/record-revision";
import type { Action } from "../history/schema";
import { keepClaimLinks } from "../links/keep-claim-links";
import { keepViaProposals } from "../links/keep-via-proposals";
import { assertMove, isBack } from "../publishing/rules";
import type { RecordStatus } from "../vocabulary";
import { assertMayMove } from "./may-change";

/** Hands a claim to the editors. */
export async function submitClaim(actor: Actor, input: MoveRecord, now: Date): Promise<void> {
  await moveClaim(actor, input, now, "claim:submit", "claim.submitted", "submitted");
}

/** Gives a claim in review back to who logged it, with the reason, which is not public. */
export async function returnClaim(actor: Actor, input: MoveBack, now: Date): Promise<void> {
  await moveClaim(actor, input, now, "claim:return", "claim.returned", "returned");
}

/** Lays a draft or a returned claim aside, and says why. It stays on file, and can be reopened. */
export async function archiveClaim(actor: Actor, input: MoveBack, now: Date): Promise<void> {
  await moveClaim(actor, input, now, "claim:archive", "claim.archived", "archived");
}

/** Makes a draft again of a claim that was archived, or that was handed in too early, and says why. */
export async function reopenClaim(actor: Actor, input: MoveBack, now: Date): Promise<void> {
  await moveClaim(actor, input, now, "claim:archive", "claim.reopened", "draft");
}

/** Takes a submitted claim into review. */
export async function reviewClaim(actor: Actor, input: MoveRecord, now: Date): Promise<void> {
  await moveClaim(actor, input, now, "claim:review", "claim.review_begun", "in_review");
}

/**
 * Makes a claim and its reports public as soon as its event is. It is final. The logger of a claim can't publish
 * it where the event asks for four eyes.
 */
export async function publishClaim(actor: Actor, input: MoveRecord, now: Date): Promise<void> {
  await moveClaim(actor, input, now, "claim:publish", "claim.published", "published");
}

/**
 * Locks the history of a claim's event for this transaction, then reads the claim, or throws NotFound; Conflict
 * when somebody changed it since the caller read it (R33), or it is a duplicate of another: that one stands for it.
 */
export async function holdClaim(tx: Transaction, id: string, version: number) {
  const found = await tx.claim.findUnique({ where: { id }, select: { eventId: true } });
  if (!found) throw new NotFound("claim");
  const { chain, event } = await holdEvent(tx, found.eventId);
  const claim = await tx.claim.findUniqueOrThrow({ where: { id } });
  if (claim.version !== version) throw new StaleVersion("claim");
  if (claim.mergedIntoId)
    throw new Conflict(
      "This claim was found to be a duplicate of another: go on in that one, or take it back.",
    );
  return { chain, event, claim };
}

async function moveClaim(
  actor: Actor,
  input: MoveRecord,
  now: Date,
  permission: Permission,
  action: Action,
  to: RecordStatus,
): Promise<void> {
  authorise(actor, permission);
  const step = parseInput(isBack(to) ? MoveBack : MoveRecord, input);
  await inTransaction((tx) => takeStep(tx, actor, step, now, action, to));
}

/** One step of a claim, in a transaction of the caller, who has asked for the permission. */
export async function takeStep(
  tx: Transaction,
  actor: Actor,
  { id, version, reason }: { id: string; version: number; reason: string | null },
  now: Date,
  action: Action,
  to: RecordStatus,
): Promise<void> {
  const { chain, event, claim } = await holdClaim(tx, id, version);
  assertMayMove(actor, claim);
  assertMove(claim.recordStatus, to);
  if (to === "published" && event.fourEyes && claim.loggedById === actor.id) {
    throw new Conflict("You logged this claim: somebody else must publish it.");
  }

  // Only a claim that is returned has a reason to be.
  const returnReason = to === "returned" ? reason : null;
  const published = to === "published" ? { publishedAt: now } : {};
  const state = { recordStatus: to, returnReason };
  const stored = { ...state, statusSince: now, version: version + 1, ...published };
  await tx.claim.update({ where: { id }, data: stored });
  await recordRevision(tx, chain, actor, {
    at: now,
    action,
    subjectKind: "claim",
    subjectId: id,
    version: version + 1,
    before: { recordStatus: claim.recordStatus, returnReason: claim.returnReason },
    after: { ...state, reason },
  });
  if (to !== "published") return;

  await publishAttributions(tx, chain, actor, id, now);
  await keepClaimLinks(tx, chain, actor, claim, now);
  await keepViaProposals(tx, event.id, now);
  await tellReadersOf(tx, [event.id], now);
}

/** Makes public what reports carry a published claim and are not yet. The chain must be held. */
export async function publishAttributions(
  tx: Transaction,
  chain: HeldChain,
  actor: Actor,
  claimId: string,
  now: Date,
) {
  const attributions = await tx.attribution.findMany({
    where: { claimId, publishedAt: null },
    orderBy: { id: "asc" },
    select: { id: true, version: true },
  });
  for (const { id, version } of attributions) {
    await tx.attribution.update({ where: { id }, data: { publishedAt: now, version: version + 1 } });
    await recordRevision(tx, chain, actor, {
      at: now,
      action: "attribution.published",
      subjectKind: "attribution",
      subjectId: id,
      version: version + 1,
      before: { isPublished: false },
      after: { isPublished: true },
    });
  }
}
