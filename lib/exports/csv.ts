import { disarm } from "./disarm";
import type { Cell, Column, Row } from "./table";

/** By which spreadsheets know that a file is UTF-8. */
const BYTE_ORDER_MARK = "\ufeff";

/**
 * Rows as CSV (RFC 4180, UTF-8 with a byte order mark, CRLF), a chunk for each batch: first the names of the columns.
 * Numbers stand as numbers, an absent value as an empty cell, a text never as a formula.
 */
export async function* csvOf(
  columns: readonly Column[],
  batches: AsyncIterable<readonly Row[]>,
): AsyncGenerator<string> {
  yield `${BYTE_ORDER_MARK}${columns.map(({ name }) => name).join(",")}\r\n`;
  for await (const rows of batches) yield rows.map(csvLine).join("");
}

/** One line of a CSV file, with its end. */
function csvLine(row: Row): string {
  let line = "";
  for (let i = 0; i < row.length; i += 1) line += (i > 0 ? "," : "") + csvCell(row[i] as Cell);
  return `${line}\r\n`;
}

function csvCell(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell !== "string") return String(cell);
  const text = disarm(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
