import { textWidth, wrapText } from "./text-width";

/** One line of a label: what no longer stands (struck through), the figure, and a note in small type. */
export type LabelLine = { was: string[]; text: string; note: string };

export type LabelContent = { was: string[]; figure: string; note: string };

/** Where a label stands: a point in percent of the plot plus an offset in pixels, and its first baseline. */
export type LabelPlace = {
  lines: LabelLine[];
  anchor: "start" | "end";
  at: number;
  dx: number;
  firstBaseline: number;
  markY: number;
  height: number;
};

/** What the marks of the row cover, in percent of the plot and pixels beyond. */
export type Covered = { from: number; to: number; padBefore: number; padAfter: number };

const FIGURE_PX = 15;
const NOTE_PX = 13;
export const LINE_PX = 18;
const GAP_PX = 8;
const ROW_PX = 30;
const BESIDE_MIN_PX = 96;
const LINES_MAX = 3;

/**
 * Finds a place for the label where it covers no mark of its row, in a plot of the given width: to the
 * right, to the left, or below. A place that is free at one width stays free at every greater one.
 */
export function placeLabel(
  content: LabelContent,
  covered: Covered | null,
  plotPx: number,
  linesMax = LINES_MAX,
): LabelPlace {
  if (!covered) {
    return beside(setLines(content, plotPx, linesMax), "start", 0, 0);
  }
  const from = (covered.from / 100) * plotPx - covered.padBefore;
  const to = (covered.to / 100) * plotPx + covered.padAfter;
  const roomAfter = plotPx - to - GAP_PX;
  const roomBefore = from - GAP_PX;
  const after = { anchor: "start" as const, at: covered.to, dx: covered.padAfter + GAP_PX, room: roomAfter };
  const before = {
    anchor: "end" as const,
    at: covered.from,
    dx: -covered.padBefore - GAP_PX,
    room: roomBefore,
  };
  const width = lineWidth({ was: content.was, text: content.figure, note: content.note });

  for (const side of [after, before]) {
    if (width <= side.room)
      return beside(setLines(content, side.room, linesMax), side.anchor, side.at, side.dx);
  }
  const roomier = roomAfter >= roomBefore ? after : before;
  if (roomier.room >= BESIDE_MIN_PX && width <= roomier.room * 1.8) {
    return beside(setLines(content, roomier.room, linesMax), roomier.anchor, roomier.at, roomier.dx);
  }
  return below(setLines(content, plotPx, linesMax), covered, plotPx);
}

/** The label in the middle of a band, where the band is wide enough for it. */
export function placeInside(
  content: LabelContent,
  band: { from: number; to: number },
  plotPx: number,
): LabelPlace | null {
  const line = { was: content.was, text: content.figure, note: content.note };
  const width = lineWidth(line);
  if (width + 2 * GAP_PX > ((band.to - band.from) / 100) * plotPx) return null;
  return beside([line], "start", (band.from + band.to) / 2, -width / 2);
}

function beside(lines: LabelLine[], anchor: "start" | "end", at: number, dx: number): LabelPlace {
  const height = Math.max(ROW_PX, lines.length * LINE_PX + 6);
  const markY = height / 2;
  const firstBaseline = markY + 5 - ((lines.length - 1) * LINE_PX) / 2;
  return { lines, anchor, at, dx, firstBaseline, markY, height };
}

function below(lines: LabelLine[], covered: Covered, plotPx: number): LabelPlace {
  const markY = 14;
  const width = Math.max(...lines.map(lineWidth));
  const middle = (covered.from + covered.to) / 2;
  const middlePx = (middle / 100) * plotPx;
  const startPx = Math.min(Math.max(0, middlePx - width / 2), plotPx - width);
  return {
    lines,
    anchor: "start",
    at: middle,
    dx: startPx - middlePx,
    firstBaseline: markY + 25,
    markY,
    height: markY + 25 + (lines.length - 1) * LINE_PX + 7,
  };
}

function setLines({ was, figure, note }: LabelContent, maxPx: number, linesMax: number): LabelLine[] {
  const whole = { was, text: figure, note };
  if (lineWidth(whole) <= maxPx) return [whole];
  const wasPx = was.length ? lineWidth({ was, text: "", note: "" }) + 4 : 0;
  const texts = wrapText(figure, "serif", FIGURE_PX, Math.max(BESIDE_MIN_PX, maxPx - wasPx), linesMax);
  const lines: LabelLine[] = texts.map((text, i) => ({ was: i === 0 ? was : [], text, note: "" }));
  const last = lines[lines.length - 1];
  if (!note || !last) return lines;
  if (lineWidth({ ...last, note }) <= maxPx) last.note = note;
  else
    lines.push(
      ...wrapText(note, "sans", NOTE_PX, maxPx, 2).map((line) => ({ was: [], text: "", note: line })),
    );
  return lines;
}

function lineWidth({ was, text, note }: LabelLine): number {
  const struck = was.reduce((sum, raw) => sum + textWidth(`${raw} `, "serif", FIGURE_PX) + 2, 0);
  const space = text && note ? 5 : 0;
  return struck + textWidth(text, "serif", FIGURE_PX) + space + textWidth(note, "sans", NOTE_PX) + 2;
}
