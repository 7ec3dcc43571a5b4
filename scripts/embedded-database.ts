import { type Beginning, type Cluster, dropDatabase, ensureDatabase } from "./postgres/cluster";
import { dataFolder, startEmbeddedPostgres } from "./postgres/embedded";
import { isSeedUnfinished } from "./seed";
import { isShuttingDown, onShutdown, shutDown } from "./shutdown";

const databaseName = "counterclaim";
const beginnings: Record<Beginning, string> = {
  created: "new",
  started: "started",
  recovered: "recovered after a stop that was not clean",
  adopted: "taken over, still running since a start that ended without stopping it",
};

/** Starts the embedded PostgreSQL, sets DATABASE_URL to its database and says what it did. It is stopped at the end. */
export async function startEmbeddedDatabase(): Promise<string> {
  const starting = startEmbeddedPostgres(dataFolder());
  // Registered before it is up, so that a stop in the meantime waits for it instead of leaving it behind.
  onShutdown(async () => (await starting.catch(() => null))?.stop());
  const cluster = await starting;
  if (isSeedUnfinished()) await dropDatabase(cluster, databaseName);
  await prepareDatabase(cluster);
  keepRunning(cluster);
  return `PostgreSQL ${cluster.version}, ${beginnings[cluster.beginning]}, data in ${cluster.folder}`;
}

/** For a short command: uses the database of a running app, or starts it for as long as the command takes. */
export async function visitEmbeddedDatabase(): Promise<void> {
  const cluster = await startEmbeddedPostgres(dataFolder());
  if (cluster.beginning !== "adopted") onShutdown(cluster.stop);
  await prepareDatabase(cluster);
}

// A PostgreSQL that was killed starts again where it was: the pages find it at the same port as before.
function keepRunning(first: Cluster): void {
  let cluster = first;
  let isStarting = false;
  const restart = async () => {
    isStarting = true;
    console.log("PostgreSQL ended unexpectedly; starting it again.");
    cluster = await startEmbeddedPostgres(dataFolder());
    isStarting = false;
    if (cluster.url(databaseName) !== process.env.DATABASE_URL)
      throw new Error("another program took its port");
  };
  const watch = setInterval(() => {
    if (isStarting || isShuttingDown() || cluster.isRunning()) return;
    restart().catch(async (error: Error) => {
      console.error(`PostgreSQL could not be started again (${error.message}); start Counterclaim anew.`);
      await shutDown();
      process.exit(1);
    });
  }, 1000);
  onShutdown(async () => clearInterval(watch));
}

async function prepareDatabase(cluster: Cluster): Promise<void> {
  await ensureDatabase(cluster, databaseName);
  process.env.DATABASE_URL = cluster.url(databaseName);
}
