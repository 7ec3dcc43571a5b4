import { scaleLinear, scaleSymlog } from "d3-scale";
import type { ScaleKind } from "../figures/axis";

/** The axis of values: zero at the foot, growing upward, in pixels from the top. */
export type ValueAxis = {
  kind: ScaleKind;
  least: number;
  max: number;
  top: number;
  foot: number;
  y: (value: number) => number;
};

/** Figures further apart than an order of magnitude are not readable together on even steps. */
const SYMLOG_FROM_RATIO = 10;

/** `asked` is the scale that the reader asked for; null leaves it to the figures. */
export function makeValueAxis(
  values: readonly number[],
  top: number,
  foot: number,
  asked: ScaleKind | null = null,
): ValueAxis {
  const positive = values.filter((value) => value > 0);
  const max = Math.max(1, ...positive);
  const least = Math.min(max, ...positive);
  const kind = asked ?? (max / least > SYMLOG_FROM_RATIO ? "symlog" : "linear");
  const scale =
    kind === "linear"
      ? scaleLinear([0, max], [foot, top])
      : scaleSymlog([0, max], [foot, top]).constant(least);
  return { kind, least, max, top, foot, y: (value) => Math.round(scale(value) * 10) / 10 };
}

export type ValueTick = { value: number; y: number; label: string };

const VALUE_GAP_PX = 22;

/** Round values from zero up, as many as can be read one above the other. */
export function valueTicks(axis: ValueAxis, format: (value: number) => string): ValueTick[] {
  const ticks: ValueTick[] = [];
  for (const value of roundValues(axis)) {
    const y = axis.y(value);
    if (ticks.some((tick) => Math.abs(tick.y - y) < VALUE_GAP_PX)) continue;
    ticks.push({ value, y, label: format(value) });
  }
  return ticks.sort((a, b) => a.value - b.value);
}

/** Candidates in the order of their worth. */
function roundValues({ kind, max, least }: ValueAxis): number[] {
  if (kind === "linear") return scaleLinear([0, max], [0, 1]).ticks(5);
  const powers = Array.from({ length: Math.ceil(Math.log10(max)) + 1 }, (_, i) => 10 ** i).reverse();
  const inside = [1, 5, 2]
    .flatMap((step) => powers.map((power) => step * power))
    .filter((value) => value <= max * 1.05 && value >= least / 2);
  return [0, ...inside];
}
