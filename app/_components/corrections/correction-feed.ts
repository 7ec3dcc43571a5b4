import type { FieldChange } from "@/lib/claims/list-changes";
import type { CorrectionView } from "@/lib/claims/list-corrections";
import { type AtomEntry, type AtomFeed, tagUri } from "@/lib/feeds/atom";
import { formatLocaleOf, translator } from "@/lib/format/messages";
import { siteUrl } from "@/lib/format/site-url";
import { version } from "@/package.json";
import { claimHref } from "../figures/figure-name";
import { fieldWords, valueWords } from "../history/revision-words";
import { tellDate } from "../ui/date-text";
import { feedHref } from "./feed-href";

type Of = {
  /** The event, or null for all. */
  event: { id: string; slug: string; title: string } | null;
  corrections: readonly CorrectionView[];
  /** Since when there is something to correct, where nothing was: ms since 1970 UTC. */
  begun: number;
  locale: string;
};

/** The feed of corrections, of one event or of the site (R26): in words, with absolute addresses. */
export function correctionFeed({ event, corrections, begun, locale }: Of): AtomFeed {
  const t = translator(locale);
  const page = `/${locale}/corrections${event ? `?event=${event.slug}` : ""}`;
  return {
    id: tagUri(siteUrl(), event ? `event/${event.id}/corrections` : "corrections"),
    title: `${event ? t("feeds.correctionsOf", { event: event.title }) : t("feeds.corrections")} · ${t("site.name")}`,
    subtitle: t("feeds.subtitle"),
    language: formatLocaleOf(locale),
    selfHref: siteUrl(feedHref(locale, event?.slug ?? null)),
    pageHref: siteUrl(page),
    updated: Math.max(begun, ...corrections.map(({ at }) => at)),
    site: { name: t("site.name"), version, href: siteUrl(`/${locale}`) },
    rights: t("site.licence"),
    entries: corrections.map((correction) => toEntry(correction, locale)),
  };
}

function toEntry(correction: CorrectionView, locale: string): AtomEntry {
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
    at,
    author: t("corrections.by", { name: by.name, role: t(`role.${by.role}.label`) }),
    href: siteUrl(href),
    category: { term: kind, label },
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
