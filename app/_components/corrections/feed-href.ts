import { feedPath } from "@/lib/feeds/feed-path";
import { feedAlternates } from "../feeds/feed-alternates";

/** The address of the feed of corrections, of one event or of all. */
export function feedHref(locale: string, slug: string | null): string {
  return feedPath({ of: "corrections", slug }, "atom", locale);
}

/** For the head of a page: so that a reader of feeds finds it there. */
export function feedAlternate(locale: string, slug: string | null, title: string) {
  return feedAlternates(locale, [{ feed: { of: "corrections", slug }, title }]);
}
