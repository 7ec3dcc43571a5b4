import { type Comparison, compare } from "../quantity/compare";
import type { Figure, Measure } from "../quantity/quantity";
import { INDEPENDENCE_TESTS, type IndependenceTest } from "../vocabulary";
import { areOneBody, bodyOf, type ClaimantFacts, keyOf, type NotFoundReason } from "./trace";

/** A figure with what its independence rests on. */
export type Supporter = {
  figure: Figure;
  /** The first statements that it descends from, and their claimants; empty where no origin is known. */
  roots: readonly { claimId: string; claimantId: string; isDisowned: boolean }[];
  notFound: NotFoundReason | null;
  /** Part of what it descends from is not known. */
  isPartlyUnknown: boolean;
  /** Claimants of other bodies that a report had it from. */
  via: readonly string[];
  /** Claims under one open alarm of R16 with it. */
  alarmIds: readonly string[];
};

/** What a test found, as data: names and ids to be told in the reader's language. */
export type TestEvidence =
  | { code: "different_claimants"; names: [string, string] }
  | { code: "same_claimant"; name: string }
  | { code: "one_body"; names: [string, string]; body: string }
  | { code: "no_publication" }
  | { code: "different_families"; names: [string, string] }
  | { code: "one_publication" | "one_family"; name: string }
  | { code: "no_side" }
  | { code: "different_sides"; sides: [string | null, string | null] }
  | { code: "one_side"; side: string }
  | { code: "no_path" }
  | { code: "origin_unknown"; name: string; why: NotFoundReason }
  | { code: "partly_unknown"; name: string }
  | { code: "origin_disowned"; name: string }
  | { code: "handed_on"; names: [string, string] }
  | { code: "shared_origin"; claimId: string }
  | { code: "compared"; comparison: Comparison }
  | { code: "no_open_alarm" }
  | { code: "open_alarm"; claimIds: string[] };

export type TestResult = { test: IndependenceTest; passed: boolean; evidence: TestEvidence };

/**
 * The tests of R12 for two figures, each with pass or fail and its evidence, in the order of `INDEPENDENCE_TESTS`. The
 * same whichever comes first. Whether both figures are current is for the caller to see.
 */
export function independenceTests(
  a: Supporter,
  b: Supporter,
  claimants: ReadonlyMap<string, ClaimantFacts>,
  measures: readonly Measure[],
): TestResult[] {
  const [one, other] = a.figure.id <= b.figure.id ? [a, b] : [b, a];
  const tests: Record<IndependenceTest, () => Omit<TestResult, "test">> = {
    different_claimants: () => differentClaimants(one, other, claimants),
    different_families: () => differentFamilies(one, other, claimants),
    different_sides: () => differentSides(one, other, claimants),
    no_path: () => noPath(one, other, claimants),
    compatible: () => compatible(one, other, measures),
    no_open_alarm: () => noOpenAlarm(one, other),
  };
  return INDEPENDENCE_TESTS.map((test) => ({ test, ...tests[test]() }));
}

/** Whether every test passed: only then do two figures corroborate each other (R12). */
export function areIndependent(results: readonly TestResult[]): boolean {
  return results.every(({ passed }) => passed);
}

type Facts = ReadonlyMap<string, ClaimantFacts>;
type Outcome = Omit<TestResult, "test">;

const fail = (evidence: TestEvidence): Outcome => ({ passed: false, evidence });
const pass = (evidence: TestEvidence): Outcome => ({ passed: true, evidence });

function differentClaimants(a: Supporter, b: Supporter, claimants: Facts): Outcome {
  const nameOf = (id: string) => claimants.get(id)?.name ?? "";
  for (const [one, other] of pairsOf(a, b)) {
    if (one === other) return fail({ code: "same_claimant", name: nameOf(one) });
    if (areOneBody(one, other, claimants)) {
      const body = nameOf(bodyOf(one, claimants));
      return fail({ code: "one_body", names: [nameOf(one), nameOf(other)], body });
    }
  }
  return pass({
    code: "different_claimants",
    names: [nameOf(a.figure.claimantId), nameOf(b.figure.claimantId)],
  });
}

/**
 * The claimants of the two and of their first statements, each of one with each of the other. One statement under both
 * is a path and told as such.
 */
