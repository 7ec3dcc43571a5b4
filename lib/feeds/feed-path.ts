import { DEFAULT_LOCALE } from "../format/messages";
import type { FeedFormat } from "./feed";

/** Which feed: of all events, of corrections (of one event or of all), or of the claims of one record, by its slug. */
export type FeedName =
  | { of: "events" }
  | { of: "corrections"; slug: string | null }
  | { of: "event" | "claimant" | "publication"; slug: string };

/** The address of a feed in one format, in a locale. */
export function feedPath(feed: FeedName, format: FeedFormat, locale: string): string {
  const path = `/feeds/${nameOf(feed)}.${format}`;
  return locale === DEFAULT_LOCALE ? path : `${path}?lang=${locale}`;
}

function nameOf(feed: FeedName): string {
  switch (feed.of) {
    case "events":
      return "events";
    case "corrections":
      return feed.slug === null ? "corrections" : `events/${feed.slug}/corrections`;
    case "event":
      return `events/${feed.slug}/claims`;
    case "claimant":
      return `claimants/${feed.slug}`;
    case "publication":
      return `publications/${feed.slug}`;
  }
}
