import { statedOf } from "../claims/refs";
import type { AttributionView } from "../claims/types";
import type { LoadedEvent } from "../events/event-page";
import type { EventClaim } from "../events/event-select";
import type { SummarisedClaim } from "../events/rules";
import { groupBy } from "../group-by";
import type { Lifecycle, Standing, Verification } from "../vocabulary";
import type { DatedAssessment, DatedEnd, EventRows } from "./event-rows";
import { knownBy } from "./moment";

/**
 * What was known of an event at an instant (in milliseconds since 1970 UTC), by our present records: the claims stated
 * until then, as they were assessed until then, with the reports that were out and the estimates that were made.
 * - A figure had a successor only once that one was stated.
 * - A claim was denied or taken back when our records say so: the claimant's own date is not on file.
 * - What we entered in error, and what a claimant called wrong without another figure, was wrong from the beginning.
 * - How claims hang together (who had what from whom, what is one origin) is known today, and told of then, too.
 */
export function asKnownAt(rows: EventRows, until: number): EventRows {
  const { loaded, inputs } = rows;
  const zone = loaded.event.occurredZone;
  const known = loaded.claims.filter((row) => knownBy(statedOf(row), zone) <= until);
  const ids = new Set(known.map(({ id }) => id));
  const states = statesOf(rows, known, ids, until);
  return {
    loaded: {
      ...loaded,
      claims: known.map((row) => ({ ...row, ...states.get(row.id) })),
      attributions: outBy(loaded.attributions, ids, zone, until),
      links: loaded.links.filter((link) => isKnownLink(link, loaded.claims, ids)),
      decisions: decisionsUntil(loaded.decisions, until),
    },
    inputs: {
      ...inputs,
      claims: inputs.claims
        .filter(({ id }) => ids.has(id))
        .map((claim) => asItStood(claim, states.get(claim.id))),
      attributions: inputs.attributions.filter(({ claimId }) => ids.has(claimId)),
    },
    assessments: rows.assessments.filter(({ at }) => at <= until),
    ends: rows.ends.filter(({ at }) => at <= until),
  };
}

type State = { verification: Verification; lifecycle: Lifecycle; standing: Standing };

function statesOf(
  { loaded, assessments, ends }: EventRows,
  known: readonly EventClaim[],
  ids: ReadonlySet<string>,
  until: number,
): Map<string, State> {
  const assessedOf = groupBy(
    assessments.filter(({ at }) => at <= until),
    ({ claimId }) => claimId,
  );
  const endsOf = groupBy(ends, ({ claimId }) => claimId);
  const awaited = listAwaited(loaded, ids);
  return new Map(
    known.map((row) => {
      const later = (endsOf.get(row.id) ?? []).filter(({ at }) => at > until);
      return [
        row.id,
        {
          verification: newest(assessedOf.get(row.id) ?? [])?.status ?? "unverified",
          lifecycle: lifecycleThen(row, later, awaited),
          standing: later.find(({ kind }) => kind === "disowned")?.standing ?? row.standing,
        },
      ];
    }),
  );
}

function newest(assessments: readonly DatedAssessment[]): DatedAssessment | undefined {
  return assessments.toSorted((a, b) => a.number - b.number).at(-1);
}

function lifecycleThen(
  { id, lifecycle }: EventClaim,
  later: readonly DatedEnd[],
  awaited: ReadonlySet<string>,
): Lifecycle {
  if (lifecycle === "retracted")
    return later.some(({ kind }) => kind === "retracted") ? "current" : lifecycle;
  if (lifecycle === "entry_error") return lifecycle;
  return awaited.has(id) ? "current" : lifecycle;
}

/** The claims whose successor was not stated yet. One that is not public never takes a place in sight. */
function listAwaited({ claims, links }: LoadedEvent, ids: ReadonlySet<string>): Set<string> {
  return new Set(links.filter((link) => !isKnownLink(link, claims, ids)).map(({ toClaimId }) => toClaimId));
}

function isKnownLink(
  { fromClaimId }: LoadedEvent["links"][number],
  claims: readonly EventClaim[],
  ids: ReadonlySet<string>,
): boolean {
  return ids.has(fromClaimId) || !claims.some(({ id }) => id === fromClaimId);
}

/** The reports that were out, under the claims that were stated. One without a date is taken to have been. */
function outBy(
  attributions: LoadedEvent["attributions"],
  ids: ReadonlySet<string>,
  zone: string,
  until: number,
): Map<string, AttributionView[]> {
  const isOut = ({ report }: AttributionView) =>
    report.published === null || knownBy(report.published, zone) <= until;
  return new Map([...attributions].flatMap(([id, of]) => (ids.has(id) ? [[id, of.filter(isOut)]] : [])));
}

function decisionsUntil(
  { estimates, takenBack }: LoadedEvent["decisions"],
  until: number,
): LoadedEvent["decisions"] {
  const isLater = (at: number | null) => at !== null && at > until;
  return {
    estimates: estimates
      .filter(({ at }) => !isLater(at))
      .map((estimate) => (isLater(estimate.staleSince) ? { ...estimate, staleSince: null } : estimate)),
    takenBack: takenBack.filter(({ at }) => !isLater(at)),
  };
}

function asItStood(claim: SummarisedClaim, state: State | undefined): SummarisedClaim {
  if (!state) return claim;
  const { verification, lifecycle, standing } = state;
  return {
    ...claim,
    verification,
    lifecycle,
    isDisowned: standing === "disowned",
    figure: claim.figure && { ...claim.figure, ...state },
  };
}
