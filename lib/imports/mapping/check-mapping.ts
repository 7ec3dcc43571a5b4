import type { ImportMapping } from "../schema";
import type { ImportProblem } from "../types";
import { columnMatcher, columnsUsed } from "./columns";
import { isDateIn } from "./compile-mapping";

/**
 * What of a mapping does not fit a file with these columns: columns that it reads and that are not there, and wide
 * rules that no heading fits. In JSON a key may come later, so there it is told, and no error. In row 0.
 */
export function checkMapping(mapping: ImportMapping, columns: readonly string[]): ImportProblem[] {
  const isError = mapping.format === "csv" || mapping.format === "xlsx";
  const there = new Set(columns);
  const isLeftOut = columnMatcher([...mapping.leaveOut, ...mapping.corrections]);
  const missing = new Set(
    columnsUsed(mapping)
      .map(({ column }) => column)
      .filter((column) => !there.has(column)),
  );
  const wide = mapping.claims
    .flatMap(({ wide }) => wide?.dates ?? [])
    .filter((format) => {
      const isDate = isDateIn(format);
      return !columns.some((column) => !isLeftOut(column) && isDate(column));
    });
  return [
    ...[...missing].map((column) => noSuchColumn(column, isError)),
    ...[...new Set(wide)].map((format) => noSuchColumn(format, isError)),
  ];
}

function noSuchColumn(column: string, isError: boolean): ImportProblem {
  return { row: 0, column, value: column, code: "no_such_column", detail: null, isError };
}
