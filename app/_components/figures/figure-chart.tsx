import type { MeasureView } from "@/lib/events/types";
import { translator } from "@/lib/format/messages";
import { ChartBackdrop } from "./chart-backdrop";
import { ChartFoot } from "./chart-foot";
import { ChartHeader } from "./chart-header";
import { type ChartChoice, type ChartGroup, chartModel } from "./chart-model";
import { ChartRow } from "./chart-row";
import { MARK_OF, sideClass } from "./grammar";

type Props = {
  measure: MeasureView;
  sides: string[];
  choice: ChartChoice;
  /** The address of the page, on which the switches of the chart build. */
  path: string;
  locale: string;
};

/** Up to so many rows a chart is kept on one printed page. */
const SHORT_ROWS_MAX = 16;

/** All figures of one measure on one axis, one row a claim, grouped by side. */
export function FigureChart({ measure, sides, choice, path, locale }: Props) {
  const t = translator(locale);
  const { axis, range, groups } = chartModel(measure, sides, choice);
  const documented = measure.documentedMinimum[0];
  const hatchOf = (side: string | null) =>
    `hatch-${measure.slug}-${side === null ? "none" : sides.indexOf(side)}`;
  const hatches = groups.filter(hasWords).map(({ side }) => ({ id: hatchOf(side), side }));
  return (
    <figure className="chart" aria-label={t("figures.chart.label", { measure: measure.label })}>
      <ChartHeader axis={axis} range={range} withAnonymous={choice.withAnonymous} locale={locale} />
      <div className={measure.figures.length > SHORT_ROWS_MAX ? "chart-body" : "chart-body is-short"}>
        <ChartBackdrop
          axis={axis}
          range={range}
          documented={documented}
          hatches={hatches}
          sides={sides}
          locale={locale}
        />
        {groups.map(({ side, figures }) => (
          <div key={side ?? ""} className={sideClass(sides, side)}>
            {sides.length > 0 ? <SideName side={side} locale={locale} /> : null}
            <ol>
              {figures.map((figure) => (
                <ChartRow
                  key={figure.id}
                  figure={figure}
                  kinds={measure.kinds}
                  axis={axis}
                  hatch={hatchOf(side)}
                  locale={locale}
                />
              ))}
            </ol>
          </div>
        ))}
      </div>
      <ChartFoot measure={measure} axis={axis} choice={choice} path={path} locale={locale} />
    </figure>
  );
}

export function SideName({ side, locale }: { side: string | null; locale: string }) {
  return (
    <p className="chart-side">
      <bdi>{side ?? translator(locale)("event.neither")}</bdi>
    </p>
  );
}

function hasWords(group: ChartGroup): boolean {
  return group.figures.some((figure) => MARK_OF[figure.quantity.qualifier] === "hatched");
}
