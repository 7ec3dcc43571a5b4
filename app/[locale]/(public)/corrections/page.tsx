import type { Metadata } from "next";
import { cache } from "react";
import { CorrectionList } from "@/app/_components/corrections/correction-list";
import { feedAlternate, feedHref } from "@/app/_components/corrections/feed-href";
import { DownloadLine } from "@/app/_components/exports/download-line";
import { historyHref } from "@/app/_components/history/history-href";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { Missing, missingMetadata } from "@/app/_components/ui/missing";
import { PageTitle } from "@/app/_components/ui/page-title";
import { Pager } from "@/app/_components/ui/pager";
import { listCorrections } from "@/lib/claims/list-corrections";
import { findEventName } from "@/lib/events/find-event-name";
import { exportPath } from "@/lib/exports/export-path";
import { isLocale, translator } from "@/lib/format/messages";

type Props = PageProps<"/[locale]/corrections">;

const loadEvent = cache(async (slug: string | null) => (slug === null ? null : findEventName(slug)));

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { locale } = await params;
  const { slug, after } = await readAddress(searchParams);
  const event = await loadEvent(slug);
  if (!isLocale(locale) || (slug !== null && !event)) return missingMetadata(locale);
  const t = translator(locale);
  return {
    title: event ? t("corrections.titleOf", { event: event.title }) : t("corrections.title"),
    description: event
      ? t("corrections.descriptionOf", { event: event.title })
      : t("corrections.description"),
    alternates: {
      canonical: addressOf(locale, slug, after),
      types: feedAlternate(
        locale,
        slug,
        event ? t("feeds.correctionsOf", { event: event.title }) : t("feeds.corrections"),
      ),
    },
  };
}

/** What was corrected in public, of all events or of one (R26). */
export default async function CorrectionsPage({ params, searchParams }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) return <Missing locale={locale} />;
  const { slug, after } = await readAddress(searchParams);
  const [event, { rows, next }] = await Promise.all([
    loadEvent(slug),
    listCorrections({ event: slug, after }),
  ]);
  if (slug !== null && !event) return <Missing locale={locale} />;

  const t = translator(locale);
  return (
    <>
      <PageTitle title={t("corrections.title")}>
        {event ? (
          <p>
            {t.rich("corrections.ofEvent", {
              event: () => (
                <a href={`/${locale}/events/${slug}`}>
                  <bdi>{event.title}</bdi>
                </a>
              ),
            })}{" "}
            <a href={`/${locale}/corrections`}>{t("corrections.all")}</a>
          </p>
        ) : null}
        <p className="measure-text">{t("corrections.lead")}</p>
        <p className="mt-2">
          {event ? (
            <>
              <a href={historyHref(locale, slug ?? "")}>{t("event.trace.history")}</a>
              {"; "}
            </>
          ) : null}
          <a href={feedHref(locale, slug)}>{t("feeds.link")}</a>
        </p>
      </PageTitle>
      {rows.length === 0 ? (
        <EmptyState title={t("corrections.none")}>{t("corrections.noneWhy")}</EmptyState>
      ) : (
        <CorrectionList corrections={rows} locale={locale} />
      )}
      <Pager
        previous={after === null ? null : addressOf(locale, slug, null)}
        next={next && addressOf(locale, slug, next)}
        locale={locale}
      />
      {rows.length > 0 ? (
        <DownloadLine
          what="corrections"
          hrefOf={(format) => exportPath("corrections", format, { event: slug })}
          locale={locale}
        />
      ) : null}
    </>
  );
}

async function readAddress(searchParams: Props["searchParams"]) {
  const { event, after } = await searchParams;
  return {
    slug: typeof event === "string" ? event : null,
    after: typeof after === "string" ? after : null,
  };
}

function addressOf(locale: string, slug: string | null, after: string | null): string {
  const query = new URLSearchParams({ ...(slug && { event: slug }), ...(after && { after }) }).toString();
  return `/${locale}/corrections${query ? `?${query}` : ""}`;
}
