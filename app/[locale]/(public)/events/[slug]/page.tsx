import type { Metadata } from "next";
import { permanentRedirect } from "next/navigation";
import { cache } from "react";
import { WarningList } from "@/app/_components/claims/warning-list";
import { feedAlternate } from "@/app/_components/corrections/feed-href";
import { EventHead } from "@/app/_components/events/event-head";
import { EventTrace } from "@/app/_components/events/event-trace";
import { OtherParts } from "@/app/_components/events/other-parts";
import { TakenBack } from "@/app/_components/events/taken-back";
import { readChartChoice } from "@/app/_components/figures/chart-model";
import { CompactMeasure } from "@/app/_components/figures/compact-measure";
import { FigureLegend } from "@/app/_components/figures/figure-legend";
import { MeasureSection } from "@/app/_components/figures/measure-section";
import { StatementComparison } from "@/app/_components/figures/statement-comparison";
import { tellDay } from "@/app/_components/ui/date-text";
import { Missing, missingMetadata } from "@/app/_components/ui/missing";
import { PrintFoot } from "@/app/_components/ui/print-foot";
import { findEvent, findEventByFormerSlug } from "@/lib/events/queries";
import type { MeasureView } from "@/lib/events/types";
import { isLocale, translator } from "@/lib/format/messages";

type Props = PageProps<"/[locale]/events/[slug]">;

// The title and the page ask for the same event.
const getEvent = cache(findEvent);

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { locale, slug } = await params;
  const event = await getEvent(slug, readChartChoice(await searchParams).relations);
  if (!event || !isLocale(locale)) return missingMetadata(locale);
  return {
    title: event.title,
    description: event.summary,
    alternates: {
      canonical: `/${locale}/events/${slug}`,
      types: feedAlternate(locale, slug, translator(locale)("feeds.correctionsOf", { event: event.title })),
    },
  };
}

export default async function EventPageOf({ params, searchParams }: Props) {
  const { locale, slug } = await params;
  if (!isLocale(locale)) return <Missing locale={locale} />;
  const choice = readChartChoice(await searchParams);
  const event = await getEvent(slug, choice.relations);
  if (!event) return leadOn(locale, slug);

  const t = translator(locale);
  const path = `/${locale}/events/${slug}`;
  const shared = { relations: event.relations, sides: event.sides, choice, path, locale };
  const full = event.measures.filter(isShownInFull);
  const compact = event.measures.filter((measure) => !isShownInFull(measure));
  const reasons = event.statements.find(({ topic }) => topic === "cause");
  const statements = event.statements.filter(({ topic }) => topic !== "cause");
  return (
    <article>
      <EventHead event={event} locale={locale} />
      <OtherParts parts={event.parts} locale={locale} />
      <div className="mt-10 grid gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,1fr)_17rem]">
        <div className="grid gap-16 content-start min-w-0">
          {full.length === 0 ? <p>{t("event.noFigures")}</p> : null}
          {full.map((measure) => (
            <MeasureSection key={measure.id} measure={measure} {...shared} />
          ))}
        </div>
        <div className="min-w-0">
          {compact.length > 0 ? (
            <section>
              <h2 className="text-2xl">{t("event.otherMeasures")}</h2>
              <p className="small text-muted mt-1 mb-3">
                {t(`figures.headlineVerdict.${compact.every(countsElse) ? "noneOfThese" : "someOfThese"}`)}
              </p>
              {compact.map((measure) => (
                <CompactMeasure key={measure.id} measure={measure} locale={locale} />
              ))}
            </section>
          ) : null}
          {reasons ? (
            <StatementComparison topic={reasons} sides={event.sides} isStacked locale={locale} />
          ) : null}
        </div>
      </div>
      {statements.length > 0 ? (
        <section className="mt-16">
          <h2 className="text-2xl">{t("event.statements")}</h2>
          <p className="small text-muted mt-1 mb-4">{t("event.statementsNote")}</p>
          {statements.map((topic) => (
            <StatementComparison key={topic.topic} topic={topic} sides={event.sides} locale={locale} />
          ))}
        </section>
      ) : null}
      <TakenBack takenBack={event.takenBack} slug={slug} locale={locale} />
      {event.warnings.length > 0 ? (
        <div className="mt-16">
          <WarningList warnings={event.warnings} locale={locale} />
        </div>
      ) : null}
      <details className="no-print mt-10 border-t border-rule pt-4">
        <summary className="font-semibold py-2">{t("figures.key.title")}</summary>
        <div className="mt-4">
          <FigureLegend locale={locale} />
        </div>
      </details>
      <EventTrace slug={slug} locale={locale} />
      <script type="module" src="/chart-keys.js" />
      <PrintFoot
        permalink={path}
        version={t("event.version", { version: event.version, date: tellDay(event.changedAt, locale) })}
        locale={locale}
      />
    </article>
  );
}

/** A former address leads to the present one (R30); any other does not exist. */
async function leadOn(locale: string, slug: string) {
  const present = await findEventByFormerSlug(slug);
  if (present) permanentRedirect(`/${locale}/events/${present}`);
  return <Missing locale={locale} />;
}

function countsElse({ figures }: MeasureView): boolean {
  return figures.every(({ headline }) => headline === null || headline.code === "other_measure");
}

/** A measure with one figure needs no axis; the headline is always told in full. */
function isShownInFull(measure: MeasureView): boolean {
  return measure.isHeadline || measure.figures.length > 1;
}
