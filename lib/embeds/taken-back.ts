import type { EventPage, MeasureView, TakenBack } from "../events/types";

/** The figures that a chart draws and that are their claimants' no more (R23, R24). */
export function takenBackOf({ takenBack }: EventPage, { figures }: MeasureView): TakenBack[] {
  const drawn = new Set(figures.map(({ publicId }) => publicId));
  return takenBack.claims.filter(({ claim }) => drawn.has(claim.publicId));
}
