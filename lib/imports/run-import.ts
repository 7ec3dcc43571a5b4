import "server-only";
import type { Actor } from "../auth/actor";
import { LOGGING_REFUSALS } from "../claims/log-claim";
import { type LoggedOutcome, logClaimsInto } from "../claims/log-claims";
import { db, type Transaction } from "../db/client";
import { insertRows } from "../db/insert-rows";
import { newId } from "../db/new-id";
import { explainRefusals } from "../db/refusals";
import { inTransaction } from "../db/transaction";
import { AppError } from "../errors";
import { holdEvent } from "../events/move-event";
import { type Decided, decideBatch, invalid } from "./decide-batch";
import { editKnown } from "./edit-known";
import { endStep, failImport } from "./end-step";
import { throwFileAway } from "./file-chunks";
import { type Kept, keepProgress } from "./keep-progress";
import { makeRecords, noteMade, type Resolved } from "./make-records";
import { openFile } from "./open-file";
import { readAhead } from "./read-ahead";
import type { Batch } from "./read-batches";
import { FileRefused } from "./reading/file-refused";
import { CannotGoOn, LetGo, lockTaken, readActor, type Taken, takeUp, whileAlive } from "./take-up";
import { problemOf } from "./to-claim";
import type { Candidate } from "./types";

/**
 * Logs what a checked file asks for, batch by batch, each whole or not at all with how far the file is done: after a
 * crash it goes on behind the last one, and ends as if nothing had happened. Does nothing where the import stands
 * elsewhere, or another process is at it. `onBatch` is told after each one.
 */
export async function runImport(
  id: string,
  clock: () => Date,
  onBatch: (kept: Kept) => Promise<void> | void = () => {},
): Promise<void> {
  const taken = await takeUp(id, "running", clock());
  if (!taken) return;
  try {
    await whileAlive(id, clock, () => runTaken(taken, clock, onBatch));
  } catch (error) {
    if (error instanceof LetGo && error.isCancelled)
      await endStep(id, await whoAsked(taken), "cancelled", clock());
    else if (error instanceof CannotGoOn || error instanceof FileRefused) await failImport(id, error.message);
    else if (!(error instanceof LetGo)) throw error;
  }
}

async function runTaken(
  taken: Taken,
  clock: () => Date,
  onBatch: (kept: Kept) => Promise<void> | void,
): Promise<void> {
  await readActor(db(), taken.actorId, taken.isSubmitting);
  await noteMade(taken.id, taken.mapping);
  const { problems, batches } = await openFile(taken, taken.progress);
  if (problems.some(({ isError }) => isError))
    throw new CannotGoOn("The mapping does not fit the columns of this file: check it again.");
  for await (const batch of readAhead(batches)) {
    await runBatch(taken, batch, clock);
    await onBatch(taken);
  }
  await endStep(taken.id, await readActor(db(), taken.actorId, taken.isSubmitting), "done", clock());
  await throwFileAway(taken.id);
}

/** Moves `taken` on behind the batch. */
async function runBatch(taken: Taken, batch: Batch, clock: () => Date): Promise<void> {
  const { candidates } = batch;
  const asking = await readActor(db(), taken.actorId, taken.isSubmitting);
  const resolved = candidates.length
    ? await makeRecords(taken.id, asking, taken.mapping, candidates, clock)
    : null;
  try {
    const kept = await explainRefusals(LOGGING_REFUSALS, () => writeBatch(taken, batch, resolved, clock()));
    Object.assign(taken, kept);
  } catch (error) {
    // Refused by the database alone, which takes all of it back: who is it for?
    if (!(error instanceof AppError) || candidates.length === 0) throw error;
    for (const part of parted(batch, taken)) await runPart(taken, part, error, clock);
  }
}

/** A part of a refused batch: a single candidate is the one that was refused. */
async function runPart(taken: Taken, part: Batch, error: AppError, clock: () => Date): Promise<void> {
  const [only, ...others] = part.candidates;
  if (only && others.length === 0) {
    const refusal = invalid(only, problemOf(only, "refused", only.wording.text, error.message));
    Object.assign(taken, await writeBatch(taken, part, null, clock(), [refusal]));
  } else await runBatch(taken, part, clock);
}

/** The halves of a batch; of a single candidate itself. What is told of its rows goes with the last. */
function parted(batch: Batch, { progress }: Taken): Batch[] {
  const { candidates } = batch;
  if (candidates.length === 1) return [batch];
  const middle = Math.ceil(candidates.length / 2);
  const first = candidates.slice(0, middle);
  const placesDone = first.at(-1)?.place ?? progress.placesDone;
  return [
    { ...NOTHING, candidates: first, upTo: { rowsDone: progress.rowsDone, placesDone } },
    { ...batch, candidates: candidates.slice(middle) },
  ];
}

const NOTHING = { problems: [], leftOut: 0, invalid: 0 };

async function writeBatch(
  taken: Taken,
  batch: Batch,
  resolved: Resolved | null,
  now: Date,
  given: readonly Decided[] = [],
): Promise<Kept> {
  return inTransaction(async (tx) => {
    await lockTaken(tx, taken, "running");
    const actor = await readActor(tx, taken.actorId, taken.isSubmitting);
    const decided = resolved ? await writeClaims(tx, taken, actor, batch.candidates, resolved, now) : given;
    await noteClaims(tx, taken, decided);
    return keepProgress(tx, taken, { ...batch, decided }, now);
  });
}

async function writeClaims(
  tx: Transaction,
  { mapping, isSubmitting }: Taken,
  actor: Actor,
  candidates: readonly Candidate[],
  resolved: Resolved,
  now: Date,
): Promise<Decided[]> {
  const { event } = resolved.found;
  // Nobody logs anything of an event that is not there: each is told so.
  const held = event && (await holdEvent(tx, event.id));
  const options = { isSubmitting, questions: "leave_out" } as const;
  return decideBatch(tx, mapping.dataset, candidates, resolved, {
    log: (claims): Promise<LoggedOutcome[]> =>
      held ? logClaimsInto(tx, held, actor, claims, options, now) : Promise.resolve([]),
    edit: async (known, claim) =>
      held ? editKnown(tx, held, actor, known, claim, { now }) : { did: "kept", sentence: null },
  });
}

/** Which claims the import made or changed, and by which key they are known again. */
async function noteClaims(
  tx: Transaction,
  { id, mapping }: Taken,
  decided: readonly Decided[],
): Promise<void> {
  const rows = decided.flatMap(({ candidate, claim }) =>
    claim === null
      ? []
      : [
          {
            id: newId(),
            importId: id,
            kind: "claim",
            recordId: claim.id,
            version: claim.version,
            isNew: claim.isNew,
            place: candidate.place,
            row: candidate.row,
            dataset: mapping.dataset,
            key: candidate.key,
            digest: candidate.digest,
          },
        ],
  );
  await insertRows(tx, "imported_record", rows);
}

async function whoAsked({ actorId }: Taken): Promise<Actor> {
  return db().actor.findUniqueOrThrow({
    where: { id: actorId },
    select: { id: true, kind: true, name: true, role: true },
  });
}
