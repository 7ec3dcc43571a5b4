import { chownSync, copyFileSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { Client } from "pg";
import { accountForPostgres } from "./account";
import type { Cluster } from "./cluster";
import { startEmbeddedPostgres } from "./embedded";

// Each server has its own; PostgreSQL makes these folders' contents anew, but not the folders.
const ownContents = new Set([
  "pg_wal",
  "pg_replslot",
  "pg_stat_tmp",
  "pg_subtrans",
  "pg_notify",
  "pg_serial",
  "pg_snapshots",
  "pg_dynshmem",
]);
const ownFiles = new Set(["postmaster.pid", "postmaster.opts", "pg_internal.init", "current_logfiles"]);

/** A replica that runs; stopped, it can be started again, and catches up. */
export interface Replica extends Cluster {
  start(): Promise<void>;
  /** The first row of what is asked of it as its owner. */
  ask<Row extends object>(sql: string): Promise<Row>;
}

/**
 * Starts a streaming replica of an embedded PostgreSQL, on this machine, with its data in a folder beside the
 * primary's. `url`: of the primary, for its owner; `options`: settings of the replica, as in ["fsync=off"].
 */
export async function startReplicaOf(url: string, name: string, options: string[] = []): Promise<Replica> {
  const primary = new Client({ connectionString: url });
  await primary.connect();
  try {
    const data = (await primary.query("show data_directory")).rows[0].data_directory as string;
    const folder = join(dirname(data), name);
    const copy = join(folder, "postgres");
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true, mode: 0o755 });
    await primary.query("select pg_backup_start('replica', fast => true)");
    copyFolder(data, copy);
    const { labelfile } = (await primary.query("select labelfile from pg_backup_stop(false)")).rows[0];
    writeFileSync(join(copy, "backup_label"), labelfile, { mode: 0o600 });
    writeFileSync(join(copy, "standby.signal"), "", { mode: 0o600 });
    writeFileSync(join(copy, "postgresql.auto.conf"), `primary_conninfo = '${conninfoOf(url)}'\n`, {
      mode: 0o600,
    });
    giveTo(copy);
    const { password } = new URL(url);
    writeFileSync(join(folder, "postgres.json"), JSON.stringify({ password, port: 0 }), { mode: 0o600 });
    const cluster = await startEmbeddedPostgres(folder, options);
    // On the port that it had, unless somebody took it in the meantime.
    const start = async () => void (await startEmbeddedPostgres(folder, options));
    return { ...cluster, start, ask: (sql) => ask(cluster.url("postgres"), sql) };
  } finally {
    await primary.end();
  }
}

async function ask<Row extends object>(url: string, sql: string): Promise<Row> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows[0] as Row;
  } finally {
    await client.end();
  }
}

/** As PostgreSQL itself copies: a file that is gone by now is none that the log does not bring back. */
function copyFolder(from: string, to: string): void {
  mkdirSync(to, { mode: 0o700 });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    if (ownFiles.has(entry.name) || entry.name.startsWith("pgsql_tmp")) continue;
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (ownContents.has(entry.name)) mkdirSync(target, { mode: 0o700 });
    else if (entry.isDirectory()) unlessGone(() => copyFolder(source, target));
    else unlessGone(() => copyFileSync(source, target));
  }
}

function unlessGone(copy: () => void): void {
  try {
    copy();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
}

function giveTo(folder: string): void {
  const account = accountForPostgres();
  if (!account) return;
  for (const path of [folder, ...readdirSync(folder, { recursive: true, encoding: "utf8" })])
    chownSync(path === folder ? folder : join(folder, path), account.uid, account.gid);
}

function conninfoOf(url: string): string {
  const { hostname, port, username, password } = new URL(url);
  return `host=${hostname} port=${port} user=${username} password=${password} application_name=replica`;
}
