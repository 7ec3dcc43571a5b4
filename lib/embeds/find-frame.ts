import "server-only";
import { findEvent } from "../events/queries";
import type { EventPage, MeasureView } from "../events/types";
import { findMoved } from "./find-embedded";
import { measureOf } from "./measure-of";
import type { Embedded } from "./types";

export type Frame = {
  /** Where it stands today. */
  embedded: Embedded;
  event: EventPage;
  /** The one asked for, or the headline, if the event has one. */
  measure: MeasureView | undefined;
};

/** What a frame shows of a public event, also at a former address of it (R30); null where nothing public is there. */
export async function findFrame(embedded: Embedded): Promise<Frame | null> {
  const there = await findThere(embedded);
  if (there) return there;
  const moved = await findMoved(embedded);
  return moved && findFrame(moved);
}

async function findThere(embedded: Embedded): Promise<Frame | null> {
  const event = await findEvent(embedded.event);
  if (!event) return null;
  const measure = measureOf(event, embedded.measure);
  return embedded.measure !== null && !measure ? null : { embedded, event, measure };
}
