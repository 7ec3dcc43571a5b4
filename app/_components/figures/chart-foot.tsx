import clsx from "clsx";
import type { MeasureView } from "@/lib/events/types";
import { translator } from "@/lib/format/messages";
import type { Axis, ScaleKind } from "./axis";
import { Caption, setLines } from "./chart-header";
import { type ChartChoice, choiceHref } from "./chart-model";
import { RelationsSwitch } from "./relations-switch";
import { NARROW_PLOT_PX, WIDE_PLOT_PX } from "./row-layout";

type Props = { measure: MeasureView; axis: Axis; choice: ChartChoice; path: string; locale: string };

/** Below the rows: what the dashed line is, what the axis shows, and the switches, as plain links. */
export function ChartFoot({ measure, axis, choice, path, locale }: Props) {
  const t = translator(locale);
  const hasAnonymous = measure.leftOut.some(({ reason }) => reason === "anonymous");
  const other: ScaleKind = axis.kind === "symlog" ? "linear" : "symlog";
  return (
    <>
      <DocumentedLabel measure={measure} axis={axis} locale={locale} />
      <figcaption className="small text-muted mt-3">
        <div className="flex flex-wrap gap-x-4 gap-y-1">
          <span>
            {unitWords(measure, locale)} {t(`figures.chart.${axis.kind}`)}
          </span>
          <a className="no-print" href={choiceHref(path, { ...choice, scale: other }, measure.slug)}>
            {t(axis.kind === "symlog" ? "figures.chart.toLinear" : "figures.chart.toSymlog")}
          </a>
          {hasAnonymous ? (
            <a
              className="no-print"
              href={choiceHref(path, { ...choice, withAnonymous: !choice.withAnonymous }, measure.slug)}
            >
              {t(choice.withAnonymous ? "figures.chart.withoutAnonymous" : "figures.chart.withAnonymous")}
            </a>
          ) : null}
          <RelationsSwitch measure={measure} choice={choice} path={path} locale={locale} />
        </div>
        {/* Shown by public/chart-keys.js. Hidden from those who listen: the name of the focused link says the same. */}
        <p className="chart-told" aria-hidden="true" hidden suppressHydrationWarning>
          {t("figures.chart.keyboard")}
        </p>
      </figcaption>
    </>
  );
}

/** "People." or, for things, the measure's own unit. */
function unitWords(measure: MeasureView, locale: string): string {
  const t = translator(locale);
  return t("figures.chart.unit", {
    unit: measure.unit.charAt(0).toLocaleUpperCase(locale) + measure.unit.slice(1),
  });
}

function DocumentedLabel({ measure, axis, locale }: Pick<Props, "measure" | "axis" | "locale">) {
  const documented = measure.documentedMinimum[0];
  if (!documented) return null;
  const t = translator(locale);
  const label = t("figures.documented.caption", {
    raw: documented.claim.raw ?? String(documented.n),
    basis: t(`figures.documented.${documented.basis}`),
    claimant: documented.claim.claimant.name,
  });
  const at = axis.at(documented.n);
  return (
    <div className="chart-across" aria-hidden="true">
      {(["narrow", "wide"] as const).map((only) => {
        const plotPx = only === "narrow" ? NARROW_PLOT_PX : WIDE_PLOT_PX;
        const lines = setLines(label, plotPx, true);
        return (
          <svg
            key={only}
            className={clsx("chart-plot", `only-${only}`)}
            width="100%"
            height={lines.length * 16 + 10}
          >
            <line className="mark-documented" x1={`${at}%`} x2={`${at}%`} y2="7" />
            <Caption lines={lines} middle={at} plotPx={plotPx} top={8} tone="flag" />
          </svg>
        );
      })}
    </div>
  );
}
