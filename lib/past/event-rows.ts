import { type LoadedEvent, toEventPage } from "../events/event-page";
import { deriveFrom, type EventInputs } from "../events/rules";
import type { EventPage } from "../events/types";
import type { Standing, Verification } from "../vocabulary";

/** When an editor found a claim to stand so. In milliseconds since 1970 UTC. */
export type DatedAssessment = { claimId: string; number: number; status: Verification; at: number };

/** When our records say that a claim was denied or taken back, and how it stood before. */
export type DatedEnd = { claimId: string; kind: "disowned" | "retracted"; at: number; standing: Standing };

/**
 * All that a page of an event at some moment follows from, whether it was read from tables or folded from revisions:
 * the rows of the page, what its derived data follow from, and when its claims came to stand as they do.
 */
export type EventRows = {
  loaded: LoadedEvent;
  inputs: EventInputs;
  assessments: DatedAssessment[];
  ends: DatedEnd[];
};

/**
 * The page of an event by these rows and no others: all that is derived is derived anew from them, by the rules of
 * today. `relationsOf`: the slug of a measure, or null.
 */
export function pageOf({ loaded, inputs }: EventRows, relationsOf: string | null): EventPage {
  const derived = deriveFrom(inputs).claims;
  const claims = loaded.claims.map((row) => ({ ...row, derived: derived.get(row.id) ?? null }));
  return toEventPage({ ...loaded, claims }, relationsOf);
}
