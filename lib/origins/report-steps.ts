import type { TracedAttribution } from "./trace";

/** Where the chain of a report ends: at the claimant's statement, or short of it (R15). */
export type ReportEnd = "statement" | "unattributed" | "dead_end" | "cycle";

/** One report's place in the chain of a claim. */
export type ReportStep = {
  /** The report that it had the claim from, on the shortest way to the end; null at the end of the chain. */
  nextReportId: string | null;
  /** A claimant that handed it on without a claim of its own, such as a spokesman. */
  viaClaimantId: string | null;
  end: ReportEnd;
  /** How many reports stand between it and the end. */
  hops: number;
};

/**
 * For each report that carries a claim or is named as having carried it, where its chain leads, from the attributions
 * of that one claim (R13, R15). A report that is only named, and carries the claim nowhere on file, is a dead end. Of
 * several ways the one that reaches the statement counts, and the shortest.
 */
export function stepsOf(attributions: readonly TracedAttribution[]): Map<string, ReportStep> {
  const carriers = new Map<string, TracedAttribution[]>();
  const followers = new Map<string, Set<string>>();
  for (const attribution of [...attributions].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const { reportId, viaReportId } = attribution;
    carriers.set(reportId, (carriers.get(reportId) ?? []).concat(attribution));
    if (viaReportId !== null)
      followers.set(viaReportId, (followers.get(viaReportId) ?? new Set()).add(reportId));
  }

  const steps = new Map<string, ReportStep>();
  const settle = (end: ReportEnd, starts: { id: string; viaClaimantId: string | null }[]) => {
    let wave = starts.filter(({ id }) => !steps.has(id));
    for (const { id, viaClaimantId } of wave)
      steps.set(id, { nextReportId: null, viaClaimantId, end, hops: 0 });
    for (let hops = 1; wave.length > 0; hops += 1) {
      wave = wave.flatMap(({ id: nextReportId }) =>
        [...(followers.get(nextReportId) ?? [])].flatMap((id) => {
          if (steps.has(id)) return [];
          steps.set(id, { nextReportId, viaClaimantId: null, end, hops });
          return [{ id, viaClaimantId: null }];
        }),
      );
    }
  };

  settle(
    "statement",
    firstHand(carriers, ({ carries }) => carries !== "unattributed"),
  );
  settle(
    "unattributed",
    firstHand(carriers, ({ carries }) => carries === "unattributed"),
  );
  settle(
    "dead_end",
    [...followers.keys()].filter((id) => !carriers.has(id)).map((id) => ({ id, viaClaimantId: null })),
  );
  for (const [id, [first]] of carriers) {
    if (!steps.has(id))
      steps.set(id, { nextReportId: first?.viaReportId ?? null, viaClaimantId: null, end: "cycle", hops: 0 });
  }
  return steps;
}

function firstHand(
  carriers: ReadonlyMap<string, TracedAttribution[]>,
  matches: (attribution: TracedAttribution) => boolean,
) {
  return [...carriers].flatMap(([id, carried]) => {
    const found = carried.find((attribution) => attribution.viaReportId === null && matches(attribution));
    return found ? [{ id, viaClaimantId: found.viaClaimantId }] : [];
  });
}
