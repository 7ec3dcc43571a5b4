import { keepTexts } from "../kept-texts";

/** A wall time as written; `offsetMs` is null where the text gives neither an offset nor Z. */
export type EdtfTime = {
  hour: number;
  minute: number;
  second: number;
  millisecond: number;
  precision: "minute" | "second" | "millisecond";
  offsetMs: number | null;
};

export type EdtfPrecision = "century" | "decade" | "year" | "season" | "month" | "day" | "time";

/** One date as written. What the precision does not reach holds its first value: month 1, day 1. */
export type EdtfPoint = {
  precision: EdtfPrecision;
  year: number;
  /** From 1. For a season its first month. */
  month: number;
  day: number;
  /** 21 spring, 22 summer, 23 autumn, 24 winter; null for all else. */
  season: 21 | 22 | 23 | 24 | null;
  time: EdtfTime | null;
  /** "?" or "%". */
  isUncertain: boolean;
  /** "~" or "%". */
  isApproximate: boolean;
};

/** An EDTF text taken apart; in an interval a null end is open. */
export type EdtfText =
  | { kind: "point"; point: EdtfPoint }
  | { kind: "interval"; start: EdtfPoint | null; end: EdtfPoint | null };

export type EdtfTextProblem = "empty" | "not_edtf" | "no_such_date" | "no_such_time";

const LENGTH_MAX = 80;
const DATE =
  /^(\d{4}|\d{3}X|\d{2}XX)(?:-(\d{2}|XX)(?:-(\d{2}|XX))?)?(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3}))?)?(Z|[+-]\d{2}(?::\d{2})?)?)?([?~%])?$/;

/**
 * Takes an EDTF text apart: level 0, and of level 1 qualifiers, unspecified digits, seasons and open
 * intervals, for the years 0001 to 9999. Returns the problem where it cannot.
 */
export function readEdtf(text: string): EdtfText | EdtfTextProblem {
  const trimmed = text.trim();
  if (trimmed === "") return "empty";
  if (trimmed.length > LENGTH_MAX) return "not_edtf";
  return keep(trimmed, () => readTrimmed(trimmed));
}

const keep = keepTexts<EdtfText | EdtfTextProblem>(2_000);

function readTrimmed(trimmed: string): EdtfText | EdtfTextProblem {
  const ends = trimmed.split("/");
  if (ends.length === 1) {
    const point = readPoint(trimmed);
    return typeof point === "string" ? point : { kind: "point", point };
  }
  const [first, last] = ends;
  if (ends.length > 2 || (first === ".." && last === "..")) return "not_edtf";
  const start = readEnd(first);
  const end = readEnd(last);
  if (typeof start === "string") return start;
  if (typeof end === "string") return end;
  return { kind: "interval", start, end };
}

function readEnd(text = ""): EdtfPoint | EdtfTextProblem | null {
  return text === ".." ? null : readPoint(text);
}

function readPoint(text: string): EdtfPoint | EdtfTextProblem {
  const match = DATE.exec(text);
  if (!match) return "not_edtf";
  const [, year = "", month, day, hour, minute = "", second, fraction, offset, qualifier] = match;

  const shape = shapeOf(year, month, day, hour !== undefined);
  if (typeof shape === "string") return shape;
  const time = hour === undefined ? null : readTime(hour, minute, second, fraction, offset);
  if (typeof time === "string") return time;
  return {
    ...shape,
    time,
    isUncertain: qualifier === "?" || qualifier === "%",
    isApproximate: qualifier === "~" || qualifier === "%",
  };
}

type Shape = Pick<EdtfPoint, "precision" | "year" | "month" | "day" | "season">;

function shapeOf(
  yearText: string,
  monthText: string | undefined,
  dayText: string | undefined,
  hasTime: boolean,
): Shape | EdtfTextProblem {
  const whole = { month: 1, day: 1, season: null };
  const year = Number(yearText.replaceAll("X", "0"));
  if (yearText.includes("X")) {
    if (monthText !== undefined || hasTime || year === 0) return "not_edtf";
    return { precision: yearText.endsWith("XX") ? "century" : "decade", year, ...whole };
  }
  if (year === 0) return "no_such_date";
  if (hasTime && (dayText === undefined || dayText === "XX" || monthText === "XX")) return "not_edtf";
  if (monthText === "XX" && dayText !== undefined && dayText !== "XX") return "not_edtf";
  if (monthText === undefined || monthText === "XX") return { precision: "year", year, ...whole };

  const month = Number(monthText);
  const season = seasonOf(month);
  if (season !== null && dayText === undefined) {
    return { precision: "season", year, month: (season - 20) * 3, day: 1, season };
  }
  if (month < 1 || month > 12) return "no_such_date";
  if (dayText === undefined || dayText === "XX")
    return { precision: "month", year, month, day: 1, season: null };

  const day = Number(dayText);
  if (day < 1 || day > daysIn(year, month)) return "no_such_date";
  return { precision: hasTime ? "time" : "day", year, month, day, season: null };
}

function seasonOf(month: number): EdtfPoint["season"] {
  return month === 21 || month === 22 || month === 23 || month === 24 ? month : null;
}

function daysIn(year: number, month: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  if (month === 2) return isLeap ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function readTime(
  hourText: string,
  minuteText: string,
  secondText: string | undefined,
  fraction: string | undefined,
  offset: string | undefined,
): EdtfTime | EdtfTextProblem {
  const [hour, minute, second] = [Number(hourText), Number(minuteText), Number(secondText ?? "0")];
  const offsetMs = offset === undefined ? null : offsetOf(offset);
  if (hour > 23 || minute > 59 || second > 59 || Number.isNaN(offsetMs)) return "no_such_time";
  return {
    hour,
    minute,
    second,
    millisecond: fraction === undefined ? 0 : Number(fraction.padEnd(3, "0")),
    precision: fraction !== undefined ? "millisecond" : secondText !== undefined ? "second" : "minute",
    offsetMs,
  };
}

/** Milliseconds ahead of UTC; NaN for an offset that no clock has. */
function offsetOf(text: string): number {
  if (text === "Z") return 0;
  const hours = Number(text.slice(1, 3));
  const minutes = Number(text.slice(4, 6) || "0");
  if (hours > 14 || minutes > 59) return Number.NaN;
  return (text.startsWith("-") ? -1 : 1) * (hours * 60 + minutes) * 60_000;
}
