import { parseEdtf } from "../dates/edtf";

/** One line of text, at most so many characters; null where nothing is left of it. */
export function oneLine(text: string | null | undefined, lengthMax: number): string | null {
  const line = (text ?? "")
    // Far more than a line can hold, so that a long text costs nothing.
    .slice(0, lengthMax * 20)
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, " ")
    .replace(/\p{Cs}/gu, "\ufffd")
    .replace(/\s+/g, " ")
    .trim();
  if (line.length <= lengthMax) return line || null;
  return line
    .slice(0, lengthMax)
    .replace(/[\ud800-\udbff]$/, "")
    .trim();
}

const WRITTEN =
  /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2})?)(?:[.,]\d+)?\s*(Z|[+-]\d{2}(?::?\d{2})?)?)?$/i;

/**
 * A date as pages write it, as EDTF: a day, or a time with its offset. A time without an offset is only its
 * day, since nobody knows by which clock; midnight in UTC is how many a page writes a day. Null for all else.
 */
export function publishedEdtf(written: string | null | undefined): string | null {
  const [, day, time, offset] = WRITTEN.exec(written?.trim() ?? "") ?? [];
  if (day === undefined) return null;
  const edtf = time && offset && !isUtcMidnight(time, offset) ? `${day}T${time}${plainOffset(offset)}` : day;
  return parseEdtf(edtf, "UTC").ok ? edtf : null;
}

function isUtcMidnight(time: string, offset: string): boolean {
  return /^00:00(?::00)?$/.test(time) && /^(?:Z|[+-]00(?::?00)?)$/i.test(offset);
}

function plainOffset(offset: string): string {
  return offset.toUpperCase().replace(/^([+-]\d{2}):?(\d{2})$/, "$1:$2");
}

const LANGUAGES = new Intl.DisplayNames("en", { type: "language", fallback: "none" });

/** A language tag in its canonical form; null where it is none, or of no language that is known ("ua"). */
export function languageTag(written: string | null | undefined): string | null {
  try {
    const tag = Intl.getCanonicalLocales((written ?? "").trim().replaceAll("_", "-"))[0];
    return tag && tag !== "und" && LANGUAGES.of(tag.split("-", 1)[0] ?? "") ? tag : null;
  } catch {
    return null;
  }
}

const SEPARATED = /^(.+) [|–—·•»«:/-]+ (.+)$/;
const LED = /^(.+?)(?: [|–—·•»«/-]+|:) (.+)$/;

/** A title without the names of its site before or after it. */
export function withoutSiteName(title: string, siteNames: readonly string[]): string {
  const names = new Set(siteNames.map(folded).filter((name) => name !== ""));
  let rest = title;
  for (let round = 0; round < 3; round++) {
    const [, before, after] = SEPARATED.exec(rest) ?? [];
    const [, lead, led] = LED.exec(rest) ?? [];
    if (before && after && names.has(folded(after))) rest = before;
    else if (lead && led && names.has(folded(lead))) rest = led;
  }
  return rest;
}

function folded(name: string): string {
  return name.toLowerCase().replace(/^the\s|[^\p{L}\p{N}]/gu, "");
}
