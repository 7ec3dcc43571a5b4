import type { FeedName } from "@/lib/feeds/feed-path";
import { translator } from "@/lib/format/messages";
import { FeedLinks } from "./feed-links";

/** At the foot of a record: how to hear of what changes in it. */
export function FollowLine({ feed, name, locale }: { feed: FeedName; name: string; locale: string }) {
  const t = translator(locale);
  return (
    <p className="no-print small text-muted mt-10 border-t border-rule pt-3">
      {t.rich("feeds.follow", {
        name: () => <bdi>{name}</bdi>,
        feeds: () => <FeedLinks feed={feed} name={name} locale={locale} />,
        what: (words) => (
          <a className="inline-block py-1" href={`/${locale}/follow`}>
            {words}
          </a>
        ),
      })}
    </p>
  );
}
