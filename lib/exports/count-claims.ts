import "server-only";
import { db } from "../db/client";
import { published } from "../publishing/gate";

/** How many published claims an event has. */
export function countClaims(eventSlug: string): Promise<number> {
  return db().claim.count({ where: { AND: [published, { event: { slug: eventSlug } }] } });
}
