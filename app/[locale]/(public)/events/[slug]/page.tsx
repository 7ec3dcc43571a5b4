import type { Metadata } from "next";
import { permanentRedirect } from "next/navigation";
import { cache } from "react";
import { eventCardMetadata } from "@/app/_components/chart-image/card-metadata";
import { oembedAlternates } from "@/app/_components/embed/oembed-alternates";
import { AsOfBar, type AsOfView } from "@/app/_components/events/as-of-bar";
import { asOfHref } from "@/app/_components/events/as-of-href";
import { EventBody } from "@/app/_components/events/event-body";
import { EventHead } from "@/app/_components/events/event-head";
import { EventTrace } from "@/app/_components/events/event-trace";
import { NothingKnown } from "@/app/_components/events/nothing-known";
import { OtherParts } from "@/app/_components/events/other-parts";
import { eventFeedAlternates } from "@/app/_components/feeds/feed-alternates";
import { readChartChoice } from "@/app/_components/figures/chart-model";
import { eventData } from "@/app/_components/linked-data/event-data";
import { LinkedData } from "@/app/_components/linked-data/linked-data";
import { Printed } from "@/app/_components/print/printed";
import { tellDate, tellDay } from "@/app/_components/ui/date-text";
import { Missing, missingMetadata } from "@/app/_components/ui/missing";
import { PrintFoot } from "@/app/_components/ui/print-foot";
import { findEventByFormerSlug } from "@/lib/events/queries";
import type { EventPage } from "@/lib/events/types";
import { isLocale, translator } from "@/lib/format/messages";
import { findEventAsOf, findEventToday } from "@/lib/past/find-as-of";
import { findVersionAt } from "@/lib/past/find-version";

type Props = PageProps<"/[locale]/events/[slug]">;
type Query = Awaited<Props["searchParams"]>;

// The title and the page ask for the same event.
const getEvent = cache(
  async (slug: string, asked: string, relations: string | null): Promise<Found | null> => {
    if (asked !== "") return findPast(slug, asked, relations);
    const found = await findEventToday(slug, relations);
    return found && { page: found.page, asOf: viewOf(found.page, { moments: found.moments }) };
  },
);

type Found = { page: EventPage; asOf: AsOfView };

async function findPast(slug: string, asked: string, relations: string | null): Promise<Found | null> {
  const found = await findEventAsOf(slug, asked, relations);
  if (!found) return null;
  const { page, moment, moments } = found;
  const version = moment && (await findVersionAt(slug, moment.until));
  return { page, asOf: viewOf(page, { asked, moment, moments, version }) };
}

function viewOf({ slug, occurred }: EventPage, view: Partial<AsOfView>): AsOfView {
  return { slug, zone: occurred.zone, asked: "", moment: null, moments: [], version: null, ...view };
}

/** What a reader typed of a moment, as far as it can be one. */
function readAsked({ asOf }: Query): string {
  return typeof asOf === "string" ? asOf.trim().slice(0, 40) : "";
}

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { locale, slug } = await params;
  const query = await searchParams;
  const found = await getEvent(slug, readAsked(query), readChartChoice(query).relations);
  if (!found || !isLocale(locale)) return missingMetadata(locale);
  const { page: event, asOf } = found;
  const t = translator(locale);
  const date = asOf.moment && tellDate(asOf.moment.date, locale);
  return {
    title: date ? t("asOf.titleOf", { event: event.title, date }) : event.title,
    description: date ? t("asOf.descriptionOf", { date }) : event.summary,
    ...(asOf.asked !== "" && { robots: { index: false } }),
    alternates: {
      canonical: `/${locale}/events/${slug}`,
      types: {
        ...eventFeedAlternates(locale, slug, event.title),
        ...oembedAlternates(`/${locale}/events/${slug}`, event.title),
      },
    },
    ...(asOf.moment === null && eventCardMetadata(event, locale)),
  };
}

export default async function EventPageOf({ params, searchParams }: Props) {
  const { locale, slug } = await params;
  if (!isLocale(locale)) return <Missing locale={locale} />;
  const query = await searchParams;
  const found = await getEvent(slug, readAsked(query), readChartChoice(query).relations);
  if (!found) return leadOn(locale, slug);

  const t = translator(locale);
  const { page: event, asOf } = found;
  const { moment } = asOf;
  const path = `/${locale}/events/${slug}`;
  const choice = { ...readChartChoice(query), asOf: moment?.text ?? null };
  const present = t("event.version", { version: event.version, date: tellDay(event.changedAt, locale) });
  return (
    <Printed>
      <article>
        {moment ? null : <LinkedData data={eventData(event, locale)} />}
        <EventHead event={event} locale={locale} />
        <OtherParts parts={event.parts} locale={locale} />
        <AsOfBar view={asOf} choice={choice} path={path} locale={locale} />
        <EventBody
          event={event}
          choice={choice}
          path={path}
          noFigures={
            moment ? (
              <NothingKnown event={event} view={asOf} choice={choice} path={path} locale={locale} />
            ) : (
              <p>{t("event.noFigures")}</p>
            )
          }
          locale={locale}
        />
        <EventTrace slug={slug} locale={locale} />
        <script type="module" src="/chart-keys.js" />
        <script type="module" src="/as-of.js" />
        <PrintFoot
          permalink={moment ? asOfHref(path, choice, moment.text) : path}
          version={
            moment ? t("asOf.printed", { date: tellDate(moment.date, locale), today: present }) : present
          }
          locale={locale}
        />
      </article>
    </Printed>
  );
}

/** A former address leads to the present one (R30); any other does not exist. */
async function leadOn(locale: string, slug: string) {
  const present = await findEventByFormerSlug(slug);
  if (present) permanentRedirect(`/${locale}/events/${present}`);
  return <Missing locale={locale} />;
}
