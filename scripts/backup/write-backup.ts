import { createHash } from "node:crypto";
import { createWriteStream, existsSync, readFileSync, rmSync } from "node:fs";
import { open, rename } from "node:fs/promises";
import { dirname } from "node:path";
import { pipeline } from "node:stream/promises";
import type { Client } from "pg";
import { to } from "pg-copy-streams";
import { type ZipEntry, zipOf } from "../../lib/exports/zip";
import { Problem } from "../problem";
import { columnList, connect, listTables, readHeads, type Table } from "./database";
import { FORMAT, LEFT_OUT, type Manifest, partOf, type SavedTable } from "./manifest";
import { lineFeeds, openBackup, SEAL_CHARACTERS, sealOf } from "./open-backup";

/** Where a backup is written until it is whole. */
export const unfinished = (file: string) => `${file}.part`;

// Half as fast again as the usual level, for a file that is a twentieth larger: most of it is digests.
const COMPRESSION_LEVEL = 1;

/**
 * Writes all that the app keeps, as it is at one moment, into one file that nobody else may read, and reads it back
 * before it gets its name. Nobody who writes meanwhile waits for it, and no table is kept in memory. Throws Problem
 * where there is such a file already, unless it is to be replaced.
 */
export async function writeBackup(
  url: string,
  file: string,
  { isReplacing, at }: { isReplacing: boolean; at: Date },
): Promise<Manifest> {
  if (existsSync(file) && !isReplacing)
    throw new Problem(`${file} is there already; name another file, or add --force to replace it.`);
  const part = unfinished(file);
  rmSync(part, { force: true });
  const client = await connect(url);
  try {
    // One snapshot for every statement of the transaction: that of its first.
    await client.query("begin isolation level repeatable read, read only");
    const entries = entriesOf(client, at);
    // What the digest of the whole file will take the place of.
    const comment = "0".repeat(SEAL_CHARACTERS);
    await pipeline(
      zipOf(entries, at, { comment, compressionLevel: COMPRESSION_LEVEL }),
      createWriteStream(part, { flags: "wx", mode: 0o600 }),
    );
    await client.query("commit");
    await seal(part);
    const { manifest, rows, close } = await openBackup(part);
    for (const table of manifest.tables) for await (const _ of rows(table));
    close();
    await rename(part, file);
    await sync(dirname(file));
    return manifest;
  } finally {
    rmSync(part, { force: true });
    await client.end();
  }
}

async function* entriesOf(client: Client, at: Date): AsyncGenerator<ZipEntry> {
  const tables: SavedTable[] = [];
  const heads = await readHeads(client).catch((error: { code?: string }) => {
    if (error.code !== UNDEFINED_TABLE) throw error;
    throw new Problem("The database holds nothing of Counterclaim; there is nothing to back up.");
  });
  const migrations = await client.query<{ name: string; checksum: string }>(
    `select migration_name as name, checksum from _prisma_migrations
    where finished_at is not null and rolled_back_at is null order by migration_name`,
  );
  const postgres = await client.query<{ server_version: string }>("show server_version");
  for (const table of await listTables(client)) {
    if (LEFT_OUT.includes(table.name)) continue;
    const saved: SavedTable = { ...table, rows: 0, bytes: 0, sha256: "" };
    yield { path: partOf(table.name), chunks: copyOf(client, saved) };
    tables.push(saved);
  }
  const manifest: Manifest = {
    format: FORMAT,
    version: JSON.parse(readFileSync("package.json", "utf8")).version,
    postgres: postgres.rows[0]?.server_version ?? "",
    madeAt: at.toISOString(),
    migrations: migrations.rows,
    heads,
    tables,
    leftOut: LEFT_OUT,
  };
  yield { path: "manifest.json", chunks: [`${JSON.stringify(manifest, null, 2)}\n`] };
}

const UNDEFINED_TABLE = "42P01";

/** The rows of a table in COPY's text format, counted and digested as they go by. */
async function* copyOf(client: Client, saved: SavedTable): AsyncGenerator<Uint8Array> {
  const digest = createHash("sha256");
  for await (const chunk of client.query(to(copyStatement(client, saved)))) {
    digest.update(chunk);
    saved.bytes += chunk.length;
    saved.rows += lineFeeds(chunk);
    yield chunk;
  }
  saved.sha256 = digest.digest("hex");
}

const copyStatement = (client: Client, table: Table) =>
  `copy ${client.escapeIdentifier(table.name)} (${columnList(client, table)}) to stdout`;

/** Puts the digest of all that is before it at the end of the file. */
async function seal(part: string): Promise<void> {
  const { digest, at } = await sealOf(part);
  const file = await open(part, "r+");
  try {
    await file.write(digest, at, "latin1");
    await file.sync();
  } finally {
    await file.close();
  }
}

/** A renamed file has its name for good once its folder is on the disk; Windows opens none. */
async function sync(folder: string): Promise<void> {
  if (process.platform === "win32") return;
  const handle = await open(folder, "r");
  await handle.sync().finally(() => handle.close());
}
