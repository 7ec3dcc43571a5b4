import type { EventPage, MeasureView } from "../events/types";

/** The measure of an event that a frame shows: that of a slug or, for null, the headline's, if there is one. */
export function measureOf({ measures }: EventPage, slug: string | null): MeasureView | undefined {
  return slug === null
    ? measures.find(({ isHeadline }) => isHeadline)
    : measures.find((measure) => measure.slug === slug);
}
