const dateFormats = new Map<string, Intl.DateTimeFormat>();
const numberFormats = new Map<string, Intl.NumberFormat>();

const FALLBACK = "en-GB";

/**
 * The tag by which Intl formats a locale. English without a country is written day first, as in the
 * places that most figures come from; a tag that Intl does not know is formatted like it.
 */
function formatTag(locale: string): string {
  if (locale === "en") return FALLBACK;
  try {
    return Intl.getCanonicalLocales(locale)[0] ?? FALLBACK;
  } catch {
    return FALLBACK;
  }
}

/** A Gregorian date format, kept for the next call. An unknown zone is formatted as UTC. */
export function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([locale, options]);
  const known = dateFormats.get(key);
  if (known) return known;
  const made = makeDateFormat(formatTag(locale), { calendar: "gregory", hourCycle: "h23", ...options });
  dateFormats.set(key, made);
  return made;
}

function makeDateFormat(tag: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat(tag, options);
  } catch {
    return new Intl.DateTimeFormat(tag, { ...options, timeZone: "UTC" });
  }
}

/** A format of figures, kept for the next call. */
export function numberFormat(locale: string): Intl.NumberFormat {
  const known = numberFormats.get(locale);
  if (known) return known;
  const made = new Intl.NumberFormat(formatTag(locale), { maximumFractionDigits: 6 });
  numberFormats.set(locale, made);
  return made;
}
