import type { TollAccount, TollFigure } from "@/lib/claims/toll-types";
import type { PlacedFigure, Stroke } from "../timeline/placed";
import type { TimeAxis } from "../timeline/time-axis";
import type { TollModel } from "./toll-plot";

/** So long a fall has room for the head of an arrow. */
const DROP_PX = 28;

/** Between the old line and the new count a gap is left (R22). */
const GAP_PERCENT = 1.2;

/**
 * The stepped line: each figure holds until the moment of the next. Where something else is counted it ends in a gap;
 * where nobody decided it is dotted; the last one that stands goes on to the end of the axis.
 */
export function drawSteps(
  account: TollAccount,
  figures: readonly PlacedFigure<TollFigure>[],
  time: TimeAxis,
): Pick<TollModel, "strokes" | "drops" | "breaks"> {
  const strokes: Stroke[] = [];
  const drops: TollModel["drops"] = [];
  const breaks: number[] = [];
  for (const { older, newer, kind, isDownward } of account.steps) {
    const [before, after] = [figures[older], figures[newer]];
    if (!before || !after) continue;
    if (kind === "replaces") breaks.push(after.x);
    if (kind === "adds" || kind === "both_stand" || !before.shape) continue;
    const look = kind === "undecided" ? "open" : "joined";
    const [y1, y2] = [before.shape.y, after.shape?.y ?? before.shape.y];
    const end = kind === "replaces" ? Math.max(before.x, after.x - GAP_PERCENT) : after.x;
    strokes.push({ look, x1: before.x, x2: end, y1, y2: y1 });
    if (kind === "replaces") continue;
    strokes.push({ look, x1: after.x, x2: after.x, y1, y2 });
    if (isDownward && y2 - y1 >= DROP_PX) drops.push({ x: after.x, y: (y1 + y2) / 2 });
  }
  for (const [place, { figure, shape, x }] of figures.entries()) {
    if (!shape || !goesOn(figure) || account.steps.some(({ older }) => older === place)) continue;
    strokes.push({ look: "standing", x1: x, x2: time.main.to, y1: shape.y, y2: shape.y });
  }
  return { strokes, drops, breaks };
}

/** An increment is of its own period only (R21). */
function goesOn({ lifecycle, standing, measure }: TollFigure): boolean {
  return lifecycle === "current" && standing !== "disowned" && measure.scope.total === "running_total";
}
