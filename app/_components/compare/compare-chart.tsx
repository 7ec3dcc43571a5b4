import { type CompareChoice, compareHref } from "@/lib/compare/schema";
import type { ComparedGroup } from "@/lib/compare/types";
import { translator } from "@/lib/format/messages";
import { defaultScale, makeAxis, type ScaleKind } from "../figures/axis";
import { ChartBody } from "../figures/chart-body";
import { unitWords } from "../figures/chart-foot";
import { ChartHeader } from "../figures/chart-header";
import { groupBySide } from "../figures/chart-model";
import { extentOf } from "../figures/grammar";

type Props = { group: ComparedGroup; choice: CompareChoice; path: string; locale: string };

/** The figures of one group on one axis. No range is drawn: that of its event holds all figures, not those chosen. */
export function CompareChart({ group, choice, path, locale }: Props) {
  const t = translator(locale);
  const { measure, event, sides, figures, anchor } = group;
  const values = figures
    .flatMap(({ quantity }) => Object.values(extentOf(quantity)))
    .filter((value) => value !== null);
  const axis = makeAxis(values, choice.scale ?? defaultScale(values));
  const other: ScaleKind = axis.kind === "symlog" ? "linear" : "symlog";
  return (
    <figure
      className="chart"
      aria-label={t("compare.group.chart", { measure: measure.label, event: event.title })}
    >
      <ChartHeader axis={axis} range={null} withAnonymous={false} locale={locale} />
      <ChartBody
        anchor={anchor}
        kinds={measure.kinds}
        axis={axis}
        range={null}
        documented={undefined}
        groups={groupBySide(figures, sides)}
        sides={sides}
        locale={locale}
      />
      <figcaption className="small text-muted mt-3">
        <div className="flex flex-wrap gap-x-4 gap-y-1">
          <span>
            {unitWords(measure, locale)} {t(`figures.chart.${axis.kind}`)} {t("compare.group.twin")}
          </span>
          <a className="no-print" href={`${compareHref(path, { ...choice, scale: other })}#${anchor}`}>
            {t(axis.kind === "symlog" ? "figures.chart.toLinear" : "figures.chart.toSymlog")}
          </a>
        </div>
        <p className="chart-told" aria-hidden="true" hidden suppressHydrationWarning>
          {t("figures.chart.keyboard")}
        </p>
      </figcaption>
    </figure>
  );
}
