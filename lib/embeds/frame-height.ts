import type { EventPage, MeasureView } from "../events/types";
import { takenBackOf } from "./taken-back";

// Fitted to what a browser makes of the frames of the acceptance cases, and a little more: text that is cut off is worse
// than room that is left. Below 640 px the facts above the chart stand one under the other, and lines break sooner.
const STACKED_BELOW_PX = 640;
const HEAD_PX = 500;
const stackedHead = (width: number) => Math.round(1250 - 0.95 * width);
const NARROW_BELOW_PX = 768;
const ROW_PX = { narrow: 104, wide: 72 } as const;
const SIDE_PX = 44;
const NOTHING_PX = 260;
// Of a box of text: what is around it, and how many px² each sentence takes.
const BOX_PX = 75;
const SENTENCE_PX2 = 47_000;

/**
 * How high a frame of so many px width must be that nothing of a measure is cut off where no script tells it, in px.
 * From the number of rows, sides and boxes of text; without a measure there is a sentence in its place.
 */
export function frameHeight(event: EventPage, measure: MeasureView | undefined, width: number): number {
  if (!measure) return NOTHING_PX;
  const head = width < STACKED_BELOW_PX ? stackedHead(width) : HEAD_PX;
  const rows = measure.figures.length * ROW_PX[width < NARROW_BELOW_PX ? "narrow" : "wide"];
  const exceeded = measure.documentedMinimum[0]?.exceeds.length ?? 0;
  return (
    head +
    rows +
    (event.sides.length + 1) * SIDE_PX +
    boxHeight(Math.min(exceeded, EXCEEDED_TOLD_MAX), width) +
    boxHeight(takenBackOf(event, measure).length, width)
  );
}

// More of them stand behind a number.
const EXCEEDED_TOLD_MAX = 4;

function boxHeight(sentences: number, width: number): number {
  return sentences === 0 ? 0 : BOX_PX + Math.round((sentences * SENTENCE_PX2) / width);
}
