const MONTHS = [
  "january",
  "february",
  "march",
  "april",
  "may",
  "june",
  "july",
  "august",
  "september",
  "october",
  "november",
  "december",
];

/** What each sign of a format stands for, and how it is written. */
const SIGNS = {
  YYYY: "\\d{4}",
  YY: "\\d{2}",
  MMMM: `(?:${MONTHS.join("|")})`,
  MMM: `(?:${MONTHS.map((month) => month.slice(0, 3)).join("|")})`,
  MM: "\\d{2}",
  M: "\\d{1,2}",
  DD: "\\d{2}",
  D: "\\d{1,2}",
  HH: "\\d{2}",
  H: "\\d{1,2}",
  mm: "\\d{2}",
  ss: "\\d{2}",
} as const;
type Sign = keyof typeof SIGNS;

const SIGN = /YYYY|YY|MMMM|MMM|MM|M|DD|D|HH|H|mm|ss/g;

/** What a date says, read by a format: EDTF text, or that it does not fit. Whether there is such a day is not looked at. */
export type DateReader = (text: string) => string | null;

/** Makes a format such as "M/D/YY" ready; null where it names no date. "edtf", "excel" and "unix" are formats, too. */
export function readyFormat(format: string): DateReader | null {
  if (format === "edtf") return (text) => text.trim();
  if (format === "excel") return fromSerial;
  if (format === "unix") return fromSeconds;

  const signs = (format.match(SIGN) ?? []) as Sign[];
  if (!isDate(signs)) return null;
  const pattern = format
    .split(SIGN)
    .map((between, place) => `${escaped(between)}${signs[place] ? `(${SIGNS[signs[place]]})` : ""}`)
    .join("");
  const expression = new RegExp(`^${pattern}$`, "i");
  return (text) => {
    const match = expression.exec(text.trim());
    return match && edtfOf(signs, match.slice(1));
  };
}

/** Each part once, and none without the one before it. */
function isDate(signs: readonly Sign[]): boolean {
  const parts = signs.map(partOf);
  const has = (part: string) => parts.includes(part);
  return (
    new Set(parts).size === parts.length &&
    has("Y") &&
    (has("M") || !has("D")) &&
    (has("D") || !has("H")) &&
    has("H") === has("m") &&
    (has("m") || !has("s"))
  );
}

function partOf(sign: Sign): string {
  return sign.charAt(0);
}

function edtfOf(signs: readonly Sign[], texts: readonly string[]): string {
  const at = (part: string) => {
    const place = signs.findIndex((sign) => partOf(sign) === part);
    const sign = signs[place];
    const text = texts[place];
    return sign === undefined || text === undefined ? null : numberOf(sign, text);
  };
  const day = [at("Y"), at("M"), at("D")].filter((part) => part !== null).join("-");
  const clock = [at("H"), at("m"), at("s")].filter((part) => part !== null).join(":");
  return clock ? `${day}T${clock}` : day;
}

/** Years of two digits are those from 1969 to 2068. */
function numberOf(sign: Sign, text: string): string {
  if (sign === "YY") return Number(text) > 68 ? `19${text}` : `20${text}`;
  if (sign !== "MMM" && sign !== "MMMM") return text.padStart(2, "0");
  const month = MONTHS.findIndex((name) => name.startsWith(text.toLowerCase()));
  return String(month + 1).padStart(2, "0");
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
}

const DAY_MS = 86_400_000;
/** 9999-12-31. */
const SERIAL_MAX = 2_958_466;

/** Days since the end of 1899 as spreadsheets count them: they have a 29 February 1900, which never was. */
function fromSerial(text: string): string | null {
  const serial = text.trim() === "" ? Number.NaN : Number(text);
  if (!(serial >= 1 && serial < SERIAL_MAX)) return null;
  if (Math.floor(serial) === 60) return "1900-02-29";
  const epoch = Date.UTC(1899, 11, serial < 60 ? 31 : 30);
  const moment = new Date(epoch + Math.round((serial * DAY_MS) / 1000) * 1000).toISOString();
  return Number.isInteger(serial) ? moment.slice(0, 10) : moment.slice(0, 19);
}

function fromSeconds(text: string): string | null {
  const trimmed = text.trim();
  if (!/^-?\d{1,12}$/.test(trimmed)) return null;
  const moment = new Date(Number(trimmed) * 1000).toISOString();
  return /^\d{4}-/.test(moment) ? `${moment.slice(0, 19)}Z` : null;
}
