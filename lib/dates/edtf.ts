import { type EdtfPoint, type EdtfTextProblem, type EdtfTime, readEdtf } from "./edtf-text";
import { firstInstantFrom, instantsOf, isZone, lastInstantBefore } from "./zones";

/**
 * An uncertain date as every page and rule sees it: what was written, and the first and the last
 * instant that it can mean, in milliseconds since 1970 UTC. `zone` is the IANA zone in which a
 * date without an offset was read.
 */
export type UncertainDate = {
  edtf: string;
  earliest: number;
  latest: number;
  zone: string;
};

export type EdtfProblem = EdtfTextProblem | "unknown_zone" | "backwards";
export type EdtfResult = { ok: true; date: UncertainDate } | { ok: false; problem: EdtfProblem };

/** What an open start means: the first instant of the year 1. */
export const OPEN_EARLIEST = Date.parse("0001-01-01T00:00:00.000Z");
/** What an open end means: the last millisecond of the year 9999. */
export const OPEN_LATEST = Date.parse("9999-12-31T23:59:59.999Z");

/**
 * Reads an EDTF text (see `readEdtf` for how much of it) in an IANA zone. `latest` is the last
 * millisecond that the text can mean. A time on clocks that go back then means both instants; one that
 * clocks skip is refused, as is a day that never was. Seasons are the northern ones, in whole months
 * (21: March to May, 24: December to February).
 */
export function parseEdtf(text: string, zone: string): EdtfResult {
  if (!isZone(zone)) return { ok: false, problem: "unknown_zone" };
  const read = readEdtf(text);
  if (typeof read === "string") return { ok: false, problem: read };

  const start = read.kind === "point" ? read.point : read.start;
  const end = read.kind === "point" ? read.point : read.end;
  const first = start ? spanOf(start, zone) : null;
  const last = end ? spanOf(end, zone) : null;
  if (typeof first === "string") return { ok: false, problem: first };
  if (typeof last === "string") return { ok: false, problem: last };

  const earliest = first ? first.earliest : OPEN_EARLIEST;
  const latest = last ? last.latest : OPEN_LATEST;
  if (earliest > latest) return { ok: false, problem: "backwards" };
  return { ok: true, date: { edtf: text.trim(), earliest, latest, zone } };
}

type Span = { earliest: number; latest: number };

function spanOf(point: EdtfPoint, zone: string): Span | EdtfProblem {
  if (point.time) return spanOfTime(point, point.time, zone);
  const earliest = firstInstantFrom(wallOf(point.year, point.month, point.day), zone);
  const latest = lastInstantBefore(wallAfter(point), zone);
  return earliest > latest ? "no_such_date" : { earliest, latest };
}

function spanOfTime(point: EdtfPoint, time: EdtfTime, zone: string): Span | EdtfProblem {
  const { hour, minute, second, millisecond, precision, offsetMs } = time;
  const wall =
    wallOf(point.year, point.month, point.day) +
    hour * 3_600_000 +
    minute * 60_000 +
    second * 1000 +
    millisecond;
  const lastsMs = { minute: 60_000, second: 1000, millisecond: 1 }[precision];
  const instants = offsetMs === null ? instantsOf(wall, zone) : [wall - offsetMs];
  const earliest = instants[0];
  const latest = instants.at(-1);
  if (earliest === undefined || latest === undefined) return "no_such_time";
  return { earliest, latest: latest + lastsMs - 1 };
}

/** The wall time at which the day, month, season, year, decade or century after a date begins. */
function wallAfter({ precision, year, month, day }: EdtfPoint): number {
  switch (precision) {
    case "century":
      return wallOf(year + 100, 1, 1);
    case "decade":
      return wallOf(year + 10, 1, 1);
    case "year":
      return wallOf(year + 1, 1, 1);
    case "season":
      return wallOf(year, month + 3, 1);
    case "month":
      return wallOf(year, month + 1, 1);
    default:
      return wallOf(year, month, day + 1);
  }
}

/** Midnight of a calendar date as milliseconds, as if it were UTC; months and days past the end run on. */
export function wallOf(year: number, month: number, day: number): number {
  // Date.UTC alone would take the years 0 to 99 for those of the twentieth century.
  return new Date(0).setUTCFullYear(year, month - 1, day);
}
