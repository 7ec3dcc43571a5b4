import "server-only";
import PgBoss from "pg-boss";
import { env } from "../env";

/** What a worker is asked to do. A job carries the id of an import and nothing else. */
export const IMPORT_QUEUES = ["import-check", "import-run", "import-undo"] as const;
export type ImportQueue = (typeof IMPORT_QUEUES)[number];
export type ImportJob = { importId: string };

/**
 * The queue of this process, begun when it is first used; its tables are in a schema of their own of the same database.
 * Kept on globalThis as the database's client is, with the address that it is for.
 */
export function boss(): Promise<PgBoss> {
  const url = env().DATABASE_URL;
  if (kept.counterclaimBoss?.url !== url) {
    const started = begin(url, false).catch((error: unknown) => {
      // The next one tries again.
      kept.counterclaimBoss = undefined;
      throw error;
    });
    kept.counterclaimBoss = { url, started };
  }
  return kept.counterclaimBoss.started;
}
const kept = globalThis as { counterclaimBoss?: { url: string; started: Promise<PgBoss> } };

/** Ends it, for a process that is about to. */
export async function endBoss(): Promise<void> {
  const begun = kept.counterclaimBoss;
  kept.counterclaimBoss = undefined;
  // What did not begin has nothing to end.
  const started = await begun?.started.catch(() => null);
  await started?.stop({ graceful: true, timeout: 5_000, wait: true });
}

/** Begins a queue on a database; `isWorker`: it also clears up after jobs that are over or were left. */
export async function begin(url: string, isWorker: boolean): Promise<PgBoss> {
  const queue = new PgBoss({
    connectionString: url,
    schema: "pgboss",
    application_name: "counterclaim-jobs",
    max: isWorker ? 3 : 1,
    supervise: isWorker,
    schedule: false,
    archiveCompletedAfterSeconds: 3_600,
    archiveFailedAfterSeconds: 24 * 3_600,
    deleteAfterDays: 2,
  });
  // An error that nobody listens to ends the process. A lost connection is made again by the next use.
  queue.on("error", () => {});
  await queue.start();
  for (const name of IMPORT_QUEUES) {
    // One waiting job for each import: a second one of the same import adds nothing.
    await evenTogether(() =>
      queue.createQueue(name, { name, policy: "short", retryLimit: 3, retryDelay: 5, expireInHours: 23 }),
    );
  }
  return queue;
}

const DEADLOCK = "40P01";
const TRIES = 5;

/** Does what processes that begin at the same moment may keep each other from: whoever gave way finds it done by then. */
async function evenTogether(work: () => Promise<unknown>): Promise<void> {
  for (let tries = 1; ; tries += 1)
    try {
      await work();
      return;
    } catch (error) {
      if ((error as { code?: unknown }).code !== DEADLOCK || tries === TRIES) throw error;
    }
}
