import type { BesideFigure } from "@/lib/claims/toll-types";
import type { Box } from "../timeline/boxes";
import {
  keyLetter,
  type Line,
  noteLines,
  type PlacedLabel,
  placeAround,
  placeAt,
  type Run,
} from "../timeline/labels";
import type { PlacedFigure } from "../timeline/placed";
import { type Desk, hold, reachFor, take, type Unlabelled } from "./toll-desk";

/**
 * First a letter for each, since that is what its place in the list is found by; then names in place of letters, as many
 * as have room: those first that count the same as the account does.
 */
export function labelBeside(
  beside: readonly PlacedFigure<BesideFigure>[],
  model: Unlabelled,
  desk: Desk,
): PlacedFigure<BesideFigure>[] {
  const lettered = beside.map((placed, place) => ({
    placed,
    place,
    ...letterFor(placed, place, model, desk),
  }));
  if (model.frame.besidePx > 0) {
    for (const one of lettered.toSorted((a, b) => countsElse(a.placed) - countsElse(b.placed))) {
      const isOther = (box: Box) => box !== one.box;
      const others = {
        ...desk,
        taken: desk.taken.filter(isOther),
        labels: desk.labels.filter(isOther),
      };
      const label = named(one.placed, one.place, model, others);
      if (!label) continue;
      Object.assign(desk, others);
      one.label = label;
    }
  }
  return lettered.map(({ placed, label }) => ({ ...placed, label }));
}

const countsElse = ({ figure }: PlacedFigure<BesideFigure>) => Number(figure.measureLabel !== null);

function letterFor(placed: PlacedFigure<BesideFigure>, place: number, model: Unlabelled, desk: Desk) {
  const lines: Line[] = [[{ text: keyLetter(place), look: "key" }]];
  const { x, dx, shape } = placed;
  const at = { x, y: shape?.y ?? (model.edgePx ?? model.footPx) - 4, dx };
  const reach = reachFor(placed);
  // Over a mark rather than nowhere: without its letter none could be found in the list.
  const found =
    placeAround(lines, at, reach, desk.taken, desk.plot) ??
    placeAround(lines, at, reach, desk.labels, desk.plot) ??
    placeAt(lines, { x, dx: dx + reach.right + 2, anchor: "start", top: at.y - 16 });
  hold(desk, found.box);
  return found;
}

/** So much narrower than its best width a name may be set, where it finds no room. */
const NARROWER = [1, 0.75, 0.55];

/** Never the number alone: with its date, its claimant, and what it counts where that is something else. */
function named(
  placed: PlacedFigure<BesideFigure>,
  place: number,
  model: Unlabelled,
  desk: Desk,
): PlacedLabel | null {
  const { figure, isFurther } = placed;
  const { texts } = desk;
  const first: Run[] = [
    { text: keyLetter(place), look: "key" },
    { text: texts.raw(figure), look: "other" },
    { text: texts.moment(figure, desk.isYearTold && !isFurther), look: "note" },
  ];
  const words = [figure.claimant.name, figure.measureLabel, texts.note(figure)];
  const told = words.filter((word) => word !== null).join(", ");
  for (const share of NARROWER) {
    const lines = noteLines(told, share * model.frame.besidePx);
    const label = lines && take([first, ...lines], placed, model, desk);
    if (label) return label;
  }
  return null;
}
