import { FEED_FORMATS, FEED_TYPES } from "@/lib/feeds/feed";
import { type FeedName, feedPath } from "@/lib/feeds/feed-path";
import { translator } from "@/lib/format/messages";

type Named = { feed: FeedName; title: string };

/** For the head of a page, as `alternates.types`: so that a reader of feeds finds them there, in each format. */
export function feedAlternates(locale: string, feeds: readonly Named[]) {
  return Object.fromEntries(
    FEED_FORMATS.map((format) => [
      FEED_TYPES[format],
      feeds.map(({ feed, title }) => ({ url: feedPath(feed, format, locale), title })),
    ]),
  );
}

/** The same for the page of an event: its claims, and its corrections. */
export function eventFeedAlternates(locale: string, slug: string, title: string) {
  const t = translator(locale);
  return feedAlternates(locale, [
    { feed: { of: "event", slug }, title: t("feeds.claimsOf", { name: title }) },
    { feed: { of: "corrections", slug }, title: t("feeds.correctionsOf", { event: title }) },
  ]);
}
