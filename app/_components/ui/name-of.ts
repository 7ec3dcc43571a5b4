import { formatLocaleOf } from "@/lib/format/messages";

/** The name of a language (BCP 47) in the reader's language; the tag itself where none is known. */
export function languageName(tag: string, locale: string): string {
  return nameOf("language", tag, locale);
}

/** The name of a country (ISO 3166-1) in the reader's language. */
export function countryName(code: string, locale: string): string {
  return nameOf("region", code, locale);
}

function nameOf(type: "language" | "region", code: string, locale: string): string {
  return new Intl.DisplayNames([formatLocaleOf(locale)], { type, fallback: "code" }).of(code) ?? code;
}
