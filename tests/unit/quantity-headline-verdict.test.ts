import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type HeadlineVerdict, headlineVerdicts } from "../../lib/quantity/headline-verdict";
import type { Figure, Measure } from "../../lib/quantity/quantity";
import { type ReportedRange, reportedRanges } from "../../lib/quantity/range";
import { aFigure, aMeasure } from "../fixtures/a-figure";
import { anyFigures, anyMeasures, SOME_MEASURES, validFigures } from "../fixtures/arbitrary-figures";

const MEASURES = [aMeasure("killed", ["killed"]), aMeasure("harmed", ["killed", "injured"])];

function verdictOn(figure: Figure, others: Figure[] = []): HeadlineVerdict | undefined {
  const figures = [figure, ...others];
  return headlineVerdicts(figures, headlineOf(figures, MEASURES)).get(figure.id);
}

function headlineOf(figures: Figure[], measures: Measure[]): ReportedRange | null {
  const isHeadline = ({ measureId, lane }: ReportedRange) => measureId === "killed" && lane === "count";
  return reportedRanges(figures, measures).find(isHeadline) ?? null;
}

describe("whether a figure is in the headline range", () => {
  test("R7: a current figure of an identified claimant that gives a number is in it", () => {
    expect(verdictOn(aFigure(89))).toEqual({ code: "in" });
  });

  test.each([
    ["a documented count", aFigure(92, { basis: "named_list" }), "documented"],
    ["an unnamed claimant", aFigure(500, { isAnonymous: true }), "anonymous"],
    ["a number word", aFigure({ qualifier: "words", word: "hundreds" }), "words"],
    ["a figure with no number", aFigure({ qualifier: "not_stated" }), "not_stated"],
    ["a superseded figure", aFigure(63, { lifecycle: "superseded" }), "superseded"],
    ["a disowned figure", aFigure(63, { standing: "disowned" }), "disowned"],
    ["a refuted figure", aFigure(63, { verification: "refuted" }), "refuted"],
  ] as const)("R4, R5, R7, R9: %s is not, and its row says why", (_, figure, reason) => {
    expect(verdictOn(figure)).toEqual({ code: "left_out", reason });
  });

  test("R3: a figure of a set counts something else than one of its kinds", () => {
    const set = aFigure(300, { measureId: "harmed" });
    expect(verdictOn(set, [aFigure(89)])).toEqual({ code: "other_measure" });
  });

  test("R3: none of a set is in it, as zero of all that the set counts", () => {
    const none = aFigure({ qualifier: "none" }, { measureId: "harmed" });
    expect(verdictOn(none, [aFigure(89)])).toEqual({ code: "in_as_zero" });
  });

  test("R11: an estimate stands in a lane of its own", () => {
    const estimate = aFigure(2975, { lane: "estimate", basis: "model" });
    expect(verdictOn(estimate, [aFigure(64)])).toEqual({ code: "own_lane" });
  });

  test("R7: where an event has no headline, nothing is said of it", () => {
    expect(headlineVerdicts([aFigure(3)], null).size).toBe(0);
  });
});

test("R7: whatever the figures, the verdicts say exactly what the range holds and leaves out", () => {
  fc.assert(
    fc.property(validFigures, (figures) => {
      const headline = headlineOf(figures, SOME_MEASURES);
      fc.pre(headline !== null);
      const verdicts = headlineVerdicts(figures, headline);
      const having = (...codes: HeadlineVerdict["code"][]) =>
        figures.filter(({ id }) => codes.some((code) => verdicts.get(id)?.code === code));
      const leftOut = [...verdicts].flatMap(([figureId, verdict]) =>
        verdict.code === "left_out" ? { figureId, reason: verdict.reason } : [],
      );
      const isOwn = ({ measureId, lane }: Figure) => measureId === "killed" && lane === "count";
      expect({
        all: verdicts.size,
        counted: ids(having("in", "in_as_zero")),
        leftOut: leftOut.toSorted(byId),
        own: ids(having("in", "left_out")),
        zeros: having("in_as_zero").filter(({ quantity }) => quantity.qualifier !== "none"),
        estimates: ids(having("own_lane")),
      }).toEqual({
        all: figures.length,
        counted: headline?.countedIds.toSorted(),
        leftOut: headline?.leftOut.toSorted(byId),
        own: ids(figures.filter(isOwn)),
        zeros: [],
        estimates: ids(figures.filter(({ lane }) => lane === "estimate")),
      });
    }),
    { numRuns: 1000 },
  );
});

test("no figures and no measures stop the verdicts", () => {
  fc.assert(
    fc.property(anyFigures, anyMeasures, (figures, measures) => {
      const headline = headlineOf(figures, measures);
      expect(headlineVerdicts(figures, headline).size).toBe(headline ? figures.length : 0);
    }),
    { numRuns: 1000 },
  );
});

function ids(figures: Figure[]): string[] {
  return figures.map(({ id }) => id).toSorted();
}

function byId(a: { figureId: string }, b: { figureId: string }): number {
  return a.figureId < b.figureId ? -1 : 1;
}
