import "server-only";
import { checkClaimsInto, type LoggedOutcome } from "../claims/log-claims";
import type { Transaction } from "../db/client";
import { inTransaction } from "../db/transaction";
import { type Decided, decideBatch } from "./decide-batch";
import { editKnown } from "./edit-known";
import { dropCheck, endCheck, failImport } from "./end-step";
import { findRecords } from "./find-records";
import { type Kept, keepProgress } from "./keep-progress";
import type { Resolved } from "./make-records";
import { missingOf, namedIn } from "./name-records";
import { openFile } from "./open-file";
import { type PretendedRecords, pretendedRecords, pretendMade } from "./pretend-records";
import type { Batch } from "./read-batches";
import { FileRefused } from "./reading/file-refused";
import { CannotGoOn, LetGo, lockTaken, readActor, type Taken, takeUp, whileAlive } from "./take-up";
import { type ImportProblem, NO_COUNTS } from "./types";

/**
 * Tells what the claims of a file would come to, by the decisions of a run and in its order: what would be made before
 * counts as made. Nothing changes but the import's own counts and problems. Does nothing where the import stands
 * elsewhere, or another process is at it; one that a crash broke off begins anew.
 */
export async function checkImport(
  id: string,
  clock: () => Date,
  onBatch: (kept: Kept) => Promise<void> | void = () => {},
): Promise<void> {
  const taken = await takeUp(id, "checking", clock());
  if (!taken) return;
  try {
    await whileAlive(id, clock, () => checkTaken(taken, clock, onBatch));
  } catch (error) {
    if (error instanceof LetGo && error.isCancelled) await dropCheck(id);
    else if (error instanceof CannotGoOn || error instanceof FileRefused) await failImport(id, error.message);
    else if (!(error instanceof LetGo)) throw error;
  }
}

async function checkTaken(
  taken: Taken,
  clock: () => Date,
  onBatch: (kept: Kept) => Promise<void> | void,
): Promise<void> {
  await beginAnew(taken);
  const { problems, batches } = await openFile(taken, taken.progress);
  if (problems.length > 0) await tellOf(taken, problems, clock());
  if (problems.some(({ isError }) => isError))
    throw new CannotGoOn("The mapping names what this file does not have: see the problems below.");
  const pretended = pretendedRecords();
  try {
    for await (const batch of batches) {
      await checkBatch(taken, batch, pretended, clock());
      await onBatch(taken);
    }
  } catch (error) {
    if (error instanceof FileRefused) {
      const { problem: code, row, detail } = error;
      await tellOf(
        taken,
        [{ row: row ?? 0, column: null, value: null, code, detail, isError: true }],
        clock(),
      );
    }
    throw error;
  }
  await endCheck(taken.id, clock());
}

/** Problems of the file as a whole. */
async function tellOf(taken: Taken, problems: readonly ImportProblem[], now: Date): Promise<void> {
  const told = { decided: [], problems, leftOut: 0, invalid: 0, upTo: taken.progress };
  Object.assign(taken, await inTransaction((tx) => keepProgress(tx, taken, told, now)));
}

async function beginAnew(taken: Taken): Promise<void> {
  Object.assign(taken, {
    progress: { rowsDone: 0, placesDone: 0 },
    counts: { ...NO_COUNTS },
    problemCount: 0,
  });
  await inTransaction(async (tx) => {
    await tx.importProblem.deleteMany({ where: { importId: taken.id } });
    await tx.import.update({
      where: { id: taken.id },
      data: { ...taken.progress, counts: taken.counts, problemCount: 0, stepFromRow: 0 },
    });
  });
}

async function checkBatch(taken: Taken, batch: Batch, pretended: PretendedRecords, now: Date): Promise<void> {
  const { candidates } = batch;
  const named = namedIn(candidates, taken.mapping);
  const found = candidates.length > 0 ? await findRecords(named, taken.mapping) : null;
  const resolved =
    found && pretendMade(pretended, found, missingOf(named, found, taken.mapping, candidates), taken.mapping);
  const kept = await inTransaction(async (tx) => {
    await lockTaken(tx, taken, "checking");
    const decided = resolved ? await decide(tx, taken, batch, resolved, pretended) : [];
    return keepProgress(tx, taken, { ...batch, decided }, now);
  });
  Object.assign(taken, kept);
}

async function decide(
  tx: Transaction,
  { actorId, isSubmitting, mapping }: Taken,
  { candidates }: Batch,
  resolved: Resolved,
  pretended: PretendedRecords,
): Promise<Decided[]> {
  const actor = await readActor(tx, actorId, isSubmitting);
  const { event } = resolved.found;
  return decideBatch(tx, mapping.dataset, candidates, resolved, {
    async log(claims): Promise<LoggedOutcome[]> {
      if (!event) return [];
      const decisions = await checkClaimsInto(tx, event, actor, claims, "leave_out", pretended);
      return decisions.map((decision) =>
        decision.did === "log" ? { did: "logged", id: decision.id, version: 1 } : decision,
      );
    },
    async edit(known, claim) {
      const stored = event && (await tx.event.findUnique({ where: { id: event.id } }));
      if (!stored) return { did: "kept", sentence: null };
      const chain = { id: stored.id, length: 0, headHash: "" };
      return editKnown(tx, { chain, event: stored }, actor, known, claim, null);
    },
  });
}
