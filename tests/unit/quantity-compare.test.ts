import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compare, firstStated } from "../../lib/quantity/compare";
import { type Contest, contested, type Independence } from "../../lib/quantity/contested";
import { comparisonInterval } from "../../lib/quantity/interval";
import type { Figure, Measure } from "../../lib/quantity/quantity";
import { aFigure, aMeasure } from "../fixtures/a-figure";
import { anyFigures, anyMeasures, SOME_MEASURES, validFigures } from "../fixtures/arbitrary-figures";

const KILLED = [aMeasure("killed", ["killed"])];

describe("compare", () => {
  test("R6: figures whose intervals share one number are compatible, and that number is shown", () => {
    const found = compare(
      aFigure({ qualifier: "at_least", n: 80 }),
      aFigure({ qualifier: "up_to", n: 80 }),
      KILLED,
    );
    expect(found).toEqual({ relation: "compatible", overlap: { low: 80, high: 80 } });
  });

  test("R6: figures that part are incompatible, and the gap is shown", () => {
    const found = compare(aFigure({ qualifier: "about", n: 300 }), aFigure(400), KILLED);
    expect(found).toEqual({ relation: "incompatible", gap: { above: 349, below: 400 } });
  });

  test("R6: two ceilings never part", () => {
    const found = compare(
      aFigure({ qualifier: "up_to", n: 10 }),
      aFigure({ qualifier: "up_to", n: 500 }),
      KILLED,
    );
    expect(found).toEqual({ relation: "compatible", overlap: { low: null, high: 10 } });
  });

  const other: [part: string, measure: Measure][] = [
    ["kinds", aMeasure("other", ["killed", "injured"])],
    ["personClass", aMeasure("other", ["killed"], { personClass: "civilian" })],
    ["demographic", aMeasure("other", ["killed"], { demographic: "children" })],
    ["nationality", aMeasure("other", ["killed"], { nationality: "Iraqi" })],
    ["area", aMeasure("other", ["killed"], { area: "in transit" })],
    ["period", aMeasure("other", ["killed"], { period: "2017-09/2017-12" })],
    ["cause", aMeasure("other", ["killed"], { cause: "certified" })],
    ["total", aMeasure("other", ["killed"], { total: "increment" })],
    ["unit", aMeasure("other", ["killed"], {}, "bodies")],
  ];
  test.each(other)(
    "R6: figures of measures that differ in %s alone are incomparable for that reason",
    (part, measure) => {
      const found = compare(aFigure(3), aFigure(4, { measureId: "other" }), [...KILLED, measure]);
      expect(found).toEqual({ relation: "incomparable", differs: [part] });
    },
  );

  test("R11: a count and an estimate are incomparable", () => {
    const found = compare(aFigure(64), aFigure(2975, { lane: "estimate", basis: "model" }), KILLED);
    expect(found).toEqual({ relation: "incomparable", differs: ["lane"] });
  });

  test("R6: what is not stated is incomparable with everything, itself included", () => {
    const silence = aFigure({ qualifier: "not_stated" });
    expect(compare(silence, silence, KILLED)).toEqual({ relation: "incomparable", differs: ["not_stated"] });
  });

  test("R3: the order in which a set was written makes no difference", () => {
    const measures = [aMeasure("one", ["killed", "injured"]), aMeasure("two", ["injured", "killed"])];
    const found = compare(aFigure(3, { measureId: "one" }), aFigure(3, { measureId: "two" }), measures);
    expect(found.relation).toBe("compatible");
  });

  test("R6: it makes no difference which figure comes first", () => {
    fc.assert(
      fc.property(anyFigures, anyMeasures, (figures, measures) => {
        const [a, b] = figures;
        if (a && b) expect(compare(a, b, measures)).toEqual(compare(b, a, measures));
      }),
    );
  });
});

