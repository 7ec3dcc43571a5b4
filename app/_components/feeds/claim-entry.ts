import type { CarryingReport, ChangedClaim } from "@/lib/feeds/changed-claims";
import { type FeedEntry, tagUri } from "@/lib/feeds/feed";
import { translator } from "@/lib/format/messages";
import { siteUrl } from "@/lib/format/site-url";
import { claimWords, shortened } from "../claims/claim-title";
import { claimHref } from "../figures/figure-name";
import { actionWords } from "../history/revision-words";
import { tellDate, tellDay } from "../ui/date-text";

/**
 * A claim as an entry of a feed: its figure in its own words, with claimant, date and status. `tag` names it for good
 * in its feed; `withReports`: which reports carry it is what the feed is about.
 */
export function claimEntry(
  claim: ChangedClaim,
  { tag, withReports, locale }: { tag: string; withReports: boolean; locale: string },
): FeedEntry {
  const t = translator(locale);
  const { publicId, claimant, figure, topic, verification, stated, published, updated } = claim;
  const words = claimWords(claim, locale);
  return {
    id: tagUri(siteUrl(), tag),
    title: t("claimPage.title", {
      claim: figure ? words : shortened(words),
      claimant: claimant.name,
      date: tellDate(stated, locale),
    }),
    published,
    updated,
    author: null,
    href: siteUrl(claimHref(locale, publicId)),
    categories: [
      topic === null
        ? { term: "figure", label: t("claimType.figure.label") }
        : { term: topic, label: t(`topic.${topic}.label`) },
      { term: verification, label: t(`verification.${verification}.label`) },
    ],
    text: textOf(claim, withReports, locale),
  };
}

/** One fact to a line. */
function textOf(claim: ChangedClaim, withReports: boolean, locale: string): string {
  const t = translator(locale);
  const { event, claimant, figure, stated, asOf, wording, action, updated, reports } = claim;
  const said = { claimant: claimant.name, date: tellDate(stated, locale) };
  return [
    claimWords(claim, locale),
    ...(figure ? [] : [t("feeds.inOurWords")]),
    ...(wording.translation === null ? [] : [t("feeds.translated", { text: wording.translation })]),
    asOf ? t("feeds.claimedAsOf", { ...said, asOf: tellDate(asOf, locale) }) : t("feeds.claimed", said),
    t("feeds.about", { event: event.title }),
    t("feeds.status", { states: statesOf(claim, locale) }),
    ...(withReports ? reports.map((report) => reportWords(report, locale)) : []),
    t("feeds.lastChange", { change: actionWords(action, t), date: tellDay(updated, locale) }),
  ].join("\n");
}

function statesOf({ verification, lifecycle, standing }: ChangedClaim, locale: string): string {
  const t = translator(locale);
  return [
    t(`verification.${verification}.label`),
    t(`lifecycle.${lifecycle}.label`),
    t(`standing.${standing}.label`),
  ].join(", ");
}

function reportWords({ title, published }: CarryingReport, locale: string): string {
  const t = translator(locale);
  const told = title ?? t("reportPage.titleUnknown");
  if (!published) return t("feeds.report", { title: told });
  return t("feeds.reportDated", { title: told, date: tellDate(published, locale) });
}
