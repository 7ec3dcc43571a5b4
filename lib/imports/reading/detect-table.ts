import type { Reading } from "../types";

const DELIMITERS = [",", ";", "\t", "|"];
const LINES_LOOKED_AT = 40;

/** How a table is laid out, by its first lines: the delimiter that divides most of them alike, headings and tags. */
export function detectTable(text: string): Pick<Reading, "delimiter" | "headerRow" | "hasTagRow"> {
  const tables = DELIMITERS.map((delimiter) => {
    const lines = cellsOf(text, delimiter).slice(0, LINES_LOOKED_AT);
    return { delimiter, lines, ...usualWidth(lines) };
  });
  const best = tables.reduce((one, other) => (scoreOf(other) > scoreOf(one) ? other : one));
  const at = Math.max(
    0,
    best.lines.findIndex((cells) => cells.length === best.width && cells.some((cell) => cell.trim() !== "")),
  );
  return { delimiter: best.delimiter, headerRow: at + 1, hasTagRow: isTagRow(best.lines[at + 1] ?? []) };
}

type Width = { width: number; share: number };
type Looked = Width & { lines: string[][] };

/** Columns that a delimiter makes, as far as the lines agree on them. */
function scoreOf({ width, share }: Looked): number {
  return width > 1 ? share * 100 + Math.min(width, 50) : 0;
}

/** How many cells most lines have, and how many of the lines those are. */
function usualWidth(lines: readonly string[][]): Width {
  const counts = new Map<number, number>();
  for (const { length } of lines) counts.set(length, (counts.get(length) ?? 0) + 1);
  const [width, count] = [...counts].reduce((one, other) => (other[1] > one[1] ? other : one), [1, 0]);
  return { width, share: lines.length === 0 ? 0 : count / lines.length };
}

/** HXL: a row of tags such as "#affected+killed" between the headings and the data. */
function isTagRow(cells: readonly string[]): boolean {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== "");
  return filled.length > 0 && filled.every((cell) => /^#[a-z][a-z0-9_+ ]*$/i.test(cell));
}

/** The cells of the first lines, roughly: enough to count them. A last line that is cut off is left out. */
function cellsOf(text: string, delimiter: string): string[][] {
  const lines: string[][] = [];
  let cells: string[] = [];
  let cell = "";
  let isQuoted = false;
  for (const sign of text.replace(/\r\n?/g, "\n")) {
    if (sign === '"') isQuoted = !isQuoted;
    else if (!isQuoted && sign === delimiter) {
      cells.push(cell);
      cell = "";
    } else if (!isQuoted && sign === "\n") {
      lines.push([...cells, cell]);
      [cells, cell] = [[], ""];
      if (lines.length >= LINES_LOOKED_AT) return lines;
    } else cell += sign;
  }
  if (lines.length === 0) lines.push([...cells, cell]);
  return lines;
}
