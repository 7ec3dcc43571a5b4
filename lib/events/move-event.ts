import "server-only";
import type { Actor } from "../auth/actor";
import { authorise, type Permission } from "../auth/authorise";
import type { Transaction } from "../db/client";
import { inTransaction } from "../db/transaction";
import { Conflict, NotFound, StaleVersion } from "../errors";
import { parseInput } from "../forms/parse-input";
import { type HeldChain, holdChain, recordRevision } from "../history/record-revision";
import type { Action } from "../history/schema";
import { assertMove, isBack } from "../publishing/rules";
import type { RecordStatus } from "../vocabulary";
import { deriveEvent } from "./derive-event";
import { MoveBack, MoveRecord } from "./schema";

/** Hands an event to the editors. */
export async function submitEvent(actor: Actor, input: MoveRecord, now: Date): Promise<void> {
  await moveEvent(actor, input, now, "event:submit", "event.submitted", "submitted");
}

/** Takes a submitted event into review. */
export async function reviewEvent(actor: Actor, input: MoveRecord, now: Date): Promise<void> {
  await moveEvent(actor, input, now, "event:review", "event.review_begun", "in_review");
}

/** Gives an event in review back to who opened it, with the reason. */
export async function returnEvent(actor: Actor, input: MoveBack, now: Date): Promise<void> {
  await moveEvent(actor, input, now, "event:return", "event.returned", "returned");
}

/** Lays a draft or a returned event aside, and says why. It stays on file, and can be reopened. */
export async function archiveEvent(actor: Actor, input: MoveBack, now: Date): Promise<void> {
  await moveEvent(actor, input, now, "event:archive", "event.archived", "archived");
}

/** Makes a draft again of an event that was archived, or that was handed in too early, and says why. */
export async function reopenEvent(actor: Actor, input: MoveBack, now: Date): Promise<void> {
  await moveEvent(actor, input, now, "event:archive", "event.reopened", "draft");
}

/** Makes an event public, and with it those of its claims that are published. It is final. */
export async function publishEvent(actor: Actor, input: MoveRecord, now: Date): Promise<void> {
  await moveEvent(actor, input, now, "event:publish", "event.published", "published");
}

/**
 * Locks an event's history for this transaction and returns the event as it stands, or throws NotFound; Conflict where
 * it was merged into another: nothing is added to what is history (R30).
 */
export async function holdEvent(tx: Transaction, eventId: string) {
  const chain = await holdChain(tx, eventId);
  const event = chain && (await tx.event.findUnique({ where: { id: eventId } }));
  if (!event) throw new NotFound("event");
  if (event.mergedIntoId) throw new Conflict("This event was merged into another: go on in that one.");
  return { chain: chain as HeldChain, event };
}

async function moveEvent(
  actor: Actor,
  input: MoveRecord,
  now: Date,
  permission: Permission,
  action: Action,
  to: RecordStatus,
): Promise<void> {
  authorise(actor, permission);
  const { id, version, reason } = parseInput(isBack(to) ? MoveBack : MoveRecord, input);

  await inTransaction(async (tx) => {
    const { chain, event } = await holdEvent(tx, id);
    if (event.version !== version) throw new StaleVersion("event");
    assertMove(event.recordStatus, to);

    const published = to === "published" ? { publishedAt: now, changedAt: now } : {};
    const stored = { recordStatus: to, statusSince: now, version: version + 1, ...published };
    await tx.event.update({ where: { id }, data: stored });
    await recordRevision(tx, chain, actor, {
      at: now,
      action,
      subjectKind: "event",
      subjectId: id,
      version: version + 1,
      before: { recordStatus: event.recordStatus },
      after: { recordStatus: to, reason },
    });
    if (to === "published") await deriveEvent(tx, id, now);
  });
}
