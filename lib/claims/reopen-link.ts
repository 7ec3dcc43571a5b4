import "server-only";
import type { ClaimLink } from "../../prisma/generated/client";
import type { Actor } from "../auth/actor";
import { authorise } from "../auth/authorise";
import type { Transaction } from "../db/client";
import { inTransaction } from "../db/transaction";
import { Conflict, Invalid, NotFound, StaleVersion } from "../errors";
import { holdEvent } from "../events/move-event";
import { tellReadersOf } from "../events/tell-readers";
import { parseInput } from "../forms/parse-input";
import { type HeldChain, recordRevision } from "../history/record-revision";
import type { Lifecycle } from "../vocabulary";
import { ReopenLink } from "./schema";
import { publishCorrection } from "./withdraw-claim";

/**
 * Takes back a decision on how two claims stand to each other, which is then open again. The older figure of a
 * succession is current again, unless something else ended it too; readers are told why (R24).
 */
export async function reopenLink(actor: Actor, input: ReopenLink, now: Date): Promise<void> {
  authorise(actor, "claim_link:decide");
  const { id, version, reason } = parseInput(ReopenLink, input);

  await inTransaction(async (tx) => {
    const { chain, event, link, older } = await holdLink(tx, id, version);
    assertReopens(link);
    await reopenHeldLink(tx, chain, actor, link, now);
    if (link.state === "accepted" && isSuccession(link)) {
      if (reason === null) throw new Invalid({ reason: "Say why: readers see it." });
      if (ENDED_BY_SUCCESSION.includes(older.lifecycle)) await restore(tx, chain, actor, older, now);
      if (older.recordStatus === "published")
        await publishCorrection(tx, { chain, event, claim: older }, actor, "amendment", reason, now);
    }
    await tellReadersOf(tx, [event.id], now);
  });
}

/** Opens a decided link again, with its revision. The chain must be held. */
export async function reopenHeldLink(
  tx: Transaction,
  chain: HeldChain,
  actor: Actor,
  link: Pick<ClaimLink, "id" | "version" | "state">,
  now: Date,
): Promise<void> {
  const version = link.version + 1;
  await tx.claimLink.update({
    where: { id: link.id },
    data: { state: "proposed", decidedBy: null, decidedAt: null, version },
  });
  await recordRevision(tx, chain, actor, {
    at: now,
    action: "claim_link.reopened",
    subjectKind: "claim_link",
    subjectId: link.id,
    version,
    before: { state: link.state },
    after: { state: "proposed" },
  });
}

/** What an accepted succession makes of the older figure; anything else that ended it stays. */
const ENDED_BY_SUCCESSION: readonly Lifecycle[] = ["superseded", "replaced", "corrected"];

function isSuccession({ kind }: Pick<ClaimLink, "kind">): boolean {
  return kind === "supersedes" || kind === "replaces";
}

function assertReopens({ kind, state }: ClaimLink): void {
  if (state === "proposed") throw new Conflict("This is open already: decide it.");
  if (kind === "passed_on_from")
    throw new Conflict("This follows from a claim that is disowned: it is not taken back by itself.");
  if (kind === "duplicate_of" && state === "accepted")
    throw new Conflict("These claims were made one: take that back, and their reports go back too.");
}

/** Locks the history of a link's event for this transaction, then reads the link and the claim that it points to. */
async function holdLink(tx: Transaction, id: string, version: number) {
  const found = await tx.claimLink.findUnique({
    where: { id },
    select: { toClaim: { select: { eventId: true } } },
  });
  if (!found) throw new NotFound("link");
  const { chain, event } = await holdEvent(tx, found.toClaim.eventId);
  const { toClaim: older, ...link } = await tx.claimLink.findUniqueOrThrow({
    where: { id },
    include: { toClaim: true },
  });
  if (link.version !== version || older.eventId !== event.id) throw new StaleVersion("link");
  return { chain, event, link, older };
}

async function restore(
  tx: Transaction,
  chain: HeldChain,
  actor: Actor,
  { id, version, lifecycle }: { id: string; version: number; lifecycle: Lifecycle },
  now: Date,
): Promise<void> {
  await tx.claim.update({ where: { id }, data: { lifecycle: "current", version: version + 1 } });
  await recordRevision(tx, chain, actor, {
    at: now,
    action: "claim.restored",
    subjectKind: "claim",
    subjectId: id,
    version: version + 1,
    before: { lifecycle },
    after: { lifecycle: "current" },
  });
}
