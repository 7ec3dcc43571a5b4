import { groupBy } from "../group-by";
import type { ReportStep } from "../origins/report-steps";
import type { TracedAttribution } from "../origins/trace";
import type { Named, ReportBranch, ReportRef } from "./types";

export type Chain = {
  /** For each report that carries the claim or is named as having carried it, where it leads. */
  steps: ReadonlyMap<string, ReportStep>;
  /** The attributions of this one claim. */
  attributions: readonly TracedAttribution[];
  reports: ReadonlyMap<string, ReportRef>;
  /** The name of a claimant that handed the claim on; null where its name says nothing new. */
  viaOf: (claimantId: string) => Named | null;
};

/**
 * The chains of one claim as trees, the first published first: at the head those that had it at first hand or at which
 * the chain breaks off, below each those that had it from there. Rings of reports stand apart (R15), each from the
 * first published of its reports on.
 */
export function reportBranches(chain: Chain): { reports: ReportBranch[]; loops: ReportBranch[][] } {
  const { steps } = chain;
  const rings = findRings(steps);
  const inRing = new Set(rings.flat());
  const followers = groupBy(
    [...steps].flatMap(([id, { nextReportId }]) =>
      nextReportId === null || inRing.has(id) ? [] : [{ id, nextReportId }],
    ),
    ({ nextReportId }) => nextReportId,
  );
  const branchesOf = (ids: readonly string[]): ReportBranch[] =>
    ids
      .flatMap((id) => {
        const report = chain.reports.get(id);
        const passedOnBy = branchesOf((followers.get(id) ?? []).map((follower) => follower.id));
        return report ? [{ ...aboutCarrying(id, chain), report, passedOnBy }] : [];
      })
      .sort((a, b) => byPublication(a.report, b.report));

  const heads = [...steps].flatMap(([id, { nextReportId }]) => (nextReportId === null ? [id] : []));
  return {
    reports: branchesOf(heads),
    // Within a ring the order is who had it from whom, not the dates.
    loops: rings.map((ring) => fromFirst(ring.flatMap((id) => branchesOf([id])))),
  };
}

function aboutCarrying(id: string, { steps, attributions, viaOf }: Chain) {
  const carried = attributions.filter(({ reportId }) => reportId === id);
  const viaClaimantId = steps.get(id)?.viaClaimantId ?? null;
  return {
    via: viaClaimantId === null ? null : viaOf(viaClaimantId),
    isOnlyNamed: carried.length === 0,
    namesNobody: carried.length > 0 && carried.every(({ carries }) => carries === "unattributed"),
  };
}

/** Reports that lead back to themselves, each ring in the order in which one had it from the next. */
function findRings(steps: ReadonlyMap<string, ReportStep>): string[][] {
  const rings: string[][] = [];
  const seen = new Set<string>();
  for (const [id, { end }] of steps) {
    if (end !== "cycle") continue;
    const way: string[] = [];
    let at: string | null = id;
    while (at !== null && !seen.has(at)) {
      seen.add(at);
      way.push(at);
      at = steps.get(at)?.nextReportId ?? null;
    }
    if (at !== null && way.includes(at)) rings.push(way.slice(way.indexOf(at)));
  }
  return rings;
}

function fromFirst(ring: ReportBranch[]): ReportBranch[] {
  const [first] = [...ring].sort((a, b) => byPublication(a.report, b.report));
  const at = first ? ring.indexOf(first) : 0;
  return [...ring.slice(at), ...ring.slice(0, at)];
}

function byPublication(a: ReportRef, b: ReportRef): number {
  return (
    (a.published?.earliest ?? Infinity) - (b.published?.earliest ?? Infinity) ||
    a.publication.name.localeCompare(b.publication.name, "en") ||
    (a.publicId < b.publicId ? -1 : 1)
  );
}
