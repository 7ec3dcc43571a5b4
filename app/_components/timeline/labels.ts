import { type Face, textWidth, wrapText } from "../figures/text-width";
import { areApart, type Box, isWithin } from "./boxes";
import type { Reach } from "./mark-shape";

/** How one piece of a label is set: a figure that stands, one that no longer does, one of others, words, a key letter. */
export type Look = "figure" | "was" | "other" | "note" | "key";
export type Run = { text: string; look: Look };
export type Line = Run[];

/** A label in its place: a point in percent of the plot plus pixels, and the baseline of each line. */
export type PlacedLabel = {
  x: number;
  dx: number;
  anchor: "start" | "middle" | "end";
  lines: { runs: Line; y: number }[];
};

const SET: Record<Look, { face: Face; px: number; linePx: number }> = {
  figure: { face: "serif", px: 15, linePx: 18 },
  was: { face: "serif", px: 15, linePx: 18 },
  other: { face: "serif", px: 13.5, linePx: 16 },
  note: { face: "sans", px: 12.5, linePx: 15 },
  key: { face: "sans", px: 12.5, linePx: 12 },
};

const LINES_MAX = 6;

/** Plain words broken into lines no wider than that; null where they would take more than six: words are never cut. */
export function noteLines(text: string, maxPx: number): Line[] | null {
  const lines = wrapText(text, SET.note.face, SET.note.px, maxPx, LINES_MAX + 1);
  if (lines.length > LINES_MAX || lines.some((line) => line.endsWith("…"))) return null;
  return lines.map((line) => [{ text: line, look: "note" }]);
}

/** Where a label may stand around a mark, the best place first: over it, beside it, under it, and in its quarters. */
const SIDES = [
  "over",
  "overEndingHere",
  "overLeft",
  "overBeginningHere",
  "left",
  "overRight",
  "right",
  "under",
  "underRight",
  "underLeft",
  "underEndingHere",
  "underBeginningHere",
] as const;
type Side = (typeof SIDES)[number];

export type Plot = { plotPx: number; top: number; bottom: number };

/**
 * The first place around a point where a label covers nothing and stays within the plot, or null. The same input gives
 * the same place.
 */
export function placeAround(
  lines: readonly Line[],
  at: { x: number; y: number; dx?: number },
  reach: Reach,
  taken: readonly Box[],
  plot: Plot,
): { label: PlacedLabel; box: Box } | null {
  const size = sizeOf(lines);
  for (const side of SIDES) {
    const { dx, anchor, top } = standing(side, size, reach, at.y);
    const placed = placeAt(lines, { x: at.x, dx: dx + (at.dx ?? 0), anchor, top });
    if (isFree(placed.box, taken, plot)) return placed;
  }
  return null;
}

export function isFree(box: Box, taken: readonly Box[], { plotPx, top, bottom }: Plot): boolean {
  return isWithin(box, plotPx, top, bottom) && taken.every((other) => areApart(box, other, plotPx));
}

type Corner = { x: number; dx: number; anchor: PlacedLabel["anchor"]; top: number };

export function placeAt(lines: readonly Line[], corner: Corner): { label: PlacedLabel; box: Box } {
  const { width, height } = sizeOf(lines);
  const { x, dx, anchor, top } = corner;
  const before = { start: 0, middle: width / 2, end: width }[anchor];
  let y = top;
  const set = lines.map((runs) => {
    const linePx = linePxOf(runs);
    y += linePx;
    return { runs, y: Math.round((y - linePx * 0.27) * 10) / 10 };
  });
  return {
    label: { x, dx: Math.round(dx * 10) / 10, anchor, lines: set },
    box: { x0: x, dx0: dx - before, x1: x, dx1: dx - before + width, y0: top, y1: top + height },
  };
}

const GAP_PX = 5;

/** From a line through the mark. */
const OFF_PX = 4;

function standing(
  side: Side,
  { height, firstPx }: Size,
  reach: Reach,
  y: number,
): Pick<Corner, "dx" | "anchor" | "top"> {
  const over = y - reach.up - 2 - height;
  const under = y + reach.down + 2;
  const level = y - firstPx / 2;
  switch (side) {
    case "over":
      return { dx: 0, anchor: "middle", top: over };
    case "overEndingHere":
      return { dx: reach.right, anchor: "end", top: over };
    case "overBeginningHere":
      return { dx: -reach.left, anchor: "start", top: over };
    case "overLeft":
      return { dx: -OFF_PX, anchor: "end", top: over };
    case "overRight":
      return { dx: OFF_PX, anchor: "start", top: over };
    case "left":
      return { dx: -reach.left - GAP_PX, anchor: "end", top: level };
    case "right":
      return { dx: reach.right + GAP_PX, anchor: "start", top: level };
    case "under":
      return { dx: 0, anchor: "middle", top: under };
    case "underRight":
      return { dx: OFF_PX, anchor: "start", top: under };
    case "underLeft":
      return { dx: -OFF_PX, anchor: "end", top: under };
    case "underEndingHere":
      return { dx: reach.right, anchor: "end", top: under };
    case "underBeginningHere":
      return { dx: -reach.left, anchor: "start", top: under };
  }
}

type Size = { width: number; height: number; firstPx: number };

export function sizeOf(lines: readonly Line[]): Size {
  return {
    width: Math.max(0, ...lines.map(widthOf)),
    height: lines.reduce((sum, runs) => sum + linePxOf(runs), 0),
    firstPx: lines[0] ? linePxOf(lines[0]) : 0,
  };
}

const linePxOf = (runs: Line) => Math.max(...runs.map(({ look }) => SET[look].linePx));

function widthOf(runs: Line): number {
  const spaces = (runs.length - 1) * 5;
  return (
    runs.reduce((sum, { text, look }) => sum + textWidth(text, SET[look].face, SET[look].px), spaces) + 4
  );
}

/** The letter by which a figure of others is found in the list. */
export function keyLetter(place: number): string {
  return String.fromCharCode("a".charCodeAt(0) + place);
}
