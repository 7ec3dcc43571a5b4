import { DEFAULT_LOCALE } from "@/lib/format/messages";

/** The address of the feed of corrections, of one event or of all. */
export function feedHref(locale: string, slug: string | null): string {
  const path = slug === null ? "/feeds/corrections.atom" : `/feeds/events/${slug}/corrections.atom`;
  return locale === DEFAULT_LOCALE ? path : `${path}?lang=${locale}`;
}

/** For the head of a page: so that a reader of feeds finds it there. */
export function feedAlternate(locale: string, slug: string | null, title: string) {
  return { "application/atom+xml": [{ url: feedHref(locale, slug), title }] };
}
