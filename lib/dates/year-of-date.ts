import { OPEN_EARLIEST, OPEN_LATEST, parseEdtf, type UncertainDate } from "./edtf";
import type { Surroundings } from "./fixed-days";
import { dayAt, two, weekdayOf, yearText } from "./named-clock";
import { lacksYear, type SaidDate } from "./said-date";

/** The first and the last EDTF text, without hours, of what one date covers: the same where it is one text. */
export type Days = { from: string; to: string };

/** "Early" is the first ten days of a month, "mid" the next ten, "late" all that follow. */
const FIRST_AND_LAST_DAY = { early: [1, 10], mid: [11, 20], late: [21, null] } as const;

/** The days of a date whose year is known; null where there are no such days, or on another weekday. */
export function daysOf(said: SaidDate, zone: string): Days | null {
  const { year, month, day, season, decade, monthPart } = said;
  if (decade !== null) return checked(yearText(decade).slice(0, 3).concat("X"), zone);
  if (year === null) return null;
  if (season !== null) return checked(`${yearText(year)}-${season}`, zone);
  if (month === null) return checked(yearText(year), zone);
  const monthText = `${yearText(year)}-${two(month)}`;
  if (day !== null) {
    const isOther = said.weekday !== null && weekdayOf({ year, month, day }) !== said.weekday;
    return isOther ? null : checked(`${monthText}-${two(day)}`, zone);
  }
  if (monthPart === null) return checked(monthText, zone);
  const [first, last] = FIRST_AND_LAST_DAY[monthPart];
  const end = last ?? new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();
  return { from: `${monthText}-${two(first)}`, to: `${monthText}-${two(end)}` };
}

function checked(text: string, zone: string): Days | null {
  return parseEdtf(text, zone).ok ? { from: text, to: text } : null;
}

/** Dates of a wording with their years, and whether a year was not in the wording. */
export type Dated = { ends: SaidDate[]; isYearGuessed: boolean };

/**
 * Gives the dates of a wording the years that it leaves out: those that bring it nearest to the date close by,
 * else the latest by which it has begun by now. More than one answer where they are equally near.
 */
export function withYears(ends: readonly SaidDate[], around: Surroundings): Dated[] {
  const near = usable(around.near);
  const reference = dayAt(near ? near.earliest : around.now, around.zone).year;
  const known = ends.map((end) => withCentury(end, reference));
  const hasCenturyGuess = ends.some((end) => end.yearOfCentury !== null);
  if (!known.every(lacksYear)) {
    const [first, last] = known;
    const dated =
      first && last ? fromEachOther(first, last, around.zone) : { ends: known, isYearGuessed: false };
    return [{ ...dated, isYearGuessed: dated.isYearGuessed || hasCenturyGuess }];
  }

  const lastYear = near ? dayAt(near.latest, around.zone).year : reference;
  // Leap days are up to eight years apart.
  const years = Array.from({ length: lastYear - reference + 17 }, (_, at) => reference - 8 + at);
  const placed = years.flatMap((year) => {
    const dated = inYear(known, year, around.zone);
    const span = spanOf(dated, around.zone);
    return span ? [{ ends: dated, isYearGuessed: true, ...span }] : [];
  });
  if (!near) {
    const begun = placed.filter(({ earliest }) => earliest <= around.now);
    return begun.slice(-1);
  }
  const distances = placed.map((one) => Math.max(0, one.earliest - near.latest, near.earliest - one.latest));
  const least = Math.min(...distances);
  return placed.filter((_, at) => distances[at] === least);
}

const DECADE_MS = 10 * 366 * 86_400_000;

/** The span of the date close by; of an open one its end; null where it says too little to go by. */
function usable(near: UncertainDate | null): { earliest: number; latest: number } | null {
  if (!near) return null;
  const earliest = near.earliest === OPEN_EARLIEST ? near.latest : near.earliest;
  const latest = near.latest === OPEN_LATEST ? near.earliest : near.latest;
  return latest - earliest > DECADE_MS ? null : { earliest, latest };
}

/** "23" is the year that is nearest to the reference. */
function withCentury(said: SaidDate, reference: number): SaidDate {
  if (said.yearOfCentury === null) return said;
  const century = reference - (reference % 100);
  const years = [century - 100, century, century + 100].map((start) => start + (said.yearOfCentury ?? 0));
  const distance = (year: number) => Math.abs(year - reference);
  const year = years.reduce((best, one) => (distance(one) < distance(best) ? one : best));
  return { ...said, year, yearOfCentury: null };
}

/** "28 December to 3 January 2023": the first was the year before. */
function fromEachOther(first: SaidDate, last: SaidDate, zone: string): Dated {
  if (!lacksYear(first) && !lacksYear(last)) return { ends: [first, last], isYearGuessed: false };
  if (lacksYear(first)) {
    const dated = inYear([first, last], last.year ?? 0, zone);
    return { ends: dated, isYearGuessed: dated[0]?.year !== last.year };
  }
  const same = { ...last, year: first.year };
  const isBefore = isBackwards(first, same, zone);
  return {
    ends: [first, isBefore ? { ...last, year: (first.year ?? 0) + 1 } : same],
    isYearGuessed: true,
  };
}

/** The last date in this year, and the first in the same one or, where it would come after it, the one before. */
function inYear(ends: readonly SaidDate[], year: number, zone: string): SaidDate[] {
  const dated = ends.map((end) => (lacksYear(end) ? { ...end, year } : end));
  const [first, last] = dated;
  if (!first || !last || !isBackwards(first, last, zone)) return dated;
  return [{ ...first, year: year - 1 }, last];
}

/** Whether the first date comes after the last, in another month or season: "4 to 1 January" is no such pair. */
function isBackwards(first: SaidDate, last: SaidDate, zone: string): boolean {
  if (first.month === last.month && first.season === last.season) return false;
  const [start, end] = [daysOf(first, zone), daysOf(last, zone)];
  if (!start || !end) return false;
  const read = parseEdtf(`${start.from}/${end.to}`, zone);
  return !read.ok && read.problem === "backwards";
}

function spanOf(ends: readonly SaidDate[], zone: string): { earliest: number; latest: number } | null {
  const days = ends.map((end) => daysOf(end, zone));
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last || days.includes(null)) return null;
  const read = parseEdtf(`${first.from}/${last.to}`, zone);
  return read.ok ? read.date : null;
}
