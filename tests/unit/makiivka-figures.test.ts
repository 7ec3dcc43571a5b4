import { describe, expect, test } from "vitest";
import { compare } from "../../lib/quantity/compare";
import { contested } from "../../lib/quantity/contested";
import { headlineMeasure } from "../../lib/quantity/headline-measure";
import type { Figure } from "../../lib/quantity/quantity";
import { type RangeReading, reportedRanges } from "../../lib/quantity/range";
import { quantityProblems } from "../../lib/quantity/validity";
import {
  FIGURES,
  IN_HEADLINE,
  INCOMPARABLE,
  INCOMPATIBLE,
  MEASURES,
  RANGES,
} from "../fixtures/makiivka-figures";

const ranges = reportedRanges(FIGURES, MEASURES);

function get(id: string): Figure {
  const figure = FIGURES.find((candidate) => candidate.id === id);
  if (!figure) throw new Error(id);
  return figure;
}

function rangeOf(measureId: string) {
  const range = ranges.find((candidate) => candidate.measureId === measureId);
  if (!range) throw new Error(measureId);
  return range;
}

function ends({ low, high }: RangeReading) {
  if (!low || !high) return null;
  const [lowEnd, highEnd] = [low, high].map(({ value, figureIds, isOpen }) =>
    isOpen ? [value, figureIds, "open"] : [value, figureIds],
  );
  return { low: lowEnd, high: highEnd };
}

describe("the Makiivka figures", () => {
  test.each(Object.entries(RANGES))(
    "R7: the reported range of %s is what was stated",
    (measureId, expected) => {
      const range = rangeOf(measureId);
      expect(ends(range)).toEqual(expected.identified);
      expect(ends(range.withAnonymous)).toEqual(expected.anonymous ?? expected.identified);
    },
  );

  test("R7: there is one range for each measure, and no other", () => {
    expect(ranges.map(({ measureId }) => measureId)).toEqual(Object.keys(RANGES).sort());
  });

  test("R7: the headline counts the killed servicemen, from the two who are named and stand by a number", () => {
    expect(headlineMeasure(FIGURES, MEASURES)).toBe("killed");
    expect(rangeOf("killed").countedIds).toEqual(IN_HEADLINE);
  });

  test("R7: each figure that is left out of the killed says why", () => {
    expect(rangeOf("killed").leftOut).toEqual([
      { figureId: "idel_83", reason: "documented" },
      { figureId: "mod_63", reason: "superseded" },
      { figureId: "channel_500", reason: "anonymous" },
      { figureId: "contacts_300", reason: "anonymous" },
      { figureId: "local_fewer", reason: "anonymous" },
      { figureId: "bbc_92", reason: "documented" },
    ]);
  });

  test("R9: 92 named dead exceed the ministry's 89; 83 named dead exceed nobody's figure", () => {
    expect(ranges.flatMap((range) => range.documentedMinima)).toEqual([
      { figureId: "bbc_92", n: 92, basis: "named_list", exceeds: ["mod_89"] },
      { figureId: "idel_83", n: 83, basis: "named_list", exceeds: [] },
    ]);
  });

  test("R6: exactly these pairs of standing figures are incompatible", () => {
    const standing = FIGURES.filter(({ lifecycle }) => lifecycle === "current");
    const pairs = standing.flatMap((a, at) =>
      standing
        .slice(at + 1)
        .filter((b) => compare(a, b, MEASURES).relation === "incompatible")
        .map((b) => [a.id, b.id]),
    );
    expect(pairs.map(String).sort()).toEqual(INCOMPATIBLE.map(String).sort());
  });

  test.each(INCOMPARABLE)("R3, R6: %s and %s are not compared, for they differ in %j", (a, b, differs) => {
    expect(compare(get(a), get(b), MEASURES)).toEqual({ relation: "incomparable", differs });
  });

  test("R6: the ministry's 89 is contested nearest by 92 named dead and farthest by 500", () => {
    expect(contested(FIGURES, MEASURES).get("mod_89")).toEqual({
      nearest: get("bbc_92"),
      farthest: get("channel_500"),
      count: 4,
    });
  });

  test("R6: a figure that its claimant replaced with a later one neither contests nor is contested", () => {
    const contests = contested(FIGURES, MEASURES);
    expect(contests.has("mod_63")).toBe(false);
    expect(
      [...contests.values()].flatMap(({ nearest, farthest }) => [nearest.id, farthest.id]),
    ).not.toContain("mod_63");
  });

  test("R1, R31: every figure fits its qualifier", () => {
    for (const figure of FIGURES) {
      const kinds = MEASURES.find(({ id }) => id === figure.measureId)?.kinds ?? [];
      expect({ id: figure.id, problems: quantityProblems(figure.quantity, kinds) }).toEqual({
        id: figure.id,
        problems: [],
      });
    }
  });
});
