import type { TimelineFigure, TimelineMeasure } from "@/lib/timeline/types";
import type { ScaleKind } from "../figures/axis";
import { extentOf } from "../figures/grammar";
import { areApartAt, type Box, boxAround } from "./boxes";
import { labelTimeline } from "./event-labels";
import { drawLines } from "./event-lines";
import type { EventFrame, EventModel, TimelineTexts } from "./event-plot";
import { acrossOf, eventTimeAxis, statedSpans } from "./event-time";
import { gutterFor } from "./gutter";
import { isCrossedFigure, reachOf, shapeOf } from "./mark-shape";
import type { PlacedFigure } from "./placed";
import { type Span, shownSpan, whereIs } from "./time-axis";
import { makeValueAxis, type ValueAxis, valueTicks } from "./value-axis";

/** Above the greatest figure room is kept for its label. */
const TOP_PX = 40;
const EDGE_LANE_PX = 30;
/** A date that means longer than this is no instant. */
const SPAN_LEAST_MS = 2 * 3_600_000;
/** So much of the height a name takes, and so high a drawing becomes for its names at most. */
const NAME_PX = 21;
const HEIGHT_MAX_PX = 620;

type Given = {
  measure: TimelineMeasure;
  /** The event's own time: the first and the last instant that it can mean. */
  occurred: { earliest: number; latest: number };
  scale: ScaleKind | null;
};

/** Lays the figures of one measure out by the time at which they were stated. The same input gives the same drawing. */
export function eventModel(given: Given, frame: EventFrame, texts: TimelineTexts): EventModel {
  const { measure, occurred, scale } = given;
  const { figures: stated, steps, documented } = measure;
  const spans = statedSpans(stated, steps, occurred.earliest);
  const occurredAt = (occurred.earliest + occurred.latest) / 2;
  const time = eventTimeAxis(spans, occurredAt, frame.endPercent);

  const ends = stated.map(({ quantity }) => Object.values(extentOf(quantity)));
  const hasEdge = ends.some((own) => own.every((end) => end === null));
  const standing = stated.filter(({ lifecycle }) => lifecycle === "current").length;
  const heightPx = Math.max(frame.leastHeightPx, Math.min(HEIGHT_MAX_PX, TOP_PX + NAME_PX * standing));
  const footPx = heightPx - (hasEdge ? EDGE_LANE_PX : 0);
  const values = [...ends.flat(), documented?.n ?? null].filter((end) => end !== null);
  const value = makeValueAxis(values, TOP_PX, footPx, scale);
  const ticks = valueTicks(value, texts.value);
  const gutterPx = gutterFor(ticks);
  const plotPx = frame.containerPx - gutterPx - frame.namesPx;

  const xs = acrossOf(spans, time);
  const figures = apart(
    stated.map((figure, i) => placeFigure(figure, spans[i] as Span, xs[i] ?? 0, time, value)),
    measure,
    plotPx,
  );
  const isEventShown = whereIs(occurredAt, time) === "main";
  const bare = {
    frame,
    heightPx,
    gutterPx,
    plotPx,
    footPx,
    edgePx: hasEdge ? footPx + EDGE_LANE_PX - 6 : null,
    time,
    value,
    valueTicks: ticks,
    event: isEventShown ? { from: time.at(occurred.earliest), to: time.at(occurred.latest) } : null,
    figures,
    ...drawLines(measure, figures, time, value),
  };
  return { ...bare, ...labelTimeline(bare, texts) };
}

function placeFigure(
  figure: TimelineFigure,
  span: Span,
  x: number,
  time: EventModel["time"],
  value: ValueAxis,
): PlacedFigure<TimelineFigure> {
  const isFurther = whereIs(span.at, time) !== "main";
  const isPast = figure.lifecycle === "superseded" || figure.lifecycle === "replaced";
  const size = isPast ? "past" : "full";
  return {
    figure,
    x,
    dx: 0,
    span: isFurther ? null : shownSpan(span, time, SPAN_LEAST_MS),
    shape: shapeOf(figure.quantity, value, size),
    size,
    isFurther,
    label: null,
  };
}

/** Figures of one day and number would hide each other: the second stands a mark's width aside, and never far. */
const ASIDE_PX = [0, 11, -11, 16, -16, 22, -22, 28, -28, 34, -34];
const FARTHEST_SHARE = 0.06;

/** The same figures, each a little aside in percent where it would hide another; none before one whose place it took. */
function apart(
  figures: readonly PlacedFigure<TimelineFigure>[],
  { steps }: TimelineMeasure,
  plotPx: number,
): PlacedFigure<TimelineFigure>[] {
  const taken: Box[] = [];
  const xs = figures.map(({ x }) => x);
  const farthestPx = Math.max(22, FARTHEST_SHARE * plotPx);
  for (const [place, { x, shape, size, figure }] of figures.entries()) {
    if (!shape) continue;
    const reach = reachOf(shape, size, isCrossedFigure(figure));
    const boxAt = (px: number) => boxAround({ x: px, y: shape.y }, reach);
    const older = steps.filter(({ newer }) => newer === place).map((step) => xs[step.older] ?? 0);
    const newer = steps.filter((step) => step.older === place).map((step) => xs[step.newer] ?? 100);
    const free = ASIDE_PX.filter((px) => Math.abs(px) <= farthestPx)
      .map((px) => x + (100 * px) / plotPx)
      .filter((at) => at >= Math.max(1, ...older) && at <= Math.min(99, ...newer))
      .find((at) => taken.every((other) => areApartAt(boxAt(at), other, plotPx)));
    xs[place] = Math.round((free ?? x) * 100) / 100;
    taken.push(boxAt(xs[place] ?? x));
  }
  return figures.map((placed, place) => ({ ...placed, x: xs[place] ?? placed.x }));
}
