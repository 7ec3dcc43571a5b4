import { toSummarised } from "../../../lib/events/read-inputs";
import { deriveFrom, type EventSummary } from "../../../lib/events/rules";
import { toMeasure } from "../../../lib/measures/measures";
import type { ClaimantFacts } from "../../../lib/origins/trace";
import type { Claimed } from "./claims";
import type { BegunEvent } from "./event";
import type { OnFile, Register } from "./register";
import type { Filed } from "./reports";

/** Derives what is kept beside an event and its published claims, by the rules of the app. Returns the summary. */
export function deriveInto(
  register: Register,
  event: BegunEvent,
  claims: readonly Claimed[],
  reports: readonly Filed[],
): EventSummary {
  const published = claims.filter(({ row }) => row.publishedAt);
  const attributions = published.flatMap((claim) => claim.attributions.map(({ row }) => row));
  const {
    summary,
    claims: derived,
    reportsOf,
  } = deriveFrom({
    measures: event.measures.map(({ row }) => toMeasure(row)),
    claims: published.map(({ row }) => toSummarised(row)),
    attributions,
    claimants: factsOf(register, event),
    decisions: { passedOn: [], oneOrigin: [], separate: [] },
    published: new Map(reports.map(({ id, published: dates }) => [id, dates])),
    partOf: new Map(),
    editorsHeadline: null,
  });
  for (const { row } of published) {
    const own = derived.get(row.id);
    row.isContested = own ? own.contest !== null : false;
    row.reportCount = reportsOf.get(row.id)?.size ?? 0;
    row.derived = own ?? null;
  }
  return summary;
}

function factsOf({ claimantsById }: Register, { claimants, sides }: BegunEvent): Map<string, ClaimantFacts> {
  const sideOf = (claimant: OnFile): string | null => {
    const above = claimant.parentId ? claimantsById.get(claimant.parentId) : undefined;
    return sides.get(claimant.facts.id) ?? (above ? sideOf(above) : null);
  };
  return new Map(
    claimants.map((claimant) => [claimant.facts.id, { ...claimant.facts, side: sideOf(claimant) }]),
  );
}
