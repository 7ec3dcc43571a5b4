import { groupBy } from "../group-by";
import type { Carries, Lane } from "../vocabulary";
import { type ReportEnd, type ReportStep, stepsOf } from "./report-steps";

/** A claim as far as its origin is concerned. Figures match by measure, lane and bounds; statements match nothing. */
export type TracedClaim = {
  id: string;
  claimantId: string;
  measureId: string | null;
  lane: Lane;
  low: number | null;
  high: number | null;
  isDisowned: boolean;
  /** Entered by mistake: nobody made it, so nothing descends from it. */
  isEntryError: boolean;
  /** Milliseconds since 1970 UTC. */
  statedEarliest: number;
  statedLatest: number;
};

/** How one report carries one claim, and from whom or what it had it. */
export type TracedAttribution = {
  id: string;
  claimId: string;
  reportId: string;
  carries: Carries;
  viaReportId: string | null;
  viaClaimantId: string | null;
};

/** What independence looks at of a claimant. `bodyId`: the topmost body that it belongs to, or itself. */
export type ClaimantFacts = {
  id: string;
  name: string;
  bodyId: string;
  isUnnamed: boolean;
  /** In this event: its own, else that of the nearest body above it that has one. */
  side: string | null;
  /** Through which a media claimant speaks, or an unnamed one is known (R17). */
  publication: { id: string; name: string; family: { id: string; name: string } | null } | null;
};

/** What people decided about pairs of claims: passed on from (R23), and one origin (R16). */
export type OriginDecisions = {
  passedOn: readonly { fromId: string; toId: string }[];
  oneOrigin: readonly { ids: readonly [string, string] }[];
};

/** Why no origin is known (R15): a cycle, an unattributed end, a report that is only named, or no report at all. */
export type NotFoundReason = "cycle" | "unattributed" | "dead_end" | "no_report";

/** Where a claim descends from (R8, R12, R15). */
export type ClaimOrigin = {
  claimId: string;
  /** Claims that it was had from, directly. */
  hadFrom: string[];
  /** The first statements that it descends from; itself where it was had from none; empty where none is known. */
  roots: { claimId: string; claimantId: string; isDisowned: boolean }[];
  /** Of those, the keys that count origins: see `keyOf`. */
  keys: string[];
  /** Null where an origin is known. */
  notFound: NotFoundReason | null;
  /** Some of the claims that it descends from, itself among them, have no known origin (R13). */
  isPartlyUnknown: boolean;
  /** Claimants of other bodies that a report had it from, whether or not a claim of theirs is on file. */
  via: string[];
  /** For each report that carries it, where that report's chain leads. */
  reports: Map<string, ReportStep>;
};

/**
 * Follows every attribution of an event's claims to the statement that it descends from (R8, R12, R13, R15). A report
 * leads to the report that it names; a claim leads to another claimant's claim of the same figure when a report had it
 * from that claimant, when it passed a disowned figure on (R23), or when a person found both to be of one origin (R16).
 * Linear in claims and attributions but for the sorting of twins; the order of the input changes nothing.
 */
export function traceOrigins(
  claims: readonly TracedClaim[],
  attributions: readonly TracedAttribution[],
  claimants: ReadonlyMap<string, ClaimantFacts>,
  decisions: OriginDecisions = { passedOn: [], oneOrigin: [] },
): Map<string, ClaimOrigin> {
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  const ofClaim = groupBy(attributions, ({ claimId }) => claimId);
  const reportsOf = new Map(claims.map(({ id }) => [id, stepsOf(ofClaim.get(id) ?? [])]));
  const hadFrom = edgesBetween(claims, byId, ofClaim, claimants, decisions);
  const ends = new Map([...reportsOf].map(([id, reports]) => [id, endOfReports(reports)]));
  const endOf = (id: string) => ends.get(id) ?? "no_report";

  const into = reversed(hadFrom);
  const rootsOf = followToRoots(claims, hadFrom, into, (id) => endOf(id) === "statement");
  const unknown = reachedFrom(
    claims.flatMap(({ id }) => (rootsOf.has(id) ? [] : [id])),
    into,
  );
  return new Map(
    claims.map(({ id }) => {
      const roots = [...(rootsOf.get(id) ?? [])].sort().flatMap((rootId) => byId.get(rootId) ?? []);
      const origin: ClaimOrigin = {
        claimId: id,
        hadFrom: [...(hadFrom.get(id) ?? [])].sort(),
        roots: roots.map((root) => ({
          claimId: root.id,
          claimantId: root.claimantId,
          isDisowned: root.isDisowned,
        })),
        keys: [...new Set(roots.map((root) => keyOf(root, claimants)))].sort(),
        notFound: roots.length > 0 ? null : whyNotFound(id, hadFrom, endOf),
        isPartlyUnknown: unknown.has(id),
        via: handedOnBy(byId.get(id), ofClaim.get(id) ?? [], claimants),
        reports: reportsOf.get(id) ?? new Map(),
      };
      return [id, origin];
    }),
  );
}

