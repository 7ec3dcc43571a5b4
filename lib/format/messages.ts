import { createTranslator } from "use-intl/core";
import en from "../../messages/en.json";
import { keepTexts } from "../kept-texts";
import type { DateWords } from "./dates";

/**
 * The languages of the pages, and their texts. "ar-XB" is English set from right to left: it
 * exists where COUNTERCLAIM_PSEUDO_LOCALE is 1, so that tests can prove that the layout mirrors.
 */
export const DEFAULT_LOCALE = "en";
const PSEUDO_LOCALE = "ar-XB";

export type Direction = "ltr" | "rtl";

function listLocales(): string[] {
  return process.env.COUNTERCLAIM_PSEUDO_LOCALE === "1" ? [DEFAULT_LOCALE, PSEUDO_LOCALE] : [DEFAULT_LOCALE];
}

export function isLocale(value: string): boolean {
  return listLocales().includes(value);
}

/** The locale to give to Intl, and for `lang`: the pseudo-locale's words, digits and plurals are English. */
export function formatLocaleOf(locale: string): string {
  return locale === PSEUDO_LOCALE ? DEFAULT_LOCALE : locale;
}

const RTL_SCRIPTS = /^(ar|arc|ckb|dv|fa|he|iw|ks|nqo|pa-Arab|ps|sd|ug|ur|yi)(-|$)/i;

/** The direction in which a language is written, for pages and for texts quoted in them. */
export function directionOf(language: string): Direction {
  return RTL_SCRIPTS.test(language) ? "rtl" : "ltr";
}

const createTranslate = (locale: string) =>
  createTranslator({ locale: formatLocaleOf(locale), messages: en, timeZone: "UTC" });

export type Translate = ReturnType<typeof createTranslate>;

const translators = new Map<string, Translate>();

/** The texts of a locale: `translator("en")("figures.table.figure")`. */
export function translator(locale: string): Translate {
  const known = translators.get(locale);
  if (known) return known;
  const t = withIsolatedValues(createTranslate(locale), directionOf(locale) === "rtl");
  const told = locale === PSEUDO_LOCALE ? setFromRightToLeft(t) : t;
  translators.set(locale, told);
  return told;
}

const RTL_LETTER = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

// A name in another direction would pull the punctuation beside it to its wrong end.
function withIsolatedValues(t: Translate, isAlways: boolean): Translate {
  const isolate = (value: unknown) =>
    typeof value === "string" && (isAlways || RTL_LETTER.test(value)) ? `\u2068${value}\u2069` : value;
  const write = (key: string, values?: Record<string, unknown>, formats?: unknown) =>
    (t as (...args: unknown[]) => string)(
      key,
      values && Object.fromEntries(Object.entries(values).map(([name, value]) => [name, isolate(value)])),
      formats,
    );
  // A page says the same many times, and the next page again.
  const keep = keepTexts<string>(TEXTS_KEPT);
  const told = (key: string, values?: Record<string, unknown>, formats?: unknown) => {
    const text = formats === undefined ? textOf(key, values) : null;
    return text === null ? write(key, values, formats) : keep(text, () => write(key, values));
  };
  return withFormsOf(t, told);
}

const TEXTS_KEPT = 5_000;

/** A message and its values as one text; null where they are not all texts and numbers. */
function textOf(key: string, values: Record<string, unknown> | undefined): string | null {
  let text = key;
  for (const name in values) {
    const value = values[name];
    if (typeof value !== "string" && typeof value !== "number") return null;
    text += `\0${name}\0${typeof value === "number" ? "#" : ""}${value}`;
  }
  return text;
}

function withFormsOf(t: Translate, told: (...args: never[]) => string): Translate {
  return Object.assign(told as Translate, { rich: t.rich, markup: t.markup, raw: t.raw, has: t.has });
}

/** The words around dates, for the formatters of dates. */
export function dateWords(locale: string): DateWords {
  const t = translator(locale);
  return (word, values) => t(`dates.${word}`, values);
}

// Only the finished sentence is wrapped: direction marks inside a message would break its plurals.
function setFromRightToLeft(t: Translate): Translate {
  return withFormsOf(t, (...args: Parameters<Translate>) => `\u202b${t(...args)}\u202c`);
}
