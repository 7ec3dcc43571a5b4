import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { headlineMeasure } from "../../lib/quantity/headline-measure";
import type { Figure } from "../../lib/quantity/quantity";
import { type ReportedRange, reportedRanges } from "../../lib/quantity/range";
import { aFigure, aMeasure } from "../fixtures/a-figure";
import { anyFigures, anyMeasures, SOME_MEASURES, validFigures } from "../fixtures/arbitrary-figures";

const KILLED = aMeasure("killed", ["killed"]);
const INJURED = aMeasure("injured", ["injured"]);
const HARMED = aMeasure("harmed", ["killed", "injured"]);
const MEASURES = [KILLED, INJURED, HARMED];

function rangeOf(figures: Figure[], measureId = "killed", measures = MEASURES): ReportedRange {
  const range = reportedRanges(figures, measures).find((candidate) => candidate.measureId === measureId);
  if (!range) throw new Error(measureId);
  return range;
}

describe("the reported range", () => {
  test("R7: it goes from the least to the greatest stated bound", () => {
    const range = rangeOf([aFigure(53), aFigure({ qualifier: "between", n: 40, last: 60 }), aFigure(50)]);
    expect([range.low?.value, range.high?.value]).toEqual([40, 60]);
  });

  test("R2: an up-to figure sets no low: alone it is an end that is open downwards", () => {
    const range = rangeOf([aFigure({ qualifier: "up_to", n: 10 })]);
    expect(range.low).toMatchObject({ value: 10, isOpen: true });
    expect(range.high).toMatchObject({ value: 10, isOpen: false });
  });

  test("R2: an at-least figure sets no high: alone it is an end that is open upwards", () => {
    const range = rangeOf([aFigure({ qualifier: "more_than", n: 300 })]);
    expect(range.low).toMatchObject({ value: 301, isOpen: false });
    expect(range.high).toMatchObject({ value: 301, isOpen: true });
  });

  test("R7: the high end is closed when the open figure lies below it", () => {
    const range = rangeOf([aFigure({ qualifier: "at_least", n: 80 }), aFigure(90)]);
    expect(range.high).toMatchObject({ value: 90, isOpen: false });
  });

  test("R7: all of a tie stand at the end, the first stated first, and one open among them opens it", () => {
    const late = aFigure(80, { statedEarliest: 9 });
    const early = aFigure({ qualifier: "at_least", n: 80 }, { statedEarliest: 1 });
    const range = rangeOf([late, early]);
    expect(range.high).toMatchObject({ figureIds: [early.id, late.id], isOpen: true });
  });

  test("R7: of one date, the first in the event's order is named first", () => {
    const [second, first] = [aFigure(80, { order: 7 }), aFigure(80, { order: 3 })];
    expect(rangeOf([second, first]).low?.figureIds).toEqual([first.id, second.id]);
  });

  test.each([
    ["R5", "words", aFigure({ qualifier: "words", word: "hundreds" })],
    ["R4", "some", aFigure({ qualifier: "some" })],
    ["R4", "not_stated", aFigure({ qualifier: "not_stated" })],
    ["R9", "documented", aFigure(83, { basis: "named_list" })],
    ["R7", "anonymous", aFigure(500, { isAnonymous: true })],
    ["R7", "refuted", aFigure(500, { verification: "refuted" })],
    ["R23", "disowned", aFigure(500, { standing: "disowned" })],
    ["R18", "superseded", aFigure(500, { lifecycle: "superseded" })],
    ["R22", "replaced", aFigure(500, { lifecycle: "replaced" })],
    ["R7", "corrected", aFigure(500, { lifecycle: "corrected" })],
    ["R24", "retracted", aFigure(500, { lifecycle: "retracted" })],
    ["R7", "entry_error", aFigure(500, { lifecycle: "entry_error" })],
  ] as const)(
    "%s: a figure that is %s stays out of the headline, and the reason is given",
    (_, reason, figure) => {
      const range = rangeOf([figure]);
      expect([range.low, range.high]).toEqual([null, null]);
      expect(range.leftOut).toEqual([{ figureId: figure.id, reason }]);
    },
  );

  test("R7: the switch adds the unnamed claimants and nothing else", () => {
    const range = rangeOf([
      aFigure(400),
      aFigure(500, { isAnonymous: true }),
      aFigure({ qualifier: "some" }),
    ]);
    expect([range.high?.value, range.withAnonymous.high?.value]).toEqual([400, 500]);
    expect(range.withAnonymous.leftOut.map(({ reason }) => reason)).toEqual(["some"]);
  });

  test("R11: counts and estimates have ranges of their own", () => {
    const ranges = reportedRanges(
      [aFigure(64), aFigure(2975, { lane: "estimate", basis: "model" })],
      MEASURES,
    );
    expect(ranges.map(({ lane, low }) => [lane, low?.value])).toEqual([
      ["count", 64],
      ["estimate", 2975],
    ]);
  });

  test("R4: none is a claim of zero and makes its own range", () => {
    expect(rangeOf([aFigure({ qualifier: "none" })])).toMatchObject({
      low: { value: 0 },
      high: { value: 0 },
    });
  });
});