/**
 * What counts as one origin: a claimant; of unnamed claimants, the publication that they are known through (R17); and
 * a denied statement by itself, since whoever it was ascribed to never made it (R23).
 */
export function keyOf(
  statement: { id: string; claimantId: string; isDisowned: boolean },
  claimants: ReadonlyMap<string, ClaimantFacts>,
): string {
  if (statement.isDisowned) return `denied:${statement.id}`;
  const facts = claimants.get(statement.claimantId);
  return facts?.isUnnamed && facts.publication
    ? `publication:${facts.publication.id}`
    : `claimant:${statement.claimantId}`;
}

function handedOnBy(
  claim: TracedClaim | undefined,
  attributions: readonly TracedAttribution[],
  claimants: ReadonlyMap<string, ClaimantFacts>,
): string[] {
  const named = attributions.flatMap(({ viaClaimantId }) => viaClaimantId ?? []);
  return [...new Set(named)]
    .filter((id) => claim !== undefined && !areOneBody(id, claim.claimantId, claimants))
    .sort();
}

/** Whether two claimants are one body: the same, or parts of one, or one a part of the other. */
export function areOneBody(a: string, b: string, claimants: ReadonlyMap<string, ClaimantFacts>): boolean {
  return bodyOf(a, claimants) === bodyOf(b, claimants);
}

/** The topmost body that a claimant belongs to; itself where it belongs to none. */
export function bodyOf(claimantId: string, claimants: ReadonlyMap<string, ClaimantFacts>): string {
  return claimants.get(claimantId)?.bodyId ?? claimantId;
}

/** Of several ends of a claim's reports, the first of these tells of the claim. */
const ENDS: readonly ReportEnd[] = ["statement", "unattributed", "dead_end", "cycle"];

function endOfReports(reports: ReadonlyMap<string, ReportStep>): ReportEnd | "no_report" {
  let best: ReportEnd | "no_report" = "no_report";
  for (const { end } of reports.values()) {
    if (end === "statement") return end;
    if (best === "no_report" || ENDS.indexOf(end) < ENDS.indexOf(best)) best = end;
  }
  return best;
}

/** What stops a claim's chain: its own reports, else those of the claim that it leads to, else a cycle of claims. */
function whyNotFound(
  id: string,
  hadFrom: Edges,
  endOf: (id: string) => ReportEnd | "no_report",
): NotFoundReason {
  const seen = new Set<string>();
  for (
    let at: string | undefined = id;
    at !== undefined && !seen.has(at);
    at = [...(hadFrom.get(at) ?? [])].sort()[0]
  ) {
    const end = endOf(at);
    if (end !== "statement") return end;
    seen.add(at);
  }
  return "cycle";
}

type Edges = Map<string, Set<string>>;

