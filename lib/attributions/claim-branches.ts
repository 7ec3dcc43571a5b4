import type { ClaimRef } from "../claims/types";
import type { EventInputs, SummarisedClaim } from "../events/rules";
import type { Wording } from "../format/wording";
import { groupBy } from "../group-by";
import type { ReportEnd, ReportStep } from "../origins/report-steps";
import type { ClaimOrigin } from "../origins/trace";
import type { Standing } from "../vocabulary";
import { reportBranches } from "./report-branches";
import type { ClaimBranch, Named, ReportRef } from "./types";

/** An event's origins, and the names of all that stands in them, by their ids. */
export type Traced = {
  inputs: EventInputs;
  origins: ReadonlyMap<string, ClaimOrigin>;
  claims: ReadonlyMap<string, { claim: ClaimRef; wording: Wording; standing: Standing }>;
  reports: ReadonlyMap<string, ReportRef>;
  /** Of claimants and publications. */
  names: ReadonlyMap<string, Named>;
  sideOf: (claimantId: string) => string | null;
};

/** Grows the claims of one group, with their reports and with the claims that were had from them. */
export type Grower = {
  /** All that the claims of the group descend from and themselves, the first stated first. */
  all: SummarisedClaim[];
  /** Claims with all that descends from them, each in full the first time that it is met. */
  grow: (ids: readonly string[]) => ClaimBranch[];
  isGrown: (id: string) => boolean;
  /** A claim alone, with some of its reports. */
  graft: (id: string, steps: ReadonlyMap<string, ReportStep>) => ClaimBranch[];
};

/** What is not of the group itself has no report here: our own error, or a first statement under another measure. */
export function growerOf(traced: Traced, group: readonly SummarisedClaim[]): Grower {
  const { inputs, origins } = traced;
  const own = new Set(group.map(({ id }) => id));
  const all = withAncestors(traced, own);
  const byId = new Map(all.map((claim) => [claim.id, claim]));
  const attributions = groupBy(inputs.attributions, ({ claimId }) => claimId);
  const descents = all.flatMap(({ id }) =>
    (origins.get(id)?.hadFrom ?? []).map((parentId) => ({ parentId, id })),
  );
  const children = groupBy(descents, ({ parentId }) => parentId);
  const grown = new Set<string>();

  const graft = (id: string, steps: ReadonlyMap<string, ReportStep>): ClaimBranch[] => {
    const [claim, told] = [byId.get(id), traced.claims.get(id)];
    if (!claim || !told) return [];
    const hadFrom = origins.get(id)?.hadFrom ?? [];
    // Who said it, and whose figure it was, is told by its place.
    const obvious = [id, ...hadFrom].map((claimId) => byId.get(claimId)?.claimantId);
    const viaOf = (viaId: string) => (obvious.includes(viaId) ? null : (traced.names.get(viaId) ?? null));
    const chain = { steps, attributions: attributions.get(id) ?? [], reports: traced.reports, viaOf };
    return [
      {
        ...told,
        side: traced.sideOf(claim.claimantId),
        verification: claim.verification,
        lifecycle: claim.lifecycle,
        hadFrom: hadFrom.flatMap((parentId) => traced.claims.get(parentId)?.claim ?? []),
        isToldElsewhere: false,
        ...reportBranches(chain),
        passedOnAs: [],
      },
    ];
  };
  const grow = (ids: readonly string[]): ClaimBranch[] => {
    const isNew = new Set(ids.filter((id) => !grown.has(id)));
    // Marked before any is grown, so that claims which lead to each other stay beside each other.
    for (const id of isNew) grown.add(id);
    return ids.flatMap((id) => {
      if (!isNew.has(id)) return graft(id, new Map()).map((branch) => ({ ...branch, isToldElsewhere: true }));
      const steps = own.has(id) ? leadingSteps(origins.get(id)) : new Map();
      const descendants = (children.get(id) ?? []).map((child) => child.id);
      const further = descendants.filter((child) => !isNew.has(child));
      return graft(id, steps).map((branch) => ({ ...branch, passedOnAs: grow(further) }));
    });
  };
  return { all, grow, isGrown: (id) => grown.has(id), graft };
}

function withAncestors({ inputs, origins }: Traced, own: ReadonlySet<string>): SummarisedClaim[] {
  const wanted = new Set(own);
  // A set visits what is added to it on the way.
  for (const id of wanted) for (const parentId of origins.get(id)?.hadFrom ?? []) wanted.add(parentId);
  return inputs.claims.filter(({ id }) => wanted.has(id)).toSorted(byStatement);
}

/** The first stated first; of one date, in the order in which they were logged. */
export function byStatement(a: SummarisedClaim, b: SummarisedClaim): number {
  return a.statedEarliest - b.statedEarliest;
}

/** The reports that lead to where the claim comes from; of an unknown origin, all of them. */
export function leadingSteps(origin: ClaimOrigin | undefined): Map<string, ReportStep> {
  const steps = [...(origin?.reports ?? [])];
  if (!origin || origin.notFound) return new Map(steps);
  // What was had from another claim, or is denied, comes from there though its report names nobody.
  const isSaid = origin.hadFrom.length === 0 && steps.some(([, { end }]) => end === "statement");
  const ends: ReportEnd[] = isSaid ? ["statement"] : ["statement", "unattributed"];
  return new Map(steps.filter(([, { end }]) => ends.includes(end)));
}
