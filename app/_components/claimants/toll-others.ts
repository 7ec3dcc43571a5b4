import type { BesideFigure, TollFigure } from "@/lib/claims/toll-types";
import { areApartAt, type Box, boxAround } from "../timeline/boxes";
import { isCrossedFigure, reachOf, type Shape, shapeOf, shifted } from "../timeline/mark-shape";
import type { PlacedFigure } from "../timeline/placed";
import { placesInStrip, type Span, shownSpan, type TimeAxis, whereIs } from "../timeline/time-axis";
import type { ValueAxis } from "../timeline/value-axis";

/**
 * Where the figures of others stand: in their own time and value, each a little aside where it would hide another; what
 * lies further off in the strips at the ends. `towards` is the side that is tried first: 1 is to the right.
 */
export function placeBeside(
  figures: readonly BesideFigure[],
  spans: readonly Span[],
  time: TimeAxis,
  value: ValueAxis,
  account: readonly PlacedFigure<TollFigure>[],
  plotPx: number,
  towards: 1 | -1,
): PlacedFigure<BesideFigure>[] {
  const places = acrossOf(spans, time);
  const taken = account.flatMap(({ x, shape, size, figure }) =>
    shape ? [boxAround({ x, y: shape.y }, reachOf(shape, size, isCrossedFigure(figure)))] : [],
  );
  const shapes = figures.map(({ quantity }) => shapeOf(quantity, value, "beside"));
  const asides = new Map<number, number>();
  // A point keeps its place rather than a bar: it is lost more easily.
  for (const i of [...figures.keys()].sort((a, b) => tallness(shapes[a]) - tallness(shapes[b]) || a - b)) {
    const [shape, x = 0] = [shapes[i], places[i]];
    if (!shape) continue;
    const dx = wayFor(x, shape, taken, plotPx, towards);
    asides.set(i, dx);
    taken.push(boxAround({ x, y: shape.y }, shifted(reachOf(shape, "beside", false), dx)));
  }
  return figures.map((figure, i) => {
    const [span, x = 0] = [spans[i], places[i]];
    const isFurther = span !== undefined && whereIs(span.at, time) !== "main";
    const ends = span && !isFurther ? shownSpan(span, time) : null;
    const dx = asides.get(i) ?? 0;
    const shape = shapes[i] ?? null;
    return { figure, x, dx, span: ends, shape, size: "beside", isFurther, label: null };
  });
}

const tallness = (shape: Shape | null | undefined) => (shape ? shape.bottom - shape.top : 0);

/** Places across: true to scale, or in the order of time in a strip at the end. */
function acrossOf(spans: readonly Span[], time: TimeAxis): number[] {
  const places = spans.map(({ at }) => time.at(at));
  for (const where of ["earlier", "later"] as const) {
    const strip = time.strips[where];
    const inside = spans
      .map((span, place) => ({ span, place }))
      .filter(({ span }) => whereIs(span.at, time) === where)
      .sort((a, b) => a.span.at - b.span.at || a.place - b.place);
    if (!strip) continue;
    const own = placesInStrip(strip, inside.length);
    for (const [i, { place }] of inside.entries()) places[place] = own[i] ?? strip.from;
  }
  return places;
}

/** Two figures of one day and number would hide each other: the second stands a mark's width aside, and never far. */
const ASIDE_PX = [0, 11, -11, 17, -17, 22, -22, 28, -28, 33, -33];

function wayFor(x: number, shape: Shape, taken: readonly Box[], plotPx: number, towards: 1 | -1): number {
  const reach = reachOf(shape, "beside", false);
  const farthestPx = Math.max(17, 0.035 * plotPx);
  const free = ASIDE_PX.map((px) => px * towards).find((dx) => {
    const own = boxAround({ x, y: shape.y }, shifted(reach, dx));
    return Math.abs(dx) <= farthestPx && taken.every((other) => areApartAt(own, other, plotPx));
  });
  return free ?? 0;
}
