import { csvOf } from "./csv";
import type { ExportFormat } from "./formats";
import { jsonArrayOf, jsonDocument, ndjsonOf } from "./json";
import { LICENCE } from "./licence";
import type { Row, Setting, Table } from "./table";
import { xlsxOf } from "./xlsx";

/** A list in a format, chunk by chunk. `query`: the filters in use, as JSON tells them. */
export function writeList(
  { name, columns }: Pick<Table, "name" | "columns">,
  format: ExportFormat,
  batches: AsyncIterable<readonly Row[]>,
  { retrievedAt }: Setting,
  query: object,
): AsyncGenerator<string | Uint8Array> {
  switch (format) {
    case "csv":
      return csvOf(columns, batches);
    case "ndjson":
      return ndjsonOf(columns, batches);
    case "json":
      return jsonDocument({ license: LICENCE, retrievedAt, query }, jsonArrayOf(columns, batches));
    case "xlsx":
      return xlsxOf(name, columns, batches, new Date(retrievedAt));
  }
}
