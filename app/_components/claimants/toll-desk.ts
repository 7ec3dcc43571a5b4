import type { BesideFigure, TollFigure } from "@/lib/claims/toll-types";
import type { Box } from "../timeline/boxes";
import {
  isFree,
  type Line,
  type PlacedLabel,
  type Plot,
  placeAround,
  placeAt,
  sizeOf,
} from "../timeline/labels";
import { isCrossedFigure, type Reach, reachOf } from "../timeline/mark-shape";
import type { PlacedFigure } from "../timeline/placed";
import type { TollModel, TollTexts } from "./toll-plot";

/** A timeline whose labels are not placed yet. */
export type Unlabelled = Omit<TollModel, "notes" | "eventLabel" | "unplacedCount">;

/** What takes part in placing: the words, the plot, and what is taken so far. */
export type Desk = {
  texts: TollTexts;
  plot: Plot;
  isYearTold: boolean;
  taken: Box[];
  /** Of that, what labels take. */
  labels: Box[];
};

const NO_REACH: Reach = { left: 0, right: 0, up: 0, down: 0 };

export function reachFor({ shape, size, figure }: PlacedFigure<TollFigure | BesideFigure>): Reach {
  return shape ? reachOf(shape, size, isCrossedFigure(figure)) : NO_REACH;
}

/** Takes the first free place for a label of a mark, or null. */
export function take(
  lines: readonly Line[],
  placed: PlacedFigure<TollFigure | BesideFigure>,
  model: Unlabelled,
  desk: Desk,
): PlacedLabel | null {
  const { x, dx, shape } = placed;
  const found = shape
    ? placeAround(lines, { x, y: shape.y, dx }, reachFor(placed), desk.taken, desk.plot)
    : atEdge(lines, x, model, desk);
  if (!found) return null;
  hold(desk, found.box);
  return found.label;
}

/** Keeps the place of a label from the next ones. */
export function hold(desk: Desk, box: Box): void {
  desk.taken.push(box);
  desk.labels.push(box);
}

/** The words of a figure without a number, in one line below the foot. */
function atEdge(lines: readonly Line[], x: number, { edgePx }: Unlabelled, { taken, plot }: Desk) {
  if (edgePx === null) return null;
  const line = [lines.flat()];
  const { height } = sizeOf(line);
  for (const anchor of ["middle", "start", "end"] as const) {
    const placed = placeAt(line, { x, dx: 0, anchor, top: edgePx - height + 4 });
    if (isFree(placed.box, taken, plot)) return placed;
  }
  return null;
}