describe("contested", () => {
  test.each([
    ["disowned", { standing: "disowned" }],
    ["superseded", { lifecycle: "superseded" }],
    ["retracted", { lifecycle: "retracted" }],
    ["replaced", { lifecycle: "replaced" }],
    ["corrected", { lifecycle: "corrected" }],
    ["an entry error", { lifecycle: "entry_error" }],
  ] as const)("R6, R23: a figure that is %s neither contests nor is contested", (_, state) => {
    expect(contested([aFigure(3), aFigure(9, state)], KILLED).size).toBe(0);
  });

  test("R6: a claimant's own figures do not contest each other", () => {
    const [a, b] = [aFigure(3, { claimantId: "ministry" }), aFigure(9, { claimantId: "ministry" })];
    expect(contested([a, b], KILLED).size).toBe(0);
  });

  test("R6: the nearest, the farthest and the number of those who contest are given", () => {
    const [own, near, far, agreeing] = [aFigure(50), aFigure(53), aFigure(10), aFigure(50)] as const;
    expect(contested([own, far, near, agreeing], KILLED).get(own.id)).toEqual({
      nearest: near,
      farthest: far,
      count: 2,
    });
  });

  test("R6: of two that are equally far, the first stated is named", () => {
    const later = aFigure(40, { statedEarliest: 5 });
    const earlier = aFigure(60, { statedEarliest: 2 });
    const own = aFigure(50);
    expect(contested([own, later, earlier], KILLED).get(own.id)).toEqual({
      nearest: earlier,
      farthest: earlier,
      count: 2,
    });
  });

  test("R13: a figure of unknown origin contests nobody, and can be contested", () => {
    const [known, unknown] = [aFigure(3), aFigure(9)];
    const contests = contested([known, unknown], KILLED, ({ id, claimantId }) => ({
      keys: [claimantId],
      isKnown: id === known.id,
    }));
    expect([...contests.keys()]).toEqual([unknown.id]);
  });

  test("R6: it finds what comparing all pairs finds, in any order of the figures", () => {
    fc.assert(
      fc.property(
        validFigures.chain((figures) =>
          fc.tuple(
            fc.constant(figures),
            fc.shuffledSubarray(figures, { minLength: figures.length }),
            fc.array(fc.subarray(["body a", "body b", "origin c", "origin d"]), {
              minLength: 4,
              maxLength: 4,
            }),
            fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
          ),
        ),
        ([figures, shuffled, rows, known]) => {
          const independenceOf = ({ claimantId, order }: Figure): Independence => ({
            keys: [claimantId, ...(rows[order % rows.length] ?? [])],
            isKnown: known[(order + 1) % known.length] ?? true,
          });
          expect(asIds(contested(shuffled, SOME_MEASURES, independenceOf))).toEqual(
            asIds(contestedByAllPairs(figures, independenceOf)),
          );
        },
      ),
      { numRuns: 1000 },
    );
  });

  test("no figures whatever stop it", () => {
    fc.assert(
      fc.property(anyFigures, anyMeasures, (figures, measures) => {
        expect(contested(figures, measures)).toBeInstanceOf(Map);
      }),
    );
  });

  test("twenty thousand figures take less than two seconds", () => {
    const many = Array.from({ length: 20_000 }, (_, at) =>
      aFigure((at * 7919) % 5000, { claimantId: `c${at % 900}` }),
    );
    const began = performance.now();
    expect(contested(many, KILLED).size).toBe(20_000);
    expect(performance.now() - began).toBeLessThan(2000);
  });
});

function asIds(contests: Map<string, Contest>) {
  return [...contests]
    .map(([id, { nearest, farthest, count }]) => ({ id, nearest: nearest.id, farthest: farthest.id, count }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

function contestedByAllPairs(
  figures: Figure[],
  independenceOf: (figure: Figure) => Independence,
): Map<string, Contest> {
  const standing = figures.filter(
    ({ lifecycle, standing }) => lifecycle === "current" && standing !== "disowned",
  );
  const found = new Map<string, Contest>();
  for (const figure of standing) {
    const against = standing
      .filter((other) => independenceOf(other).isKnown)
      .filter((other) => !independenceOf(other).keys.some((key) => independenceOf(figure).keys.includes(key)))
      .filter((other) => compare(figure, other, SOME_MEASURES).relation === "incompatible")
      .sort(firstStated);
    const byGap = [...against].sort((a, b) => gap(figure, a) - gap(figure, b));
    const greatest = Math.max(...against.map((other) => gap(figure, other)));
    const [nearest, farthest] = [byGap[0], against.find((other) => gap(figure, other) === greatest)];
    if (nearest && farthest) found.set(figure.id, { nearest, farthest, count: against.length });
  }
  return found;
}

function gap(a: Figure, b: Figure): number {
  const [one, other] = [comparisonInterval(a), comparisonInterval(b)];
  return Math.max((one?.low ?? 0) - (other?.high ?? Infinity), (other?.low ?? 0) - (one?.high ?? Infinity));
}
