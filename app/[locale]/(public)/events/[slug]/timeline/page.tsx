import type { Metadata } from "next";
import { permanentRedirect } from "next/navigation";
import { cache } from "react";
import { FigureLegend } from "@/app/_components/figures/figure-legend";
import { ChangedSinceDay } from "@/app/_components/timeline/changed-since";
import { EventFigures } from "@/app/_components/timeline/event-figures";
import { MeasureLinks } from "@/app/_components/timeline/measure-links";
import { readTimelineChoice, timelineHref } from "@/app/_components/timeline/timeline-href";
import { Breadcrumb } from "@/app/_components/ui/breadcrumb";
import { tellDay } from "@/app/_components/ui/date-text";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { Missing, missingMetadata } from "@/app/_components/ui/missing";
import { PageTitle } from "@/app/_components/ui/page-title";
import { PrintFoot } from "@/app/_components/ui/print-foot";
import { findEventByFormerSlug } from "@/lib/events/queries";
import { isLocale, translator } from "@/lib/format/messages";
import { findTimeline } from "@/lib/timeline/find-timeline";

type Props = PageProps<"/[locale]/events/[slug]/timeline">;

// The title and the page ask for the same timeline.
const loadTimeline = cache(findTimeline);

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { locale, slug } = await params;
  const found = await loadTimeline(slug, readTimelineChoice(await searchParams).since);
  if (!found || !isLocale(locale)) return missingMetadata(locale);
  const t = translator(locale);
  const event = found.timeline.event.title;
  return {
    title: t("timeline.title", { event }),
    description: t("timeline.description", { event }),
    alternates: { canonical: timelineHref(locale, slug) },
  };
}

/** The figures of an event by the time at which they were stated, and what changed since a day. */
export default async function EventTimelinePage({ params, searchParams }: Props) {
  const { locale, slug } = await params;
  if (!isLocale(locale)) return <Missing locale={locale} />;
  const choice = readTimelineChoice(await searchParams);
  const found = await loadTimeline(slug, choice.since);
  if (!found) return leadOn(locale, slug);

  const t = translator(locale);
  const { timeline, since, days } = found;
  const { event, measures } = timeline;
  const measure = measures.find((one) => one.slug === choice.measure) ?? measures[0];
  return (
    <article>
      <Breadcrumb
        crumbs={[
          { label: t("site.events"), href: `/${locale}` },
          { label: event.title, href: `/${locale}/events/${slug}` },
        ]}
        locale={locale}
      />
      <PageTitle title={<bdi>{t("timeline.title", { event: event.title })}</bdi>}>
        <p className="measure-text">{t("timeline.lead")}</p>
        <p className="mt-2 no-print">
          <a className="touch" href={timelineHref(locale, slug, choice, "since")}>
            {t("timeline.toSince")}
          </a>
        </p>
      </PageTitle>
      {measure ? (
        <>
          <MeasureLinks timeline={timeline} current={measure.slug} choice={choice} locale={locale} />
          <EventFigures timeline={timeline} measure={measure} choice={choice} locale={locale} />
        </>
      ) : (
        <EmptyState title={t("event.noFigures")}>{t("timeline.noFigures")}</EmptyState>
      )}
      {since ? (
        <ChangedSinceDay since={since} days={days} slug={slug} choice={choice} locale={locale} />
      ) : null}
      <details className="no-print mt-10 border-t border-rule pt-4">
        <summary className="font-semibold py-2">{t("figures.key.title")}</summary>
        <div className="mt-4">
          <FigureLegend locale={locale} />
        </div>
      </details>
      <script type="module" src="/chart-keys.js" />
      <PrintFoot
        permalink={timelineHref(locale, slug)}
        version={t("event.version", { version: event.version, date: tellDay(event.changedAt, locale) })}
        locale={locale}
      />
    </article>
  );
}

/** A former address leads to the present one (R30); any other does not exist. */
async function leadOn(locale: string, slug: string) {
  const present = await findEventByFormerSlug(slug);
  if (present) permanentRedirect(timelineHref(locale, present));
  return <Missing locale={locale} />;
}
