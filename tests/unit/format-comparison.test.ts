import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { UncertainDate } from "../../lib/dates/edtf";
import { type ComparedClaim, tellAsOf, tellComparison, tellDifferences } from "../../lib/format/comparison";
import { type AcrossDifference, compare, MEASURE_PARTS } from "../../lib/quantity/compare";
import type { Figure } from "../../lib/quantity/quantity";
import messages from "../../messages/en.json";
import { aFigure, aMeasure } from "../fixtures/a-figure";
import { SOME_MEASURES, validFigures } from "../fixtures/arbitrary-figures";

const KILLED = [aMeasure("killed", ["killed"]), aMeasure("harmed", ["killed", "injured"])];

function on(edtf: string): UncertainDate {
  return { edtf, earliest: 0, latest: 0, zone: "UTC" };
}

/** The claim of a figure, by a claimant of that name. */
function claimOf(figure: Figure, name: string, dates: Partial<ComparedClaim> = {}): ComparedClaim {
  const { quantity, basis } = figure;
  const claimant = { slug: name.toLowerCase(), name };
  const { raw, qualifier } = quantity;
  return {
    publicId: figure.id,
    claimant,
    raw,
    qualifier,
    quantity,
    basis,
    stated: on("2023-01-04"),
    asOf: null,
    ...dates,
  };
}

/** What is told of two figures, by the ministry and by the army. */
function tell(a: Figure, b: Figure, locale = "en"): string {
  return tellComparison(compare(a, b, KILLED), claimOf(a, "Ministry"), claimOf(b, "Army"), locale);
}

describe("R6: a comparison is told with its relation, its reason and both dates", () => {
  test("two numbers that differ", () => {
    expect(tell(aFigure(89, { raw: "89" }), aFigure(400, { raw: "400" }))).toBe(
      "“89” (Ministry, as stated on 4 January 2023) and “400” (Army, as stated on 4 January 2023) are " +
        "incompatible, since for comparison one ends at 89 and the other begins at 400: nothing lies in both.",
    );
  });

  test("what both cover is told, and what “about” covers is said to be so for comparison alone", () => {
    const [about, upTo] = [aFigure({ qualifier: "about", n: 400 }), aFigure({ qualifier: "up_to", n: 380 })];
    expect(tell(about, upTo)).toMatch(
      /are compatible, since for comparison both cover 350 to 380 \(“about 400” covers 350 to 449, what rounds to it\)\.$/,
    );
  });

  test("R9: a documented count is said to be a floor", () => {
    const list = aFigure(92, { raw: "92", basis: "named_list" });
    expect(tell(list, aFigure(400))).toMatch(
      /both cover 400 \(“92” is a documented count, so a floor: 92 and more\)\.$/,
    );
  });

  test("R5: a number word is said to be read, not stated", () => {
    const word = aFigure({ qualifier: "words", word: "hundreds" }, { raw: "hundreds" });
    expect(tell(word, aFigure(89))).toMatch(
      /one ends at 89 and the other begins at 100: nothing lies in both \(“hundreds” is read here as 100 to 999\)\.$/,
    );
  });

  test.each([
    ["at_least", 92, "at_least", 300, "300 and more"],
    ["up_to", 10, "up_to", 500, "10 and fewer"],
    ["at_least", 80, "up_to", 80, "80"],
    ["at_least", 1200, "up_to", 15000, "1,200 to 15,000"],
  ] as const)("R2: %s %i and %s %i both cover %s", (one, n, other, m, covered) => {
    expect(tell(aFigure({ qualifier: one, n }), aFigure({ qualifier: other, n: m }))).toMatch(
      new RegExp(`both cover ${covered}\\.$`),
    );
  });

  test("what does not compare says in which parts it differs", () => {
    const estimate = aFigure(9, { measureId: "harmed", lane: "estimate", basis: "model" });
    expect(tell(aFigure(3), estimate)).toMatch(
      /are incomparable, since they differ in the kinds counted and whether it is a count or an estimate\.$/,
    );
  });

  test("where no number was given, it says so", () => {
    expect(tell(aFigure({ qualifier: "not_stated" }), aFigure(3))).toMatch(
      /are incomparable, since at least one of them gives no number to compare\.$/,
    );
  });

  test("R2: of a claim known by its words alone, no bound is told as its own", () => {
    const about = aFigure({ qualifier: "about", n: 400 });
    const { quantity: _, basis: __, ...ref } = claimOf(about, "Ministry");
    expect(tellComparison(compare(about, aFigure(300), KILLED), ref, ref, "en")).toMatch(
      /for comparison one ends at 300 and the other begins at 350: nothing lies in both \(“about” covers what rounds to its number\)\.$/,
    );
  });
});

describe("R6: as of when", () => {
  test.each([
    [{ asOf: on("2023-01-25") }, "as of 25 January 2023"],
    [{}, "as stated on 4 January 2023"],
    [{ stated: on("2023-01") }, "as stated January 2023"],
    [{ stated: on("2023-01-01/2023-01-25") }, "as stated between 1 and 25 January 2023"],
    [{ stated: on("2023-01-02?") }, "as stated probably 2 January 2023"],
  ])("the as-of is told, and without one the date of stating is named as such: %j", (dates, told) => {
    expect(tellAsOf(claimOf(aFigure(3), "Ministry", dates), "en")).toBe(told);
  });
});

test("R6: every reason for which figures do not compare has its words, and no words are left over", () => {
  const codes: AcrossDifference[] = [...MEASURE_PARTS, "event", "measure", "lane", "not_stated"];
  expect(Object.keys(messages.difference).toSorted()).toEqual(codes.toSorted());
  for (const code of codes) expect(tellDifferences([code], "en").trim()).toBe(messages.difference[code]);
  expect(tellDifferences(["kinds", "area", "unit"], "en")).toBe("the kinds counted, the area and the unit");
});

test("R6: whatever two figures say, the sentence names one relation, both wordings, both claimants and both dates", () => {
  fc.assert(
    fc.property(validFigures, fc.constantFrom("en", "ar-XB"), (figures, locale) => {
      const [a, b] = figures;
      if (!a || !b) return;
      const comparison = compare(a, b, SOME_MEASURES);
      const [one, other] = [
        claimOf(a, "Ministry"),
        claimOf(b, "Army", { asOf: on("2023-02-01"), stated: on("2023-03-01") }),
      ];
      const told = tellComparison(comparison, one, other, locale).replaceAll(
        /[\u2066-\u2069\u202a-\u202e]/g,
        "",
      );
      const parts = [a.quantity.raw, b.quantity.raw, "Ministry", "Army", "as stated on 4 January 2023"];
      expect({
        relations: told.match(/\b(compatible|incompatible|incomparable)\b/g),
        missing: [...parts, "as of 1 February 2023"].filter((part) => !told.includes(part)),
        strange: told.match(/undefined|null|NaN|relations\.|[^.]$/g),
      }).toEqual({ relations: [comparison.relation], missing: [], strange: null });
    }),
    { numRuns: 1000 },
  );
});
