import { textWidth } from "../figures/text-width";
import type { ValueTick } from "./value-axis";

/** Widths to choose from for the numbers beside the axis of values. */
const GUTTERS_PX = [20, 28, 36, 44, 52, 64, 80] as const;
export type GutterPx = (typeof GUTTERS_PX)[number];

/** The least of them in which all numbers have room. */
export function gutterFor(ticks: readonly ValueTick[]): GutterPx {
  const widest = Math.max(...ticks.map(({ label }) => textWidth(label, "sans", 12.5))) + 9;
  return GUTTERS_PX.find((px) => px >= widest) ?? 80;
}
