import type { LoadedEvent } from "../events/event-page";
import { toSummarised } from "../events/read-inputs";
import type { EventInputs } from "../events/rules";
import { type States, statesOf } from "../history/state-at";
import { toMeasure } from "../measures/measures";
import type { EventRows } from "./event-rows";
import { foldedAttributions, foldedClaims, type Gate } from "./folded-claims";
import {
  type EstimateFacts,
  foldedAssessments,
  foldedEnds,
  foldedEstimates,
  foldedLinks,
  foldedTakenBack,
  originDecisions,
  successions,
} from "./folded-decisions";
import { foldedAliases, foldedEvent, foldedMeasures, foldedParties } from "./folded-event";
import { foldedClaimants, foldedFacts, foldedReports } from "./folded-register";

/** What an event's page is put together from where only its history is asked. */
export type Folded = {
  eventId: string;
  /** What belongs to the event, as its own chain leaves it. */
  states: States;
  /** Claimants, publications and reports, as the register left them at that moment. */
  register: States;
  gate: Gate;
  estimateFacts: EstimateFacts;
  parts: LoadedEvent["parts"];
  /** The instant of the last revision, in milliseconds since 1970 UTC. */
  at: number;
};

/** The rows of an event by its revisions alone, and by what may be told today; null where it was not public (R34). */
export function foldEvent(folded: Folded): EventRows | null {
  const { eventId, states, register, gate, at } = folded;
  const state = statesOf(states, "event").get(eventId);
  const event = state && foldedEvent(state, at);
  if (!event) return null;

  const claimants = foldedClaimants(register);
  const claims = foldedClaims(eventId, states, claimants, gate);
  const ids = new Set(claims.map(({ id }) => id));
  const carried = foldedAttributions(states, ids, claimants, foldedReports(register), gate);
  const links = foldedLinks(states, ids);
  const measures = foldedMeasures(eventId, states);
  const parties = foldedParties(state);
  const named = [
    ...claims.map(({ claimantId }) => claimantId),
    ...carried.traced.flatMap(({ viaClaimantId }) => viaClaimantId ?? []),
  ];
  const sideOf = new Map(parties.map(({ claimantId, side }) => [claimantId, side]));
  const inputs: EventInputs = {
    measures: measures.map(toMeasure),
    claims: claims.toSorted((a, b) => a.number - b.number).map(toSummarised),
    attributions: carried.traced,
    claimants: foldedFacts(register, named, sideOf),
    decisions: originDecisions(links),
    published: publishedDates(carried.traced, register),
    partOf: new Map(measures.flatMap(({ id, partOfId }) => (partOfId ? [[id, partOfId] as const] : []))),
    editorsHeadline: event.headlineMeasureId,
  };
  const loaded: LoadedEvent = {
    event,
    aliases: foldedAliases(state),
    parties,
    measures,
    claims,
    attributions: carried.views,
    links: successions(links),
    parts: folded.parts,
    decisions: {
      estimates: foldedEstimates(states, claims, folded.estimateFacts, at),
      takenBack: foldedTakenBack(states, ids),
    },
  };
  return { loaded, inputs, assessments: foldedAssessments(states), ends: foldedEnds(states) };
}

/** When the reports that carried claims came out, where that is known. */
function publishedDates(
  attributions: readonly { reportId: string }[],
  register: States,
): EventInputs["published"] {
  const reports = foldedReports(register);
  return new Map(
    attributions.flatMap(({ reportId }) => {
      const { publishedEarliest, publishedLatest } = reports.get(reportId) ?? {};
      return publishedEarliest && publishedLatest
        ? [[reportId, { earliest: publishedEarliest.getTime(), latest: publishedLatest.getTime() }] as const]
        : [];
    }),
  );
}
