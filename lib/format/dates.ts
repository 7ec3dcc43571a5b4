import { type UncertainDate, wallOf } from "../dates/edtf";
import { type EdtfPoint, readEdtf } from "../dates/edtf-text";
import { isZone } from "../dates/zones";
import { dateFormat } from "./locale";

/** The words around a date, each a message under "dates" with the values named beside it. */
export type DateWord =
  /** {from} {to} */
  | "between"
  /** {date} and {time} of one moment */
  | "dateTime"
  /** {date}: the open start of an interval, its end included */
  | "before"
  /** {date}: the open end of an interval, its start included */
  | "after"
  /** {date} */
  | "about"
  | "aboutShort"
  | "uncertain"
  | "uncertainShort"
  /** {year} */
  | "spring"
  | "summer"
  | "autumn"
  | "winter";

/** Gives a message of the catalogue in the reader's language. */
export type DateWords = (word: DateWord, values: Record<string, string>) => string;

export type DateForm = "long" | "short";
type Style = { locale: string; words: DateWords; form: DateForm; zone: string };

const SEASONS = { 21: "spring", 22: "summer", 23: "autumn", 24: "winter" } as const;

/**
 * An uncertain date in words, no more precise than it was written: "2 January 2023", "January 2023",
 * "between 1 and 4 January 2023"; short: "2 Jan 2023", "1–4 Jan 2023". A date without an hour is a
 * calendar date and never shifted; one with an hour is told in the date's own zone. A text that is not
 * EDTF comes back as it is.
 */
export function formatUncertainDate(
  date: UncertainDate,
  locale: string,
  options: { words: DateWords; form?: DateForm },
): string {
  const style: Style = { locale, words: options.words, form: options.form ?? "long", zone: date.zone };
  const read = readEdtf(date.edtf);
  if (typeof read === "string") return date.edtf;
  if (read.kind === "point")
    return qualified(read.point, plainPoint(read.point, date.earliest, style), style);

  const { start, end } = read;
  const from = start && qualified(start, plainPoint(start, date.earliest, style), style);
  const to = end && qualified(end, plainPoint(end, date.latest, style), style);
  if (from === null || start === null) return style.words("before", { date: to ?? "" });
  if (to === null || end === null) return style.words("after", { date: from });
  if (from === to) return from;
  if (style.form === "short") return shortRange(start, end, style) ?? `${from} – ${to}`;
  return style.words("between", { from: elidedStart(start, end, style) ?? from, to });
}

function qualified(point: EdtfPoint, text: string, { words, form }: Style): string {
  const about = point.isApproximate ? words(form === "short" ? "aboutShort" : "about", { date: text }) : text;
  return point.isUncertain
    ? words(form === "short" ? "uncertainShort" : "uncertain", { date: about })
    : about;
}

function plainPoint(point: EdtfPoint, instant: number, style: Style): string {
  switch (point.precision) {
    case "century":
      return yearsFrom(point, 99, style);
    case "decade":
      return yearsFrom(point, 9, style);
    case "season":
      return point.season
        ? style.words(SEASONS[point.season], { year: calendar(point, ["year"], style) })
        : "";
    case "year":
      return calendar(point, ["year"], style);
    case "month":
      return calendar(point, ["month", "year"], style);
    case "day":
      return calendar(point, ["day", "month", "year"], style);
    case "time": {
      const { date, time } = formatInstantInZone(instant, style.zone, style.locale, style.form);
      return style.words("dateTime", { date, time });
    }
  }
}

function yearsFrom(point: EdtfPoint, more: number, style: Style): string {
  const last = { ...point, year: point.year + more };
  return `${calendar(point, ["year"], style)}–${calendar(last, ["year"], style)}`;
}

type CalendarPart = "day" | "month" | "year";

function calendar(point: EdtfPoint, parts: CalendarPart[], style: Style): string {
  return calendarFormat(parts, style).format(wallOf(point.year, point.month, point.day));
}

