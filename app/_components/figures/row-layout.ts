import type { FigureClaim } from "@/lib/claims/types";
import { formatLocaleOf, type Translate } from "@/lib/format/messages";
import { formatFigure } from "@/lib/format/numbers";
import type { Axis } from "./axis";
import { isDocumentedBasis, MARK_OF } from "./grammar";
import { type LabelContent, type LabelPlace, placeInside, placeLabel } from "./place-label";
import { coveredBy, placeOf } from "./place-mark";

/** The narrowest plots for which the two drawings of a row are set: a phone at 320 px, and the wide layout. */
export const NARROW_PLOT_PX = 280;
export const WIDE_PLOT_PX = 356;

/** Earlier figures told beside the current one; all are drawn, and all stand in the table. */
const EARLIER_TOLD_MAX = 3;

export type RowLayout = { narrow: LabelPlace; wide: LabelPlace; isSame: boolean };

export function layoutRow(figure: FigureClaim, axis: Axis, t: Translate, locale: string): RowLayout {
  const content = labelContent(figure, t, locale);
  const narrow = placeRow(figure, content, axis, NARROW_PLOT_PX);
  const wide = placeRow(figure, content, axis, WIDE_PLOT_PX);
  return { narrow, wide, isSame: JSON.stringify(narrow) === JSON.stringify(wide) };
}

/** The row in a plot of exactly that width, with its wording whole, in as many lines as it takes. */
export function layoutRowAt(
  figure: FigureClaim,
  axis: Axis,
  plotPx: number,
  t: Translate,
  locale: string,
): LabelPlace {
  return placeRow(figure, labelContent(figure, t, locale), axis, plotPx, Number.POSITIVE_INFINITY);
}

function placeRow(
  figure: FigureClaim,
  content: LabelContent,
  axis: Axis,
  plotPx: number,
  linesMax?: number,
): LabelPlace {
  const mark = placeOf(figure.quantity, axis);
  const inside = mark?.kind === "hatched" ? placeInside(content, mark, plotPx) : null;
  return inside ?? placeLabel(content, coveredBy(figure, axis), plotPx, linesMax);
}

function labelContent(figure: FigureClaim, t: Translate, locale: string): LabelContent {
  const told = figure.earlier.slice(-EARLIER_TOLD_MAX).map((earlier) => earlier.quantity.raw);
  const was = figure.earlier.length > EARLIER_TOLD_MAX ? ["…", ...told] : told;
  const isWord = MARK_OF[figure.quantity.qualifier] === "hatched";
  return {
    was,
    figure: isWord ? t("figures.quoted", { raw: figure.quantity.raw }) : figure.quantity.raw,
    note: noteOf(figure, t, locale),
  };
}

function noteOf({ quantity, standing, lifecycle, basis }: FigureClaim, t: Translate, locale: string): string {
  if (standing === "disowned") return t("standing.disowned.label");
  if (lifecycle !== "current") return t(`lifecycle.${lifecycle}.label`);
  if (quantity.reading === "convention" && quantity.low !== null && quantity.high !== null) {
    const bounds = {
      low: formatFigure(quantity.low, formatLocaleOf(locale)),
      high: formatFigure(quantity.high, formatLocaleOf(locale)),
    };
    return t("figures.chart.ourReading", bounds);
  }
  return isDocumentedBasis(basis) ? t(`figures.documented.${basis}`) : "";
}
