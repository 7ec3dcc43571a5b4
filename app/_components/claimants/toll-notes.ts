import type { TollStep } from "@/lib/claims/toll-types";
import { isFree, noteLines, type PlacedLabel, placeAt, sizeOf } from "../timeline/labels";
import { type Desk, hold, type Unlabelled } from "./toll-desk";

const STEP_NOTE_PX = [190, 140, 100];

/** What steps say, each beside the line where it happens; and how many found no room. */
export function labelSteps(steps: readonly TollStep[], model: Unlabelled, desk: Desk) {
  const notes: PlacedLabel[] = [];
  let unplaced = 0;
  for (const step of steps) {
    const [before, after] = [model.figures[step.older], model.figures[step.newer]];
    const words = desk.texts.step(step, after?.figure);
    if (!words || !before?.shape || !after?.shape) continue;
    const [y1, y2] = [before.shape.y, after.shape.y];
    const heights =
      step.kind === "replaces" ? heightsOf(0, model.footPx) : heightsOf(Math.min(y1, y2), Math.max(y1, y2));
    const note = placeStepNote(words, after.x, heights, desk);
    if (note) notes.push(note);
    else unplaced += 1;
  }
  return { notes, unplaced };
}

function heightsOf(top: number, bottom: number): number[] {
  const along = [0.5, 0.3, 0.7, 0.1, 0.9, 0].map((share) => top + share * (bottom - top));
  return [...along, top - 12, bottom + 22];
}

function placeStepNote(words: string, x: number, heights: readonly number[], desk: Desk): PlacedLabel | null {
  for (const maxPx of STEP_NOTE_PX) {
    const lines = noteLines(words, maxPx);
    if (!lines) continue;
    const { height } = sizeOf(lines);
    for (const middle of heights) {
      for (const side of ["start", "end"] as const) {
        const top = Math.max(0, Math.min(middle - height / 2, desk.plot.bottom - height));
        const placed = placeAt(lines, { x, dx: side === "start" ? 9 : -9, anchor: side, top });
        if (!isFree(placed.box, desk.taken, desk.plot)) continue;
        hold(desk, placed.box);
        return placed.label;
      }
    }
  }
  return null;
}
