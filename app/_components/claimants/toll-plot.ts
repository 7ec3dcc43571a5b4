import type { BesideFigure, TollFigure, TollMoment, TollStep } from "@/lib/claims/toll-types";
import type { GutterPx } from "../timeline/gutter";
import type { PlacedLabel } from "../timeline/labels";
import type { PlacedFigure, Stroke } from "../timeline/placed";
import type { TimeAxis } from "../timeline/time-axis";
import type { ValueAxis, ValueTick } from "../timeline/value-axis";

/**
 * One drawing of a timeline: the narrowest container that it is set for, its height, how much is kept free after the
 * last mark, and how wide a name of others may be; 0 where letters stand for all of them.
 */
export type Frame = {
  name: "narrow" | "middle" | "wide";
  containerPx: number;
  heightPx: number;
  endPercent: number;
  besidePx: number;
};

/** From a phone of 320 px to the full page. Where others have no room for their names, letters stand for them. */
export const FRAMES: readonly Frame[] = [
  { name: "narrow", containerPx: 288, heightPx: 250, endPercent: 19, besidePx: 0 },
  { name: "middle", containerPx: 620, heightPx: 310, endPercent: 11, besidePx: 140 },
  { name: "wide", containerPx: 960, heightPx: 370, endPercent: 8, besidePx: 190 },
];

/** What the drawing says, in the reader's language. */
export type TollTexts = {
  /** A number of the axis. */
  value: (value: number) => string;
  /** A figure in its own words. */
  raw: (figure: TollFigure | BesideFigure) => string;
  /** What must stand beside a figure: that it was denied, what it rests on, that a reading is ours. */
  note: (figure: TollFigure | BesideFigure) => string | null;
  /** When it stands on the axis; without its year where the axis tells that. */
  moment: (moment: TollMoment, isYearTold: boolean) => string;
  /** What a step says; null where the line alone says it. */
  step: (step: TollStep, newer: TollFigure | undefined) => string | null;
  theEvent: string;
};

export type TollModel = {
  frame: Frame;
  gutterPx: GutterPx;
  /** The least width of the plot itself. */
  plotPx: number;
  footPx: number;
  /** Where the words of figures without a number stand, below the foot; null where there are none. */
  edgePx: number | null;
  time: TimeAxis;
  value: ValueAxis;
  valueTicks: ValueTick[];
  /** The event itself, where the axis reaches it. */
  event: { from: number; to: number } | null;
  figures: PlacedFigure<TollFigure>[];
  beside: PlacedFigure<BesideFigure>[];
  strokes: Stroke[];
  /** Where a line falls. */
  drops: { x: number; y: number }[];
  /** Where from on something else is counted (R22). */
  breaks: number[];
  /** What the steps say. */
  notes: PlacedLabel[];
  eventLabel: PlacedLabel | null;
  /** Labels of the account that found no room; the table has them all. */
  unplacedCount: number;
};
