import type { Metadata } from "next";
import { chartModel, readChartChoice } from "@/app/_components/figures/chart-model";
import { FigureChart } from "@/app/_components/figures/figure-chart";
import { FigureLegend } from "@/app/_components/figures/figure-legend";
import { MeasureSummary } from "@/app/_components/figures/measure-summary";
import { GuideNotes } from "@/app/_components/guide/guide-notes";
import { GuideQuestions } from "@/app/_components/guide/guide-questions";
import { Missing, missingMetadata } from "@/app/_components/ui/missing";
import { PageTitle } from "@/app/_components/ui/page-title";
import { findEvent, listEvents } from "@/lib/events/queries";
import { isLocale, translator } from "@/lib/format/messages";
import { Slug } from "@/lib/forms/fields";

type Props = PageProps<"/[locale]/guide">;

const CHOICE = readChartChoice({});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) return missingMetadata(locale);
  const t = translator(locale);
  return {
    title: t("guide.title"),
    description: t("guide.description"),
    alternates: { canonical: `/${locale}/guide` },
  };
}

export default async function GuidePage({ params, searchParams }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) return <Missing locale={locale} />;
  const event = await findExample((await searchParams).event);
  const measure = event?.measures[0];
  const t = translator(locale);
  return (
    <>
      <PageTitle title={t("guide.title")} />
      <p className="measure-text font-serif text-xl leading-normal">{t("guide.lead")}</p>
      {event && measure ? (
        <>
          <section className="mt-12">
            <h2 className="text-2xl">{t("guide.first.title")}</h2>
            <p className="mt-2 measure-text">
              {t.rich("guide.first.intro", {
                event: () => (
                  <a href={`/${locale}/events/${event.slug}`}>
                    <bdi>{event.title}</bdi>
                  </a>
                ),
                measure: () => <bdi>{measure.label}</bdi>,
              })}
            </p>
            <div className="mt-4 border-t border-rule">
              <MeasureSummary
                measure={measure}
                choice={CHOICE}
                path={`/${locale}/events/${event.slug}`}
                locale={locale}
              />
            </div>
            <ul className="mt-4 grid gap-2 measure-text list-disc ps-5">
              {(["range", "documented", "resting"] as const).map((name) => (
                <li key={name}>{t(`guide.first.${name}`)}</li>
              ))}
            </ul>
          </section>
          <section className="mt-14">
            <h2 className="text-2xl">{t("guide.chart.title")}</h2>
            <p className="mt-2 mb-6 measure-text">{t("guide.chart.intro")}</p>
            <div className="numbered-chart">
              <FigureChart
                measure={measure}
                sides={event.sides}
                choice={CHOICE}
                path={`/${locale}/events/${event.slug}`}
                locale={locale}
              />
            </div>
            <GuideNotes
              figures={chartModel(measure, event.sides, CHOICE).groups.flatMap(({ figures }) => figures)}
              locale={locale}
            />
            <script type="module" src="/chart-keys.js" />
          </section>
        </>
      ) : null}
      <section className="mt-14">
        <h2 className="text-2xl">{t("guide.marks")}</h2>
        <div className="mt-4">
          <FigureLegend locale={locale} />
        </div>
      </section>
      <GuideQuestions locale={locale} />
    </>
  );
}

/** The event that the reader came from, else the one that changed last: what is explained is always real. */
async function findExample(asked: string | string[] | undefined) {
  const slug = Slug.safeParse(asked).data ?? (await listEvents({ limit: 1 })).rows[0]?.slug;
  return slug ? await findEvent(slug) : null;
}
