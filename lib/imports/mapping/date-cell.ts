import { parseEdtf } from "../../dates/edtf";
import type { ProblemCode } from "../problems";
import type { DateCell } from "../schema";
import type { GivenDate } from "../types";
import { type CellSettings, faultOf, type Reader, type ReadyCell, readyRequired, readyText } from "./cell";
import { readyFormat } from "./date-format";

const KNOWN_MAX = 20_000;

type Read = { date: GivenDate } | { code: ProblemCode; detail: string | null };

/**
 * Makes a date ready to be read in row after row: null where it is blank. `zone` is that of the mapping, for a date that
 * names none. A day that never was is "no_such_date", what does not fit the format is "not_a_date".
 */
export function readyDate(cell: DateCell, zone: string, settings: CellSettings): ReadyCell<GivenDate> {
  const from = readyText(cell.from, settings);
  const zoneCell = cell.zone && readyText(cell.zone, settings);
  const format = readyFormat(cell.format);
  // The dates of a file repeat: row after row, and column after column.
  const known = new Map<string, Read>();

  const read: Reader<GivenDate> = (at, told) => {
    const text = from.read(at, told);
    if (text === null) return null;
    const ownZone = zoneCell?.read(at, told) ?? zone;
    const key = `${text}\n${ownZone}`;
    let found = known.get(key);
    if (!found) {
      if (known.size >= KNOWN_MAX) known.clear();
      found = readDate(format?.(text) ?? null, ownZone, cell.format);
      known.set(key, found);
    }
    if ("date" in found) return found.date;
    told.push(faultOf(from.column(at), text, found.code, found.detail));
    return null;
  };
  return { column: from.column, read, isWide: from.isWide || (zoneCell?.isWide ?? false) };
}

function readDate(edtf: string | null, zone: string, format: string): Read {
  const detail = format === "edtf" ? null : `The mapping says that it is written as ${format}.`;
  if (edtf === null) return { code: "not_a_date", detail };
  const parsed = parseEdtf(edtf, zone);
  if (parsed.ok) return { date: { edtf: parsed.date.edtf, zone } };
  const { problem } = parsed;
  if (problem === "no_such_date" || problem === "no_such_time") return { code: "no_such_date", detail: null };
  if (problem === "unknown_zone") return { code: "not_a_date", detail: `There is no time zone “${zone}”.` };
  return { code: "not_a_date", detail };
}

/** As `readyDate`, where a date must stand. */
export function readyRequiredDate(
  cell: DateCell,
  zone: string,
  settings: CellSettings,
): ReadyCell<GivenDate> {
  const ready = readyDate(cell, zone, settings);
  const required = readyRequired(cell.from, settings);
  const read: Reader<GivenDate> = (at, told) => {
    const before = told.length;
    const date = ready.read(at, told);
    if (date === null && told.length === before) required.read(at, told);
    return date;
  };
  return { ...ready, read };
}
