import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compare, firstStated } from "../../lib/quantity/compare";
import type { Figure } from "../../lib/quantity/quantity";
import { RELATED_MAX, type Relations, relationsOf } from "../../lib/quantity/relations";
import { LANES } from "../../lib/vocabulary";
import { aFigure, aMeasure } from "../fixtures/a-figure";
import { anyFigures, anyMeasures, SOME_MEASURES, validFigures } from "../fixtures/arbitrary-figures";

const KILLED = { measureId: "killed", lane: "count" } as const;
const MEASURES = [aMeasure("killed", ["killed"]), aMeasure("harmed", ["killed", "injured"])];

const group = fc.record({
  measureId: fc.constantFrom("unknown", ...SOME_MEASURES.map(({ id }) => id)),
  lane: fc.constantFrom(...LANES),
});

describe("each figure with each other", () => {
  test("R6: each two current figures of a measure are told once, the first stated first", () => {
    const [late, early] = [aFigure(400, { statedEarliest: 9 }), aFigure(89, { statedEarliest: 2 })];
    expect(relationsOf([late, early], MEASURES, KILLED)).toMatchObject({
      figures: [early, late],
      pairs: [{ one: early, other: late, comparison: { relation: "incompatible" } }],
      leftOutCount: 0,
    });
  });

  test.each([
    ["superseded", { lifecycle: "superseded" }],
    ["retracted", { lifecycle: "retracted" }],
    ["an entry error", { lifecycle: "entry_error" }],
    ["disowned", { standing: "disowned" }],
  ] as const)("R6, R23: a figure that is %s is set against nothing", (_, state) => {
    const standing = [aFigure(3), aFigure(9)];
    const found = relationsOf([...standing, aFigure(50, state)], MEASURES, KILLED);
    expect(found.figures).toEqual(standing);
    expect(found.pairs).toHaveLength(1);
  });

  test("one figure has nothing to compare: no pairs, and nothing said of what else is counted", () => {
    const alone = aFigure(3);
    expect(relationsOf([alone, aFigure(9, { measureId: "harmed" })], MEASURES, KILLED)).toEqual({
      figures: [alone],
      leftOutCount: 0,
      pairs: [],
      others: [],
    });
  });

  test("R6: what else is counted says once in which parts it differs, estimates too (R11)", () => {
    const [wounded, more] = [aFigure(9, { measureId: "harmed" }), aFigure(10, { measureId: "harmed" })];
    const estimate = aFigure(700, { lane: "estimate", basis: "model" });
    const { others } = relationsOf([more, aFigure(3), estimate, wounded, aFigure(4)], MEASURES, KILLED);
    expect(others).toEqual([
      { measureId: "harmed", lane: "count", differs: ["kinds"], figures: [wounded, more] },
      { measureId: "killed", lane: "estimate", differs: ["lane"], figures: [estimate] },
    ]);
  });

  test("of more than 24 figures the first stated are compared, and the rest are counted", () => {
    const many = Array.from({ length: 30 }, (_, at) => aFigure(at, { statedEarliest: 30 - at }));
    const found = relationsOf(many, MEASURES, KILLED);
    expect(RELATED_MAX).toBe(24);
    expect(found.figures).toEqual(many.toReversed().slice(0, 24));
    expect(found.pairs).toHaveLength(276);
    expect(found.leftOutCount).toBe(6);
  });
});

describe("for any figures whatever", () => {
  test("R6: the pairs are those that comparing all figures finds, each with the same result from both ends", () => {
    fc.assert(
      fc.property(validFigures, group, fc.integer({ min: 2, max: 30 }), (figures, of, limit) => {
        const { pairs, figures: shown, leftOutCount } = relationsOf(figures, SOME_MEASURES, of, limit);
        const own = ownOf(figures, of);
        expect(shown).toEqual(own.slice(0, limit));
        expect(leftOutCount).toBe(own.length - shown.length);
        expect(pairs.map(({ one, other }) => [one.id, other.id])).toEqual(
          shown.flatMap((one, at) => shown.slice(at + 1).map((other) => [one.id, other.id])),
        );
        for (const { one, other, comparison } of pairs) {
          expect(comparison).toEqual(compare(one, other, SOME_MEASURES));
          expect(comparison).toEqual(compare(other, one, SOME_MEASURES));
        }
      }),
      { numRuns: 1000 },
    );
  });

  test("R6: none of what else is counted compares with any of the figures, and all of it is named", () => {
    fc.assert(
      fc.property(validFigures, group, (figures, of) => {
        const { others, pairs } = relationsOf(figures, SOME_MEASURES, of);
        const own = ownOf(figures, of);
        const rest = figures.filter((figure) => stands(figure) && !own.includes(figure)).sort(firstStated);
        const named = others.flatMap((other) => other.figures).sort(firstStated);
        expect(named).toEqual(pairs.length > 0 ? rest : []);
        for (const { differs, figures: theirs } of others) {
          for (const figure of theirs) {
            for (const one of own) {
              expect(compare(one, figure, SOME_MEASURES)).toEqual({ relation: "incomparable", differs });
            }
          }
        }
      }),
      { numRuns: 1000 },
    );
  });

  test("the order in which figures and measures come changes nothing", () => {
    fc.assert(
      fc.property(
        validFigures.chain((figures) =>
          fc.tuple(
            fc.constant(figures),
            fc.shuffledSubarray(figures, { minLength: figures.length }),
            fc.shuffledSubarray(SOME_MEASURES, { minLength: SOME_MEASURES.length }),
          ),
        ),
        group,
        ([figures, shuffled, measures], of) => {
          expect(idsOf(relationsOf(shuffled, measures, of))).toEqual(
            idsOf(relationsOf(figures, SOME_MEASURES, of)),
          );
        },
      ),
      { numRuns: 1000 },
    );
  });

  test("no figures and no measures stop it", () => {
    fc.assert(
      fc.property(anyFigures, anyMeasures, group, (figures, measures, of) => {
        expect(relationsOf(figures, measures, of).figures.length).toBeLessThanOrEqual(RELATED_MAX);
      }),
      { numRuns: 1000 },
    );
  });
});

function stands({ lifecycle, standing }: Figure): boolean {
  return lifecycle === "current" && standing !== "disowned";
}

/** The figures that compare with one of the group itself but for what they say: of two measures, two count the same. */
function ownOf(figures: Figure[], { measureId, lane }: Pick<Figure, "measureId" | "lane">): Figure[] {
  const same = measureId.startsWith("killed") && measureId !== "killed_elsewhere";
  const measureIds = same ? ["killed", "killed_again"] : [measureId];
  return figures
    .filter((figure) => stands(figure) && figure.lane === lane && measureIds.includes(figure.measureId))
    .sort(firstStated);
}

function idsOf({ figures, leftOutCount, pairs, others }: Relations) {
  return {
    leftOutCount,
    figures: figures.map(({ id }) => id),
    pairs: pairs.map(({ one, other, comparison }) => [one.id, other.id, comparison]),
    others: others.map((other) => ({ ...other, figures: other.figures.map(({ id }) => id) })),
  };
}
