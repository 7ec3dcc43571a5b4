/** How one version of a page is named elsewhere. Texts as they are, without markup; whoever writes a format escapes them. */
export type Citation = {
  /** Names it in a list of references: letters, digits and hyphens. */
  key: string;
  title: string;
  /** The site, which publishes it and is its author: what it cites are its records, never a claimant's own words. */
  site: string;
  /** BCP 47. */
  language: string;
  /** "Version 3". */
  version: string;
  /** The permanent address of this version, absolute. */
  url: string;
  /** Since when it stands as it does, and when it was looked at: ms since 1970 UTC. */
  published: number;
  accessed: number;
};

export const CITATION_FORMATS = ["txt", "bib", "ris", "json", "wiki"] as const;
export type CitationFormat = (typeof CITATION_FORMATS)[number];

export function isCitationFormat(value: string): value is CitationFormat {
  return CITATION_FORMATS.some((format) => format === value);
}

/** A day of the calendar in UTC. */
export type Day = { year: number; month: number; day: number; iso: string };

export function dayOf(instant: number): Day {
  const iso = new Date(instant).toISOString().slice(0, 10);
  const [year = 0, month = 0, day = 0] = iso.split("-").map(Number);
  return { year, month, day, iso };
}

// Controls, the marks that isolate a name of another direction, and halves of pairs mean nothing in a list of references.
const UNPRINTED =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** A text on one line, in Unicode's composed form, with nothing in it that is not printed. */
export function onOneLine(text: string): string {
  return text.replace(UNPRINTED, "").replace(/\s+/g, " ").trim().normalize("NFC");
}
