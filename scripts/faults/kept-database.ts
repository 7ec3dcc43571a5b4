import { spawnSync } from "node:child_process";
import { chmodSync, closeSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { migrate } from "../migrate";
import { type Cluster, ensureDatabase } from "../postgres/cluster";
import { removeEmbeddedPostgres, startEmbeddedPostgres } from "../postgres/embedded";
import { onShutdown } from "../shutdown";
import { killNow, postgresProcesses, titleOf } from "./processes";

/** A PostgreSQL that is started again when it ends, as whatever runs it in production does. */
export type KeptDatabase = {
  url: string;
  /** Kills all its processes, the first alone, or one that works for a client. */
  kill(which: "all" | "postmaster" | "backend"): void;
  /** Leaves no room on its disk until the function that it returns is called. */
  fill(): Promise<() => Promise<void>>;
  /** How its disk is made full. */
  disk: string;
  /** How often it was started. */
  starts(): number;
  stop(): Promise<void>;
};

// A small disk is soon full, and leaves little to copy or to clear away.
const DISK_MB = 384;
const OPTIONS = ["max_wal_size=64MB", "min_wal_size=32MB", "max_connections=60"];
const name = "faults";
const LOOK_MS = 100;

/**
 * Starts one with an empty database and all migrations. Where the system lets us, its data are on a disk of their own, in
 * memory; elsewhere a trigger refuses writes with what PostgreSQL says of a full disk (53100).
 */
export async function keepDatabase(options: readonly string[] = OPTIONS): Promise<KeptDatabase> {
  const folder = mkdtempSync(join(tmpdir(), "counterclaim-faults-"));
  const mounting = ["-t", "tmpfs", "-o", `size=${DISK_MB}m`, "tmpfs", folder];
  const hasDisk = spawnSync("mount", mounting).status === 0;
  chmodSync(folder, 0o755);
  const start = () => startEmbeddedPostgres(folder, [...options]);
  let cluster: Cluster = await start();
  const { url } = { url: cluster.url(name) };
  let starts = 1;
  let isStopped = false;

  const keeping = (async () => {
    for (; !isStopped; await new Promise((done) => setTimeout(done, LOOK_MS))) {
      if (cluster.isRunning()) continue;
      // On a disk that is full it cannot start: the next try finds room.
      const again = await start().catch(() => null);
      if (again === null) continue;
      cluster = again;
      starts += 1;
      if (cluster.url(name) !== url) throw new Error("Another program took the port of PostgreSQL.");
    }
  })();

  const stop = async () => {
    if (isStopped) return;
    isStopped = true;
    await keeping;
    await cluster.stop();
    await removeEmbeddedPostgres(folder).catch((error: NodeJS.ErrnoException) => {
      // A folder on which a disk is mounted cannot be deleted, only emptied.
      if (error.code !== "EBUSY") throw error;
    });
    if (!hasDisk) return;
    spawnSync("umount", [folder]);
    rmSync(folder, { recursive: true, force: true });
  };
  onShutdown(stop);
  await ensureDatabase(cluster, name);
  await migrate(url, () => {});
  return {
    url,
    disk: hasDisk ? `a disk of ${DISK_MB} MB in memory` : "a trigger that says so (no right to mount)",
    starts: () => starts,
    kill: (which) => killNow(chosen(cluster.folder, which)),
    fill: () => (hasDisk ? fillDisk(folder) : pretendFull(url)),
    stop,
  };
}

function chosen(folder: string, which: "all" | "postmaster" | "backend"): number[] {
  const [postmaster, ...children] = postgresProcesses(folder);
  if (which === "postmaster") return [postmaster];
  if (which === "all") return [postmaster, ...children];
  const backend = children.find((pid) => titleOf(pid).includes(` ${name} 127.0.0.1(`));
  return backend === undefined ? [] : [backend];
}

async function fillDisk(folder: string): Promise<() => Promise<void>> {
  const file = join(folder, "filler");
  for (const bytes of [1 << 20, 1 << 12]) {
    const descriptor = openSync(file, "a");
    try {
      for (const part = Buffer.alloc(bytes); ; ) writeSync(descriptor, part);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ENOSPC") throw error;
    } finally {
      closeSync(descriptor);
    }
  }
  return async () => rmSync(file);
}

async function pretendFull(url: string): Promise<() => Promise<void>> {
  await run(
    url,
    `create or replace function no_room() returns trigger language plpgsql as $$
       begin raise 'could not extend file' using errcode = '53100'; end $$;
     create trigger no_room before insert on revision for each statement execute function no_room()`,
  );
  return () => run(url, "drop trigger no_room on revision");
}

/** Runs statements on a connection of their own. */
export async function run(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url });
  // It is waited for below; a server that dies later ends nothing of ours.
  client.on("error", () => {});
  await client.connect();
  await client.query(sql).finally(() => client.end());
}
