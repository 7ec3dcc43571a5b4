import type { FigureClaim } from "@/lib/claims/types";
import type { MeasureView, ReportedRangeView } from "@/lib/events/types";
import { type Axis, defaultScale, makeAxis, type ScaleKind } from "./axis";
import { extentOf } from "./grammar";

/**
 * How the reader asked for the charts of a page: `?scale=`, `?anonymous=`, and `?relations=` with the slug of a measure;
 * of an event of the past also `?asOf=` with its moment, or the number of its version, which stands in the path.
 */
export type ChartChoice = {
  scale: ScaleKind | null;
  withAnonymous: boolean;
  relations: string | null;
  asOf?: string | null;
  version?: number | null;
};

export type ChartGroup = { side: string | null; figures: FigureClaim[] };

export type ChartModel = {
  axis: Axis;
  range: ReportedRangeView;
  groups: ChartGroup[];
};

/** What a chart of one measure shows, before it is placed on the page. */
export function chartModel(measure: MeasureView, sides: readonly string[], choice: ChartChoice): ChartModel {
  const values = valuesOf(measure);
  const axis = makeAxis(values, choice.scale ?? defaultScale(values));
  const range = choice.withAnonymous ? measure.rangeWithAnonymous : measure.range;
  return { axis, range, groups: groupBySide(measure.figures, sides) };
}

function valuesOf(measure: MeasureView): number[] {
  const quantities = measure.figures.flatMap((f) => [f.quantity, ...f.earlier.map((e) => e.quantity)]);
  const drawn = quantities.flatMap((q) => Object.values(extentOf(q)));
  const documented = measure.documentedMinimum.map((d) => d.n);
  return [...drawn, ...documented].filter((v) => v !== null);
}

/** Sides in their order, then those on neither; within each in the order of their stating. */
export function groupBySide<T extends { side: string | null; stated: { earliest: number } }>(
  claims: readonly T[],
  sides: readonly string[],
): { side: string | null; figures: T[] }[] {
  const ordered = claims.toSorted((a, b) => a.stated.earliest - b.stated.earliest);
  const known = (claim: T) => (claim.side !== null && sides.includes(claim.side) ? claim.side : null);
  return [...sides, null]
    .map((side) => ({ side, figures: ordered.filter((claim) => known(claim) === side) }))
    .filter((group) => group.figures.length > 0);
}

/** Reads the choice from the address; what is not understood is left at its default. */
export function readChartChoice(query: Record<string, string | string[] | undefined>): ChartChoice {
  const scale = query.scale === "linear" || query.scale === "symlog" ? query.scale : null;
  const relations = typeof query.relations === "string" && query.relations !== "" ? query.relations : null;
  return { scale, withAnonymous: query.anonymous === "1", relations };
}

/** The address of the same page with a choice, at one of its anchors. */
export function choiceHref(path: string, choice: ChartChoice, anchor: string): string {
  const query = new URLSearchParams();
  if (choice.scale) query.set("scale", choice.scale);
  if (choice.withAnonymous) query.set("anonymous", "1");
  if (choice.relations) query.set("relations", choice.relations);
  if (choice.asOf) query.set("asOf", choice.asOf);
  const search = query.toString();
  const page = choice.version ? `${path}/v/${choice.version}` : path;
  return `${page}${search ? `?${search}` : ""}#${anchor}`;
}
