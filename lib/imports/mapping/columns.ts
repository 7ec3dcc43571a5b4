import type { Cell, ClaimRule, DateCell, ImportMapping } from "../schema";
import { parseTemplate } from "./template";

/** Whether a column is among those that a list of patterns names: "ext_*", "*.ext_*". */
export function columnMatcher(patterns: readonly string[]): (column: string) => boolean {
  if (patterns.length === 0) return () => false;
  const expressions = patterns.map(
    (pattern) => new RegExp(`^${pattern.split("*").map(escaped).join(".*")}$`, "s"),
  );
  const known = new Map<string, boolean>();
  return (column) => {
    const before = known.get(column);
    if (before !== undefined) return before;
    const isNamed = expressions.some((expression) => expression.test(column));
    known.set(column, isNamed);
    return isNamed;
  };
}

function escaped(text: string): string {
  return text.replace(/[\\^$.+?()[\]{}|/-]/g, "\\$&");
}

export type Path = readonly (string | number)[];
/** A column that a mapping reads, and where in the mapping that is said. */
export type UsedColumn = { column: string; path: Path };
export type PlacedCell = { cell: Cell; path: Path };
export type PlacedDate = { date: DateCell; path: Path };

/** Every column that a mapping reads by its name. */
export function columnsUsed(mapping: ImportMapping): UsedColumn[] {
  return [
    ...cellsOf(mapping).flatMap(({ cell, path }) => columnsOf(cell).map((column) => ({ column, path }))),
    ...mapping.leaveOutRows.map(({ column }, place) => ({ column, path: ["leaveOutRows", place, "column"] })),
    ...mapping.claims.flatMap((rule, place) => [
      ...rule.when.map(({ column }, at) => ({ column, path: ["claims", place, "when", at, "column"] })),
      ...(rule.wide?.columns ?? []).map((column, at) => ({
        column,
        path: ["claims", place, "wide", "columns", at],
      })),
    ]),
  ];
}

function columnsOf(cell: Cell): string[] {
  if ("column" in cell) return [cell.column];
  if (!("template" in cell)) return [];
  return (parseTemplate(cell.template) ?? []).flatMap((part) =>
    part.kind === "column" ? [part.column] : [],
  );
}

/** Every cell of a mapping, those of dates among them. */
export function cellsOf(mapping: ImportMapping): PlacedCell[] {
  return [
    ...rowCellsOf(mapping),
    ...mapping.claims.flatMap((rule, place) => ruleCellsOf(rule, ["claims", place])),
  ];
}

/** The cells that are not of one rule: of the event and the report. */
export function rowCellsOf({ event, newEvent, report }: ImportMapping): PlacedCell[] {
  return [
    { cell: event, path: ["event"] },
    ...cellsIn(newEvent, ["newEvent"]),
    ...cellsIn(report, ["report"]),
  ];
}

export function ruleCellsOf({ when: _, wide: __, quantity, ...rule }: ClaimRule, path: Path): PlacedCell[] {
  return [...cellsIn(rule, path), ...cellsIn(quantity, [...path, "quantity"])];
}

/** Every date of a mapping. */
export function datesOf({ newEvent, report, claims }: ImportMapping): PlacedDate[] {
  return [
    ...datesIn(newEvent, ["newEvent"]),
    ...datesIn(report, ["report"]),
    ...claims.flatMap((rule, place) => datesIn(rule, ["claims", place])),
  ];
}

function cellsIn(fields: object | undefined, path: Path): PlacedCell[] {
  return Object.entries(fields ?? {}).flatMap(([name, value]): PlacedCell[] => {
    if (isCell(value)) return [{ cell: value, path: [...path, name] }];
    if (!isDate(value)) return [];
    const from = { cell: value.from, path: [...path, name, "from"] };
    return value.zone ? [from, { cell: value.zone, path: [...path, name, "zone"] }] : [from];
  });
}

function datesIn(fields: object | undefined, path: Path): PlacedDate[] {
  return Object.entries(fields ?? {}).flatMap(([name, value]) =>
    isDate(value) ? [{ date: value, path: [...path, name] }] : [],
  );
}

function isCell(value: unknown): value is Cell {
  return (
    typeof value === "object" &&
    value !== null &&
    ("fixed" in value || "column" in value || "template" in value || "heading" in value)
  );
}

function isDate(value: unknown): value is DateCell {
  return typeof value === "object" && value !== null && "from" in value && isCell(value.from);
}
