import { join } from "node:path";
import { withLock } from "../lock";
import { migrate } from "../migrate";
import { dropDatabase, ensureDatabase } from "../postgres/cluster";
import { dataFolder, startEmbeddedPostgres } from "../postgres/embedded";
import { onShutdown } from "../shutdown";

const careless = ["fsync=off", "synchronous_commit=off", "full_page_writes=off"];
const name = "cases";

/**
 * Runs the work on an empty database of a PostgreSQL of its own, with all migrations applied, and drops it afterwards:
 * the database in use is neither needed nor touched. Two such runs wait for each other. `options` of PostgreSQL: by
 * default those that are fast and would not survive a loss of power.
 */
export function onScratchDatabase<T>(work: () => Promise<T>, options: string[] = careless): Promise<T> {
  const folder = scratchFolder();
  const sayWaiting = () => console.log("Waiting for another run of the cases to end.");
  return withLock(`${folder}.lock`, sayWaiting, async () => {
    const cluster = await startEmbeddedPostgres(folder, options);
    onShutdown(cluster.stop);
    try {
      await dropDatabase(cluster, name);
      await ensureDatabase(cluster, name);
      process.env.DATABASE_URL = cluster.url(name);
      await migrate(cluster.url(name), () => {});
      return await work();
    } finally {
      await dropDatabase(cluster, name);
      await cluster.stop();
    }
  });
}

/** Where the data of its PostgreSQL are. */
export function scratchFolder(): string {
  return join(dataFolder(), "scratch-cases");
}
