import type { MeasureView } from "@/lib/events/types";
import { translator } from "@/lib/format/messages";
import { ChartBody } from "./chart-body";
import { ChartFoot } from "./chart-foot";
import { ChartHeader } from "./chart-header";
import { type ChartChoice, chartModel } from "./chart-model";

type Props = {
  measure: MeasureView;
  sides: string[];
  choice: ChartChoice;
  /** The address of the page, on which the switches of the chart build. */
  path: string;
  locale: string;
};

/** All figures of one measure on one axis, one row a claim, grouped by side. */
export function FigureChart({ measure, sides, choice, path, locale }: Props) {
  const { axis, range, groups } = chartModel(measure, sides, choice);
  return (
    <figure
      className="chart"
      aria-label={translator(locale)("figures.chart.label", { measure: measure.label })}
    >
      <ChartHeader axis={axis} range={range} withAnonymous={choice.withAnonymous} locale={locale} />
      <ChartBody
        anchor={measure.slug}
        kinds={measure.kinds}
        axis={axis}
        range={range}
        documented={measure.documentedMinimum[0]}
        groups={groups}
        sides={sides}
        locale={locale}
      />
      <ChartFoot measure={measure} axis={axis} choice={choice} path={path} locale={locale} />
    </figure>
  );
}
