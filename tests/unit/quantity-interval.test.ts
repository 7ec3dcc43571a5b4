import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  comparisonInterval,
  QUALIFIER_TABLE,
  WORD_CONVENTIONS,
  wordedNumber,
} from "../../lib/quantity/interval";
import type { Quantity } from "../../lib/quantity/quantity";
import { type QuantityInput, quantityOf, quantityProblems } from "../../lib/quantity/validity";
import { QUALIFIERS, type Qualifier } from "../../lib/vocabulary";
import { aFigure } from "../fixtures/a-figure";
import { anyQuantity, validQuantity } from "../fixtures/arbitrary-figures";

type Row = [wording: string, input: Omit<QuantityInput, "raw">, low: number | null, high: number | null];

const ROWS: Row[] = [
  ["63", { qualifier: "exact", n: 63 }, 63, 63],
  ["about 300", { qualifier: "about", n: 300 }, 300, 300],
  ["at least 92", { qualifier: "at_least", n: 92 }, 92, null],
  ["over 300", { qualifier: "more_than", n: 300 }, 301, null],
  ["up to 10", { qualifier: "up_to", n: 10 }, null, 10],
  ["under 50", { qualifier: "fewer_than", n: 50 }, null, 49],
  ["100 to 300", { qualifier: "between", n: 100, last: 300 }, 100, 300],
  ["dozens", { qualifier: "words", word: "dozens" }, 12, 99],
  ["no casualties", { qualifier: "none" }, 0, 0],
  ["there are dead", { qualifier: "some" }, 1, null],
  ["being clarified", { qualifier: "not_stated" }, null, null],
  ["4,645 (793-8,498)", { qualifier: "estimate_ci", n: 793, last: 8498, central: 4645 }, 793, 8498],
  ["far fewer than 400", { qualifier: "relative", n: 400 }, null, 399],
];

describe("the table of qualifiers", () => {
  test.each(ROWS)(
    "R1, R2, R4, R5: %s keeps its words and gets the bounds of its qualifier",
    (raw, input, low, high) => {
      const result = quantityOf({ raw, ...input }, ["killed"]);
      expect(result).toMatchObject({ ok: true, quantity: { raw, qualifier: input.qualifier, low, high } });
    },
  );

  test("each qualifier has a row and a test", () => {
    expect(Object.keys(QUALIFIER_TABLE)).toEqual([...QUALIFIERS]);
    expect(ROWS.map(([, { qualifier }]) => qualifier)).toEqual([...QUALIFIERS]);
  });

  test("R4, R5: words, an unnumbered toll and silence are the only figures that enter no range", () => {
    const outside = QUALIFIERS.filter((qualifier) => !QUALIFIER_TABLE[qualifier].entersRange);
    expect(outside).toEqual(["words", "some", "not_stated"]);
  });

  test.each([
    ["tens", 10, 99],
    ["dozens", 12, 99],
    ["scores", 20, 99],
    ["hundreds", 100, 999],
    ["thousands", 1_000, 9_999],
    ["tens_of_thousands", 10_000, 99_999],
    ["hundreds_of_thousands", 100_000, 999_999],
    ["millions", 1_000_000, 9_999_999],
  ] as const)("R5: %s is read as %i to %i", (word, low, high) => {
    expect(WORD_CONVENTIONS[word]).toEqual({ low, high });
    const result = quantityOf({ raw: word, qualifier: "words", word }, ["killed"]);
    expect(result).toMatchObject({ ok: true, quantity: { low, high, reading: "convention" } });
  });
});

