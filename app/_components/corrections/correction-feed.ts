import type { FieldChange } from "@/lib/claims/list-changes";
import type { CorrectionView } from "@/lib/claims/list-corrections";
import { type Feed, type FeedEntry, tagUri } from "@/lib/feeds/feed";
import { translator } from "@/lib/format/messages";
import { siteUrl } from "@/lib/format/site-url";
import { feedOf } from "../feeds/feed-head";
import { claimHref } from "../figures/figure-name";
import { fieldWords, valueWords } from "../history/revision-words";
import { tellDate } from "../ui/date-text";

type Of = {
  /** The event, or null for all. */
  event: { id: string; slug: string; title: string } | null;
  corrections: readonly CorrectionView[];
  /** Since when there is something to correct, where nothing was: ms since 1970 UTC. */
  begun: number;
  locale: string;
};

/** The feed of corrections, of one event or of the site (R26): in words, with absolute addresses. */
export function correctionFeed({ event, corrections, begun, locale }: Of): Feed {
  const t = translator(locale);
  return feedOf({
    feed: { of: "corrections", slug: event?.slug ?? null },
    tag: event ? `event/${event.id}/corrections` : "corrections",
    title: event ? t("feeds.correctionsOf", { event: event.title }) : t("feeds.corrections"),
    subtitle: t("feeds.subtitle"),
    page: `/${locale}/corrections${event ? `?event=${event.slug}` : ""}`,
    entries: corrections.map((correction) => toEntry(correction, locale)),
    begun,
    locale,
  });
}

function toEntry(correction: CorrectionView, locale: string): FeedEntry {
  const t = translator(locale);
  const { id, kind, at, by, claim, event } = correction;
  const label = kind === "redaction" ? t("corrections.redaction") : t(`correctionKind.${kind}.label`);
  const about = claimWordsOf(correction, locale) ?? event?.title ?? null;
  const href = claim
    ? `${claimHref(locale, claim.publicId)}#corrections`
    : `/${locale}/corrections${event ? `?event=${event.slug}` : ""}`;
  return {
    id: tagUri(siteUrl(), `correction/${id}`),
    title: about === null ? label : t("feeds.entryTitle", { kind: label, about }),
    published: at,
    updated: at,
    author: t("corrections.by", { name: by.name, role: t(`role.${by.role}.label`) }),
    href: siteUrl(href),
    categories: [{ term: kind, label }],
    text: textOf(correction, locale),
  };
}

function claimWordsOf({ claim }: CorrectionView, locale: string): string | null {
  const t = translator(locale);
  return (
    claim &&
    t("feeds.claim", {
      words: claim.raw ?? t("claimPage.statementRef"),
      claimant: claim.claimant.name,
      date: tellDate(claim.stated, locale),
    })
  );
}

/** What was redacted, why, and each change, one to a line. */
function textOf({ reason, redacted, changes, event }: CorrectionView, locale: string): string {
  const t = translator(locale);
  return [
    ...(event ? [event.title] : []),
    ...(redacted
      ? [
          t("corrections.redacted", {
            field: t(`corrections.redactedField.${redacted.field}` as "corrections.redactedField.wording"),
            record: t(`corrections.subject.${redacted.subjectKind}`),
          }),
        ]
      : []),
    t("corrections.reason", { reason }),
    ...changes.map((change) => changeInWords(change, locale)),
  ].join("\n");
}

function changeInWords({ field, before, after, isRedacted }: FieldChange, locale: string): string {
  const t = translator(locale);
  const values = {
    field: fieldWords(field, t),
    before: valueWords(field, before, locale),
    after: valueWords(field, after, locale),
  };
  if (isRedacted) return t("feeds.gone", values);
  return t(`feeds.${before === null ? "set" : after === null ? "removed" : "change"}`, values);
}