function calendarFormat(parts: CalendarPart[], { locale, form }: Style): Intl.DateTimeFormat {
  return dateFormat(locale, {
    timeZone: "UTC",
    ...(parts.includes("day") && { day: "numeric" }),
    ...(parts.includes("month") && { month: form }),
    ...(parts.includes("year") && { year: "numeric" }),
  });
}

/** The calendar parts of two plain dates of one precision; null where an interval must spell out both ends. */
function sharedParts(start: EdtfPoint, end: EdtfPoint): CalendarPart[] | null {
  const isQualified = [start, end].some((point) => point.isUncertain || point.isApproximate);
  if (isQualified || start.precision !== end.precision) return null;
  if (start.precision === "day") return ["day", "month", "year"];
  if (start.precision === "month") return ["month", "year"];
  return start.precision === "year" ? ["year"] : null;
}

/** What is left of the first date when it shares its year, or month and year, with the last: "1", "28 January". */
function elidedStart(start: EdtfPoint, end: EdtfPoint, style: Style): string | null {
  const parts = sharedParts(start, end);
  if (!parts || parts.length < 2 || start.year !== end.year) return null;
  // Only where the year comes last does a sentence read on from the shorter date to the longer one.
  const whole = calendarFormat(parts, style).formatToParts(wallOf(start.year, start.month, start.day));
  if (whole.find((part) => part.type !== "literal")?.type !== parts[0]) return null;
  const own = parts.filter((part) => part === "day" || (part === "month" && start.month !== end.month));
  return calendar(start, own, style);
}

function shortRange(start: EdtfPoint, end: EdtfPoint, style: Style): string | null {
  const parts = sharedParts(start, end);
  if (!parts || wallOf(start.year, start.month, start.day) > wallOf(end.year, end.month, end.day))
    return null;
  const range = calendarFormat(parts, style)
    .formatRange(wallOf(start.year, start.month, start.day), wallOf(end.year, end.month, end.day))
    .replaceAll("\u2009", " ");
  const isSameMonth = start.year === end.year && start.month === end.month;
  const isTight = parts.length === 3 ? isSameMonth : parts.length === 1 || start.year === end.year;
  return isTight ? range.replace(/\s*–\s*/, "–") : range;
}

/** One moment on the clocks of one zone. */
export type ZonedTime = { zone: string; date: string; time: string };

/** The date and the hour of an instant (milliseconds since 1970 UTC) on the clocks of a zone. */
export function formatInstantInZone(
  ms: number,
  zone: string,
  locale: string,
  form: DateForm = "long",
): ZonedTime {
  if (!(Math.abs(ms) <= 8.64e15)) return { zone, date: "", time: "" };
  const known = isZone(zone) ? zone : "UTC";
  const date = dateFormat(locale, { timeZone: known, day: "numeric", month: form, year: "numeric" });
  const time = dateFormat(locale, { timeZone: known, hour: "2-digit", minute: "2-digit" });
  return { zone: known, date: date.format(ms), time: time.format(ms) };
}

/**
 * When an event happened, in its own zone first and then in the others (R32). A date without an hour
 * is told once, as a calendar date, and its `time` is null.
 */
export function formatEventTime(
  date: UncertainDate,
  otherZones: readonly string[],
  locale: string,
  options: { words: DateWords; form?: DateForm },
): { zone: string; date: string; time: string | null }[] {
  const read = readEdtf(date.edtf);
  if (typeof read === "string" || read.kind === "interval" || read.point.precision !== "time") {
    return [{ zone: date.zone, date: formatUncertainDate(date, locale, options), time: null }];
  }
  const { point } = read;
  const style: Style = { locale, words: options.words, form: options.form ?? "long", zone: date.zone };
  return [...new Set([date.zone, ...otherZones.filter(isZone)])].map((zone) => {
    const told = formatInstantInZone(date.earliest, zone, locale, style.form);
    return { ...told, time: qualified(point, told.time, style) };
  });
}