describe("what is wrong with a quantity", () => {
  function quantity(qualifier: Qualifier, low: number | null, high: number | null, rest = {}): Quantity {
    return {
      raw: "as said",
      qualifier,
      low,
      high,
      central: null,
      reading: QUALIFIER_TABLE[qualifier].reading,
      ...rest,
    };
  }

  test.each([
    ["R31: low above high", quantity("between", 300, 100), "low", "low_above_high"],
    ["R31: a negative", quantity("exact", -1, -1), "low", "negative"],
    ["R31: fewer than none", quantity("fewer_than", null, -1), "high", "negative"],
    ["R31: more than a negative", quantity("more_than", 0, null), "low", "negative"],
    ["R31: a fraction of people", quantity("at_least", 1.5, null), "low", "fraction_of_people"],
    ["R1: no wording", quantity("exact", 3, 3, { raw: "  " }), "raw", "missing"],
    ["R2: an up-to figure with a low", quantity("up_to", 0, 10), "low", "not_expected"],
    ["R2: an at-least figure with a high", quantity("at_least", 10, 20), "high", "not_expected"],
    ["an exact figure without a number", quantity("exact", null, null), "low", "missing"],
    ["an exact figure with two numbers", quantity("exact", 3, 4), "high", "bounds_differ"],
    ["R4: none that is one", quantity("none", 0, 1), "high", "not_zero"],
    ["some from two", quantity("some", 2, null), "low", "not_one"],
    ["R5: words with bounds of one's own", quantity("words", 150, 999), "low", "not_a_convention"],
    [
      "R5: words that pass for stated",
      quantity("words", 100, 999, { reading: "stated" }),
      "reading",
      "wrong_reading",
    ],
    ["a central that nobody gave", quantity("exact", 3, 3, { central: 3 }), "central", "not_expected"],
    ["a central outside", quantity("estimate_ci", 3, 5, { central: 6 }), "central", "outside_interval"],
    ["no number at all", quantity("exact", Number.NaN, Number.NaN), "low", "not_a_number"],
  ] as const)("%s is refused", (_, said, field, problem) => {
    expect(quantityProblems(said, ["killed"])).toContainEqual({ field, problem });
  });

  test("R31: tonnes may have a fraction", () => {
    expect(quantityProblems(quantity("exact", 2.5, 2.5), ["other"])).toEqual([]);
  });

  test("R31: a form that is refused makes no quantity", () => {
    expect(quantityOf({ raw: "3-2", qualifier: "between", n: 3, last: 2 }, ["killed"])).toEqual({
      ok: false,
      problems: [{ field: "low", problem: "low_above_high" }],
    });
  });

  test("a blank never becomes zero", () => {
    expect(quantityOf({ raw: "?", qualifier: "exact", n: null }, ["killed"]).ok).toBe(false);
  });

  test("every quantity that the table makes is one that it accepts", () => {
    fc.assert(
      fc.property(validQuantity, (said) => {
        expect(quantityProblems(said, ["killed"])).toEqual([]);
      }),
    );
  });

  test("no quantity whatever stops the check", () => {
    fc.assert(
      fc.property(anyQuantity, (said) => {
        expect(quantityProblems(said, ["killed"])).toBeInstanceOf(Array);
      }),
    );
  });
});

describe("R6: the interval of a comparison", () => {
  test.each([
    [400, 350, 449],
    [40, 35, 44],
    [80, 75, 84],
    [6000, 5500, 6499],
    [450, 445, 454],
    [100, 50, 149],
    [63, 63, 63],
    [7, 7, 7],
    [0, 0, 0],
  ])("about %i covers %i to %i", (n, low, high) => {
    expect(comparisonInterval(aFigure({ qualifier: "about", n }))).toEqual({ low, high });
  });

  test("about 2.5 covers what rounds to it at its last digit", () => {
    const interval = comparisonInterval(aFigure({ qualifier: "about", n: 2.5 }));
    expect(interval?.low).toBeCloseTo(2.45);
    expect(interval?.high).toBeCloseTo(2.55);
  });

  test("an unstated bound is unbounded", () => {
    expect(comparisonInterval(aFigure({ qualifier: "up_to", n: 10 }))).toEqual({ low: null, high: 10 });
    expect(comparisonInterval(aFigure({ qualifier: "at_least", n: 10 }))).toEqual({ low: 10, high: null });
  });

  test.each(["named_list", "physical_count"] as const)("R9: 83 on a %s is a floor", (basis) => {
    expect(comparisonInterval(aFigure(83, { basis }))).toEqual({ low: 83, high: null });
  });

  test("what is not stated compares with nothing", () => {
    expect(comparisonInterval(aFigure({ qualifier: "not_stated" }))).toBeNull();
  });

  test("every interval has its low at or below its high, whatever was logged", () => {
    fc.assert(
      fc.property(anyQuantity, (quantity) => {
        const interval = comparisonInterval({ quantity, basis: "unstated" });
        if (interval) expect(interval.low ?? -Infinity).toBeLessThanOrEqual(interval.high ?? Infinity);
      }),
    );
  });
});

test.each([
  ["over 300", { qualifier: "more_than", n: 300 }, 300],
  ["fewer than 400", { qualifier: "relative", n: 400 }, 400],
  ["up to 10", { qualifier: "up_to", n: 10 }, 10],
  ["none", { qualifier: "none" }, 0],
  ["100 to 300", { qualifier: "between", n: 100, last: 300 }, null],
  ["hundreds", { qualifier: "words", word: "hundreds" }, null],
] as const)("R20: the worded number of %s is what was said", (_, said, n) => {
  expect(wordedNumber(aFigure(said).quantity)).toBe(n);
});
