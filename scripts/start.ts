import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Client } from "pg";
import { RULES_VERSION } from "../lib/events/rules";
import { keepDemonstrationAccounts, setAuthSettings } from "./auth-settings";
import { buildApp, noteServing } from "./build";
import { run } from "./child";
import { checkDatabaseUrl } from "./database-url";
import { startEmbeddedDatabase } from "./embedded-database";
import { type Environment, ensureFreePort, readEnvironment } from "./environment";
import { generateClient } from "./generate";
import { keepWorker } from "./keep-worker";
import { noteOnLock, release, tryLock } from "./lock";
import { migrate } from "./migrate";
import { dataFolder } from "./postgres/embedded";
import { Problem } from "./problem";
import { seedDemonstration } from "./seed";
import { isShuttingDown, onShutdown, shutDown, stopOnSignals } from "./shutdown";
import { Steps } from "./steps";

/** Brings everything up, step by step, and serves until it is told to stop. */
export async function start({ dev }: { dev: boolean }): Promise<void> {
  stopOnSignals();
  try {
    await bringUp(dev);
    // From here on only a signal ends the process.
    await new Promise(() => {});
  } catch (error) {
    // Ctrl-C in the middle of a step makes the step fail; what was begun is being stopped already.
    const wasStopped = isShuttingDown();
    await shutDown();
    if (!wasStopped) throw error;
  }
}

async function bringUp(dev: boolean): Promise<void> {
  const { version } = JSON.parse(readFileSync("package.json", "utf8"));
  console.log(`Counterclaim ${version}`);
  const steps = new Steps();
  // Next and React choose their code by it when they are first imported.
  Object.assign(process.env, { NODE_ENV: dev ? "development" : "production", NEXT_TELEMETRY_DISABLED: "1" });

  const { port, host, isEmbedded } = await steps.run("environment", prepareEnvironment, ({ isEmbedded }) =>
    isEmbedded ? "no DATABASE_URL, so the demonstration with its own database" : "DATABASE_URL is set",
  );
  await steps.run("client", generateClient, (isNew) =>
    isNew ? "generated from prisma/schema.prisma" : "up to date",
  );
  await steps.run("database", isEmbedded ? startEmbeddedDatabase : checkOwnDatabase);
  await steps.run("sign-in", async () => setAuthSettings({ port, host, isEmbedded }));
  await steps.run("migrations", applyPending);
  await refreshOutdated(steps);
  if (isEmbedded) await steps.run("demonstration", () => seedDemonstration(databaseUrl()));
  await steps.run("accounts", () => keepDemonstrationAccounts(databaseUrl()));
  if (!dev) await steps.run("build", buildApp, (isNew) => (isNew ? "done" : "up to date"));

  if (isShuttingDown()) return;
  const server = await steps.run(
    "server",
    async () => {
      const { startServer } = await import("../server");
      return startServer({ dev, host, port, databaseUrl: databaseUrl(), version, commit: currentCommit() });
    },
    () => (dev ? "ready; pages are built when they are first asked for" : "ready"),
  );
  onShutdown(server.stop);
  if (!dev) {
    const forget = noteServing(server.address);
    onShutdown(async () => forget());
  }
  if (isEmbedded) noteOnLock(lockFile(), server.address);
  console.log(`\nCounterclaim is at ${server.address} (after ${steps.total()}). Ctrl-C stops it.`);
  // Nobody waits for it.
  keepWorker();
}

const databaseUrl = () => process.env.DATABASE_URL as string;

async function checkOwnDatabase(): Promise<string> {
  return `PostgreSQL ${await checkDatabaseUrl(databaseUrl())}`;
}

async function applyPending(report: (line: string) => void): Promise<string> {
  const { length } = await migrate(databaseUrl(), report);
  return length ? `${length} applied` : "up to date";
}

// The check is one query; deriving again needs the app's own code, which loads in a process of its own.
async function refreshOutdated(steps: Steps): Promise<void> {
  const client = new Client({ connectionString: databaseUrl() });
  await client.connect();
  const { rows } = await client.query(OUTDATED, [RULES_VERSION]).finally(() => client.end());
  if (!rows[0].found) return;
  await steps.run("derived", async () => {
    const command = ["--conditions=react-server", "scripts/run.mjs", "derived", "refresh"];
    const { code, output } = await run(process.execPath, command, { env: process.env });
    if (code !== 0)
      throw new Problem(`What is kept beside the events could not be derived again:\n${output.trim()}`);
    return output.trim();
  });
}

const OUTDATED = `select exists (
  select from event_derived join event on event.id = event_id
  where rules_version <> $1 and event.record_status = 'published') as found`;

async function prepareEnvironment(): Promise<Environment> {
  const environment = readEnvironment();
  if (environment.isEmbedded) lockDataFolder();
  await ensureFreePort(environment.port, environment.host);
  return environment;
}

// Two starts on the same data would stop each other's database.
function lockDataFolder(): void {
  const file = lockFile();
  const holder = tryLock(file);
  if (holder) {
    const place = holder.note ? `at ${holder.note}` : "and still starting";
    throw new Problem(
      `Counterclaim is already running ${place} (process ${holder.pid}) with the data in ${dataFolder()}; stop it first, or set DATA_DIR and PORT to run a second one.`,
    );
  }
  onShutdown(async () => release(file));
}

function lockFile(): string {
  return join(dataFolder(), "start.lock");
}

function currentCommit(): string | null {
  const { status, stdout } = spawnSync("git", ["rev-parse", "--short=12", "HEAD"], { encoding: "utf8" });
  return process.env.COMMIT || (status === 0 ? stdout.trim() : null);
}

export const main = () => start({ dev: false });
