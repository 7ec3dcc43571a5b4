import type { DigitMark } from "./digits";

/** What a mark before three digits is, where the language or the script of a wording says so. */
export type SettledMarks = (mark: DigitMark, isScaled: boolean) => "decimal" | "groups" | null;

const CYRILLIC = /[\u0400-\u04ff]/;
const known = new Map<string, Partial<Record<DigitMark, "decimal" | "groups">>>();
const KNOWN_MAX = 500;

/**
 * What the marks in digits mean: by the language where it is given, else by the script. Cyrillic writes
 * fractions with a comma; a comma among English words groups, unless a scale such as million follows.
 */
export function marksOf(language: string | null, text: string, isEnglish: boolean): SettledMarks {
  const own = language ? marksOfLanguage(language) : {};
  const isCyrillic = CYRILLIC.test(text);
  return (mark, isScaled) => {
    const settled = own[mark];
    if (settled || mark !== ",") return settled ?? null;
    if (isCyrillic) return "decimal";
    return isEnglish && !isScaled && !language ? "groups" : null;
  };
}

function marksOfLanguage(language: string): Partial<Record<DigitMark, "decimal" | "groups">> {
  const before = known.get(language);
  if (before) return before;
  const marks = readMarks(language);
  if (known.size < KNOWN_MAX) known.set(language, marks);
  return marks;
}

function readMarks(language: string): Partial<Record<DigitMark, "decimal" | "groups">> {
  const marks: Partial<Record<DigitMark, "decimal" | "groups">> = {};
  for (const { type, value } of partsIn(language)) {
    if (value !== "." && value !== ",") continue;
    if (type === "decimal") marks[value] = "decimal";
    if (type === "group") marks[value] = "groups";
  }
  return marks;
}

/** A number of the language taken apart; nothing for a tag that Intl does not know. */
function partsIn(language: string): Intl.NumberFormatPart[] {
  try {
    if (Intl.NumberFormat.supportedLocalesOf(language).length === 0) return [];
    return new Intl.NumberFormat(language).formatToParts(1234567.5);
  } catch {
    return [];
  }
}