function edgesBetween(
  claims: readonly TracedClaim[],
  byId: ReadonlyMap<string, TracedClaim>,
  ofClaim: ReadonlyMap<string, TracedAttribution[]>,
  claimants: ReadonlyMap<string, ClaimantFacts>,
  decisions: OriginDecisions,
): Edges {
  const edges: Edges = new Map();
  const join = (from: string, to: string) => {
    if (from !== to && byId.has(from) && byId.get(to)?.isEntryError === false)
      edges.set(from, (edges.get(from) ?? new Set()).add(to));
  };
  const figures = groupBy(claims, rowKey);
  for (const row of figures.values()) row.sort(byStatement);
  for (const claim of claims) {
    for (const { viaClaimantId } of ofClaim.get(claim.id) ?? []) {
      // A spokesman is the voice of the body, not another origin.
      if (viaClaimantId === null || areOneBody(viaClaimantId, claim.claimantId, claimants)) continue;
      const adopted = figureAdopted(
        claim,
        figures.get(rowKey({ ...claim, claimantId: viaClaimantId })) ?? [],
      );
      if (adopted) join(claim.id, adopted.id);
    }
  }
  for (const { fromId, toId } of decisions.passedOn) join(fromId, toId);
  for (const { ids } of decisions.oneOrigin) {
    const [earlier, later] = ids.map((id) => byId.get(id)).sort(byStatement);
    if (earlier && later) join(later.id, earlier.id);
  }
  return edges;
}

/** Where a claim's figure can come from: the figures of one claimant in one measure and lane. Statements stand alone. */
function rowKey({ id, claimantId, measureId, lane }: TracedClaim): string {
  return JSON.stringify(measureId === null ? [id] : [claimantId, measureId, lane]);
}

/**
 * The figure that a claim took over, of those of the claimant that it was had from, in the order of their stating: not
 * stated later, and the last with the same bounds, else the last that meets it.
 */
function figureAdopted(claim: TracedClaim, figures: readonly TracedClaim[]): TracedClaim | undefined {
  const earlier = figures.filter((figure) => figure.statedEarliest <= claim.statedLatest);
  return (
    earlier.findLast(({ low, high }) => low === claim.low && high === claim.high) ??
    earlier.findLast((figure) => meets(figure, claim))
  );
}

function meets(a: TracedClaim, b: TracedClaim): boolean {
  return (a.low ?? -Infinity) <= (b.high ?? Infinity) && (b.low ?? -Infinity) <= (a.high ?? Infinity);
}

function byStatement(a: TracedClaim | undefined, b: TracedClaim | undefined): number {
  if (!a || !b) return a ? -1 : b ? 1 : 0;
  return a.statedEarliest - b.statedEarliest || a.statedLatest - b.statedLatest || (a.id < b.id ? -1 : 1);
}

function reversed(edges: Edges): Edges {
  const into: Edges = new Map();
  for (const [from, targets] of edges) {
    for (const to of targets) into.set(to, (into.get(to) ?? new Set()).add(from));
  }
  return into;
}

/** For each claim the statements that its edges lead to. Those on a cycle with no way out lead nowhere (R15). */
function followToRoots(
  claims: readonly TracedClaim[],
  edges: Edges,
  into: Edges,
  isStatement: (id: string) => boolean,
): Edges {
  const roots: Edges = new Map();
  // A denied figure is the end of its chain whoever reported it: its claimant never said it (R23).
  const ends = claims.filter(({ id, isDisowned }) => !edges.has(id) && (isStatement(id) || isDisowned));
  const found: [claimId: string, rootId: string][] = ends.map(({ id }) => [id, id]);
  for (let next = found.pop(); next; next = found.pop()) {
    const [id, root] = next;
    const known = roots.get(id) ?? new Set();
    if (known.has(root)) continue;
    roots.set(id, known.add(root));
    for (const from of into.get(id) ?? []) found.push([from, root]);
  }
  return roots;
}

/** These claims, and all that were had from one of them, directly or not. */
function reachedFrom(starts: readonly string[], into: Edges): Set<string> {
  const reached = new Set(starts);
  const next = [...starts];
  for (let id = next.pop(); id !== undefined; id = next.pop()) {
    for (const from of into.get(id) ?? []) {
      if (reached.has(from)) continue;
      reached.add(from);
      next.push(from);
    }
  }
  return reached;
}
