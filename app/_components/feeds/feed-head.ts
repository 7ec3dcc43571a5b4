import {
  FEED_FORMATS,
  type Feed,
  type FeedEntry,
  type FeedFormat,
  tagUri,
  updatedOf,
} from "@/lib/feeds/feed";
import { type FeedName, feedPath } from "@/lib/feeds/feed-path";
import { formatLocaleOf, translator } from "@/lib/format/messages";
import { siteUrl } from "@/lib/format/site-url";
import { version } from "@/package.json";

/** Where nothing has happened yet: the year of the tags that name entries. */
export const BEGUN = Date.UTC(2026, 0, 1);

type Told = {
  feed: FeedName;
  /** Names the feed for good, under the name of the site. */
  tag: string;
  title: string;
  subtitle: string;
  /** The page that says the same. */
  page: string;
  entries: readonly FeedEntry[];
  /** Since when there is something to tell: ms since 1970 UTC. */
  begun: number;
  locale: string;
};

/** A feed of this site, with all that its feeds have in common. */
export function feedOf({ feed, tag, title, subtitle, page, entries, begun, locale }: Told): Feed {
  const t = translator(locale);
  const hrefs = FEED_FORMATS.map((format) => [format, siteUrl(feedPath(feed, format, locale))]);
  return {
    id: tagUri(siteUrl(), tag),
    title: `${title} · ${t("site.name")}`,
    subtitle,
    language: formatLocaleOf(locale),
    selfHrefs: Object.fromEntries(hrefs) as Record<FeedFormat, string>,
    pageHref: siteUrl(page),
    updated: updatedOf(entries, begun),
    site: { name: t("site.name"), version, href: siteUrl(`/${locale}`) },
    rights: t("site.licence"),
    entries,
  };
}
