import type { TollAccount, TollFigure, TollView } from "@/lib/claims/toll-types";
import { extentOf } from "../figures/grammar";
import { gutterFor } from "../timeline/gutter";
import { besideLine, shapeOf } from "../timeline/mark-shape";
import type { PlacedFigure } from "../timeline/placed";
import {
  makeTimeAxis,
  type Span,
  shownSpan,
  spanOf,
  spansInOrder,
  type TimeAxis,
  whereIs,
} from "../timeline/time-axis";
import { makeValueAxis, type ValueAxis, valueTicks } from "../timeline/value-axis";
import { drawSteps } from "./toll-line";
import { placeBeside } from "./toll-others";
import { labelTimeline } from "./toll-place";
import type { Frame, TollModel, TollTexts } from "./toll-plot";

/** Above the greatest figure room is kept for its label. */
const TOP_PX = 46;
const EDGE_LANE_PX = 30;

/**
 * Lays one account out for one width. The same input gives the same drawing. Of two ways in which the marks of others
 * can make room for each other, it takes the one in which more of them are named.
 */
export function tollModel(view: TollView, account: TollAccount, frame: Frame, texts: TollTexts): TollModel {
  const { bare, besideSpans } = bareModel(view, account, frame, texts);
  const making = (towards: 1 | -1): TollModel => {
    const { time, value, figures, plotPx } = bare;
    const beside = placeBeside(account.beside, besideSpans, time, value, figures, plotPx, towards);
    const placed = { ...bare, beside };
    return { ...placed, ...labelTimeline(account, placed, texts) };
  };
  const [right, left] = [making(1), making(-1)];
  return named(left) > named(right) ? left : right;
}

/** How many figures of others have more than their letter. */
function named({ beside }: TollModel): number {
  return beside.filter(({ label }) => (label?.lines[0]?.runs.length ?? 0) > 1).length;
}

/** The axes and the account itself. */
function bareModel(view: TollView, account: TollAccount, frame: Frame, texts: TollTexts) {
  const { occurred } = view.event;
  const spans = spansInOrder(account.figures.map(({ span }) => spanOf(span, occurred.earliest)));
  const besideSpans = account.beside.map(({ span }) => spanOf(span, occurred.earliest));
  const besideAt = besideSpans.map(({ at }) => at);
  const eventAt = (occurred.earliest + occurred.latest) / 2;
  const time = makeTimeAxis(spans, besideAt, eventAt, frame.endPercent);

  const shown = [...account.figures, ...account.beside];
  const ends = shown.map(({ quantity }) => Object.values(extentOf(quantity)));
  const hasEdge = ends.some((own) => own.every((end) => end === null));
  const footPx = frame.heightPx - (hasEdge ? EDGE_LANE_PX : 0);
  const values = ends.flat().filter((end) => end !== null);
  const value = makeValueAxis(values, TOP_PX, footPx);
  const ticks = valueTicks(value, texts.value);
  const gutterPx = gutterFor(ticks);
  const plotPx = frame.containerPx - gutterPx;

  const figures = clearOfLine(placeFigures(account, spans, time, value), account);
  const isEventShown = whereIs(eventAt, time) === "main";
  const bare = {
    frame,
    gutterPx,
    plotPx,
    footPx,
    edgePx: hasEdge ? footPx + EDGE_LANE_PX - 6 : null,
    time,
    value,
    valueTicks: ticks,
    event: isEventShown ? { from: time.at(occurred.earliest), to: time.at(occurred.latest) } : null,
    figures,
    ...drawSteps(account, figures, time),
  };
  return { bare, besideSpans };
}

function placeFigures(
  { figures, steps }: TollAccount,
  spans: readonly Span[],
  time: TimeAxis,
  value: ValueAxis,
): PlacedFigure<TollFigure>[] {
  return figures.map((figure, i) => {
    const size = isPast(figure, i, steps) ? "past" : "full";
    const span = spans[i] ?? { at: time.from, from: null, to: null };
    const shape = shapeOf(figure.quantity, value, size);
    const [x, ends] = [time.at(span.at), shownSpan(span, time)];
    return { figure, x, dx: 0, span: ends, shape, size, isFurther: false, label: null };
  });
}

/** Arrows and dotted lines of marks step aside for the account's own line. */
function clearOfLine(
  figures: readonly PlacedFigure<TollFigure>[],
  { steps }: TollAccount,
): PlacedFigure<TollFigure>[] {
  return figures.map((placed, place) => {
    const step = steps.find(
      ({ newer, kind }) => newer === place && (kind === "supersedes" || kind === "undecided"),
    );
    const before = step && figures[step.older]?.shape;
    if (!before || !placed.shape) return placed;
    return { ...placed, shape: besideLine(placed.shape, before.y < placed.shape.y ? "above" : "below") };
  });
}

// A figure that was taken back, with none in its place, keeps its size.
function isPast({ lifecycle }: TollFigure, place: number, steps: TollAccount["steps"]): boolean {
  if (lifecycle === "superseded" || lifecycle === "replaced") return true;
  return lifecycle === "corrected" && steps.some(({ older }) => older === place);
}
