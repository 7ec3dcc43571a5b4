import type { Reading, Row } from "../types";
import { readAll } from "./read-rows";

/**
 * The columns of a file and its first rows, at most `limit`; what is wrong with others is passed over. JSON has the
 * columns of these rows, in the order in which they first come.
 */
export async function previewRows(
  reading: Reading,
  bytes: AsyncIterable<Uint8Array>,
  limit: number,
): Promise<{ columns: string[]; rows: Row[] }> {
  const columns = new Set<string>();
  const rows: Row[] = [];
  for await (const read of readAll(reading, bytes)) {
    if ("code" in read) continue;
    for (const column of "columns" in read ? read.columns : read.values.keys()) columns.add(column);
    if ("values" in read) rows.push(read);
    if (rows.length >= limit) break;
  }
  return { columns: [...columns], rows };
}
