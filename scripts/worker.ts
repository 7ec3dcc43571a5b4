import { log } from "../lib/log";
import { checkDatabaseUrl } from "./database-url";
import { visitEmbeddedDatabase } from "./embedded-database";
import { readEnvironment } from "./environment";
import { generateClient } from "./generate";
import { isShuttingDown, onShutdown, shutDown, stopOnSignals } from "./shutdown";

/**
 * npm run worker: checks, runs and undoes imports until it is stopped. The start runs one beside the server; others may
 * run on further machines with the same DATABASE_URL.
 */
export async function main(): Promise<void> {
  stopOnSignals();
  stopWithParent();
  try {
    await generateClient();
    if (readEnvironment().isEmbedded) await visitEmbeddedDatabase();
    else await checkDatabaseUrl(process.env.DATABASE_URL as string);
    // Imports take turns; what is waiting waits in the queue.
    process.env.DATABASE_POOL_MAX ||= "4";
    const [{ workImports }, { db }] = await Promise.all([
      import("../lib/jobs/work-imports"),
      import("../lib/db/client"),
    ]);
    onShutdown(() => db().$disconnect());
    const { stop } = await workImports(() => new Date(), log.child({ name: "worker" }));
    onShutdown(stop);
    if (!process.env.WORKER_PARENT) console.log("The worker is up. Ctrl-C stops it.");
    await new Promise(() => {});
  } catch (error) {
    const wasStopped = isShuttingDown();
    await shutDown();
    if (!wasStopped) throw error;
  }
}

// The start that runs us may be killed, and could not tell us.
function stopWithParent(): void {
  const parent = Number(process.env.WORKER_PARENT);
  if (!parent) return;
  setInterval(() => {
    if (process.ppid === parent || isShuttingDown()) return;
    shutDown().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  }, 500).unref();
}
