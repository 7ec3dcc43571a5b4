import type { Cell, Column, Row } from "./table";

/** Rows as NDJSON: an object with the names of the columns on each line; a chunk for each batch. */
export async function* ndjsonOf(
  columns: readonly Column[],
  batches: AsyncIterable<readonly Row[]>,
): AsyncGenerator<string> {
  const write = rowWriter(columns);
  for await (const rows of batches) yield rows.map((row) => `${write(row)}\n`).join("");
}

/** Rows as an array of such objects, one on each line. */
export async function* jsonArrayOf(
  columns: readonly Column[],
  batches: AsyncIterable<readonly Row[]>,
): AsyncGenerator<string> {
  const write = rowWriter(columns);
  let separator = "[\n";
  for await (const rows of batches) {
    yield separator + rows.map(write).join(",\n");
    separator = ",\n";
  }
  yield separator === "[\n" ? "[]" : "\n]";
}

/** What a JSON download says of itself before its data. */
export type JsonHead = { license: string; retrievedAt: string; query: object };

/** A document whose last field, `data`, comes in chunks. */
export async function* jsonDocument(head: JsonHead, data: AsyncIterable<string>): AsyncGenerator<string> {
  yield `${JSON.stringify(head).slice(0, -1)},"data":`;
  yield* data;
  yield "}\n";
}

function rowWriter(columns: readonly Column[]): (row: Row) => string {
  const names = columns.map(({ name }, i) => `${i > 0 ? "," : "{"}${JSON.stringify(name)}:`);
  return (row) => {
    let object = "";
    for (let i = 0; i < names.length; i += 1) object += names[i] + JSON.stringify(row[i] as Cell);
    return `${object}}`;
  };
}
