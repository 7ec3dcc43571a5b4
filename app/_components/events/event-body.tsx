import type { ReactNode } from "react";
import type { EventPage, MeasureView } from "@/lib/events/types";
import { translator } from "@/lib/format/messages";
import { WarningList } from "../claims/warning-list";
import type { ChartChoice } from "../figures/chart-model";
import { CompactMeasure } from "../figures/compact-measure";
import { FigureLegend } from "../figures/figure-legend";
import { MeasureSection } from "../figures/measure-section";
import { StatementComparison } from "../figures/statement-comparison";
import { TakenBack } from "./taken-back";

type Props = {
  event: EventPage;
  choice: ChartChoice;
  /** Of the event's own page. */
  path: string;
  /** Said where there is no figure. */
  noFigures: ReactNode;
  locale: string;
};

/** What is claimed of an event, whether today or in the past: figures by measure, statements, what was taken back. */
export function EventBody({ event, choice, path, noFigures, locale }: Props) {
  const t = translator(locale);
  const shared = { relations: event.relations, sides: event.sides, choice, path, locale };
  const full = event.measures.filter(isShownInFull);
  const compact = event.measures.filter((measure) => !isShownInFull(measure));
  const reasons = event.statements.find(({ topic }) => topic === "cause");
  const statements = event.statements.filter(({ topic }) => topic !== "cause");
  return (
    <>
      <div className="mt-10 grid gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,1fr)_17rem]">
        <div className="grid gap-16 content-start min-w-0">
          {full.length === 0 ? noFigures : null}
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
      <TakenBack takenBack={event.takenBack} slug={event.slug} locale={locale} />
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
    </>
  );
}

function countsElse({ figures }: MeasureView): boolean {
  return figures.every(({ headline }) => headline === null || headline.code === "other_measure");
}

/** A measure with one figure needs no axis; the headline is always told in full. */
function isShownInFull(measure: MeasureView): boolean {
  return measure.isHeadline || measure.figures.length > 1;
}
