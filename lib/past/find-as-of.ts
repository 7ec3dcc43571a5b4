import "server-only";
import { claimRefSelect } from "../claims/refs";
import { db } from "../db/client";
import { listEditorsDecisions } from "../events/editors-decisions";
import { loadEvent } from "../events/queries";
import { readInputs } from "../events/read-inputs";
import type { EventPage } from "../events/types";
import { published, publishedEvent } from "../publishing/gate";
import { listDatedDecisions } from "./dated-decisions";
import { type EventRows, pageOf } from "./event-rows";
import { asKnownAt } from "./known-at";
import { type AskedMoment, readMoment } from "./moment";
import { type Moment, momentsOf } from "./moments";

/** The page of an event as of a moment, and the moments at which it changed; a null moment: none that we understand. */
export type EventAsOf = { page: EventPage; moment: AskedMoment | null; moments: Moment[] };

/**
 * What was known of a published event at the moment that a reader typed, by our present records, or null where there is
 * no such event. Where the moment is not understood, the present. 25 queries, whatever the number of claims.
 */
export async function findEventAsOf(
  slug: string,
  asOf: string,
  relationsOf: string | null = null,
): Promise<EventAsOf | null> {
  const rows = await readRows(slug);
  if (!rows) return null;
  const { event, claims, measures, decisions } = rows.loaded;
  const zone = event.occurredZone;
  const { assessments, ends } = rows;
  const moments = momentsOf({ zone, claims, measures, assessments, ends, estimates: decisions.estimates });
  const moment = readMoment(asOf, zone);
  if (!moment) return { page: pageOf(rows, relationsOf), moment, moments };

  const { takenBack } = await listEditorsDecisions(event.id, moment.until);
  const loaded = { ...rows.loaded, decisions: { ...decisions, takenBack } };
  return { page: pageOf(asKnownAt({ ...rows, loaded }, moment.until), relationsOf), moment, moments };
}

/** What tables hold of a published event today. */
async function readRows(slug: string): Promise<EventRows | null> {
  const loaded = await loadEvent(slug);
  if (!loaded) return null;
  const [inputs, dated] = await Promise.all([
    readInputs(db(), loaded.event.id),
    listDatedDecisions(loaded.event.id),
  ]);
  return { loaded, inputs, ...dated };
}

/** The moments at which the page of a published event changed, the first first; none where there is no such event. */
export async function listMoments(slug: string): Promise<Moment[]> {
  const event = await db().event.findFirst({
    where: { slug, ...publishedEvent },
    select: { id: true, occurredZone: true },
  });
  if (!event) return [];
  const [claims, measures, dated, { estimates }] = await Promise.all([
    db().claim.findMany({
      where: { eventId: event.id, ...published },
      select: { ...claimRefSelect, topic: true },
      orderBy: [{ statedEarliest: "asc" }, { number: "asc" }],
    }),
    db().measure.findMany({ where: { eventId: event.id }, select: { id: true, label: true } }),
    listDatedDecisions(event.id),
    listEditorsDecisions(event.id),
  ]);
  return momentsOf({ zone: event.occurredZone, claims, measures, ...dated, estimates });
}
