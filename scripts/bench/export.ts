import { db } from "../../lib/db/client";
import { tableOf } from "../../lib/exports/all-tables";
import { peek } from "../../lib/exports/peek";
import { streamOf } from "../../lib/exports/stream";
import { writeList } from "../../lib/exports/write-list";
import { onScratchDatabase } from "../cases/scratch-database";
import { CLAIMS, fill } from "./search";

export type ExportLoad = { rows: number; rowsPerSecond: number; megabytes: number; grownBytes: number };

/** Of a first download, broken off by who reads it: the process then has what it needs for any. */
const FIRST_ROWS = 100_000;

/**
 * How fast all of 200,000 published claims leave as CSV, through the stream that the site answers with, and by how much
 * the process grows meanwhile over what it holds after a first download of half of them.
 */
export function benchExport(): Promise<ExportLoad> {
  return onScratchDatabase(async () => {
    await fill();
    await download((rows) => rows < FIRST_ROWS);
    global.gc?.();
    const idle = process.memoryUsage().rss;
    let highest = idle;
    const start = performance.now();
    const { rows, bytes } = await download(() => {
      highest = Math.max(highest, process.memoryUsage().rss);
      return true;
    });
    const seconds = (performance.now() - start) / 1000;
    await db().$disconnect();
    if (rows !== CLAIMS) throw new Error(`${rows} of ${CLAIMS} claims were exported.`);
    return { rows, rowsPerSecond: rows / seconds, megabytes: bytes / 1e6, grownBytes: highest - idle };
  });
}

/** Reads a download to its end, or as long as it is told to go on, and keeps nothing of it. */
async function download(goesOn: (rows: number) => boolean): Promise<{ rows: number; bytes: number }> {
  const table = tableOf("claims");
  const setting = { site: "https://example.org/en", retrievedAt: new Date().toISOString() };
  const { batches } = await peek(table.batches(table.query.parse({}), setting));
  const chunks = writeList(table, "csv", batches, setting, {});
  let [lines, bytes] = [0, 0];
  for await (const chunk of streamOf(chunks, () => {})) {
    bytes += chunk.length;
    for (let at = chunk.indexOf(LINE_FEED); at !== -1; at = chunk.indexOf(LINE_FEED, at + 1)) lines += 1;
    if (!goesOn(lines)) break;
  }
  return { rows: lines - 1, bytes };
}

const LINE_FEED = 10;
