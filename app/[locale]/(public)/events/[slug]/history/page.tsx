import type { Metadata } from "next";
import { permanentRedirect } from "next/navigation";
import { cache } from "react";
import { ClaimRefLink } from "@/app/_components/claims/claim-ref";
import { feedAlternate, feedHref } from "@/app/_components/corrections/feed-href";
import { historyHref } from "@/app/_components/history/history-href";
import { HistoryList } from "@/app/_components/history/history-list";
import { Breadcrumb } from "@/app/_components/ui/breadcrumb";
import { tellDay } from "@/app/_components/ui/date-text";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { Missing, missingMetadata } from "@/app/_components/ui/missing";
import { PageTitle } from "@/app/_components/ui/page-title";
import { Pager } from "@/app/_components/ui/pager";
import { PrintFoot } from "@/app/_components/ui/print-foot";
import { PUBLIC_ID } from "@/app/_components/ui/public-id";
import { findEventByFormerSlug } from "@/lib/events/queries";
import { isLocale, translator } from "@/lib/format/messages";
import { findEventHistory } from "@/lib/public-history/event-history";

type Props = PageProps<"/[locale]/events/[slug]/history">;

// The title and the page ask for the same history.
const loadHistory = cache((slug: string, before: number | null, claim: string | null) =>
  findEventHistory(slug, { before, claim }),
);

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { locale, slug } = await params;
  const { after, claim } = await readAddress(searchParams);
  const history = await loadHistory(slug, after, claim);
  if (!history || !isLocale(locale)) return missingMetadata(locale);
  const t = translator(locale);
  const event = history.event.title;
  return {
    title: t(`eventHistory.${claim === null ? "title" : "titleOfClaim"}`, { event }),
    description: t("eventHistory.description", { event }),
    alternates: {
      canonical: historyHref(locale, slug, { after, claim }),
      types: feedAlternate(locale, slug, t("feeds.correctionsOf", { event })),
    },
  };
}

/** Who changed what of what is public in one event, when and why (R24, R34). */
export default async function EventHistoryPage({ params, searchParams }: Props) {
  const { locale, slug } = await params;
  if (!isLocale(locale)) return <Missing locale={locale} />;
  const { after, claim } = await readAddress(searchParams);
  const history = await loadHistory(slug, after, claim);
  if (!history) return leadOn(locale, slug);

  const t = translator(locale);
  const { event, entries, next } = history;
  const path = `/${locale}/events/${slug}`;
  return (
    <article>
      <Breadcrumb
        crumbs={[
          { label: t("site.events"), href: `/${locale}` },
          { label: event.title, href: path },
        ]}
        locale={locale}
      />
      <PageTitle title={<bdi>{t("eventHistory.title", { event: event.title })}</bdi>}>
        <p className="measure-text">{t("eventHistory.lead")}</p>
        <p className="measure-text mt-2">
          {t.rich("eventHistory.key", {
            del: (words) => <del className="line-through decoration-flag decoration-2">{words}</del>,
            ins: (words) => <ins className="underline decoration-flag decoration-2">{words}</ins>,
          })}
        </p>
        <p className="mt-2">
          <a href={`/${locale}/corrections?event=${slug}`}>{t("event.trace.corrections")}</a>
          {"; "}
          <a href={feedHref(locale, slug)}>{t("event.trace.feed")}</a>
        </p>
      </PageTitle>
      {history.claim ? (
        <p className="mb-6">
          {t.rich("eventHistory.onlyClaim", {
            claim: () => (history.claim ? <ClaimRefLink claim={history.claim} locale={locale} /> : null),
          })}{" "}
          <a href={historyHref(locale, slug)}>{t("eventHistory.all")}</a>
        </p>
      ) : null}
      {entries.length === 0 ? (
        <EmptyState title={t("eventHistory.none")}>{t("eventHistory.noneWhy")}</EmptyState>
      ) : (
        <HistoryList entries={entries} slug={slug} locale={locale} />
      )}
      <Pager
        previous={after === null ? null : historyHref(locale, slug, { claim })}
        next={next === null ? null : historyHref(locale, slug, { claim, after: next })}
        locale={locale}
      />
      <PrintFoot
        permalink={`${path}/history`}
        version={t("event.version", { version: event.version, date: tellDay(event.changedAt, locale) })}
        locale={locale}
      />
    </article>
  );
}

/** A former address leads to the present one (R30); any other does not exist. */
async function leadOn(locale: string, slug: string) {
  const present = await findEventByFormerSlug(slug);
  if (present) permanentRedirect(historyHref(locale, present));
  return <Missing locale={locale} />;
}

// A place in the history is the number of a revision; what is none begins at the newest.
const PLACE = /^[1-9]\d{0,8}$/;

async function readAddress(searchParams: Props["searchParams"]) {
  const { after, claim } = await searchParams;
  return {
    after: typeof after === "string" && PLACE.test(after) ? Number(after) : null,
    claim: typeof claim === "string" ? (PUBLIC_ID.test(claim) ? claim : "") : null,
  };
}
