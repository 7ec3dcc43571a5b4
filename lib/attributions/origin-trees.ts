import { countsOf, type SummarisedClaim } from "../events/rules";
import { groupBy } from "../group-by";
import { type ClaimOrigin, keyOf, type NotFoundReason } from "../origins/trace";
import { byStatement, type Grower, growerOf, leadingSteps, type Traced } from "./claim-branches";
import type { NotFoundTree, OriginsOf, OriginTree } from "./types";

/** What a group of an event's claims rests on, by origin, and what rests on nothing known (R8, R15, R17). */
export function originsOf(traced: Traced, group: readonly SummarisedClaim[]): OriginsOf {
  const made = group.filter(({ lifecycle }) => lifecycle !== "entry_error");
  const known = made.filter(({ id }) => traced.origins.get(id)?.notFound === null);
  const grower = growerOf(traced, made);
  const origins = originTrees(traced, made, grower);
  return {
    counts: {
      claims: made.length,
      resting: reportsLeading(traced, known).size,
      ...countGroup(traced, made),
    },
    origins,
    notFound: [...unknownTrees(traced, grower), ...strayReports(traced, made, grower)],
    enteredInError: group
      .filter(({ lifecycle }) => lifecycle === "entry_error")
      .flatMap(({ id }) => traced.claims.get(id)?.claim ?? []),
  };
}

function countGroup({ inputs, origins }: Traced, made: readonly SummarisedClaim[]) {
  const reportsOf = groupBy(inputs.attributions, ({ claimId }) => claimId);
  return countsOf(
    made.map(({ id, claimantId, lifecycle }) => ({
      claimantId,
      lifecycle,
      originKeys: origins.get(id)?.keys ?? [],
      reportIds: (reportsOf.get(id) ?? []).map(({ reportId }) => reportId),
    })),
  );
}

function originTrees(traced: Traced, made: readonly SummarisedClaim[], { all, grow }: Grower): OriginTree[] {
  const { inputs, origins, names, sideOf } = traced;
  const rootIds = new Set(
    made.flatMap(({ id }) => (origins.get(id)?.roots ?? []).map((root) => root.claimId)),
  );
  const firstStatements = groupBy(
    all.filter(({ id }) => rootIds.has(id)),
    (claim) => keyOf(claim, inputs.claimants),
  );
  return [...firstStatements].flatMap(([key, roots]) => {
    const [kind = "", id = ""] = key.split(":");
    const by = names.get(kind === "denied" ? (roots[0]?.claimantId ?? "") : id);
    return by
      ? [
          {
            key,
            named: { kind: kind === "publication" ? ("unnamed_via" as const) : ("claimant" as const), by },
            sides: [...new Set(roots.map(({ claimantId }) => sideOf(claimantId)))],
            isDisowned: roots.every(({ isDisowned }) => isDisowned),
            counts: countsOn(key, traced, made),
            claims: grow(roots.map((root) => root.id)),
          },
        ]
      : [];
  });
}

function countsOn(key: string, traced: Traced, made: readonly SummarisedClaim[]) {
  const resting = made.filter(({ id }) => traced.origins.get(id)?.keys.includes(key));
  return { claims: resting.length, reports: reportsLeading(traced, resting).size };
}

/** The reports that carry these claims and lead to where they come from, each once. */
function reportsLeading({ inputs, origins }: Traced, claims: readonly SummarisedClaim[]): Set<string> {
  const carried = new Set(inputs.attributions.map(({ claimId, reportId }) => `${claimId} ${reportId}`));
  return new Set(
    claims.flatMap(({ id }) =>
      [...leadingSteps(origins.get(id)).keys()].filter((reportId) => carried.has(`${id} ${reportId}`)),
    ),
  );
}

/** Claims whose origin is not found: each with what was had from it; those that lead to each other together. */
function unknownTrees({ origins }: Traced, { all, grow, isGrown }: Grower): NotFoundTree[] {
  const unknown = all.filter(({ id }) => origins.get(id)?.notFound);
  const trees: NotFoundTree[] = unknown
    .filter(({ id }) => origins.get(id)?.hadFrom.length === 0)
    .map(({ id }) => ({
      why: origins.get(id)?.notFound ?? "no_report",
      isOfKnownClaim: false,
      claims: grow([id]),
    }));
  for (const { id } of unknown) {
    if (isGrown(id)) continue;
    trees.push({ why: "cycle", isOfKnownClaim: false, claims: grow(ringFrom(id, origins)) });
  }
  return trees;
}

/** The claims that lead back to each other, from a claim that leads into them. */
function ringFrom(id: string, origins: ReadonlyMap<string, ClaimOrigin>): string[] {
  const way: string[] = [];
  let at: string | undefined = id;
  while (at !== undefined && !way.includes(at)) {
    way.push(at);
    at = origins.get(at)?.hadFrom[0];
  }
  return at === undefined ? way : way.slice(way.indexOf(at));
}

const STRAY_ENDS = ["unattributed", "dead_end", "cycle"] as const satisfies NotFoundReason[];

/** Of claims whose origin is known, the reports whose own chain ends short of it. */
function strayReports(
  { origins }: Traced,
  made: readonly SummarisedClaim[],
  { graft }: Grower,
): NotFoundTree[] {
  return made.toSorted(byStatement).flatMap((claim) => {
    const origin = origins.get(claim.id);
    if (!origin || origin.notFound) return [];
    const leading = leadingSteps(origin);
    const stray = [...origin.reports].filter(([id]) => !leading.has(id));
    return STRAY_ENDS.flatMap((why) => {
      const steps = new Map(stray.filter(([, { end }]) => end === why));
      return steps.size === 0 ? [] : [{ why, isOfKnownClaim: true, claims: graft(claim.id, steps) }];
    });
  });
}
