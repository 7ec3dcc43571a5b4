import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { text } from "node:stream/consumers";
import { type Entry, openPromise, type ZipFile } from "yauzl";
import { Problem } from "../problem";
import { FORMAT, Manifest, partOf, type SavedTable } from "./manifest";

/** A file ends in the SHA-256, in hex, of everything before it. */
export const SEAL_CHARACTERS = 64;

/** A backup that is whole. */
export type Backup = {
  manifest: Manifest;
  /** The rows of a table as COPY writes them. Throws Problem at their end where they are not those that were saved. */
  rows(table: SavedTable): AsyncGenerator<Buffer>;
  close(): void;
};

/** Opens a backup, once every byte of it is known to be the one that was written; throws Problem where one is not. */
export async function openBackup(file: string): Promise<Backup> {
  const { digest, found } = await sealOf(file).catch((error: NodeJS.ErrnoException) => {
    throw new Problem(`${file} cannot be read (${error.code ?? error.message}).`, { cause: error });
  });
  if (digest !== found)
    throw new Problem(
      `${file} is not a whole backup: it was cut off or changed since, or is something else. Nothing was done with it.`,
    );
  const zip = await openPromise(file, { lazyEntries: true, autoClose: false });
  const entries = new Map<string, Entry>();
  for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry);
  return {
    manifest: readManifest(file, await text(await zip.openReadStreamPromise(find(entries, "manifest.json")))),
    rows: (table) => readRows(file, zip, find(entries, partOf(table.name)), table),
    close: () => zip.close(),
  };
}

function find(entries: Map<string, Entry>, path: string): Entry {
  const entry = entries.get(path);
  if (!entry) throw new Problem(`The backup has no part ${path}.`);
  return entry;
}

function readManifest(file: string, json: string): Manifest {
  const said: { format?: unknown } = JSON.parse(json);
  if (typeof said.format === "number" && said.format > FORMAT)
    throw new Problem(
      `${file} was written by a newer Counterclaim; restore it with that version or a later one.`,
    );
  return Manifest.parse(said);
}

async function* readRows(
  file: string,
  zip: ZipFile,
  entry: Entry,
  table: SavedTable,
): AsyncGenerator<Buffer> {
  const digest = createHash("sha256");
  let rows = 0;
  for await (const chunk of (await zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>) {
    digest.update(chunk);
    rows += lineFeeds(chunk);
    yield chunk;
  }
  if (digest.digest("hex") !== table.sha256 || rows !== table.rows)
    throw new Problem(`The rows of ${table.name} in ${file} are not those that were saved.`);
}

/** The digest of a file but for its last characters, what these are, and where they begin. */
export async function sealOf(file: string): Promise<{ digest: string; found: string; at: number }> {
  const { size } = await stat(file);
  const at = Math.max(0, size - SEAL_CHARACTERS);
  const digest = createHash("sha256");
  // As a stream, an end of -1 would be its last byte.
  if (at > 0) for await (const chunk of createReadStream(file, { end: at - 1 })) digest.update(chunk);
  const found = await text(createReadStream(file, { start: at, encoding: "latin1" }));
  return { digest: digest.digest("hex"), found, at };
}

/** How many rows end in a piece of COPY's text: a line feed within a value is written otherwise. */
export function lineFeeds(chunk: Uint8Array): number {
  let found = 0;
  for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, at + 1)) found += 1;
  return found;
}
