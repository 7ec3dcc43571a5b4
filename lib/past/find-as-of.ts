import "server-only";
import { db } from "../db/client";
import { listEditorsDecisions } from "../events/editors-decisions";
import { toEventPage } from "../events/event-page";
import { loadEvent } from "../events/load-event";
import { readInputs } from "../events/read-inputs";
import type { EventPage } from "../events/types";
import { listDatedDecisions } from "./dated-decisions";
import { type EventRows, pageOf } from "./event-rows";
import { asKnownAt } from "./known-at";
import { type AskedMoment, readMoment } from "./moment";
import { type Moment, momentsOf } from "./moments";

/** The page of an event as of a moment, and the moments at which it changed; a null moment: none that we understand. */
export type EventAsOf = { page: EventPage; moment: AskedMoment | null; moments: Moment[] };

/**
 * What was known of a published event at the moment that a reader typed, by our present records, or null where there is
 * no such event. Where the moment is not understood, the present. 11 queries, whatever the number of claims.
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

/** The page of a published event today, with the moments at which it changed, the first first; or null. Two queries. */
export async function findEventToday(
  slug: string,
  relationsOf: string | null = null,
): Promise<{ page: EventPage; moments: Moment[] } | null> {
  const loaded = await loadEvent(slug);
  if (!loaded) return null;
  const { event, claims, measures, decisions } = loaded;
  const dated = await listDatedDecisions(event.id);
  const { estimates } = decisions;
  const moments = momentsOf({ zone: event.occurredZone, claims, measures, ...dated, estimates });
  return { page: toEventPage(loaded, relationsOf), moments };
}
