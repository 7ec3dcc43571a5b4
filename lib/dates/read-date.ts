import { fold, pieceOf, shortened } from "../quantity/wording/fold";
import { type DateItem, dateItemsOf } from "./date-items";
import { dateShapeOf } from "./date-shape";
import { type EdtfProblem, parseEdtf, type UncertainDate } from "./edtf";
import { joinedItems } from "./joined-items";
import { dayAt } from "./named-clock";
import { type DateReading, type Guess, type PlacedDate, placedDate } from "./placed-date";
import { isZone } from "./zones";

/** `zone` is the IANA zone of the event, `now` in milliseconds; `near` a date of the event or the report. */
export type DateContext = { zone: string; now: number; near?: UncertainDate | null };

/** What was typed, as EDTF; or what has to be asked first; or the piece `at` that stands in the way. */
export type ReadDate =
  | { state: "read"; edtf: string; zone: string; date: UncertainDate; guessed: Guess[] }
  | { state: "ask"; question: "day_or_month" | "time_twice" | "which_year"; readings: DateReading[] }
  | { state: "refused"; problem: EdtfProblem | "not_a_date"; at: string };

const LENGTH_MAX = 200;

/**
 * Reads a date as people write it, in English, Ukrainian, Russian or Arabic, into EDTF: "2 Jan 2023", "early
 * January", "12:01 am Moscow time". "Before" and "after" a date mean up to it and from it on, itself included;
 * where the year is missing, `near` or else `now` gives it, and `guessed` says so: "year" also where the day
 * of an hour came from `near`, "month_order" of dots, "zone" of an hour without one. Never throws.
 */
export function readDate(text: string, context: DateContext): ReadDate {
  const at = shortened(text);
  if (text.trim() === "") return { state: "refused", problem: "empty", at: "" };
  if (!isZone(context.zone))
    return { state: "refused", problem: "unknown_zone", at: shortened(context.zone) };
  if (text.length > LENGTH_MAX) return { state: "refused", problem: "not_a_date", at };

  const folded = fold(text);
  for (const edtf of [text.trim(), folded.text.trim().toUpperCase()]) {
    const parsed = parseEdtf(edtf, context.zone);
    if (parsed.ok) return read({ edtf: parsed.date.edtf, zone: context.zone }, []);
    if (parsed.problem !== "not_edtf") return { state: "refused", problem: parsed.problem, at };
  }

  const pieceAt = (item: DateItem | null) => (item ? pieceOf(text, folded, item.start, item.end) || at : at);
  const items = joinedItems(dateItemsOf(text, folded));
  const flawed = items.find((item) => item.is === "flawed_time");
  if (flawed) return { state: "refused", problem: "no_such_time", at: pieceAt(flawed) };
  const shape = dateShapeOf(items);
  if (!shape) {
    const unknown = items.find((item) => item.is === "unknown") ?? null;
    return { state: "refused", problem: "not_a_date", at: pieceAt(unknown) };
  }

  const hourOrYear = items.find((item, i) => isHourOrYear(item, items[i + 1], context.now));
  if (hourOrYear) return { state: "refused", problem: "not_a_date", at: pieceAt(hourOrYear) };

  const around = { zone: context.zone, now: context.now, near: context.near ?? null };
  const answer = (placed: PlacedDate): ReadDate => {
    if (placed.state === "refused")
      return { state: "refused", problem: placed.problem, at: pieceAt(placed.item) };
    if (placed.state === "ask") return placed;
    return read(placed.readings[0], [...placed.guessed, ...(hasDots(items) ? ["month_order" as const] : [])]);
  };
  const dayFirst = placedDate(shape, "day_first", around);
  if (!items.some(isOpen)) return answer(dayFirst);
  return eitherOrder(dayFirst, placedDate(shape, "month_first", around), answer);
}

function read(reading: DateReading, guessed: Guess[]): ReadDate {
  const parsed = parseEdtf(reading.edtf, reading.zone);
  if (!parsed.ok) return { state: "refused", problem: parsed.problem, at: reading.edtf };
  return { state: "read", ...reading, date: parsed.date, guessed };
}

/** "1 January 2100 GMT": more likely nine in the evening of a year left out than a year to come. */
function isHourOrYear(item: DateItem, next: DateItem | undefined, now: number): boolean {
  if (item.is !== "year" || next?.is !== "zone") return false;
  return item.value > dayAt(now, "UTC").year + 1;
}

/** "2/1/2023": either number can be the month. */
function isOpen(item: DateItem): boolean {
  return item.is === "date" && item.value.order === "open" && item.value.day !== item.value.month;
}

/** "2.1.2023" is 2 January by custom, not by necessity. */
function hasDots(items: readonly DateItem[]): boolean {
  return items.some((item) => {
    if (item.is !== "date" && item.is !== "short_date") return false;
    const { order, day, month } = item.value;
    return order === "dots" && day !== null && day <= 12 && day !== month;
  });
}

function eitherOrder(
  dayFirst: PlacedDate,
  monthFirst: PlacedDate,
  answer: (placed: PlacedDate) => ReadDate,
): ReadDate {
  if (monthFirst.state === "refused") return answer(dayFirst);
  if (dayFirst.state === "refused") return answer(monthFirst);
  const readings = [...dayFirst.readings, ...monthFirst.readings];
  const isSame = dayFirst.state === "read" && readings.every(({ edtf }) => edtf === readings[0]?.edtf);
  return isSame ? answer(dayFirst) : { state: "ask", question: "day_or_month", readings };
}
