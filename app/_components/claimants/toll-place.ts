import type { BesideFigure, TollAccount, TollFigure, TollStep } from "@/lib/claims/toll-types";
import { type Box, boxAround } from "../timeline/boxes";
import { eventLabel } from "../timeline/event-label";
import { type Line, noteLines, type PlacedLabel, type Run } from "../timeline/labels";
import { shifted } from "../timeline/mark-shape";
import type { PlacedFigure } from "../timeline/placed";
import { breaksOf } from "../timeline/time-axis";
import { type Desk, reachFor, take, type Unlabelled } from "./toll-desk";
import { labelBeside } from "./toll-names";
import { labelSteps } from "./toll-notes";
import type { TollModel, TollTexts } from "./toll-plot";

type Labelled = Pick<TollModel, "figures" | "beside" | "notes" | "eventLabel" | "unplacedCount">;

/**
 * Finds places for the labels so that none covers a mark, a line or another label: first for the account, its last
 * figure before all, then for what its steps say, then for others. What finds no room is left to the table; of others
 * a letter stays.
 */
export function labelTimeline(account: TollAccount, model: Unlabelled, texts: TollTexts): Labelled {
  const plot = {
    plotPx: model.plotPx,
    top: 0,
    bottom: model.edgePx === null ? model.footPx : model.edgePx + 6,
  };
  const desk: Desk = { texts, plot, isYearTold: isYearTold(model), taken: coveredBy(model), labels: [] };
  // A fall and its reason stand before all (R20).
  const falls = labelSteps(
    account.steps.filter(({ isDownward }) => isDownward),
    model,
    desk,
  );
  const figures = labelFigures(model.figures, model, desk);
  const others = labelSteps(breaksAndOpen(account.steps), model, desk);
  const beside = labelBeside(model.beside, model, desk);
  const isBare = figures.filter(({ label }) => label === null).length;
  return {
    figures,
    beside,
    notes: [...falls.notes, ...others.notes],
    eventLabel: eventLabel(model, desk.texts.theEvent, desk.taken, desk.plot),
    unplacedCount: isBare + falls.unplaced + others.unplaced,
  };
}

/** Every break, and of what is open the last: the dotted line says the rest. */
function breaksAndOpen(steps: readonly TollStep[]): TollStep[] {
  const open = steps.findLast(({ kind }) => kind === "undecided" || kind === "both_stand" || kind === "adds");
  return steps.filter((step) => step.kind === "replaces" || step === open);
}

/** On an axis of less than a year a day and its month are enough: the year stands below. */
function isYearTold({ time }: Unlabelled): boolean {
  return time.to - time.from < YEAR_MS;
}
const YEAR_MS = 300 * 24 * 3_600_000;

function coveredBy({ figures, beside, strokes, drops, breaks, footPx, time }: Unlabelled): Box[] {
  const marks = [...figures, ...beside].flatMap((placed) => markBox(placed) ?? []);
  // What the dates of others can mean is dotted and pale: words may stand on it.
  const spans = figures.flatMap(({ span, shape }) =>
    span && shape ? [{ x0: span.from, dx0: 0, x1: span.to, dx1: 0, y0: shape.y - 3, y1: shape.y + 3 }] : [],
  );
  const lines = strokes.map(({ x1, x2, y1, y2 }) => ({
    x0: x1,
    dx0: -3,
    x1: x2,
    dx1: 3,
    y0: Math.min(y1, y2) - 2,
    y1: Math.max(y1, y2) + 2,
  }));
  const walls = breaks.map((x) => ({ x0: x, dx0: -3, x1: x, dx1: 3, y0: 0, y1: footPx }));
  const heads = drops.map((drop) => boxAround(drop, { left: 7, right: 7, up: 6, down: 5 }));
  const cuts = breaksOf(time).map((x) => boxAround({ x, y: footPx }, { left: 8, right: 8, up: 6, down: 9 }));
  return [...marks, ...spans, ...lines, ...walls, ...heads, ...cuts];
}

function markBox(placed: PlacedFigure<TollFigure | BesideFigure>): Box | null {
  const { x, dx, shape } = placed;
  return shape && boxAround({ x, y: shape.y }, shifted(reachFor(placed), dx));
}

function labelFigures(
  figures: readonly PlacedFigure<TollFigure>[],
  model: Unlabelled,
  desk: Desk,
): PlacedFigure<TollFigure>[] {
  const labels = new Map<number, PlacedLabel>();
  // The last, the first, then the rest from the latest back.
  const order = new Set([figures.length - 1, 0, ...[...figures.keys()].reverse()]);
  for (const place of order) {
    const placed = figures[place];
    const isFirst = place === 0;
    const label = placed && labelFigure(placed, isFirst && model.breaks.length > 0, model, desk);
    if (label) labels.set(place, label);
  }
  return figures.map((placed, place) => ({ ...placed, label: labels.get(place) ?? null }));
}

/** A date in two lines. */
const NARROW_DATE_PX = 52;

/** The number with its date and what must be said of it; where what is counted changes, also what it was at first. */
function labelFigure(
  placed: PlacedFigure<TollFigure>,
  tellsMeasure: boolean,
  model: Unlabelled,
  desk: Desk,
): PlacedLabel | null {
  const { figure } = placed;
  const { texts, isYearTold } = desk;
  const look = figure.lifecycle === "current" ? "figure" : "was";
  const number: Run = { text: texts.raw(figure), look };
  const told = texts.moment(figure, isYearTold);
  const date: Run = { text: told, look: "note" };
  const note = texts.note(figure);
  const notes = (note && noteLines(note, 150)) || [];
  const measure = (tellsMeasure && noteLines(figure.measure.label, 160)) || [];
  const settings: Line[][] = [
    [[number], [date], ...notes, ...measure],
    [[number], [date], ...notes],
    [[number, date], ...notes],
    [[number], ...(noteLines(told, NARROW_DATE_PX) ?? []), ...notes],
  ];
  for (const lines of settings) {
    const label = take(lines, placed, model, desk);
    if (label) return label;
  }
  return null;
}
