import type { BareModel } from "./event-labels";
import type { EndLabel, TimelineTexts } from "./event-plot";
import { type Line, noteLines, placeAt, type Run, sizeOf } from "./labels";
import type { Stroke } from "./placed";

/** From the end of the plot to a name, and how far up or down one may make way for others. */
const OFF_PX = 12;
const ASIDE_MAX_PX = 34;
const STEP_PX = 2;

/** Whether a line reaches the end of the axis, where its name stands. */
export function goesOn({ look }: Pick<Stroke, "look">): boolean {
  return look === "standing" || look === "ceiling";
}

type Wanted = { place: number; y: number; lines: Line[]; heightPx: number; firstPx: number; rank: number };
type Placed = Wanted & { top: number };

/** A name after the end of each line that goes on, none on another and all in the order of their lines. */
export function labelEnds(model: BareModel, texts: TimelineTexts): EndLabel[] {
  const placed: Placed[] = [];
  for (const one of wantedOf(model, texts).sort((a, b) => a.rank - b.rank || b.place - a.place)) {
    const top = topFor(one, placed, model.heightPx);
    if (top !== null) placed.push({ ...one, top });
  }
  return placed
    .sort((a, b) => a.top - b.top)
    .map(({ place, y, lines, top }) => ({
      place,
      y,
      label: placeAt(lines, { x: 100, dx: OFF_PX, anchor: "start", top }).label,
    }));
}

/** What is documented and what stands at an end of all comes first: others make way for it. */
function wantedOf({ strokes, figures, documented, frame }: BareModel, texts: TimelineTexts): Wanted[] {
  const standing = strokes.filter(goesOn);
  const ys = standing.map(({ y1 }) => y1);
  const [least, most] = [Math.max(...ys), Math.min(...ys)];
  return standing.flatMap(({ place, y1: y }) => {
    const figure = figures[place]?.figure;
    if (!figure) return [];
    const isDocumented = documented !== null && documented.y === y;
    const raw: Run = { text: texts.raw(figure), look: "figure" };
    const note = isDocumented && texts.note(figure) ? texts.documented : texts.note(figure);
    const maxPx = frame.namesPx - OFF_PX - 4;
    const lines = linesOf(raw, figure.claimant.name, note, maxPx);
    if (!lines) return [];
    const { height: heightPx, firstPx } = sizeOf(lines);
    const rank = isDocumented ? 0 : y === least || y === most ? 1 : 2;
    return [{ place, y, lines, heightPx, firstPx, rank }];
  });
}

/** In one line where it fits; else the figure over its claimant's name. */
function linesOf(raw: Run, name: string, note: string | null, maxPx: number): Line[] | null {
  const told = note === null ? name : `${name}, ${note}`;
  const one: Line[] = [[raw, { text: told, look: "note" }]];
  if (sizeOf(one).width <= maxPx) return one;
  const names = noteLines(told, maxPx);
  return names && [[raw], ...names];
}

function topFor(one: Wanted, placed: readonly Placed[], heightPx: number): number | null {
  const ideal = one.y - one.firstPx / 2;
  for (let px = 0; px <= ASIDE_MAX_PX; px += STEP_PX) {
    for (const top of px === 0 ? [ideal] : [ideal - px, ideal + px]) {
      if (top < -10 || top + one.heightPx > heightPx + 6) continue;
      if (placed.every((other) => isApart(one, top, other))) return top;
    }
  }
  return null;
}

/** Names keep the order of their lines, so that the short strokes to them never cross. */
function isApart(one: Wanted, top: number, other: Placed): boolean {
  const isOver = top + one.heightPx <= other.top;
  const isUnder = other.top + other.heightPx <= top;
  if (one.y === other.y) return isOver || isUnder;
  return one.y < other.y ? isOver : isUnder;
}
