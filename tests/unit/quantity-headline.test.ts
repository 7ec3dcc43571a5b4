import { describe, expect, test } from "vitest";
import { headlineMeasure } from "../../lib/quantity/headline-measure";
import type { Figure } from "../../lib/quantity/quantity";
import { type ReportedRange, reportedRanges } from "../../lib/quantity/range";
import { aFigure, aMeasure } from "../fixtures/a-figure";

const MEASURES = [
  aMeasure("killed", ["killed"]),
  aMeasure("injured", ["injured"]),
  aMeasure("harmed", ["killed", "injured"]),
];

function rangeOf(figures: Figure[]): ReportedRange {
  const range = reportedRanges(figures, MEASURES)[0];
  if (!range) throw new Error("no range");
  return range;
}

describe("R9: the documented minimum", () => {
  test("is the greatest first, outside the range, and names the figures that it exceeds", () => {
    const [small, great] = [aFigure(83, { basis: "named_list" }), aFigure(92, { basis: "physical_count" })];
    const below = aFigure(89);
    const range = rangeOf([small, great, below, aFigure({ qualifier: "at_least", n: 5 })]);
    expect(range.documentedMinima).toEqual([
      { figureId: great.id, n: 92, basis: "physical_count", exceeds: [below.id] },
      { figureId: small.id, n: 83, basis: "named_list", exceeds: [] },
    ]);
    expect(range.countedIds).not.toContain(great.id);
  });

  test("does not exceed a round figure that it would be rounded to", () => {
    const range = rangeOf([aFigure(83, { basis: "named_list" }), aFigure({ qualifier: "about", n: 80 })]);
    expect(range.documentedMinima[0]?.exceeds).toEqual([]);
  });

  test("is never made of words, of a zero, or of a list that no longer stands", () => {
    const range = rangeOf([
      aFigure({ qualifier: "words", word: "dozens" }, { basis: "named_list" }),
      aFigure({ qualifier: "none" }, { basis: "physical_count" }),
      aFigure(83, { basis: "named_list", lifecycle: "superseded" }),
      aFigure(84, { basis: "named_list", verification: "refuted" }),
    ]);
    expect(range.documentedMinima).toEqual([]);
  });
});

describe("R7: the headline measure", () => {
  test("is the measure of the killed with the most claimants", () => {
    const figures = [
      aFigure(1, { measureId: "injured" }),
      aFigure(2, { measureId: "injured" }),
      aFigure(3, { measureId: "certified" }),
      aFigure(4),
      aFigure(5),
    ];
    expect(headlineMeasure(figures, [...MEASURES, aMeasure("certified", ["killed"])])).toBe("killed");
  });

  test("R22: follows a claimant who put a new measure in the old one's place", () => {
    const measures = [
      aMeasure("certified", ["killed"]),
      aMeasure("excess", ["killed"], { cause: "indirect_or_excess" }),
    ];
    const figures = [
      aFigure(64, { measureId: "certified", claimantId: "government", lifecycle: "replaced" }),
      aFigure(2975, { measureId: "excess", claimantId: "government" }),
    ];
    expect(headlineMeasure(figures, measures)).toBe("excess");
    expect(headlineMeasure(figures, measures, ["certified"])).toBe("certified");
  });

  test("is none where nobody counts the killed alone", () => {
    expect(headlineMeasure([aFigure(3, { measureId: "harmed" })], MEASURES)).toBeNull();
  });

  test("an editor's order that names no measure of the event changes nothing", () => {
    expect(headlineMeasure([aFigure(3)], MEASURES, ["elsewhere"])).toBe("killed");
  });
});
