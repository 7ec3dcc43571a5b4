import { createHash } from "node:crypto";
import { chownSync, existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { Problem } from "../problem";
import { type Account, accountForPostgres, canWrite } from "./account";
import { findBinaries } from "./binaries";
import { type Cluster, killCluster, startCluster } from "./cluster";

// Where PostgreSQL can reach its files although the project is somewhere that only root may enter.
const sharedFolder = "/var/lib/counterclaim";

/** The folder for everything that this start keeps: DATA_DIR, else .data in the project. */
export function dataFolder(): string {
  const folder = resolve(process.env.DATA_DIR || ".data");
  try {
    makeFolder(folder);
    // Tried, not asked: root may write everywhere except where nobody may.
    const probe = join(folder, `probe-${process.pid}`);
    writeFileSync(probe, "");
    rmSync(probe);
  } catch (error) {
    throw new Problem(
      `The data folder ${folder} cannot be written to (${(error as NodeJS.ErrnoException).code}); make it writable or set DATA_DIR to another folder.`,
    );
  }
  return folder;
}

// One level at a time: Node's own recursive way never ends where the system refuses to make a folder, as in /proc.
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  mkdirSync(folder);
}

/** Starts, or takes over, the embedded PostgreSQL of a data folder. */
export async function startEmbeddedPostgres(folder: string, options: string[] = []): Promise<Cluster> {
  makeFolder(folder);
  const account = accountForPostgres();
  const binaries = findBinaries(account, account ? sharedFolder : folder);
  return startCluster({
    folder: account ? reachableFolder(folder, account) : folder,
    account,
    binaries,
    options,
  });
}

/** Deletes the embedded PostgreSQL of a data folder with all its data; stops it before, should it run. */
export async function removeEmbeddedPostgres(folder: string): Promise<void> {
  for (const place of [folder, folderElsewhere(folder)]) {
    await killCluster(place);
    rmSync(place, { recursive: true, force: true });
  }
}

function reachableFolder(folder: string, account: Account): string {
  // Where it has data it stays: on a disk that is full nothing could be tried, and elsewhere it would begin with none.
  if (existsSync(join(folder, "postgres"))) return folder;
  const probe = join(folder, `probe-${process.pid}`);
  mkdirSync(probe);
  chownSync(probe, account.uid, account.gid);
  const reachable = canWrite(probe, account);
  rmSync(probe, { recursive: true });
  if (reachable) return folder;

  const elsewhere = folderElsewhere(folder);
  mkdirSync(elsewhere, { recursive: true, mode: 0o755 });
  return elsewhere;
}

function folderElsewhere(folder: string): string {
  return join(sharedFolder, createHash("sha256").update(folder).digest("hex").slice(0, 12));
}
