import "server-only";
import type { Actor } from "../auth/actor";
import { db } from "../db/client";
import { inTransaction } from "../db/transaction";
import { holdRegister } from "../history/record-in-register";
import { recordRevision } from "../history/record-revision";
import type { Action } from "../history/schema";
import { UNCHECKED } from "./change-reading";
import { lockImport } from "./hold-import";

/** Ends a check that went through the whole file. */
export async function endCheck(id: string, now: Date): Promise<void> {
  await inTransaction(async (tx) => {
    const held = await lockImport(tx, { id });
    if (held.state !== "checking") return;
    await tx.import.update({
      where: { id },
      data: {
        state: "checked",
        checkedAt: now,
        rowsTotal: held.rowsDone,
        beatAt: null,
        version: held.version + 1,
      },
    });
  });
}

/** Gives up a check that somebody stopped: nothing that it found is kept. */
export async function dropCheck(id: string): Promise<void> {
  await inTransaction(async (tx) => {
    const held = await lockImport(tx, { id });
    await tx.importProblem.deleteMany({ where: { importId: id } });
    const data = { ...UNCHECKED, beatAt: null, cancelAskedAt: null, version: held.version + 1 };
    await tx.import.update({ where: { id }, data });
  });
}

/** Ends a run or an undoing, with its revision in the register. */
export async function endStep(
  id: string,
  actor: Actor,
  to: "done" | "cancelled" | "undone",
  now: Date,
): Promise<void> {
  await inTransaction(async (tx) => {
    const register = await holdRegister(tx);
    const held = await lockImport(tx, { id });
    if (held.state !== "running" && held.state !== "undoing") return;
    const version = held.version + 1;
    await tx.import.update({
      where: { id },
      data: { state: to, finishedAt: now, beatAt: null, cancelAskedAt: null, failure: null, version },
    });
    await recordRevision(tx, register, actor, {
      at: now,
      action: ACTIONS[to],
      subjectKind: "import",
      subjectId: id,
      version,
      before: { state: held.state },
      after: { state: to, rowsDone: held.rowsDone, counts: held.counts as Record<string, number> },
    });
  });
}

const ACTIONS = {
  done: "import.finished",
  cancelled: "import.cancelled",
  undone: "import.undone",
} as const satisfies Record<string, Action>;

/** Says in a sentence why an import does not go on. Nothing that it did is lost by it. */
export async function failImport(id: string, sentence: string): Promise<void> {
  await db().import.updateMany({
    where: { id, state: { in: ["checking", "queued", "running"] } },
    data: {
      state: "failed",
      failure: sentence,
      beatAt: null,
      cancelAskedAt: null,
      version: { increment: 1 },
    },
  });
}
