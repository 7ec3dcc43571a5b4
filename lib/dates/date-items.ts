import { type Folded, fold } from "../quantity/wording/fold";
import { DATE_WORDS, type DateMark, type DateWord, type DayPart, type MonthPart } from "./date-words";
import { ZONE_WORDS, type ZoneSaid } from "./zone-words";
import { isZone } from "./zones";

/** An hour on a clock; `rest` is what EDTF has behind the minute: "", ":30", ":30.125". */
export type WallTime = { hour: number; minute: number; rest: string };

/**
 * A date in digits. `order` says what settles day and month: the year first, dots (day first), a first
 * number or a second that can be no month, or nothing ("2/1/2023", here with the day first).
 */
export type NumericDate = {
  year: number | null;
  month: number;
  day: number | null;
  order: "year_first" | "dots" | "open";
};

/** One item of a wording, and where it stands in the folded text. */
export type DateItem = { start: number; end: number } & (
  | { is: "day" | "year" | "decade" | "month" | "weekday" | "season" | "days_back"; value: number }
  | { is: "month_part"; value: MonthPart }
  | { is: "date" | "short_date"; value: NumericDate }
  | { is: "time"; value: WallTime }
  /** "3 o'clock": an hour of either half of the day. */
  | { is: "half_time"; value: WallTime }
  | { is: "flawed_time" }
  | { is: "day_part"; value: DayPart }
  | { is: "zone"; value: ZoneSaid }
  | { is: "mark"; value: DateMark | "comma" | "dash" | "slash" }
  | { is: "unknown" }
);

type Found = DateItem extends infer Item
  ? Item extends DateItem
    ? Omit<Item, "start" | "end">
    : never
  : never;
type Reader = readonly [pattern: RegExp, read: (match: RegExpExecArray) => readonly Found[] | null];

const PHRASES = new Map<string, readonly Found[]>([
  ...ZONE_WORDS.map(([phrase, value]) => [fold(phrase).text, [{ is: "zone", value }]] as const),
  // Said twice, the first meaning stands: "в" is "on".
  ...DATE_WORDS.toReversed().map(([phrase, word]) => [fold(phrase).text, [foundIn(word)]] as const),
]);

function foundIn(word: DateWord): Found {
  if (word.says === "mark") return { is: "mark", value: word.value };
  if (word.says === "time") return { is: "time", value: word.value };
  if (word.says === "day_part") return { is: "day_part", value: word.value };
  if (word.says === "month_part") return { is: "month_part", value: word.value };
  return { is: word.says, value: word.value };
}

const ANY_PHRASE = [...PHRASES.keys()]
  .sort((a, b) => b.length - a.length)
  .map((phrase) => phrase.replaceAll(".", "\\.").replaceAll(" ", "[ ]+"))
  .join("|");

