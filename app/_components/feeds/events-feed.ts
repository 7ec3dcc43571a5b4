import type { EventRow, RangeEndView } from "@/lib/events/types";
import type { ChangedEvent } from "@/lib/feeds/changed-events";
import { type Feed, type FeedEntry, tagUri } from "@/lib/feeds/feed";
import { translator } from "@/lib/format/messages";
import { siteUrl } from "@/lib/format/site-url";
import { endClaimants, endText, rangeEnds, rangeText } from "../figures/range-words";
import { tellDate } from "../ui/date-text";
import { BEGUN, feedOf } from "./feed-head";

/** The feed of the public events, each as of its last change in public. */
export function eventsFeed(events: readonly ChangedEvent[], locale: string): Feed {
  const t = translator(locale);
  return feedOf({
    feed: { of: "events" },
    tag: "events",
    title: t("feeds.events"),
    subtitle: t("feeds.eventsSubtitle"),
    page: `/${locale}`,
    entries: events.map((event) => entryOf(event, locale)),
    begun: BEGUN,
    locale,
  });
}

function entryOf({ id, publishedAt, row }: ChangedEvent, locale: string): FeedEntry {
  const t = translator(locale);
  return {
    id: tagUri(siteUrl(), `event/${id}`),
    title: row.title,
    published: publishedAt,
    updated: row.changedAt,
    author: null,
    href: siteUrl(`/${locale}/events/${row.slug}`),
    categories: [],
    text: [
      t("feeds.place", { place: row.placeName, date: tellDate(row.occurred, locale) }),
      ...headlineWords(row.headline, locale),
      t("home.counts", { claims: row.claimCount, ...row.counts }),
    ].join("\n"),
  };
}

/** The headline range with who stands at its ends, and the documented minimum beside it (R7, R9). */
function headlineWords(headline: EventRow["headline"], locale: string): string[] {
  const t = translator(locale);
  if (!headline) return [t("home.noHeadline")];
  const { measureLabel: measure, range, documentedMinimum } = headline;
  const minimum = documentedMinimum && {
    words: documentedMinimum.claim.raw ?? "",
    basis: t(`figures.documented.${documentedMinimum.basis}`),
    claimant: documentedMinimum.claim.claimant.name,
    date: tellDate(documentedMinimum.claim.stated, locale),
  };
  return [
    ...(range
      ? [
          t("feeds.range", { measure, range: rangeText(range, locale, "to") }),
          ...rangeEnds(range).map((end) => endWords(end, locale)),
        ]
      : [t("feeds.noRange", { measure })]),
    ...(minimum ? [t("feeds.minimum", minimum)] : []),
  ];
}

function endWords(end: RangeEndView, locale: string): string {
  const t = translator(locale);
  const [first] = end.claims;
  const date = first ? tellDate(first.stated, locale) : "";
  return t("feeds.rangeEnd", { words: endText(end, locale), claimants: endClaimants(end, t), date });
}
