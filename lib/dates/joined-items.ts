import type { DateItem, WallTime } from "./date-items";
import type { DayPart } from "./date-words";

/**
 * Joins the items that make one: an hour and its half of the day, a month said by both of its names,
 * "mid-" and its hyphen; and settles the words that depend on what stands before them.
 */
export function joinedItems(items: readonly DateItem[]): DateItem[] {
  const joined: DateItem[] = [];
  for (const one of items) {
    const item = settled(one, joined.at(-1));
    const last = joined.at(-1);
    const hours = last ? withHours(last, item) : null;
    if (hours) joined.splice(-1, 1, hours);
    else if (isSecondName(joined, item)) joined.splice(-1, 1);
    else if (!(last?.is === "month_part" && isMark(item, "dash"))) joined.push(item);
  }
  return joined.map((item, at) => asWireTime(item, at, joined));
}

function isMark(item: DateItem | undefined, value: string): boolean {
  return item?.is === "mark" && item.value === value;
}

function settled(item: DateItem, before: DateItem | undefined): DateItem {
  const { start, end } = item;
  if (isMark(item, "from_or_of")) {
    const isOf = before?.is === "day" || before?.is === "month_part";
    return { is: "mark", value: isOf ? "of" : "from", start, end };
  }
  if (isMark(item, "pm_or_year")) {
    const isYear = before?.is === "year" || before?.is === "date";
    return isYear ? { is: "mark", value: "year", start, end } : { is: "day_part", value: "pm", start, end };
  }
  return item;
}

/** "11" and "pm", "3" and "o'clock", "12" and "noon"; null where the two do not belong together. */
function withHours(last: DateItem, item: DateItem): DateItem | null {
  const place = { start: last.start, end: item.end };
  if (last.is !== "day" && last.is !== "time" && last.is !== "half_time") return null;
  const clock: WallTime =
    typeof last.value === "number" ? { hour: last.value, minute: 0, rest: "" } : last.value;
  if (item.is === "day_part") {
    // In Russian "3 дня" is three days as well.
    if (last.is === "day" && item.value === "day") return null;
    const hour = hourIn(clock.hour, item.value, last.is === "time");
    return hour === null
      ? { is: "flawed_time", ...place }
      : { is: "time", value: { ...clock, hour }, ...place };
  }
  if (!isMark(item, "o_clock") || last.is === "half_time") return null;
  if (clock.hour > 23) return { is: "flawed_time", ...place };
  const isHalf = last.is === "day" && clock.hour >= 1 && clock.hour <= 12;
  return { is: isHalf ? "half_time" : "time", value: clock, ...place };
}

/** The hour of 24 that is meant; null for one that this part of the day does not have. */
function hourIn(hour: number, part: DayPart, hasMinutes: boolean): number | null {
  if (hour === 0) return hasMinutes && (part === "am" || part === "night") ? 0 : null;
  if (hour > 12) return hasMinutes && hour <= 23 && part !== "am" ? hour : null;
  switch (part) {
    case "am":
      return hour % 12;
    case "pm":
      return (hour % 12) + 12;
    case "day":
      return hour === 12 || hour <= 6 ? (hour % 12) + 12 : null;
    case "night":
      if (hour === 12 || hour <= 5) return hour % 12;
      return hour >= 9 ? hour + 12 : null;
  }
}

/** The second name in "كانون الثاني/يناير". */
function isSecondName(joined: readonly DateItem[], item: DateItem): boolean {
  const first = joined.at(-2);
  return (
    item.is === "month" &&
    isMark(joined.at(-1), "slash") &&
    first?.is === "month" &&
    first.value === item.value
  );
}

/** "2100 GMT" is an hour where another item is the year, and neither a month nor a day stands before it. */
function asWireTime(item: DateItem, at: number, items: readonly DateItem[]): DateItem {
  const next = items[at + 1];
  if (item.is !== "year" || next?.is !== "zone" || next.value.kind === "local") return item;
  const before = items.slice(0, at).findLast((one) => !isMark(one, "comma"));
  if (before?.is === "month" || before?.is === "day" || isMark(before, "of")) return item;
  const hasYear = items.some((other, i) => i !== at && (other.is === "year" || other.is === "date"));
  const [hour, minute] = [Math.floor(item.value / 100), item.value % 100];
  if (!hasYear || hour > 23 || minute > 59) return item;
  return { is: "time", value: { hour, minute, rest: "" }, start: item.start, end: item.end };
}
