import type { TimelineFigure, TimelineMeasure } from "@/lib/timeline/types";
import type { EventModel } from "./event-plot";
import type { PlacedFigure } from "./placed";
import type { TimeAxis } from "./time-axis";
import type { ValueAxis } from "./value-axis";

/** Before the moment from which something else is counted, a line leaves a gap (R22). */
const GAP_PERCENT = 1.2;

type Placed = readonly PlacedFigure<TimelineFigure>[];

/**
 * The stepped lines: a figure holds, level, until the moment of the one that took its place, and falls or rises there;
 * it breaks off before something else is counted; one that stands goes on to the end.
 */
export function drawLines(
  measure: TimelineMeasure,
  figures: Placed,
  time: TimeAxis,
  value: ValueAxis,
): Pick<EventModel, "strokes" | "breaks" | "documented"> {
  const { steps, departures, documented } = measure;
  const strokes: EventModel["strokes"] = [];
  const breaks: EventModel["breaks"] = [];
  for (const { older, newer } of steps) {
    const [before, after] = [figures[older], figures[newer]];
    if (!before?.shape || !after) continue;
    const [y1, y2] = [before.shape.y, after.shape?.y ?? before.shape.y];
    strokes.push({ place: newer, look: "joined", x1: before.x, x2: after.x, y1, y2: y1 });
    if (y1 !== y2) strokes.push({ place: newer, look: "joined", x1: after.x, x2: after.x, y1, y2 });
  }
  for (const { older, at } of departures) {
    const before = figures[older];
    if (!before?.shape) continue;
    const { y } = before.shape;
    const x = Math.max(before.x, Math.min(time.main.to, time.at(at)) - GAP_PERCENT);
    strokes.push({ place: older, look: "joined", x1: before.x, x2: x, y1: y, y2: y });
    breaks.push({ place: older, x, y });
  }
  for (const [place, { figure, shape, x }] of figures.entries()) {
    if (!shape || !goesOn(figure, measure) || steps.some(({ older }) => older === place)) continue;
    const look = shape.kind === "tick" ? "ceiling" : "standing";
    strokes.push({ place, look, x1: x, x2: 100, y1: shape.y, y2: shape.y });
  }
  const by = figures.find(({ figure }) => figure.publicId === documented?.claim.publicId);
  return {
    strokes,
    breaks,
    documented: documented && by ? { x: by.x, y: value.y(documented.n) } : null,
  };
}

/** An increment is of its own period only (R21), and between two bounds nobody said a number that could be held (R2). */
function goesOn({ lifecycle, standing, quantity }: TimelineFigure, { total }: TimelineMeasure): boolean {
  const isOneNumber = quantity.reading !== "convention" && quantity.qualifier !== "between";
  return (
    lifecycle === "current" &&
    standing !== "disowned" &&
    total === "running_total" &&
    isOneNumber &&
    quantity.qualifier !== "estimate_ci"
  );
}
