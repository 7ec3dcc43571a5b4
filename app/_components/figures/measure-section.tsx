import type { MeasureView, RelationsView } from "@/lib/events/types";
import { BestEstimate } from "./best-estimate";
import type { ChartChoice } from "./chart-model";
import { DocumentedAbove } from "./documented-above";
import { FigureChart } from "./figure-chart";
import { FigureTable } from "./figure-table";
import { LeftOut } from "./left-out";
import { MeasureSummary } from "./measure-summary";
import { Relations } from "./relations";

type Props = {
  measure: MeasureView;
  /** Of one measure of the page, or null. */
  relations: RelationsView | null;
  sides: string[];
  choice: ChartChoice;
  path: string;
  locale: string;
};

/**
 * One measure in full: its range, documented minimum and best estimate, its chart, on demand how its figures stand to
 * each other, what the range leaves out, its table.
 */
export function MeasureSection({ measure, relations, sides, choice, path, locale }: Props) {
  return (
    <section id={measure.slug} className="min-w-0">
      <h2 className="text-2xl border-b border-rule pb-3">
        <bdi>{measure.label}</bdi>
      </h2>
      <MeasureSummary measure={measure} choice={choice} path={path} locale={locale} />
      <BestEstimate estimates={measure.estimates} locale={locale} />
      <DocumentedAbove measure={measure} locale={locale} />
      <div className="mt-6">
        <FigureChart measure={measure} sides={sides} choice={choice} path={path} locale={locale} />
      </div>
      {relations?.slug === measure.slug ? (
        <Relations relations={relations} choice={choice} path={path} locale={locale} />
      ) : null}
      <LeftOut measure={measure} locale={locale} />
      <FigureTable measure={measure} locale={locale} />
    </section>
  );
}
