import "server-only";
import type { Actor } from "../auth/actor";
import { assertMayMove } from "../claims/may-change";
import { db, type Transaction } from "../db/client";
import { inTransaction } from "../db/transaction";
import { AppError } from "../errors";
import { archiveEvent, holdEvent } from "../events/move-event";
import { type Change, recordRevisions } from "../history/record-revision";
import { assertMove } from "../publishing/rules";
import { endStep } from "./end-step";
import { throwFileAway } from "./file-chunks";
import { lockImport } from "./hold-import";
import { setBack } from "./set-back";
import { CannotGoOn, LetGo, SILENCE_MS, whileAlive } from "./take-up";
import { inTheWay, listInTheWay } from "./undo-obstacles";

const BATCH_MAX = 500;

/**
 * Undoes what of an import is not undone yet, batch by batch; a crash leaves what the next one goes on with. Returns
 * whether it is over: undone, or given up because something was built on it meanwhile. `batchesMax`: do no more of it.
 */
export async function runUndo(
  id: string,
  clock: () => Date,
  batchesMax = Number.POSITIVE_INFINITY,
): Promise<boolean> {
  const found = await take(id, clock());
  if (!found) return true;
  const { actor, fileName } = found;
  const reason = `The import of ${fileName} was undone.`;
  try {
    return await whileAlive(id, clock, async () => {
      for (let batch = 0; batch <= batchesMax; batch += 1) {
        const isLeft =
          batch < batchesMax
            ? await undoBatch(id, actor, reason, clock())
            : (await listLeft(db(), id)).length > 0;
        if (isLeft) continue;
        await archiveEvents(id, actor, reason, clock);
        await endStep(id, actor, "undone", clock());
        await throwFileAway(id);
        return true;
      }
      await db().import.updateMany({ where: { id }, data: { beatAt: null } });
      return false;
    });
  } catch (error) {
    if (error instanceof LetGo) return true;
    if (!(error instanceof CannotGoOn || error instanceof AppError)) throw error;
    await db().import.updateMany({
      where: { id, state: "undoing" },
      data: { state: "done", failure: error.message, beatAt: null, version: { increment: 1 } },
    });
    return true;
  }
}

async function take(id: string, now: Date): Promise<{ actor: Actor; fileName: string } | null> {
  return inTransaction(async (tx) => {
    const held = await lockImport(tx, { id });
    const isHeld = held.beatAt !== null && now.getTime() - held.beatAt.getTime() < SILENCE_MS;
    if (held.state !== "undoing" || isHeld || held.undoAskedById === null) return null;
    await tx.import.update({ where: { id }, data: { beatAt: now } });
    const actor = await tx.actor.findUniqueOrThrow({
      where: { id: held.undoAskedById },
      select: { id: true, kind: true, name: true, role: true },
    });
    return { actor, fileName: held.fileName };
  });
}

type Left = { eventId: string; claimId: string; isNew: boolean; version: number };

/** Some claims of one event; false where none is left. */
async function undoBatch(id: string, actor: Actor, reason: string, now: Date): Promise<boolean> {
  return inTransaction(async (tx) => {
    const held = await lockImport(tx, { id });
    if (held.state !== "undoing") throw new LetGo(false);
    const left = await listLeft(tx, id);
    const [first] = left;
    if (!first) return false;
    const { chain, event } = await holdEvent(tx, first.eventId);
    const blocking = await listInTheWay(
      tx,
      id,
      left.map(({ claimId }) => claimId),
    );
    if (blocking.length > 0) throw new CannotGoOn(inTheWay(blocking));
    const made = left.filter(({ isNew }) => isNew);
    const changes = await archive(tx, actor, made, reason, now);
    await recordRevisions(tx, chain, actor, changes);
    for (const { claimId, version } of left.filter(({ isNew }) => !isNew))
      await setBack(tx, { chain, event }, actor, id, claimId, version, now);
    await tx.import.update({ where: { id }, data: { beatAt: now } });
    return true;
  });
}

/** Which claims that an import made stand, and which that it changed are still as it left them? Of one event. */
async function listLeft(tx: Transaction, importId: string): Promise<Left[]> {
  return tx.$queryRaw<Left[]>`
    with standing as (
      select c.event_id, c.id, c.number, r.is_new, r.version
      from imported_record r join claim c on c.id = r.record_id
      where r.import_id = ${importId}::uuid and r.kind = 'claim' and c.record_status <> 'archived'
        and (r.is_new or (c.version = r.version and exists (
          select from imported_record b
          where b.record_id = r.record_id and b.import_id <> r.import_id and b.version < r.version)
          -- It found the claim like this, and changed nothing.
          and not exists (
          select from imported_record b
          where b.record_id = r.record_id and b.version = r.version and b.id < r.id))))
    select event_id as "eventId", id as "claimId", is_new as "isNew", version from standing
    where event_id = (select event_id from standing order by event_id limit 1)
    order by number limit ${BATCH_MAX}`;
}

/** Lays claims aside by the rules of archiving: what was handed in is taken back first. */
async function archive(
  tx: Transaction,
  actor: Actor,
  left: readonly Left[],
  reason: string,
  now: Date,
): Promise<Change[]> {
  const claims = await tx.claim.findMany({
    where: { id: { in: left.map(({ claimId }) => claimId) } },
    select: { id: true, version: true, recordStatus: true, loggedById: true },
    orderBy: { number: "asc" },
  });
  const changes = claims.flatMap((claim) => {
    assertMayMove(actor, claim);
    const steps =
      claim.recordStatus === "submitted" ? (["draft", "archived"] as const) : (["archived"] as const);
    let [from, version] = [claim.recordStatus, claim.version];
    return steps.map((to): Change => {
      assertMove(from, to);
      const before = { recordStatus: from };
      [from, version] = [to, version + 1];
      return {
        at: now,
        action: to === "draft" ? "claim.reopened" : "claim.archived",
        subjectKind: "claim",
        subjectId: claim.id,
        version,
        before,
        after: { recordStatus: to, reason },
      };
    });
  });
  for (const [status, steps] of [
    ["draft", 1],
    ["submitted", 2],
  ] as const) {
    const ids = claims.filter(({ recordStatus }) => recordStatus === status).map(({ id }) => id);
    await tx.claim.updateMany({
      where: { id: { in: ids } },
      data: { recordStatus: "archived", statusSince: now, version: { increment: steps } },
    });
  }
  return changes;
}

/** Lays the events aside that the import made and that hold no claim that stands. */
async function archiveEvents(
  importId: string,
  actor: Actor,
  reason: string,
  clock: () => Date,
): Promise<void> {
  const records = await db().importedRecord.findMany({
    where: { importId, kind: "event", isNew: true },
    select: { recordId: true },
  });
  const events = await db().event.findMany({
    where: {
      id: { in: records.map(({ recordId }) => recordId) },
      recordStatus: { in: ["draft", "returned"] },
      mergedIntoId: null,
      claims: { none: { recordStatus: { not: "archived" } } },
    },
    select: { id: true, version: true },
    orderBy: { id: "asc" },
  });
  for (const { id, version } of events) await archiveEvent(actor, { id, version, reason }, clock());
}
