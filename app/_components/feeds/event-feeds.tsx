import type { EventRow } from "@/lib/events/types";
import type { FeedName } from "@/lib/feeds/feed-path";
import { translator } from "@/lib/format/messages";
import { FeedLinks } from "./feed-links";

type Props = { events: readonly EventRow[]; hasMore: boolean; locale: string };

/** The feeds of single events, those that changed last first: the claims about each, and its corrections. */
export function EventFeeds({ events, hasMore, locale }: Props) {
  const t = translator(locale);
  return (
    <section className="mt-12 max-w-3xl">
      <h2 className="text-2xl">{t("followPage.one.title")}</h2>
      <p className="mt-2 mb-4 measure-text">{t("followPage.one.lead")}</p>
      {events.length === 0 ? <p className="text-muted">{t("followPage.one.none")}</p> : null}
      <ul className="border-t border-rule">
        {events.map((event) => (
          <li
            key={event.slug}
            className="border-b border-rule py-3 grid items-baseline gap-x-8 sm:grid-cols-[minmax(0,1fr)_12rem_12rem]"
          >
            <a className="plain-link font-semibold" href={`/${locale}/events/${event.slug}`}>
              <bdi>{event.title}</bdi>
            </a>
            <Feeds kind="claims" feed={{ of: "event", slug: event.slug }} event={event} locale={locale} />
            <Feeds
              kind="corrections"
              feed={{ of: "corrections", slug: event.slug }}
              event={event}
              locale={locale}
            />
          </li>
        ))}
      </ul>
      {hasMore ? (
        <p className="mt-3">
          <a href={`/${locale}`}>{t("followPage.one.more")}</a>
        </p>
      ) : null}
    </section>
  );
}

type FeedsProps = { kind: "claims" | "corrections"; feed: FeedName; event: EventRow; locale: string };

function Feeds({ kind, feed, event: { title }, locale }: FeedsProps) {
  const t = translator(locale);
  const name =
    kind === "claims" ? t("feeds.claimsOf", { name: title }) : t("feeds.correctionsOf", { event: title });
  return (
    <p className="small">
      <span className="text-muted">{t(`followPage.one.${kind}`)}</span>{" "}
      <FeedLinks feed={feed} name={name} locale={locale} />
    </p>
  );
}
