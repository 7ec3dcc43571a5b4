import { type ParsedResult, parse } from "chrono-node/en";
import { TIME } from "./cues";
import type { Line } from "./lines";
import { matchAt } from "./phrases";
import type { SaidDate, Span } from "./types";

/** The day from which an article's dates are read: noon UTC in milliseconds, and whether its year is known. */
export type DayRead = { noon: number; hasYear: boolean };

const DAY_MS = 86_400_000;
// Told from another day in the text, which may be any: "a day earlier".
const RELATIVE_TO_TEXT = /\b(?:earlier|later|before|after|previous|following|next|prior)\b/i;
const FULL_DATE = /\b\d{1,2}\s+\p{L}+,?\s+(?:19|20)\d\d\b|\b\p{L}+\s+\d{1,2},\s+(?:19|20)\d\d\b/u;
const FAR = 12;

/** The day of publication, or of the first full date in the text where nobody told it. */
export function dayOf(publishedOn: string | null, text: string): DayRead | null {
  const told = publishedOn === null ? Number.NaN : Date.parse(`${publishedOn.slice(0, 10)}T12:00:00Z`);
  if (!Number.isNaN(told)) return { noon: told, hasYear: true };
  const [result] = parse(FULL_DATE.exec(text)?.[0] ?? "", { instant: new Date(0), timezone: 0 });
  const noon = result?.start.isCertain("year") ? noonOf(result) : Number.NaN;
  return Number.isNaN(noon) ? null : { noon, hasYear: false };
}

/** The dates in a sentence, in the order of the text; weekdays are those before the day of publication. */
export function datesOf(line: Line, day: DayRead | null): SaidDate[] {
  if (!line.tokens.some((token, at) => token.kind === "word" && matchAt(TIME, line.tokens, at))) return [];
  const reference = { instant: new Date(day?.noon ?? 0), timezone: 0 };
  return parse(line.text, reference).flatMap((result) => {
    const edtf = edtfOf(result, day);
    const start = line.start + result.index;
    return edtf === null ? [] : [{ start, end: start + result.text.length, edtf }];
  });
}

function noonOf({ start }: ParsedResult): number {
  return Date.UTC(start.get("year") ?? 0, (start.get("month") ?? 1) - 1, start.get("day") ?? 1, 12);
}

function edtfOf(result: ParsedResult, day: DayRead | null): string | null {
  const { start, text } = result;
  const hasYear = start.isCertain("year");
  const year = start.get("year") ?? 0;
  if (year < 1000 || year > 9999 || RELATIVE_TO_TEXT.test(text)) return null;
  if (start.isCertain("month") && !start.isCertain("day"))
    return hasYear || day ? `${hasYear ? year : nearYear(result, day)}-${two(start.get("month"))}` : null;
  if (start.isCertain("month")) {
    if (hasYear) return `${year}-${two(start.get("month"))}-${two(start.get("day"))}`;
    return day && `${nearYear(result, day)}-${two(start.get("month"))}-${two(start.get("day"))}`;
  }
  if (hasYear && !start.isCertain("weekday")) return `${year}`;
  // What is told from the day of publication can be read where that day is known.
  if (!day?.hasYear) return null;
  if (start.isCertain("weekday")) {
    const noon = noonOf(result);
    return isoDay(noon > day.noon ? noon - 7 * DAY_MS : noon);
  }
  return /\b(?:today|yesterday|tonight|last night|this morning|days? ago)\b/i.test(text)
    ? isoDay(noonOf(result))
    : null;
}

/** The year in which a day or month without one comes last before the article. */
function nearYear({ start }: ParsedResult, day: DayRead | null): number {
  const year = new Date(day?.noon ?? 0).getUTCFullYear();
  const noon = Date.UTC(
    year,
    (start.get("month") ?? 1) - 1,
    start.isCertain("day") ? (start.get("day") ?? 1) : 1,
    12,
  );
  return day?.hasYear && noon > day.noon + DAY_MS ? year - 1 : year;
}

function isoDay(noon: number): string {
  return new Date(noon).toISOString().slice(0, 10);
}

function two(value: number | null): string {
  return String(value ?? 1).padStart(2, "0");
}

/** The date that stands nearest to the words of saying, no other figure's claim between. */
export function dateBeside(
  line: Line,
  cue: { from: number; to: number },
  dates: readonly SaidDate[],
): SaidDate | null {
  const distances = dates.flatMap((date) => {
    const { from, to } = tokensIn(line, date);
    const gap = from >= cue.to ? from - cue.to : cue.from - to;
    // A date of the event itself stands behind "that".
    const between = line.tokens.slice(Math.min(to, cue.to), Math.max(from, cue.from));
    const isParted = between.some(({ lower, text }) => lower === "that" || text === ";");
    return gap > FAR || isParted ? [] : [{ date, gap }];
  });
  return distances.sort((a, b) => a.gap - b.gap)[0]?.date ?? null;
}

function tokensIn(line: Line, { start, end }: Span) {
  const from = line.tokens.findIndex((token) => token.end > start);
  const to = line.tokens.findIndex((token) => token.start >= end);
  return { from, to: to < 0 ? line.tokens.length : to };
}
