import type { TimelineFigure } from "@/lib/timeline/types";
import type { GutterPx } from "./gutter";
import type { PlacedLabel } from "./labels";
import type { PlacedFigure, Stroke } from "./placed";
import type { PlotGround } from "./plot-axes";
import type { ValueAxis } from "./value-axis";

/**
 * One drawing of an event's timeline: the narrowest container that it is set for, the least height, how much is kept
 * free after the last mark, and how wide the names are that stand after the plot; 0 where they stand in it.
 */
export type EventFrame = {
  name: "narrow" | "middle" | "wide";
  containerPx: number;
  leastHeightPx: number;
  endPercent: number;
  namesPx: 0 | 168 | 228;
};

/** From a phone of 320 px to the full page. */
export const EVENT_FRAMES: readonly EventFrame[] = [
  { name: "narrow", containerPx: 288, leastHeightPx: 420, endPercent: 6, namesPx: 0 },
  { name: "middle", containerPx: 620, leastHeightPx: 360, endPercent: 4, namesPx: 168 },
  { name: "wide", containerPx: 960, leastHeightPx: 400, endPercent: 4, namesPx: 228 },
];

/** What the drawing says, in the reader's language. */
export type TimelineTexts = {
  /** A number of the axis. */
  value: (value: number) => string;
  /** A figure in its own words. */
  raw: (figure: TimelineFigure) => string;
  /** What must stand beside a figure: that it was denied, what it rests on, that a reading is ours. */
  note: (figure: TimelineFigure) => string | null;
  theEvent: string;
  documented: string;
};

/** A name after the end of a line, and how far up or down it had to make way. */
export type EndLabel = { place: number; y: number; label: PlacedLabel };

export type EventModel = PlotGround & {
  frame: EventFrame;
  gutterPx: GutterPx;
  /** Where the words of figures without a number stand, below the foot; null where there are none. */
  edgePx: number | null;
  value: ValueAxis;
  /** In the order of time; a label stands at its mark or within the plot. */
  figures: PlacedFigure<TimelineFigure>[];
  /** The lines of each figure, by its place. */
  strokes: (Stroke & { place: number })[];
  /** Where a line is broken off, since something else is counted from there on (R22). */
  breaks: { place: number; x: number; y: number }[];
  /** From when on so many are documented (R9). */
  documented: { x: number; y: number } | null;
  /** Names after the plot. */
  ends: EndLabel[];
  eventLabel: PlacedLabel | null;
  /** Figures whose label found no room; the table has them all. */
  unplacedCount: number;
};
