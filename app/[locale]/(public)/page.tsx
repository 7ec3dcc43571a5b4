import type { Metadata } from "next";
import { EventListRow } from "@/app/_components/events/event-list-row";
import { DownloadLine } from "@/app/_components/exports/download-line";
import { feedAlternates } from "@/app/_components/feeds/feed-alternates";
import { LinkedData } from "@/app/_components/linked-data/linked-data";
import { siteData } from "@/app/_components/linked-data/site-data";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { Missing, missingMetadata } from "@/app/_components/ui/missing";
import { PageTitle } from "@/app/_components/ui/page-title";
import { Pager } from "@/app/_components/ui/pager";
import { SearchForm } from "@/app/_components/ui/site-header";
import { listEvents } from "@/lib/events/queries";
import { exportPath } from "@/lib/exports/export-path";
import { isLocale, translator } from "@/lib/format/messages";

type Props = PageProps<"/[locale]">;

const EVENTS_PER_PAGE = 50;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) return missingMetadata(locale);
  const t = translator(locale);
  const feeds = [
    { feed: { of: "events" }, title: t("feeds.events") },
    { feed: { of: "corrections", slug: null }, title: t("feeds.corrections") },
  ] as const;
  return { alternates: { canonical: `/${locale}`, types: feedAlternates(locale, feeds) } };
}

export default async function HomePage({ params, searchParams }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) return <Missing locale={locale} />;
  const { after = null } = await searchParams;
  const page = { limit: EVENTS_PER_PAGE, after: typeof after === "string" ? after : null };
  const { rows: events, next } = await listEvents(page);
  const t = translator(locale);
  return (
    <>
      <LinkedData data={siteData(locale)} />
      <PageTitle title={t("home.title")} />
      <p className="measure-text font-serif text-xl leading-normal">{t("home.lead")}</p>
      <SearchForm locale={locale} className="mt-6 sm:hidden" id="search-home" />
      <section className="mt-12">
        <h2 className="text-2xl border-b border-ink pb-2">
          {t("home.eventsTitle")}{" "}
          <span className="font-sans font-normal text-sm text-muted">{t("home.eventsOrder")}</span>
        </h2>
        {events.length === 0 ? <EmptyState title={t("home.empty")} /> : null}
        <ol>
          {events.map((event) => (
            <EventListRow key={event.slug} event={event} locale={locale} />
          ))}
        </ol>
        <Pager
          previous={page.after ? `/${locale}` : null}
          next={next ? `/${locale}?after=${next}` : null}
          locale={locale}
        />
        {events.length > 0 ? (
          <DownloadLine what="events" hrefOf={(format) => exportPath("events", format)} locale={locale} />
        ) : null}
      </section>
    </>
  );
}
