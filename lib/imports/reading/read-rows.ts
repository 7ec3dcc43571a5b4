import type { ImportProblem, Reading, Row } from "../types";
import { FileRefused } from "./file-refused";
import { IMPORT_BYTES_MAX } from "./limits";
import { cellsOf } from "./open-workbook";
import { readCsv } from "./read-csv";
import { readJson, readNdjson } from "./read-objects";
import { type Read, readTable } from "./read-table";

/**
 * The rows of a file in their order, and in the place of a row that is none what is wrong with it. CSV and NDJSON are
 * read as their bytes come. Throws FileRefused, in the middle too, where the rest cannot be read, or there is no row.
 */
export async function* readRows(
  reading: Reading,
  bytes: AsyncIterable<Uint8Array>,
): AsyncGenerator<Row | ImportProblem> {
  let isEmpty = true;
  for await (const read of readAll(reading, bytes)) {
    if ("columns" in read) continue;
    isEmpty = false;
    yield read;
  }
  if (isEmpty) throw new FileRefused("no_rows");
}

/** As `readRows`, and first, of a table, the names of its columns. */
export function readAll(reading: Reading, bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Read> {
  switch (reading.format) {
    case "csv":
      return readTable(reading, readCsv(reading, bytes));
    case "ndjson":
      return readNdjson(reading, bytes);
    case "json":
      return readJson(reading, bytes);
    case "xlsx":
      return readWorkbook(reading, bytes);
  }
}

async function* readWorkbook(reading: Reading, bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Read> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of bytes) {
    size += part.length;
    if (size > IMPORT_BYTES_MAX.xlsx) throw new FileRefused("too_large");
    parts.push(part);
  }
  yield* readTable(reading, await cellsOf(Buffer.concat(parts), reading.sheet));
}
