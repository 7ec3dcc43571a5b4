import "server-only";
import type { Actor } from "../auth/actor";
import { authorise, type Permission } from "../auth/authorise";
import type { Transaction } from "../db/client";
import { inTransaction } from "../db/transaction";
import { deriveEvent } from "../events/derive-event";
import { parseInput } from "../forms/parse-input";
import { recordRevision } from "../history/record-revision";
import type { Action } from "../history/schema";
import type { CorrectionKind, Lifecycle } from "../vocabulary";
import { markUsersStale } from "./mark-stale";
import { holdClaim } from "./move-claim";
import { assertWithdraws } from "./rules";
import { WithdrawClaim } from "./schema";

/** The claimant takes a current claim back. The claim stays readable, with the public reason (R24). */
export async function retractClaim(actor: Actor, input: WithdrawClaim, now: Date): Promise<void> {
  await withdrawClaim(actor, input, now, "claim:retract", {
    action: "claim.retracted",
    lifecycle: "retracted",
    kind: "retraction",
  });
}

/** The claimant says that a current claim was wrong, with no other figure on file in its place (R24). */
export async function markCorrected(actor: Actor, input: WithdrawClaim, now: Date): Promise<void> {
  await withdrawClaim(actor, input, now, "claim:retract", {
    action: "claim.corrected",
    lifecycle: "corrected",
    kind: "correction",
  });
}

/** The claim is our own mistake in logging, whatever became of it since. It leaves every range (R7, R24). */
export async function markEntryError(actor: Actor, input: WithdrawClaim, now: Date): Promise<void> {
  await withdrawClaim(actor, input, now, "claim:mark_entry_error", {
    action: "claim.marked_entry_error",
    lifecycle: "entry_error",
    kind: "entry_error",
  });
}

async function withdrawClaim(
  actor: Actor,
  input: WithdrawClaim,
  now: Date,
  permission: Permission,
  { action, lifecycle, kind }: { action: Action; lifecycle: Lifecycle; kind: CorrectionKind },
): Promise<void> {
  authorise(actor, permission);
  const { claimId, version, reason } = parseInput(WithdrawClaim, input);

  await inTransaction(async (tx) => {
    const held = await holdClaim(tx, claimId, version);
    assertWithdraws(held.claim, lifecycle);
    await publishCorrection(tx, held, actor, kind, reason, now);
    await endClaim(tx, held, actor, action, { lifecycle }, now);
  });
}

type Held = Awaited<ReturnType<typeof holdClaim>>;

/** Of what is amended: the version that has the new values, of the claim or of one of its attributions. */
type Amended = { claimVersion: number } | { attributionId: string; attributionVersion: number };

/** Publishes what was wrong with a held claim, who says so and why (R24). Public at once, as its event is. */
export async function publishCorrection(
  tx: Transaction,
  { chain, event, claim }: Held,
  actor: Actor,
  kind: CorrectionKind,
  reason: string,
  now: Date,
  amended: Amended | Record<string, never> = {},
): Promise<void> {
  const correction = { kind, eventId: event.id, claimId: claim.id, reason };
  const claimVersion = "claimVersion" in amended ? amended.claimVersion : null;
  const { id } = await tx.correction.create({
    data: { ...correction, claimVersion, correctedById: actor.id, correctedAt: now, publishedAt: now },
    select: { id: true },
  });
  await recordRevision(tx, chain, actor, {
    at: now,
    action: "correction.made",
    subjectKind: "correction",
    subjectId: id,
    version: 1,
    after: { ...correction, ...amended },
  });
}

/**
 * Writes the state in which a held claim no longer enters ranges, with its revision; flags what used it (R23) and
 * derives its event again. The last step of a command. `successor` is for its history: a public id.
 */
export async function endClaim(
  tx: Transaction,
  { chain, event, claim }: Held,
  actor: Actor,
  action: Action,
  state: { lifecycle: Lifecycle } | { standing: "disowned" },
  now: Date,
  successor: Record<string, string> = {},
): Promise<void> {
  const version = claim.version + 1;
  await tx.claim.update({ where: { id: claim.id }, data: { ...state, version } });
  await recordRevision(tx, chain, actor, {
    at: now,
    action,
    subjectKind: "claim",
    subjectId: claim.id,
    version,
    before: { lifecycle: claim.lifecycle, standing: claim.standing },
    after: { ...state, ...successor },
  });
  await markUsersStale(tx, claim.id, now);
  const wasNeverMade = "standing" in state || state.lifecycle === "entry_error";
  if (wasNeverMade && claim.lifecycle === "current")
    await restorePredecessors(tx, { chain, claim }, actor, now);
  await tx.event.update({ where: { id: event.id }, data: { changedAt: now } });
  await deriveEvent(tx, event.id, now);
}

/** What a figure that its claimant never gave took the place of stands again: the decision rested on a mistake. */
async function restorePredecessors(
  tx: Transaction,
  { chain, claim }: Pick<Held, "chain" | "claim">,
  actor: Actor,
  now: Date,
): Promise<void> {
  const links = await tx.claimLink.findMany({
    where: { fromClaimId: claim.id, kind: { in: ["supersedes", "replaces"] }, state: "accepted" },
    select: { id: true, version: true, toClaim: { select: { id: true, version: true, lifecycle: true } } },
    orderBy: { id: "asc" },
  });
  for (const { id, version, toClaim: older } of links) {
    const undone = { state: "declined", decidedBy: actor.id, decidedAt: now } as const;
    await tx.claimLink.update({ where: { id }, data: { ...undone, version: version + 1 } });
    await recordRevision(tx, chain, actor, {
      at: now,
      action: "claim_link.declined",
      subjectKind: "claim_link",
      subjectId: id,
      version: version + 1,
      before: { state: "accepted" },
      after: { state: "declined" },
    });
    await tx.claim.update({
      where: { id: older.id },
      data: { lifecycle: "current", version: older.version + 1 },
    });
    await recordRevision(tx, chain, actor, {
      at: now,
      action: "claim.restored",
      subjectKind: "claim",
      subjectId: older.id,
      version: older.version + 1,
      before: { lifecycle: older.lifecycle },
      after: { lifecycle: "current" },
    });
  }
}
