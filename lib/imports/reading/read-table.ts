import type { ImportProblem, RawValue, Reading, Row } from "../types";
import { hasControlCharacters } from "./decode-text";
import { FileRefused } from "./file-refused";
import { COLUMNS_MAX } from "./limits";

/** A line of a table before it is known what stands in it: its cells, or what is wrong with it as a whole. */
export type Line = readonly RawValue[] | ImportProblem;

/** What a table gives: the names of its columns first, then its rows and what is wrong with those that are none. */
export type Read = { columns: string[] } | Row | ImportProblem;

/** Names the cells of each line by the headings; lines above them and a row of tags below them are passed over. */
export async function* readTable(
  { headerRow, hasTagRow }: Pick<Reading, "headerRow" | "hasTagRow">,
  lines: AsyncIterable<Line> | Iterable<Line>,
): AsyncGenerator<Read> {
  const headingAt = headerRow ?? 1;
  const firstAt = headingAt + (hasTagRow ? 2 : 1);
  let columns: string[] | null = null;
  let number = 0;
  for await (const line of lines) {
    number += 1;
    if (number < headingAt) continue;
    if (!columns) {
      if ("code" in line) throw new FileRefused(line.code, { row: number });
      columns = headingsOf(line);
      yield { columns };
      continue;
    }
    if (number < firstAt) continue;
    if ("code" in line) yield { ...line, row: number };
    else if (!isBlank(line)) yield rowOf(number, columns, line);
  }
  if (!columns) throw new FileRefused("no_header");
}

function headingsOf(cells: readonly RawValue[]): string[] {
  if (cells.length > COLUMNS_MAX) throw new FileRefused("too_many_columns");
  const headings = cells.map((cell, at) => String(cell ?? "").trim() || `column ${at + 1}`);
  if (cells.every((cell) => String(cell ?? "").trim() === "")) throw new FileRefused("no_header");
  const repeated = headings.find((heading, at) => headings.indexOf(heading) !== at);
  if (repeated !== undefined) throw new FileRefused("repeated_heading", { detail: repeated.slice(0, 100) });
  return headings;
}

function isBlank(cells: readonly RawValue[]): boolean {
  return cells.every((cell) => cell === null || cell === "");
}

function rowOf(number: number, columns: readonly string[], cells: readonly RawValue[]): Row | ImportProblem {
  // Spreadsheets leave empty cells at the end of a line out, or add some.
  if (cells.length !== columns.length && !isBlank(cells.slice(columns.length)))
    return ragged(number, columns, cells);
  if (cells.length < columns.length) return ragged(number, columns, cells);
  const values = new Map<string, RawValue>();
  for (const [at, column] of columns.entries()) {
    const cell = cells[at] ?? null;
    if (typeof cell === "string" && hasControlCharacters(cell)) {
      const value = JSON.stringify(cell.slice(0, 100));
      return { row: number, column, value, code: "control_character", detail: null, isError: true };
    }
    values.set(column, cell);
  }
  return { number, values };
}

function ragged(row: number, columns: readonly string[], cells: readonly RawValue[]): ImportProblem {
  const detail = `${cells.length} cells, ${columns.length} columns`;
  return {
    row,
    column: null,
    value: String(cells[0] ?? "").slice(0, 100),
    code: "ragged_row",
    detail,
    isError: true,
  };
}
