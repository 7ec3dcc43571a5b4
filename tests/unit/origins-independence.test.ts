import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { areIndependent, independenceTests, type Supporter } from "../../lib/origins/independence";
import type { ClaimantFacts } from "../../lib/origins/trace";
import type { Measure } from "../../lib/quantity/quantity";
import { INDEPENDENCE_TESTS, type IndependenceTest } from "../../lib/vocabulary";
import { aFigure } from "../fixtures/a-figure";
import { anyFigures, SOME_MEASURES } from "../fixtures/arbitrary-figures";

const MEASURES: Measure[] = SOME_MEASURES;

function aClaimant(id: string, given: Partial<ClaimantFacts> = {}): ClaimantFacts {
  return { id, name: id, bodyId: id, isUnnamed: false, side: null, publication: null, ...given };
}

function aRoot(claimId: string, claimantId: string, isDisowned = false) {
  return { claimId, claimantId, isDisowned };
}

/** A claimant's own figure of forty. */
function own(claimantId: string, given: Partial<Supporter> = {}, n = 40): Supporter {
  const figure = aFigure(n, { id: `figure of ${claimantId}`, claimantId });
  return {
    figure,
    roots: [aRoot(figure.id, claimantId)],
    notFound: null,
    isPartlyUnknown: false,
    via: [],
    alarmIds: [],
    ...given,
  };
}

function testsOf(a: Supporter, b: Supporter, ...claimants: ClaimantFacts[]) {
  return independenceTests(a, b, new Map(claimants.map((facts) => [facts.id, facts])), MEASURES);
}

function failed(a: Supporter, b: Supporter, ...claimants: ClaimantFacts[]): IndependenceTest[] {
  return testsOf(a, b, ...claimants)
    .filter(({ passed }) => !passed)
    .map(({ test }) => test);
}

const daily = { id: "daily", name: "Daily", family: { id: "house", name: "House" } };
const weekly = { ...daily, id: "weekly", name: "Weekly" };

