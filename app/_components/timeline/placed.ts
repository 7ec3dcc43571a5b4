import type { Wording } from "@/lib/format/wording";
import type { Quantity } from "@/lib/quantity/quantity";
import type { Lifecycle, Standing, Verification } from "@/lib/vocabulary";
import type { PlacedLabel } from "./labels";
import type { MarkSize, Shape } from "./mark-shape";

/** What drawing the mark of a figure needs to know of it. */
export type DrawnFigure = {
  publicId: string;
  quantity: Quantity;
  wording: Wording;
  standing: Standing;
  verification: Verification;
  lifecycle: Lifecycle;
};

/** A figure on the plot: `x` in percent, `dx` pixels by which it makes way for another, `shape` null where it has no number. */
export type PlacedFigure<F> = {
  figure: F;
  x: number;
  dx: number;
  /** How far its date may reach, in percent; null for what is a point on this axis. */
  span: { from: number; to: number } | null;
  shape: Shape | null;
  size: MarkSize;
  /** It stands in a strip at an end of the axis. */
  isFurther: boolean;
  label: PlacedLabel | null;
};

/**
 * A straight line, in percent across and pixels down: to the figure that came after; on to the end of the axis, of a
 * figure that stands, or of one that only says what is not reached; to one of which nobody decided.
 */
export type Stroke = {
  look: "joined" | "standing" | "ceiling" | "open";
  x1: number;
  x2: number;
  y1: number;
  y2: number;
};
