import { scaleLinear, scaleSymlog } from "d3-scale";
import { textWidth } from "./text-width";

export type ScaleKind = "linear" | "symlog";

/** The axis of one chart: from zero to a little beyond the greatest figure, in percent of the plot. */
export type Axis = {
  kind: ScaleKind;
  /** The least figure above zero, and the greatest. */
  least: number;
  max: number;
  at: (value: number) => number;
  /** How far an arrow reaches to the right, and a dotted line to the left. */
  reach: number;
};

/** What is left free at both ends, so that no mark is cut off: room for a ring, and for an arrow. */
const START_PERCENT = 4;
const END_PERCENT = 92;
const REACH_PERCENT = 14;

/** Figures further apart than this are not readable together on even steps. */
const SYMLOG_FROM_RATIO = 5;

export function defaultScale(values: readonly number[]): ScaleKind {
  const positive = values.filter((v) => v > 0);
  return positive.length > 1 && Math.max(...positive) / Math.min(...positive) > SYMLOG_FROM_RATIO
    ? "symlog"
    : "linear";
}

export function makeAxis(values: readonly number[], kind: ScaleKind): Axis {
  const max = Math.max(1, ...values);
  const positive = values.filter((v) => v > 0);
  const range: [number, number] = [START_PERCENT, END_PERCENT];
  const least = Math.min(max, ...positive);
  const scale =
    kind === "linear" ? scaleLinear([0, max], range) : scaleSymlog([0, max], range).constant(least);
  return { kind, least, max, reach: REACH_PERCENT, at: (value) => Math.round(scale(value) * 100) / 100 };
}

export type Tick = { value: number; at: number; label: string };

/** Round values along the axis, as many as fit a plot of that width without touching one another. */
export function placeTicks(
  axis: Axis,
  plotPx: number,
  format: (value: number) => string,
  gapPx = 12,
): Tick[] {
  const taken: { from: number; to: number }[] = [];
  const ticks: Tick[] = [];
  for (const value of roundValues(axis)) {
    const label = format(value);
    const at = axis.at(value);
    if (at > 100) continue;
    const half = textWidth(label, "sans", 12.5) / 2 + gapPx / 2;
    const centre = (at / 100) * plotPx;
    const from = centre - half;
    const to = centre + half;
    if (to - gapPx / 2 > plotPx + 16) continue;
    if (taken.some((t) => from < t.to && to > t.from)) continue;
    taken.push({ from, to });
    ticks.push({ value, at, label });
  }
  return ticks.sort((a, b) => a.value - b.value);
}

/** Candidates in the order of their worth: zero, the roundest value near the end, then ever less round ones. */
function roundValues(axis: Axis): number[] {
  if (axis.kind === "linear") return scaleLinear([0, axis.max], [0, 1]).ticks(6);
  const powers = Array.from({ length: Math.ceil(Math.log10(axis.max)) + 1 }, (_, i) => 10 ** i);
  const steps = [5, 1, 2, 3, 4].flatMap((step) => powers.map((power) => step * power).toReversed());
  const inside = steps.filter((value) => value <= axis.max && value >= axis.least / 2);
  const greatest = Math.max(...inside);
  return [
    ...new Set([
      0,
      greatest,
      ...inside.filter((v) => [1, 5].includes(leading(v))).toSorted((a, b) => b - a),
      ...inside,
    ]),
  ];
}

function leading(value: number): number {
  return Number(String(value)[0]);
}
