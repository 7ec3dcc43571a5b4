import { FEED_FORMATS, FEED_TYPES } from "@/lib/feeds/feed";
import { type FeedName, feedPath } from "@/lib/feeds/feed-path";
import { translator } from "@/lib/format/messages";

type Props = {
  feed: FeedName;
  /** What the feed is of: told with each link where links of many feeds stand on one page. */
  name: string;
  locale: string;
};

/** The addresses of one feed, one link for each format. */
export function FeedLinks({ feed, name, locale }: Props) {
  const t = translator(locale);
  return FEED_FORMATS.map((format, i) => (
    <span key={format}>
      {i > 0 ? " · " : null}
      <a
        className="inline-block py-1"
        href={feedPath(feed, format, locale)}
        type={FEED_TYPES[format]}
        aria-label={t("feeds.inFormat", { name, format: t(`feeds.format.${format}`) })}
      >
        {t(`feeds.format.${format}`)}
      </a>
    </span>
  ));
}
