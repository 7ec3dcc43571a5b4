import { rearm } from "../../exports/disarm";
import type { ProblemCode } from "../problems";
import type { Cell } from "../schema";
import type { RawValue, Row } from "../types";
import { joinedSlug, slugOfCell } from "./slugs";
import { parseTemplate, type TemplatePart, tidied } from "./template";

/** Where a cell is read: a row, and of a wide table the heading of the column. */
export type At = { row: Row; heading: string | null };

/** What is wrong with a cell, before it is known which row it stands in. */
export type Fault = {
  column: string | null;
  value: string | null;
  code: ProblemCode;
  detail: string | null;
  isError: boolean;
};

/** Reads a cell; null where it is blank, or where what is wrong with it was added to `told`. */
export type Reader<T> = (at: At, told: Fault[]) => T | null;

/** A cell of a mapping, made ready to be read in row after row. `column` is where its problems stand. */
export type ReadyCell<T = Value> = { column: (at: At) => string | null; read: Reader<T>; isWide: boolean };
export type Value = string | number | boolean;

export type CellSettings = {
  /** What means that nothing was said, beside a blank. */
  empty: ReadonlySet<string>;
  isDisarmed: boolean;
};

export function faultOf(
  column: string | null,
  value: RawValue,
  code: ProblemCode,
  detail: string | null = null,
): Fault {
  return { column, value: value === null ? null : String(value), code, detail, isError: true };
}

/** The value of a column, null where nothing was said. */
export function valueIn(row: Row, column: string, { empty, isDisarmed }: CellSettings): Value | null {
  const value = row.values.get(column) ?? null;
  if (typeof value !== "string") return value;
  const text = value.trim();
  if (text === "" || empty.has(text)) return null;
  return isDisarmed ? rearm(text) : text;
}

/** Makes a cell ready. A value that its list does not hold is "not_listed", one that stands for nothing "left_out". */
export function readyCell(cell: Cell, settings: CellSettings): ReadyCell {
  if ("fixed" in cell) {
    const fixed = cell.fixed.trim() === "" ? null : cell.fixed.trim();
    return { column: () => null, read: () => fixed, isWide: false };
  }
  if ("heading" in cell)
    return { column: ({ heading }) => heading, read: ({ heading }) => heading, isWide: true };
  if ("template" in cell) return readyTemplate(parseTemplate(cell.template) ?? [], settings);

  const { column, values, ifEmpty = null } = cell;
  const meanings = values && new Map(Object.entries(values));
  const read: Reader<Value> = ({ row }, told) => {
    const value = valueIn(row, column, settings);
    if (value === null) return ifEmpty;
    if (!meanings) return value;
    const meaning = meanings.get(String(value));
    if (meaning === undefined) told.push(faultOf(column, value, "not_listed"));
    if (meaning === null) told.push({ ...faultOf(column, value, "left_out"), isError: false });
    return meaning ?? null;
  };
  return { column: () => column, read, isWide: false };
}

function readyTemplate(parts: readonly TemplatePart[], settings: CellSettings): ReadyCell {
  const read: Reader<Value> = (at) => {
    const texts = textsOf(parts, at, settings);
    return texts && tidied(texts.join(""));
  };
  return { column: () => null, read, isWide: parts.some(({ kind }) => kind === "heading") };
}

/** Null where the template names columns, and all of them are blank. */
function textsOf(parts: readonly TemplatePart[], at: At, settings: CellSettings): string[] | null {
  let isBlank = parts.some(({ kind }) => kind === "column");
  const texts = parts.map((part) => {
    if (part.kind === "letters") return part.letters;
    if (part.kind === "row") return String(at.row.number);
    if (part.kind === "heading") return at.heading ?? "";
    const value = valueIn(at.row, part.column, settings);
    if (value !== null) isBlank = false;
    return String(value ?? "");
  });
  return isBlank ? null : texts;
}

/** As `readyCell`, as text. */
export function readyText(cell: Cell, settings: CellSettings): ReadyCell<string> {
  const ready = readyCell(cell, settings);
  const read: Reader<string> = (at, told) => {
    const value = ready.read(at, told);
    return value === null ? null : String(value);
  };
  return { ...ready, read };
}

/** As `readyText`, where a record must be named: by its slug, or by what a slug can be made of. */
export function readySlug(cell: Cell, settings: CellSettings): ReadyCell<string> {
  const ready = readyText(cell, settings);
  const parts = "template" in cell ? (parseTemplate(cell.template) ?? []) : null;
  const read: Reader<string> = (at, told) => {
    const before = told.length;
    const slug = parts ? slugOfParts(parts, at, settings) : slugOrNull(ready.read(at, told));
    if (slug) return slug;
    const column = ready.column(at);
    if (told.length === before)
      told.push(
        slug === null
          ? faultOf(column, null, "missing")
          : faultOf(column, ready.read(at, told), "no_such_record"),
      );
    return null;
  };
  return { ...ready, read };
}

function slugOrNull(text: string | null): string | null {
  return text === null ? null : slugOfCell(text);
}

function slugOfParts(parts: readonly TemplatePart[], at: At, settings: CellSettings): string | null {
  const texts = textsOf(parts, at, settings);
  return (
    texts &&
    joinedSlug(texts.map((text, place) => (parts[place]?.kind === "letters" ? text : slugOfCell(text))))
  );
}

/** As `readyText`, where something must stand. */
export function readyRequired(cell: Cell, settings: CellSettings): ReadyCell<string> {
  const ready = readyText(cell, settings);
  const read: Reader<string> = (at, told) => {
    const before = told.length;
    const text = ready.read(at, told);
    if (text === null && told.length === before) told.push(faultOf(ready.column(at), null, "missing"));
    return text;
  };
  return { ...ready, read };
}

/** As `readyRequired`, where one of a closed list must stand. */
export function readyCode<C extends string>(
  cell: Cell,
  codes: readonly C[],
  settings: CellSettings,
): ReadyCell<C> {
  const ready = readyRequired(cell, settings);
  const known = new Map<string, C>(codes.map((code) => [code, code]));
  const read: Reader<C> = (at, told) => {
    const text = ready.read(at, told);
    if (text === null) return null;
    const code = known.get(text);
    if (!code)
      told.push(faultOf(ready.column(at), text, "unknown_code", `It is none of ${codes.join(", ")}.`));
    return code ?? null;
  };
  return { ...ready, read };
}
