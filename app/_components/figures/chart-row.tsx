import type { FigureClaim } from "@/lib/claims/types";
import { translator } from "@/lib/format/messages";
import { tellDate } from "../ui/date-text";
import { layoutRow } from "./row-layout";
import { RowPlot, type RowPlotProps } from "./row-plot";
import { ContestedBadge, VerificationBadge } from "./status-words";

type Props = Omit<RowPlotProps, "place" | "only">;

/** One claim on the chart. What stands beside the marks is told to those who listen in the names of the marks. */
export function ChartRow(props: Props) {
  const { figure, axis, locale } = props;
  const { narrow, wide, isSame } = layoutRow(figure, axis, translator(locale), locale);
  return (
    <li className="chart-row">
      <span className="chart-who" aria-hidden="true">
        <bdi>{figure.claimant.name}</bdi>
        <SecondLine figure={figure} locale={locale} />
      </span>
      <RowPlot {...props} place={narrow} only={isSame ? null : "narrow"} />
      {isSame ? null : <RowPlot {...props} place={wide} only="wide" />}
      <span className="chart-state" aria-hidden="true">
        <VerificationBadge verification={figure.verification} locale={locale} />
        {figure.contested ? <ContestedBadge locale={locale} /> : null}
        <span className="chart-date">{datesOf(figure, locale)}</span>
      </span>
    </li>
  );
}

function SecondLine({ figure, locale }: { figure: FigureClaim; locale: string }) {
  const words = secondLineOf(figure, locale);
  return words ? <small dir="auto">{words}</small> : null;
}

/** What stands under the claimant's name: that nobody is named, or the body that it belongs to. */
export function secondLineOf(figure: FigureClaim, locale: string): string | null {
  if (figure.isAnonymous) return translator(locale)("figures.chart.notIdentified");
  return figure.claimant.partOf?.name ?? null;
}

/** When it was stated; where it took the place of earlier figures, since when the claimant gives any. */
export function datesOf(figure: FigureClaim, locale: string): string {
  const last = tellDate(figure.stated, locale, "short");
  const first = figure.earlier[0];
  if (!first) return last;
  return translator(locale)("figures.chart.fromTo", { first: tellDate(first.stated, locale, "short"), last });
}