describe("the tests of R12", () => {
  test("two claimants of two sides with origins of their own and one figure pass all", () => {
    const [police, union] = [aClaimant("police", { side: "state" }), aClaimant("union", { side: "march" })];
    const results = testsOf(own("police"), own("union"), police, union);
    expect(areIndependent(results)).toBe(true);
    expect(results.map(({ test }) => test)).toEqual([...INDEPENDENCE_TESTS]);
  });

  test("one claimant does not corroborate itself", () => {
    const other = { ...own("police"), figure: aFigure(40, { id: "another", claimantId: "police" }) };
    expect(failed(own("police"), other, aClaimant("police"))).toContain("different_claimants");
  });

  test("a body and its spokesman are not two claimants", () => {
    const claimants = [aClaimant("ministry"), aClaimant("spokesman", { bodyId: "ministry" })];
    const results = testsOf(own("ministry"), own("spokesman"), ...claimants);
    expect(results[0]).toEqual({
      test: "different_claimants",
      passed: false,
      evidence: { code: "one_body", names: ["ministry", "spokesman"], body: "ministry" },
    });
  });

  test("R12: an outlet that had it from the ministry does not corroborate the ministry's spokesman", () => {
    const claimants = [
      aClaimant("ministry"),
      aClaimant("spokesman", { bodyId: "ministry" }),
      aClaimant("outlet", { publication: daily }),
    ];
    const outlet = own("outlet", { roots: [aRoot("of the ministry", "ministry")] });
    expect(failed(outlet, own("spokesman"), ...claimants)).toEqual(["different_claimants"]);
  });

  test("outlets of one owner, and unnamed people known through them, are not independent", () => {
    const claimants = [
      aClaimant("outlet", { publication: daily }),
      aClaimant("unnamed", { isUnnamed: true, publication: weekly }),
    ];
    expect(failed(own("outlet"), own("unnamed"), ...claimants)).toEqual(["different_families"]);
  });

  test("two of one side are not independent", () => {
    const claimants = [aClaimant("a", { side: "east" }), aClaimant("b", { side: "east" })];
    expect(failed(own("a"), own("b"), ...claimants)).toEqual(["different_sides"]);
  });

  test("two that belong to no side pass that test", () => {
    expect(failed(own("a"), own("b"), aClaimant("a"), aClaimant("b"))).toEqual([]);
  });

  test("equal figures that are joined by a path do not corroborate each other", () => {
    const study = own("study");
    const government = own("government", { roots: study.roots });
    expect(failed(government, study, aClaimant("study"), aClaimant("government"))).toEqual(["no_path"]);
  });

  test.each(["cycle", "unattributed", "dead_end", "no_report"] as const)(
    "R13: an origin that is not known (%s) counts as not independent",
    (notFound) => {
      const unknown = own("a", { roots: [], notFound });
      expect(failed(unknown, own("b"), aClaimant("a"), aClaimant("b"))).toEqual(["no_path"]);
    },
  );

  test("R23: what rests on a statement that its claimant denies corroborates nothing", () => {
    const passed = own("a", { roots: [aRoot("denied", "c", true)] });
    expect(failed(passed, own("b"), aClaimant("a"), aClaimant("b"))).toEqual(["no_path"]);
  });

  test("R13: what rests in part on an unknown origin counts as not independent", () => {
    const partly = own("a", { isPartlyUnknown: true });
    expect(failed(partly, own("b"), aClaimant("a"), aClaimant("b"))).toEqual(["no_path"]);
  });

  test("R13: nor does what a report had from the other, though no figure of it fits", () => {
    const quoted = own("a", { via: ["spokesman of b"] });
    const claimants = [aClaimant("a"), aClaimant("b"), aClaimant("spokesman of b", { bodyId: "b" })];
    const results = testsOf(quoted, own("b"), ...claimants);
    expect(results.filter(({ passed }) => !passed)).toEqual([
      { test: "no_path", passed: false, evidence: { code: "handed_on", names: ["a", "spokesman of b"] } },
    ]);
  });

  test("R12: nobody is corroborated by itself through another that had it from its older figure", () => {
    const adopted = own("a", { roots: [aRoot("of c", "c")] });
    const through = own("b", { roots: [aRoot("older of a", "a")] });
    expect(failed(adopted, through, aClaimant("a"), aClaimant("b"), aClaimant("c"))).toContain(
      "different_claimants",
    );
  });

  test("R17: unnamed people of one publication cannot be told apart", () => {
    const claimants = ["a", "b"].map((id) => aClaimant(id, { isUnnamed: true, publication: daily }));
    expect(failed(own("a"), own("b"), ...claimants)).toEqual(["different_families", "no_path"]);
  });

  test("R6: figures that do not meet fail, with how they stand to each other", () => {
    const results = testsOf(own("a"), own("b", {}, 50), aClaimant("a"), aClaimant("b"));
    expect(results.find(({ test }) => test === "compatible")).toEqual({
      test: "compatible",
      passed: false,
      evidence: { code: "compared", comparison: { relation: "incompatible", gap: { above: 40, below: 50 } } },
    });
  });

  test("R16: a figure under an open suspicion of one origin corroborates nothing", () => {
    const suspected = own("a", { alarmIds: ["figure of b"] });
    expect(failed(suspected, own("b"), aClaimant("a"), aClaimant("b"))).toEqual(["no_open_alarm"]);
  });

  test("whichever comes first, the results are the same, and no figures whatever stop it", () => {
    const sides = fc.constantFrom(null, "east", "west");
    const arbitrary = fc.tuple(anyFigures, fc.array(sides, { minLength: 2, maxLength: 2 }), fc.boolean());
    fc.assert(
      fc.property(arbitrary, ([figures, [sideA = null, sideB = null], isUnknown]) => {
        const [a, b] = figures;
        if (!a || !b) return;
        const claimants = new Map(
          [aClaimant(b.claimantId, { side: sideB }), aClaimant(a.claimantId, { side: sideA })].map(
            (facts) => [facts.id, facts],
          ),
        );
        const [one, other] = [a, b].map(
          (figure): Supporter => ({
            ...own(figure.claimantId, isUnknown ? { roots: [], notFound: "cycle" } : {}),
            figure,
          }),
        ) as [Supporter, Supporter];
        expect(independenceTests(one, other, claimants, MEASURES)).toEqual(
          independenceTests(other, one, claimants, MEASURES),
        );
      }),
      { numRuns: 1000 },
    );
  });
});
