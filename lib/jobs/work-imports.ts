import "server-only";
import { db } from "../db/client";
import { env } from "../env";
import { checkImport } from "../imports/check-import";
import { failImport } from "../imports/end-step";
import { runImport } from "../imports/run-import";
import { runUndo } from "../imports/run-undo";
import { LetGo, release, SILENCE_MS } from "../imports/take-up";
import { isUnreachable } from "../unreachable";
import { begin, type ImportJob, type ImportQueue } from "./boss";

/** What a worker says; never what stands in a file. */
export type WorkerLog = { error(facts: object, sentence: string): void };

const POLLING_SECONDS = 1;
const LOOK_MS = 3_000;

/**
 * Does what is asked of workers, one import of each queue at a time, until it is stopped. Imports that a dead worker left
 * are found by looking around, and asked for again. `stop` waits for the batch under way.
 */
export async function workImports(clock: () => Date, log: WorkerLog): Promise<{ stop(): Promise<void> }> {
  const queue = await begin(env().DATABASE_URL, true);
  queue.on("error", (error) => log.error(factsOf(error), "The queue of jobs failed."));
  let isStopping = false;
  const onBatch = () => {
    if (isStopping) throw new LetGo(false);
  };
  const work: Record<ImportQueue, (id: string) => Promise<unknown>> = {
    "import-check": (id) => checkImport(id, clock, onBatch),
    "import-run": (id) => runImport(id, clock, onBatch),
    "import-undo": (id) => runUndo(id, clock),
  };
  const under = new Set<Promise<void>>();
  for (const name of Object.keys(work) as ImportQueue[]) {
    await queue.work<ImportJob>(
      name,
      { batchSize: 1, pollingIntervalSeconds: POLLING_SECONDS },
      async ([job]) => {
        if (!job || isStopping) return;
        const { importId } = job.data;
        const done = attempt(() => work[name](importId), importId, log);
        under.add(done);
        await done;
        under.delete(done);
        if (isStopping) await release(importId);
      },
    );
  }

  const look = async () => {
    try {
      await sendAgain(clock(), (name, importId) =>
        queue.send(name, { importId }, { singletonKey: importId }),
      );
    } catch (error) {
      log.error(factsOf(error), "Imports that were left could not be looked for.");
    }
  };
  await look();
  const looking = setInterval(look, LOOK_MS);
  return {
    async stop() {
      isStopping = true;
      clearInterval(looking);
      await Promise.all(under);
      await queue.stop({ graceful: true, wait: true, timeout: 2_000 });
    },
  };
}

/**
 * Works on an import. What nobody expected ends it in words, and is told in the log; it can be gone on with. Where the
 * database went away it stays as it is: what was under way was taken back, and another look finds it.
 */
export async function attempt(work: () => Promise<unknown>, importId: string, log: WorkerLog): Promise<void> {
  try {
    await work();
  } catch (error) {
    log.error({ importId, ...factsOf(error) }, "An import failed.");
    if (isUnreachable(error)) return;
    try {
      await failImport(
        importId,
        "Something went wrong here that is no fault of the file; the log says what. Go on with it.",
      );
    } catch (again) {
      // The database is away, for instance: another look finds the import once it is back.
      log.error({ importId, ...factsOf(again) }, "The failure of an import could not be noted.");
    }
  }
}

/** Asks again for the imports that are under way and of which nobody gave a sign of life for a while. */
async function sendAgain(
  now: Date,
  send: (queue: ImportQueue, importId: string) => Promise<unknown>,
): Promise<void> {
  const silent = { lt: new Date(now.getTime() - SILENCE_MS) };
  // A clock that was ahead, and was put right: nobody has given a sign of life yet that is still to come.
  const ahead = { gt: new Date(now.getTime() + SILENCE_MS) };
  const left = await db().import.findMany({
    where: {
      state: { in: ["checking", "queued", "running", "undoing"] },
      OR: [silent, ahead].flatMap((when) => [{ beatAt: when }, { beatAt: null, stepBegunAt: when }]),
    },
    select: { id: true, state: true },
    take: 20,
  });
  for (const { id, state } of left)
    await send(
      state === "checking" ? "import-check" : state === "undoing" ? "import-undo" : "import-run",
      id,
    );
}

/** Of an error what tells a developer where it is, without its message: that may say what stands in a file. */
function factsOf(error: unknown): object {
  if (!(error instanceof Error)) return { error: typeof error };
  const places = error.stack?.split("\n").filter((line) => line.trimStart().startsWith("at "));
  const { code } = error as { code?: unknown };
  return { error: error.name, ...(typeof code === "string" && { code }), places: places?.slice(0, 8) };
}
