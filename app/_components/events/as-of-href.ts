import { type ChartChoice, choiceHref } from "../figures/chart-model";

/** Where the bar stands on the page. */
export const AS_OF = "as-of";

/** The address of an event as of a moment, or with null of today, with the charts as the reader chose them. */
export function asOfHref(path: string, choice: ChartChoice, text: string | null): string {
  return choiceHref(path, { ...choice, version: null, asOf: text }, AS_OF);
}

/** The address of one version of an event, and of the file that it can be checked by. */
export function versionHref(locale: string, slug: string, version: number): string {
  return `/${locale}/events/${slug}/v/${version}`;
}

export function versionFileHref(slug: string, version: number): string {
  return `/export/events/${slug}/v/${version}.json`;
}
