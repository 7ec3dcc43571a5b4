import { type Citation, type Day, dayOf } from "./citation";

/** A citation as CSL-JSON: a list with one item, of the schema of CSL 1.0.2. */
export function cslOf({ key, title, site, language, version, url, published, accessed }: Citation): string {
  const item = {
    id: key,
    type: "webpage",
    title,
    "container-title": site,
    publisher: site,
    author: [{ literal: site }],
    version,
    language,
    URL: url,
    issued: dateParts(dayOf(published)),
    accessed: dateParts(dayOf(accessed)),
  };
  // A day is read more easily on one line; texts hold no line breaks, so this touches nothing else.
  const lines = JSON.stringify([item], null, 2).replace(
    /\[\n\s*\[\n\s*(\d+),\n\s*(\d+),\n\s*(\d+)\n\s*\]\n\s*\]/g,
    "[[$1, $2, $3]]",
  );
  return `${lines}\n`;
}

function dateParts({ year, month, day }: Day) {
  return { "date-parts": [[year, month, day]] };
}
