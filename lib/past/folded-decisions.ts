import type { EstimateRow, TakenBackRow } from "../events/editors-decisions";
import type { EventInputs } from "../events/rules";
import { groupBy } from "../group-by";
import { lastAct, type RecordState, type States, statesOf } from "../history/state-at";
import { CORRECTION_KINDS, type CorrectionKind, type Verification } from "../vocabulary";
import { standingBefore } from "./dated-decisions";
import type { DatedAssessment, DatedEnd } from "./event-rows";
import { codeOf, listOf, requiredText, textOf } from "./fields";

type Link = { kind: string; state: string; fromClaimId: string; toClaimId: string };

/** The decided links that lead to one of these claims. */
export function foldedLinks(states: States, claimIds: ReadonlySet<string>): Link[] {
  return [...statesOf(states, "claim_link").values()]
    .map((state) => ({
      kind: requiredText(state, "kind"),
      state: requiredText(state, "state"),
      fromClaimId: requiredText(state, "fromClaimId"),
      toClaimId: requiredText(state, "toClaimId"),
    }))
    .filter(({ toClaimId }) => claimIds.has(toClaimId));
}

/** What people decided of origins (R15, R16). */
export function originDecisions(links: readonly Link[]): EventInputs["decisions"] {
  const of = (kind: string, state: string) =>
    links.filter((link) => link.kind === kind && link.state === state);
  const idsOf = ({ fromClaimId, toClaimId }: Link) => ({ ids: [fromClaimId, toClaimId] as const });
  return {
    passedOn: of("passed_on_from", "accepted").map(({ fromClaimId, toClaimId }) => ({
      fromId: fromClaimId,
      toId: toClaimId,
    })),
    oneOrigin: of("one_origin", "accepted").map(idsOf),
    separate: of("one_origin", "declined").map(idsOf),
  };
}

/** Accepted supersessions and replacements. */
export function successions(links: readonly Link[]): { fromClaimId: string; toClaimId: string }[] {
  return links
    .filter(({ kind, state }) => state === "accepted" && (kind === "supersedes" || kind === "replaces"))
    .map(({ fromClaimId, toClaimId }) => ({ fromClaimId, toClaimId }));
}

const TAKES_BACK: readonly CorrectionKind[] = ["retraction", "correction", "disowned", "entry_error"];

/** The claims that were taken back in public, the newest first. */
export function foldedTakenBack(states: States, claimIds: ReadonlySet<string>): TakenBackRow[] {
  return [...statesOf(states, "correction").values()]
    .map((state) => ({
      id: state.id,
      claimId: textOf(state, "claimId") ?? "",
      kind: codeOf(state, "kind", CORRECTION_KINDS[0]),
      at: madeAt(state),
      reason: requiredText(state, "reason"),
    }))
    .filter(({ claimId, kind }) => claimIds.has(claimId) && TAKES_BACK.includes(kind))
    .sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1))
    .map(({ id: _, ...row }) => row);
}

/** Whose an estimate is, and since when it is stale: what no revision tells. */
export type EstimateFacts = ReadonlyMap<string, { by: string; staleSince: number | null }>;

/** The best estimates and withdrawals, by measure, the newest first (R10). `until`: what is stale since later is not yet. */
export function foldedEstimates(
  states: States,
  claims: readonly { id: string; publicId: string }[],
  facts: EstimateFacts,
  until: number,
): EstimateRow[] {
  const idOf = new Map(claims.map(({ id, publicId }) => [publicId, id]));
  const told = [...statesOf(states, "best_estimate").values()].map((state) => {
    const { by = "", staleSince = null } = facts.get(state.id) ?? {};
    const isWithdrawal = state.acts[0]?.action === "best_estimate.withdrawn";
    return {
      ...placeOf(state, states),
      raw: isWithdrawal ? null : textOf(state, "raw"),
      method: requiredText(state, isWithdrawal ? "reason" : "method"),
      by,
      at: madeAt(state),
      staleSince: staleSince !== null && staleSince <= until ? staleSince : null,
      claimIds: listOf(state, "inputs").flatMap((publicId) => idOf.get(String(publicId)) ?? []),
    };
  });
  return [...groupBy(told, ({ measureId }) => measureId).values()].flatMap(numbered);
}

/** The newest first. Those that came with a merged measure follow those that were there, and are numbered on. */
function numbered(estimates: readonly (EstimateRow & { cameAt: number })[]): EstimateRow[] {
  const isMerged = estimates.some(({ cameAt }) => cameAt > 0);
  return estimates
    .toSorted((a, b) => a.cameAt - b.cameAt || a.number - b.number)
    .map(({ cameAt: _, ...row }, place) => (isMerged ? { ...row, number: place + 1 } : row))
    .reverse();
}

/** Estimates go with what they estimate: to the measure that theirs was merged into, at that revision. */
function placeOf(
  estimate: RecordState,
  states: States,
): { measureId: string; number: number; cameAt: number } {
  const measures = statesOf(states, "measure");
  const own = requiredText(estimate, "measureId");
  let [measureId, cameAt] = [own, 0];
  for (let measure = measures.get(own); measure; ) {
    const slug = textOf(measure, "mergedInto");
    const into = slug === null ? undefined : [...measures.values()].find((m) => textOf(m, "slug") === slug);
    if (!into || into.id === own) break;
    [measureId, cameAt] = [into.id, lastAct(measure, "measure.merged")?.number ?? 0];
    measure = into;
  }
  return { measureId, number: Number(estimate.fields.number ?? 0), cameAt };
}

export function foldedAssessments(states: States): DatedAssessment[] {
  return [...statesOf(states, "assessment").values()].map((state) => ({
    claimId: requiredText(state, "claimId"),
    number: Number(state.fields.number ?? 0),
    status: codeOf<Verification>(state, "status", "unverified"),
    at: madeAt(state),
  }));
}

const ENDS = { "claim.disowned": "disowned", "claim.retracted": "retracted" } as const;

export function foldedEnds(states: States): DatedEnd[] {
  return [...statesOf(states, "claim").values()].flatMap((state) =>
    state.acts.flatMap(({ action, at, fields }): DatedEnd[] =>
      action in ENDS
        ? [
            {
              claimId: state.id,
              kind: ENDS[action as keyof typeof ENDS],
              at,
              standing: standingBefore(fields),
            },
          ]
        : [],
    ),
  );
}

function madeAt(state: RecordState): number {
  return state.acts[0]?.at ?? 0;
}