const READERS: readonly Reader[] = [
  [/\s+/y, () => []],
  // "-03:00" behind an hour of a machine's date may be an offset, or the end of a span of hours.
  [/\d{4}-\d{2}-\d{2}[ t]\d{1,2}:\d{2}(?::\d{2})?-\d{2}:\d{2}/y, () => [{ is: "unknown" }]],
  [/\d{1,2}:\d{2}(?::\d{2})? -\d{2}:?\d{2}(?!\d)/y, () => [{ is: "unknown" }]],
  [/(\d{4})-(\d{2})(?:-(\d{2}))?(?!\d)t?/y, ([, y, m, d]) => yearFirst(y, m, d)],
  [/(\d{4})([./])(\d{1,2})\2(\d{1,2})(?!\d|[./]\d)/y, ([, y, , m, d]) => yearFirst(y, m, d)],
  [/(\d{1,2})\/(\d{1,2})\/(\d{4}|\d{2})(?!\d|[./]\d)/y, ([, d, m, y]) => dated(d, m, y, "open")],
  [/(\d{1,2})-(\d{1,2})-(\d{4})(?!\d|[./]\d)/y, ([, d, m, y]) => dated(d, m, y, "open")],
  [/(\d{1,2})\. ?(\d{1,2})\. ?(\d{4}|\d{2})(?!\d|[./:]\d)/y, ([, d, m, y]) => dated(d, m, y, "dots")],
  [/(\d{1,2})[./](\d{4})(?!\d|[./-]\d)/y, ([, m, y]) => yearFirst(y, m, undefined)],
  [/(\d{1,2})-(\p{L}+)\.?-(\d{4})(?!\d)/uy, readHyphened],
  [/(\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3}))?)?(?![\d:])/y, readClock],
  [/(\d{1,2})\.(\d{2})(?= ?[ap]\.?m(?!\p{L}))/uy, readClock],
  [/(\d{2})(\d{2}) ?(?:hours|hrs|h)(?!\p{L})/uy, readClock],
  [/12 (?=(?:noon|midnight)(?!\p{L}))/uy, () => []],
  [/(\d{3})0(?:'?s|-?(?:ті|тих|х|е|і))(?!\p{L})/uy, ([, d]) => [{ is: "decade", value: Number(d) * 10 }]],
  [/(\d{1,2})\.(\d{1,2})\.?(?!\d|[./:-]\d)/y, ([, d, m]) => shortDated(d, m)],
  [/(\d+)(?:(?:st|nd|rd|th|-?(?:го|ого|е|ое|й|те|ше|тє))(?!\p{L}))?(?!\d)/uy, readNumber],
  [/(?:utc|gmt) ?([+−-]) ?(\d{1,2})(?::?(\d{2}))?(?!\d)/y, readOffset],
  [/([+−])(\d{1,2})(?::?(\d{2}))?(?![\d:])/y, readOffset],
  [new RegExp(`(${ANY_PHRASE})(?!\\p{L})\\.?`, "uy"), ([, phrase = ""]) => readPhrase(phrase)],
  [/[,();]/y, () => [{ is: "mark", value: "comma" }]],
  [/\?/y, () => [{ is: "mark", value: "uncertain" }]],
  [/~/y, () => [{ is: "mark", value: "about" }]],
  [/[-–]/y, () => [{ is: "mark", value: "dash" }]],
  [/\//y, () => [{ is: "mark", value: "slash" }]],
  [/[\p{L}\p{M}]+(?:['-][\p{L}\p{M}]+)*|./suy, () => [{ is: "unknown" }]],
];

/** A region and a city, as the IANA names are: "Europe/Moscow", "America/Argentina/Salta", "Etc/GMT-3". */
const REGION = /[a-z_]+(?:\/[a-z0-9_+-]+)+/y;

/** Cuts a wording into the items that dates are written with; what is none of them is "unknown". Never throws. */
export function dateItemsOf(raw: string, folded: Folded): DateItem[] {
  const text = folded.text.replace(/[\s.]+$/, "");
  const items: DateItem[] = [];
  let at = 0;
  while (at < text.length) {
    const zone = zoneAt(raw, folded, at);
    const [found, end] = zone ?? readAt(text, at);
    for (const one of found) items.push({ ...one, start: at, end });
    at = end;
  }
  return items;
}

function readAt(text: string, at: number): [readonly Found[], number] {
  for (const [pattern, read] of READERS) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    const found = match && read(match);
    if (match && found) return [found, at + match[0].length];
  }
  return [[{ is: "unknown" }], at + 1];
}

function zoneAt(raw: string, { text, places }: Folded, at: number): [readonly Found[], number] | null {
  REGION.lastIndex = at;
  const match = REGION.exec(text)?.[0];
  if (!match) return null;
  const typed = raw.slice(places[at], places[at + match.length]).trim();
  if (!isZone(typed)) return null;
  const known = new Intl.DateTimeFormat("en", { timeZone: typed }).resolvedOptions().timeZone;
  // Intl may answer with an older name of the zone: then the name that was typed is kept.
  const zone = known.toLowerCase() === typed.toLowerCase() ? known : typed;
  return [[{ is: "zone", value: { kind: "zone", zone } }], at + match.length];
}

function yearFirst(year: string | undefined, month: string | undefined, day: string | undefined) {
  const value: NumericDate = {
    year: Number(year),
    month: Number(month),
    day: day === undefined ? null : Number(day),
    order: "year_first",
  };
  return value.month >= 1 && value.month <= 12 ? [{ is: "date", value } as const] : null;
}

function dated(
  day: string | undefined,
  month: string | undefined,
  year: string | undefined,
  order: "open" | "dots",
): Found[] {
  return [{ is: "date", value: { year: Number(year), month: Number(month), day: Number(day), order } }];
}

function shortDated(day: string | undefined, month: string | undefined): Found[] {
  return [{ is: "short_date", value: { year: null, month: Number(month), day: Number(day), order: "dots" } }];
}

function readHyphened([, day = "", word = "", year = ""]: RegExpExecArray): Found[] | null {
  const month = PHRASES.get(word)?.[0];
  if (month?.is !== "month") return null;
  return [{ is: "day", value: Number(day) }, month, { is: "year", value: Number(year) }];
}

function readClock([, hour, minute, second, fraction]: RegExpExecArray): Found[] {
  const rest = (second === undefined ? "" : `:${second}`) + (fraction === undefined ? "" : `.${fraction}`);
  const value = { hour: Number(hour), minute: Number(minute), rest };
  const isClock = value.hour <= 23 && value.minute <= 59 && Number(second ?? 0) <= 59;
  return [isClock ? { is: "time", value } : { is: "flawed_time" }];
}

function readNumber([, digits = ""]: RegExpExecArray): Found[] {
  if (digits.length > 4 || digits.length === 3) return [{ is: "unknown" }];
  return [{ is: digits.length === 4 ? "year" : "day", value: Number(digits) }];
}

function readOffset([, sign, hours, minutes = "0"]: RegExpExecArray): Found[] {
  const offsetMinutes = (sign === "+" ? 1 : -1) * (Number(hours) * 60 + Number(minutes));
  const isOffset = offsetMinutes >= -720 && offsetMinutes <= 840 && Number(minutes) <= 59;
  return [isOffset ? { is: "zone", value: { kind: "offset", offsetMinutes } } : { is: "unknown" }];
}

function readPhrase(phrase: string): readonly Found[] | null {
  return PHRASES.get(phrase.replace(/ +/g, " ")) ?? null;
}
