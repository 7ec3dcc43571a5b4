import { formatUncertainDate } from "../format/dates";
import { dateWords, formatLocaleOf, translator } from "../format/messages";
import { type Citation, dayOf } from "./citation";

/** A citation as a sentence for a footnote, in the words of a locale. */
export function textOf(citation: Citation, locale: string): string {
  const { title, site, version, url, published, accessed } = citation;
  const words = {
    title,
    site,
    version,
    url,
    published: tell(published, locale),
    accessed: tell(accessed, locale),
  };
  return `${translator(locale)("cite.text", words)}\n`;
}

function tell(instant: number, locale: string): string {
  const date = { edtf: dayOf(instant).iso, earliest: instant, latest: instant, zone: "UTC" };
  return formatUncertainDate(date, formatLocaleOf(locale), { words: dateWords(locale), form: "long" });
}
