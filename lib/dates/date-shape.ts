import type { DateItem } from "./date-items";

/** How a wording is built: one date, a date as a bound, or two dates; each as its items. */
export type DateShape =
  | { kind: "point" | "before" | "after"; items: readonly DateItem[] }
  | {
      kind: "interval";
      first: readonly DateItem[];
      last: readonly DateItem[];
      /** "from … to", "between … and": more than a dash. */
      isInWords: boolean;
      /** What stands before "from" or "between" and holds for both. */
      about: readonly DateItem[];
    };

/** One character for each kind of item, so that a wording's order is a text that patterns can tell. */
const CODES = {
  day: "n",
  year: "y",
  decade: "d",
  month: "m",
  weekday: "w",
  season: "s",
  days_back: "r",
  month_part: "p",
  date: "i",
  short_date: "j",
  time: "t",
  zone: "z",
  half_time: "!",
  flawed_time: "!",
  day_part: "!",
  unknown: "!",
} as const;

const MARK_CODES = {
  now: "N",
  about: "q",
  uncertain: "u",
  of: "o",
  the: "e",
  on: "k",
  at: "a",
  comma: ",",
  year: "g",
  last: "l",
  dash: "x",
  to: "X",
  until: "v",
  before: "B",
  after: "A",
  between: "b",
  from: "f",
  and: "&",
  slash: "!",
  o_clock: "!",
  from_or_of: "!",
  pm_or_year: "!",
} as const;

function codeOf(item: DateItem): string {
  return item.is === "mark" ? MARK_CODES[item.value] : CODES[item.is];
}

// ", 2023", "of 2023", "2023 року"
const YEAR = "(?:,?[og]*yg?)";
const ON = "(?:w,*)?k?e?";
const DAY = [
  `${ON}no?g?m${YEAR}?`,
  `${ON}me?n${YEAR}?`,
  "yg?,?mn",
  `g?m${YEAR}?`,
  `a?po?g?m${YEAR}?`,
  `e?s${YEAR}?`,
  "e?dg?",
  "e?g?yg?",
  `${ON}ig?`,
  "r",
  "N",
  "l?w",
].join("|");
const TIME = "[akqu]*t";
const WHOLE = new RegExp(
  `^[qu,]*(?:k*(?:${DAY})(?:,*z)?(?:,*${TIME}(?:,*z)?)?|${TIME}(?:,*z)?(?:,*q?k*(?:${DAY})(?:,*z)?)?)[,u]*$`,
);
/** "1" of "1 to 4 January", "4, 2023" of "January 1 to 4, 2023", "01.01" of "01.01–04.01.2023". */
const DAY_ALONE = new RegExp(`^[qu,]*k*(?:w,*)?(?:e?n(?:,*${YEAR})?|j)[,u]*$`);

/** The shape of a wording, or null where its items stand together in no way that is known. */
export function dateShapeOf(items: readonly DateItem[]): DateShape | null {
  const codes = items.map(codeOf).join("");
  const cut = cutInTwo(codes);
  if (cut) {
    const [about, first, last] = [
      items.slice(0, cut.aboutEnd),
      items.slice(cut.start, cut.joint),
      items.slice(cut.joint + 1),
    ];
    const isKnown = [first, last].every((end) => isWhole(end) || isDayAlone(end));
    if (!isKnown || (isDayAlone(first) && isDayAlone(last))) return null;
    return { kind: "interval", first, last, isInWords: cut.isInWords, about };
  }
  const bound = /^([qu,]*)([BvAf])(.+)$/.exec(codes);
  if (bound) {
    const [, lead = "", mark = ""] = bound;
    const rest = [...items.slice(0, lead.length), ...items.slice(lead.length + 1)];
    return isWhole(rest) ? { kind: /[Bv]/.test(mark) ? "before" : "after", items: rest } : null;
  }
  return isWhole(items) ? { kind: "point", items } : null;
}

type Cut = { aboutEnd: number; start: number; joint: number; isInWords: boolean };

function cutInTwo(codes: string): Cut | null {
  const between = /^([qu,]*)b([^bf]+?)[&xX]([^bf&xX]+)$/.exec(codes);
  const from = /^([qu,]*)[fA]([^bfxXv]+)[xXv]([^bfxXv]+)$/.exec(codes);
  const led = between ?? from;
  if (led) {
    const [, lead = "", first = ""] = led;
    const start = lead.length + 1;
    return { aboutEnd: lead.length, start, joint: start + first.length, isInWords: true };
  }
  const [, first = "", joint = ""] = /^([^bfABxXv]+)([xXv])[^bfABxXv]+$/.exec(codes) ?? [];
  if (first === "") return null;
  const aboutEnd = /^[qu,]*/.exec(codes)?.[0].length ?? 0;
  return { aboutEnd, start: aboutEnd, joint: first.length, isInWords: joint !== "x" };
}

function isWhole(items: readonly DateItem[]): boolean {
  const codes = items.map(codeOf).join("");
  const hasOneZone = codes.indexOf("z") === codes.lastIndexOf("z");
  return WHOLE.test(codes) && hasOneZone && !/N.*[tz]|[tz].*N/.test(codes);
}

function isDayAlone(items: readonly DateItem[]): boolean {
  return DAY_ALONE.test(items.map(codeOf).join(""));
}
