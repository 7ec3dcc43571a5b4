import type { TimelineFigure } from "@/lib/timeline/types";
import { type Box, boxAround } from "./boxes";
import { goesOn, labelEnds } from "./end-labels";
import { eventLabel } from "./event-label";
import type { EventModel, TimelineTexts } from "./event-plot";
import {
  isFree,
  type Line,
  noteLines,
  type PlacedLabel,
  type Plot,
  placeAround,
  placeAt,
  type Run,
} from "./labels";
import { isCrossedFigure, reachOf } from "./mark-shape";
import type { PlacedFigure } from "./placed";
import { breaksOf } from "./time-axis";

/** A timeline whose labels are not placed yet. */
export type BareModel = Omit<EventModel, "ends" | "eventLabel" | "unplacedCount">;

/** The widths in which a name is set at its mark, the best first. */
const NAME_PX = [150, 110];

/**
 * Names every line at its end, then at their marks those that have none, as far as there is room: no label covers a
 * mark or another label. What finds no room is left to the table.
 */
export function labelTimeline(
  model: BareModel,
  texts: TimelineTexts,
): Pick<EventModel, "ends" | "eventLabel" | "unplacedCount" | "figures"> {
  const plot: Plot = {
    plotPx: model.plotPx,
    top: 0,
    bottom: model.edgePx === null ? model.footPx : model.edgePx + 6,
  };
  const taken = coveredBy(model);
  const ends = model.frame.namesPx > 0 ? labelEnds(model, texts) : [];
  const named = new Set(ends.map(({ place }) => place));
  const labels = new Map<number, PlacedLabel>();
  for (const place of inTurn(model)) {
    const placed = model.figures[place];
    if (!placed || named.has(place)) continue;
    const found = labelOf(placed, place, model, texts, taken, plot);
    if (!found) continue;
    taken.push(found.box);
    labels.set(place, found.label);
  }
  const figures = model.figures.map((placed, place) => ({ ...placed, label: labels.get(place) ?? null }));
  return {
    figures,
    ends,
    eventLabel: eventLabel(model, texts.theEvent, taken, plot),
    unplacedCount: figures.filter(({ label }, place) => !label && !named.has(place)).length,
  };
}

/** Those that stand before those that no longer do; the greatest and the least of them first, then the latest. */
function inTurn({ figures }: BareModel): number[] {
  const standing = (place: number) => Number(figures[place]?.figure.lifecycle === "current");
  const ys = figures.flatMap(({ shape, figure }) =>
    shape && figure.lifecycle === "current" ? [shape.y] : [],
  );
  const [least, most] = [Math.max(...ys), Math.min(...ys)];
  const isEnd = (place: number) => Number([least, most].includes(figures[place]?.shape?.y ?? Number.NaN));
  return [...figures.keys()].sort((a, b) => standing(b) - standing(a) || isEnd(b) - isEnd(a) || b - a);
}

/** Lines that go on are pale, and pass behind words. */
function coveredBy({ figures, strokes, breaks, footPx, time }: BareModel): Box[] {
  const marks = figures.flatMap(({ x, shape, size, figure }) =>
    shape ? [boxAround({ x, y: shape.y }, reachOf(shape, size, isCrossedFigure(figure)))] : [],
  );
  const lines = strokes
    .filter(({ look }) => look === "joined")
    .map(({ x1, x2, y1, y2 }) => ({
      x0: Math.min(x1, x2),
      dx0: -2,
      x1: Math.max(x1, x2),
      dx1: 2,
      y0: Math.min(y1, y2) - 2,
      y1: Math.max(y1, y2) + 2,
    }));
  const gaps = breaks.map((gap) => boxAround(gap, { left: 2, right: 8, up: 8, down: 8 }));
  const cuts = breaksOf(time).map((x) => boxAround({ x, y: footPx }, { left: 8, right: 8, up: 6, down: 9 }));
  return [...marks, ...lines, ...gaps, ...cuts];
}

type Found = { label: PlacedLabel; box: Box };

function labelOf(
  placed: PlacedFigure<TimelineFigure>,
  place: number,
  model: BareModel,
  texts: TimelineTexts,
  taken: readonly Box[],
  plot: Plot,
): Found | null {
  const { figure, shape, size, x } = placed;
  const settings = settingsOf(figure, texts);
  if (!shape) return atEdge(settings, x, model, taken, plot);
  if (model.frame.namesPx === 0 && model.strokes.some((s) => s.place === place && goesOn(s))) {
    const found = atEnd(settings, shape.y, taken, plot);
    if (found) return found;
  }
  const reach = reachOf(shape, size, isCrossedFigure(figure));
  for (const lines of settings) {
    const found = placeAround(lines, { x, y: shape.y }, reach, taken, plot);
    if (found) return found;
  }
  return null;
}

/** The figure with its claimant, in ever narrower lines; one that no longer stands is named by its line. */
function settingsOf(figure: TimelineFigure, texts: TimelineTexts): Line[][] {
  const isPast = figure.lifecycle === "superseded" || figure.lifecycle === "replaced";
  const raw: Run = { text: texts.raw(figure), look: figure.lifecycle === "current" ? "figure" : "was" };
  if (isPast) return [[[raw]]];
  const note = texts.note(figure);
  const notes = (note && noteLines(note, 130)) || [];
  const name = figure.claimant.name;
  return NAME_PX.flatMap((px) => {
    const names = noteLines(name, px);
    return names ? [[[raw], ...names, ...notes]] : [];
  });
}

/** On a narrow plot the name stands on its line, at the end of it. */
function atEnd(settings: readonly Line[][], y: number, taken: readonly Box[], plot: Plot): Found | null {
  for (const lines of settings) {
    for (const isOver of [true, false]) {
      const corner = { x: 100, dx: 0, anchor: "end", top: 0 } as const;
      const { y1: height } = placeAt(lines, corner).box;
      const placed = placeAt(lines, { ...corner, top: isOver ? y - height - 2 : y + 3 });
      if (isFree(placed.box, taken, plot)) return placed;
    }
  }
  return null;
}

/** The words of a figure without a number, in one line below the foot. */
function atEdge(
  settings: readonly Line[][],
  x: number,
  { edgePx, footPx }: BareModel,
  taken: readonly Box[],
  plot: Plot,
): Found | null {
  for (const lines of settings) {
    for (const anchor of ["middle", "start", "end"] as const) {
      const placed = placeAt([lines.flat()], { x, dx: 0, anchor, top: (edgePx ?? footPx) - 16 });
      if (isFree(placed.box, taken, plot)) return placed;
    }
  }
  return null;
}
