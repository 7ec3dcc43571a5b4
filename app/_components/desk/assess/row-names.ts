import type { Typed } from "@/lib/forms/form-state";
import { fillIn } from "../fill-in";
import type { AssessWords } from "./assess-words";

const BLANK_ROWS = ["0", "1", "2"];
const NAME = /^evidence\.(\d+)\.(\w+)$/;

/** The numbers of the rows of evidence that a form has, in order; three where it has none yet. */
export function evidenceRowsOf(typed: Typed): string[] {
  const numbers = Object.keys(typed).flatMap((name) => NAME.exec(name)?.[1] ?? []);
  const rows = [...new Set(numbers)].toSorted((a, b) => Number(a) - Number(b));
  return rows.length > 0 ? rows : BLANK_ROWS;
}

/** What an error at a field of a row is told with: "Piece 2, Link". */
export function labelsOfRows(
  errors: Readonly<Record<string, string>>,
  rows: readonly string[],
  { piece }: AssessWords,
): Record<string, string> {
  const named = Object.keys(errors).flatMap((name): [string, string][] => {
    const [, row = "", field = ""] = NAME.exec(name) ?? [];
    const label = piece[field as keyof typeof piece];
    return label ? [[name, `${fillIn(piece.title, "number", String(rows.indexOf(row) + 1))}, ${label}`]] : [];
  });
  return Object.fromEntries(named);
}