function pairsOf(a: Supporter, b: Supporter): [string, string][] {
  const statementsOf = ({ figure, roots }: Supporter) => [
    { claimId: figure.id, claimantId: figure.claimantId },
    ...roots.filter(({ claimId }) => claimId !== figure.id),
  ];
  return statementsOf(a).flatMap((one) =>
    statementsOf(b).flatMap((other): [string, string][] =>
      one.claimId === other.claimId ? [] : [[one.claimantId, other.claimantId]],
    ),
  );
}

function differentFamilies(a: Supporter, b: Supporter, claimants: Facts): Outcome {
  const publicationsOf = (supporter: Supporter) =>
    claimantsOf(supporter).flatMap((id) => claimants.get(id)?.publication ?? []);
  const [ofA, ofB] = [publicationsOf(a), publicationsOf(b)];
  for (const one of ofA) {
    for (const other of ofB) {
      if (one.id === other.id) return fail({ code: "one_publication", name: one.name });
      if (one.family && one.family.id === other.family?.id)
        return fail({ code: "one_family", name: one.family.name });
    }
  }
  const [one, other] = [ofA[0], ofB[0]];
  return one && other
    ? pass({ code: "different_families", names: [one.name, other.name] })
    : pass({ code: "no_publication" });
}

function differentSides(a: Supporter, b: Supporter, claimants: Facts): Outcome {
  const sidesOf = (supporter: Supporter) =>
    claimantsOf(supporter).flatMap((id) => claimants.get(id)?.side ?? []);
  const [ofA, ofB] = [sidesOf(a), sidesOf(b)];
  const shared = ofA.find((side) => ofB.includes(side));
  if (shared !== undefined) return fail({ code: "one_side", side: shared });
  if (ofA.length === 0 && ofB.length === 0) return pass({ code: "no_side" });
  return pass({ code: "different_sides", sides: [ofA[0] ?? null, ofB[0] ?? null] });
}

function noPath(a: Supporter, b: Supporter, claimants: Facts): Outcome {
  const nameOf = (id: string) => claimants.get(id)?.name ?? "";
  for (const { figure, notFound, isPartlyUnknown, roots } of [a, b]) {
    const name = nameOf(figure.claimantId);
    if (notFound) return fail({ code: "origin_unknown", name, why: notFound });
    if (isPartlyUnknown) return fail({ code: "partly_unknown", name });
    if (roots.some(({ isDisowned }) => isDisowned)) return fail({ code: "origin_disowned", name });
  }
  for (const [one, other] of [
    [a, b],
    [b, a],
  ] as const) {
    const bodies = claimantsOf(other).map((id) => bodyOf(id, claimants));
    const hand = one.via.find((id) => bodies.includes(bodyOf(id, claimants)));
    if (hand !== undefined && !sharesRoot(one, other))
      return fail({ code: "handed_on", names: [nameOf(one.figure.claimantId), nameOf(hand)] });
  }
  for (const root of a.roots) {
    const shared = b.roots.find(
      (other) =>
        other.claimId === root.claimId ||
        // Unnamed claimants of one publication cannot be told apart from outside it (R17).
        (other.claimantId !== root.claimantId &&
          keyOf({ ...other, id: other.claimId }, claimants) ===
            keyOf({ ...root, id: root.claimId }, claimants)),
    );
    if (shared) return fail({ code: "shared_origin", claimId: shared.claimId });
  }
  return pass({ code: "no_path" });
}

function sharesRoot(a: Supporter, b: Supporter): boolean {
  return a.roots.some(({ claimId }) => b.roots.some((other) => other.claimId === claimId));
}

function compatible(a: Supporter, b: Supporter, measures: readonly Measure[]): Outcome {
  const comparison = compare(a.figure, b.figure, measures);
  return { passed: comparison.relation === "compatible", evidence: { code: "compared", comparison } };
}

function noOpenAlarm(a: Supporter, b: Supporter): Outcome {
  const claimIds = [...new Set([...a.alarmIds, ...b.alarmIds])].sort();
  return claimIds.length > 0 ? fail({ code: "open_alarm", claimIds }) : pass({ code: "no_open_alarm" });
}

function claimantsOf({ figure, roots }: Supporter): string[] {
  return [...new Set([figure.claimantId, ...roots.map(({ claimantId }) => claimantId)])];
}
