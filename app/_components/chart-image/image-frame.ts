import { type Direction, directionOf } from "@/lib/format/messages";

/** Where the columns of a picture stand, in pixels; names stand where its language begins. */
export type Frame = {
  width: number;
  left: number;
  right: number;
  isNarrow: boolean;
  direction: Direction;
  /** The edges of the columns of names and of states, and how wide these are. */
  edge: "left" | "right";
  names: { x: number; width: number };
  states: { x: number; width: number };
  plot: { x: number; width: number };
};

export const IMAGE_WIDTH = { least: 360, usual: 960, greatest: 1600 };

/** Below it the words of a row stand above its marks. */
const NARROW_BELOW_PX = 600;
const GAP_PX = 16;

export function frameOf(width: number, locale: string): Frame {
  const direction = directionOf(locale);
  const isNarrow = width < NARROW_BELOW_PX;
  const pad = isNarrow ? 16 : 28;
  const [left, right] = [pad, width - pad];
  const isRtl = direction === "rtl";
  const edge = isRtl ? "right" : "left";
  const shared = { width, left, right, isNarrow, direction, edge } as const;
  const start = isRtl ? right : left;
  if (isNarrow) {
    const whole = { x: start, width: right - left };
    return { ...shared, names: whole, states: whole, plot: { x: left, width: right - left } };
  }
  const names = Math.round(Math.min(280, Math.max(132, width * 0.22)));
  const states = width < 720 ? 120 : 184;
  const plot = right - left - names - states - 2 * GAP_PX;
  return {
    ...shared,
    names: { x: start, width: names },
    states: { x: isRtl ? left + states : right - states, width: states },
    plot: { x: left + (isRtl ? states : names) + GAP_PX, width: plot },
  };
}
