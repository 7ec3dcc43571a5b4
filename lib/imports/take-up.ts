import "server-only";
import type { Actor } from "../auth/actor";
import { can } from "../auth/authorise";
import { db, type Transaction } from "../db/client";
import { inTransaction } from "../db/transaction";
import { holdRegister } from "../history/record-in-register";
import { recordRevision } from "../history/record-revision";
import { lockImport } from "./hold-import";
import type { Progress } from "./read-batches";
import { ImportMapping } from "./schema";
import { type Counts, NO_COUNTS, type Reading } from "./types";

/** An import that this process has taken up: nobody else does while it gives signs of life. */
export type Taken = {
  id: string;
  fileName: string;
  actorId: string;
  isSubmitting: boolean;
  reading: Reading;
  mapping: ImportMapping;
  progress: Progress;
  counts: Counts;
  problemCount: number;
};

/** After so long without a sign of life, in ms, whoever had it is taken to be dead. */
export const SILENCE_MS = 10_000;
const BEAT_MS = 2_500;

/** What is done no further, and why in a sentence for who asked; the import has failed, and can be gone on with. */
export class CannotGoOn extends Error {
  override name = "CannotGoOn";
}

/** Somebody stopped the import, or another process took it up meanwhile: nothing more is to be done here. */
export class LetGo extends Error {
  override name = "LetGo";
  constructor(readonly isCancelled: boolean) {
    super(isCancelled ? "The import was stopped." : "The import was taken up by another process.");
  }
}

type Step = "checking" | "running" | "undoing";

/** Takes an import up for one step of its way, or null: it stands elsewhere, or somebody else is at it. */
export async function takeUp(id: string, step: Step, now: Date): Promise<Taken | null> {
  return inTransaction(async (tx) => {
    const register = await holdRegister(tx);
    const held = await lockImport(tx, { id });
    const isAsked = held.state === step || (step === "running" && held.state === "queued");
    // Either way: a sign of life from the future is one of a clock that was ahead.
    const isHeld = held.beatAt !== null && Math.abs(now.getTime() - held.beatAt.getTime()) < SILENCE_MS;
    if (!isAsked || isHeld || held.mapping === null) return null;

    const isNew = step === "running" && held.begunAt === null;
    if (isNew) await tx.importProblem.deleteMany({ where: { importId: id } });
    const fresh = { rowsDone: 0, placesDone: 0, counts: {}, problemCount: 0 };
    const row = await tx.import.update({
      where: { id },
      data: {
        state: step,
        beatAt: now,
        stepBegunAt: now,
        stepFromRow: isNew ? 0 : held.rowsDone,
        ...(isNew && { ...fresh, begunAt: now, version: held.version + 1 }),
      },
      include: { uploadedBy: true },
    });
    if (isNew)
      await recordRevision(tx, register, row.uploadedBy, {
        at: now,
        action: "import.begun",
        subjectKind: "import",
        subjectId: id,
        version: row.version,
        after: {
          state: step,
          fileName: row.fileName,
          sha256: row.sha256,
          mapping: ImportMapping.parse(row.mapping).name,
          isSubmitting: row.isSubmitting,
        },
      });
    return {
      id,
      fileName: row.fileName,
      actorId: row.uploadedById,
      isSubmitting: row.isSubmitting,
      reading: row.reading as Reading,
      mapping: ImportMapping.parse(row.mapping),
      progress: { rowsDone: row.rowsDone, placesDone: row.placesDone },
      counts: { ...NO_COUNTS, ...(row.counts as Partial<Counts>) },
      problemCount: row.problemCount,
    };
  });
}

/** Does some work on an import while telling every few seconds that it goes on. */
export async function whileAlive<T>(id: string, clock: () => Date, work: () => Promise<T>): Promise<T> {
  const timer = setInterval(() => {
    // Where the database is gone, the work itself finds out.
    db()
      .import.updateMany({ where: { id }, data: { beatAt: clock() } })
      .catch(() => {});
  }, BEAT_MS);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}

/**
 * Locks a taken import for one batch, and makes sure that it is still ours: throws LetGo where it was stopped, or where
 * it does not stand where we left it.
 */
export async function lockTaken(tx: Transaction, { id, progress }: Taken, step: Step) {
  const held = await lockImport(tx, { id });
  if (held.cancelAskedAt !== null) throw new LetGo(true);
  const isOurs =
    held.state === step && held.rowsDone === progress.rowsDone && held.placesDone === progress.placesDone;
  if (!isOurs) throw new LetGo(false);
  return held;
}

/** Who an import is run for, with the role that they have now; throws CannotGoOn where they may not any more. */
export async function readActor(client: Transaction, id: string, isSubmitting: boolean): Promise<Actor> {
  const { suspendedAt, ...actor } = await client.actor.findUniqueOrThrow({
    where: { id },
    select: { id: true, kind: true, name: true, role: true, suspendedAt: true },
  });
  if (suspendedAt !== null)
    throw new CannotGoOn(`${actor.name}, who asked for this, may not sign in any more.`);
  const needed = ["import:make", "claim:log", ...(isSubmitting ? (["claim:submit"] as const) : [])] as const;
  if (!needed.every((permission) => can(actor.role, permission)))
    throw new CannotGoOn(`${actor.name}, who asked for this, has a role now that may not do it.`);
  return actor;
}

/** Lets others take an import up at once that this process does no more of. */
export async function release(id: string): Promise<void> {
  await db().import.updateMany({ where: { id }, data: { beatAt: null } });
}
