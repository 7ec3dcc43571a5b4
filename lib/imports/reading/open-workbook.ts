// The reader of the whole archive, by its table of contents: it sees what was inspected and nothing besides.
import { readSheet } from "read-excel-file/universal";
import type { RawValue } from "../types";
import { FileRefused } from "./file-refused";
import { inspectWorkbook } from "./inspect-workbook";

/**
 * The cells of one sheet, line by line: a date as text of ISO 8601, of a formula what it came to when the workbook was
 * saved (null: that does not stand there, or it is an error). Throws FileRefused.
 */
export async function cellsOf(bytes: Uint8Array, sheet: string | null): Promise<RawValue[][]> {
  const sheets = await inspectWorkbook(bytes);
  if (sheet !== null && !sheets.includes(sheet)) throw new FileRefused("no_rows", { detail: sheet });
  try {
    const lines = await readSheet(Uint8Array.from(bytes).buffer, sheet ?? 1);
    return lines.map((line) =>
      line.map((cell) => (cell instanceof Date ? dateText(cell) : (cell as RawValue))),
    );
  } catch (error) {
    throw Object.assign(new FileRefused("unreadable"), { cause: error });
  }
}

function dateText(date: Date): string {
  const iso = date.toISOString();
  return iso.endsWith("T00:00:00.000Z") ? iso.slice(0, 10) : iso.slice(0, 19);
}