describe("R3: none of a set", () => {
  const none = aFigure({ qualifier: "none" }, { measureId: "harmed" });

  test("enters the range of each of its kinds, which names the measure that it came from", () => {
    const range = rangeOf([none, aFigure(80)]);
    expect(range.low).toEqual({ value: 0, isOpen: false, figureIds: [none.id], fromMeasureId: "harmed" });
    expect(range.high).toMatchObject({ value: 80, fromMeasureId: null });
    expect(rangeOf([none, aFigure(5, { measureId: "injured", isAnonymous: true })], "injured")).toMatchObject(
      {
        low: { value: 0, fromMeasureId: "harmed" },
        high: { value: 0, fromMeasureId: "harmed" },
        withAnonymous: { high: { value: 5, fromMeasureId: null } },
      },
    );
  });

  test("does not enter where the scope differs", () => {
    const elsewhere = aMeasure("killed", ["killed"], { nationality: "Iraqi" });
    expect(rangeOf([none, aFigure(80)], "killed", [elsewhere, HARMED]).low?.value).toBe(80);
  });

  test("does not enter when it is no longer current, nor in the other lane", () => {
    const gone = { ...none, lifecycle: "retracted" as const };
    expect(rangeOf([gone, aFigure(80)]).low?.value).toBe(80);
    expect(rangeOf([none, aFigure(80, { lane: "estimate" })]).low?.value).toBe(80);
  });

  test("of an unnamed claimant enters with the unnamed only", () => {
    const range = rangeOf([{ ...none, isAnonymous: true }, aFigure(80)]);
    expect([range.low?.value, range.withAnonymous.low?.value]).toEqual([80, 0]);
  });

  test("makes no range of a measure in which nobody gave a figure", () => {
    expect(reportedRanges([none], MEASURES).map(({ measureId }) => measureId)).toEqual(["harmed"]);
  });

  test("a combined figure above zero never enters the range of its parts", () => {
    const range = rangeOf([aFigure(300, { measureId: "harmed" }), aFigure(80)]);
    expect(range.high?.value).toBe(80);
  });
});

describe("whatever the figures", () => {
  test("their order changes no range and no headline", () => {
    fc.assert(
      fc.property(
        validFigures.chain((figures) =>
          fc.tuple(fc.constant(figures), fc.shuffledSubarray(figures, { minLength: figures.length })),
        ),
        fc.shuffledSubarray(SOME_MEASURES, { minLength: SOME_MEASURES.length }),
        ([figures, shuffled], measures) => {
          expect(reportedRanges(shuffled, measures)).toEqual(reportedRanges(figures, SOME_MEASURES));
          expect(headlineMeasure(shuffled, measures)).toBe(headlineMeasure(figures, SOME_MEASURES));
        },
      ),
      { numRuns: 300 },
    );
  });

  test("R7: a range contains every bound of the figures that it counts, and its ends are theirs", () => {
    fc.assert(
      fc.property(validFigures, (figures) => {
        const byId = new Map(figures.map((figure) => [figure.id, figure]));
        for (const range of reportedRanges(figures, SOME_MEASURES).flatMap((one) => [
          one,
          one.withAnonymous,
        ])) {
          const bounds = range.countedIds
            .flatMap((id) => [byId.get(id)?.quantity.low ?? null, byId.get(id)?.quantity.high ?? null])
            .filter((bound) => bound !== null);
          expect(range.low?.value ?? null).toBe(bounds.length > 0 ? Math.min(...bounds) : null);
          expect(range.high?.value ?? null).toBe(bounds.length > 0 ? Math.max(...bounds) : null);
        }
      }),
      { numRuns: 300 },
    );
  });

  test("R7: every figure is either counted or left out with a reason, never both", () => {
    fc.assert(
      fc.property(validFigures, (figures) => {
        for (const range of reportedRanges(figures, SOME_MEASURES)) {
          const own = figures.filter(
            ({ measureId, lane }) => measureId === range.measureId && lane === range.lane,
          );
          const counted = range.countedIds.filter((id) => own.some((figure) => figure.id === id));
          const leftOut = range.leftOut.map(({ figureId }) => figureId);
          expect([...counted, ...leftOut].sort()).toEqual(own.map(({ id }) => id).sort());
        }
      }),
    );
  });

  test("a figure that is left out moves no end", () => {
    fc.assert(
      fc.property(validFigures, (figures) => {
        const before = reportedRanges(figures, SOME_MEASURES);
        const leftOut = new Set(
          before.flatMap((range) => range.withAnonymous.leftOut.map(({ figureId }) => figureId)),
        );
        const after = reportedRanges(
          figures.filter(({ id }) => !leftOut.has(id)),
          SOME_MEASURES,
        );
        for (const range of after) {
          const same = before.find(
            ({ measureId, lane }) => measureId === range.measureId && lane === range.lane,
          );
          expect([range.low, range.high]).toEqual([same?.low, same?.high]);
        }
      }),
    );
  });

  test("nothing stops the ranges", () => {
    fc.assert(
      fc.property(anyFigures, anyMeasures, (figures, measures) => {
        expect(reportedRanges(figures, measures)).toBeInstanceOf(Array);
        headlineMeasure(figures, measures);
      }),
    );
  });
});
