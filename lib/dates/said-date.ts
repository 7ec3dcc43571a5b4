import type { DateItem, WallTime } from "./date-items";
import type { MonthPart } from "./date-words";
import type { ZoneSaid } from "./zone-words";

/** In a date of digits that can be read both ways, which number is the month. */
export type MonthOrder = "day_first" | "month_first";

/** What one date of a wording says; null is what it leaves open. */
export type SaidDate = {
  year: number | null;
  /** Two digits of a year, its century left open. */
  yearOfCentury: number | null;
  month: number | null;
  day: number | null;
  season: number | null;
  decade: number | null;
  monthPart: MonthPart | null;
  /** From 1, Monday. */
  weekday: number | null;
  daysBack: number | null;
  isNow: boolean;
  time: WallTime | null;
  /** With the item that names it, for a refusal. */
  zone: { said: ZoneSaid; item: DateItem | null } | null;
  isApproximate: boolean;
  isUncertain: boolean;
};

const NOTHING: SaidDate = {
  year: null,
  yearOfCentury: null,
  month: null,
  day: null,
  season: null,
  decade: null,
  monthPart: null,
  weekday: null,
  daysBack: null,
  isNow: false,
  time: null,
  zone: null,
  isApproximate: false,
  isUncertain: false,
};

/** What the items of one date say together, each of them at most once. */
export function saidDate(items: readonly DateItem[], order: MonthOrder): SaidDate {
  return Object.assign({ ...NOTHING }, ...items.map((item) => saidBy(item, order)));
}

function saidBy(item: DateItem, order: MonthOrder): Partial<SaidDate> {
  switch (item.is) {
    case "day":
    case "year":
    case "month":
    case "weekday":
    case "season":
    case "decade":
      return { [item.is]: item.value };
    case "days_back":
      return { daysBack: item.value };
    case "month_part":
      return { monthPart: item.value };
    case "time":
      return { time: item.value };
    case "zone":
      return { zone: { said: item.value, item } };
    case "date":
    case "short_date": {
      const { year, month, day } = item.value;
      const isSwapped = item.value.order === "open" && order === "month_first";
      const isShort = year !== null && year < 100 && item.value.order !== "year_first";
      return {
        year: isShort ? null : year,
        yearOfCentury: isShort ? year : null,
        month: isSwapped ? day : month,
        day: isSwapped ? month : day,
      };
    }
    case "mark":
      if (item.value === "about") return { isApproximate: true };
      if (item.value === "uncertain") return { isUncertain: true };
      return item.value === "now" ? { isNow: true } : {};
    default:
      return {};
  }
}

/** Whether it says a date at all, be it "Tuesday", and not only an hour. */
export function saysDate(said: SaidDate): boolean {
  const { year, month, day, season, decade, weekday, daysBack, isNow } = said;
  return isNow || [year, month, day, season, decade, weekday, daysBack].some((one) => one !== null);
}

/** Whether it says years only, and nothing within one. */
function saysYearOnly(said: SaidDate): boolean {
  return said.decade !== null || (said.year !== null && said.month === null && said.season === null);
}

/** Whether what it says of the year has still to be found. */
export function lacksYear(said: SaidDate): boolean {
  return said.year === null && said.decade === null;
}

/**
 * Gives each of two dates what it leaves to the other: "1 to 4 January", "January 1 to 4", "10:00 to 14:00 on
 * 2 January". Null where one cannot be understood from the other.
 */
export function shared(
  first: SaidDate,
  last: SaidDate,
  isInWords: boolean,
): { first: SaidDate; last: SaidDate } | null {
  const zone = last.zone ?? first.zone;
  const dated = sharedDay(first, last);
  if (!dated) return null;
  const ends = { first: { ...dated.first, zone: first.zone ?? zone }, last: { ...dated.last, zone } };
  if (saysYearOnly(ends.first) === saysYearOnly(ends.last)) return ends;
  const other = saysYearOnly(ends.first) ? ends.last : ends.first;
  return isInWords && other.season === null && (other.year !== null || other.daysBack !== null || other.isNow)
    ? ends
    : null;
}

function sharedDay(first: SaidDate, last: SaidDate): { first: SaidDate; last: SaidDate } | null {
  const isFirstBare = first.day !== null && first.month === null;
  const isLastBare = last.day !== null && last.month === null;
  if (isFirstBare) {
    const isShared = last.day !== null && last.month !== null && last.time === null;
    return isShared ? { first: { ...first, month: last.month }, last } : null;
  }
  if (isLastBare) {
    const isShared = first.day !== null && first.month !== null && first.time === null;
    return isShared ? { first, last: { ...last, month: first.month } } : null;
  }
  if (saysDate(first) && saysDate(last)) return { first, last };
  if (first.time === null || last.time === null) return null;
  const withDate = (time: SaidDate, date: SaidDate): SaidDate => ({
    ...date,
    time: time.time,
    zone: time.zone,
    isApproximate: time.isApproximate || date.isApproximate,
    isUncertain: time.isUncertain || date.isUncertain,
  });
  return saysDate(first)
    ? { first, last: withDate(last, first) }
    : { first: saysDate(last) ? withDate(first, last) : first, last };
}
