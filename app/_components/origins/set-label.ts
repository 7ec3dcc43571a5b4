import { textWidth, wrapText } from "../figures/text-width";
import type { NodeLabel, NodeMark } from "./tree-node";

/** One line of a label; both parts, or one of them. */
export type SetLine = { main: string; note: string };

/** A label as it is set beside its mark, and how far the whole reaches above and below the mark. */
export type SetLabel = {
  lines: SetLine[];
  /** How wide the line beside the mark is: a line that leaves the mark stops behind it. */
  firstPx: number;
  firstBaseline: number;
  above: number;
  below: number;
};

const MAIN_PX = { sans: 14, serif: 16 } as const;
export const NOTE_PX = 12.5;
export const LINE_PX = 17;
/** From the mark to the text beside it. */
export const INDENT_PX = 13;
export const DOT_PITCH_PX = 8;
const DOTS_MAX = 600;

const LINES_MAX = { origin: 4, unknown: 2, claim: 3, report: 2, more: 1 } as const;
const NOTE_LINES_MAX = 3;

/** Sets a label into a column of the given width: on one line where it fits, else its small type under its name. */
export function setLabel(label: NodeLabel, mark: NodeMark, columnPx: number): SetLabel {
  const isOrigin = mark.kind === "origin" || mark.kind === "unknown";
  const maxPx = columnPx - (isOrigin ? INDENT_PX + 4 : INDENT_PX);
  const lines = setLines(label, mark, maxPx);
  const height = lines.length * LINE_PX;
  const firstPx = lines[0] ? widthOf(lines[0], label) : 0;
  // The name of an origin stands around its mark; all others begin at theirs.
  if (isOrigin)
    return { lines, firstPx, firstBaseline: 13 - height / 2, above: height / 2 + 3, below: height / 2 + 3 };
  if (mark.kind === "more") {
    const dotsPx = dotRows(mark.count, columnPx).length * DOT_PITCH_PX;
    return { lines, firstPx, firstBaseline: dotsPx + 10, above: 11, below: dotsPx + height };
  }
  return { lines, firstPx, firstBaseline: 5, above: 12, below: height - 5 };
}

function setLines(label: NodeLabel, mark: NodeMark, maxPx: number): SetLine[] {
  const { main, face, notes } = label;
  const whole = { main, note: notes.join(", ") };
  const isBeside = mark.kind === "report" || mark.kind === "claim";
  if (isBeside && widthOf(whole, label) <= maxPx) return [whole];
  const under = notes.flatMap((note) => wrapText(note, "sans", NOTE_PX, maxPx, NOTE_LINES_MAX));
  const above = main === "" ? [] : wrapText(main, face, MAIN_PX[face], maxPx, LINES_MAX[mark.kind]);
  return [...above.map((text) => ({ main: text, note: "" })), ...under.map((note) => ({ main: "", note }))];
}

function widthOf({ main, note }: SetLine, { face }: NodeLabel): number {
  const space = main && note ? 5 : 0;
  return textWidth(main, face, MAIN_PX[face]) + space + textWidth(note, "sans", NOTE_PX);
}

/** Reports that are not drawn one by one, as rows of dots: how many stand in each. */
export function dotRows(count: number, columnPx: number): number[] {
  const shown = Math.min(count, DOTS_MAX);
  const perRow = Math.max(1, Math.floor(columnPx / DOT_PITCH_PX));
  return Array.from({ length: Math.ceil(shown / perRow) }, (_, row) =>
    Math.min(perRow, shown - row * perRow),
  );
}
