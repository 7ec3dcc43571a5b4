import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isSameClaim, mayBeSameClaim, type Twin } from "../../lib/claims/twins";

const DAY = 24 * 3_600_000;
const twin = (n: number, statedDay: number, asOfDay: number | null = null): Twin => ({
  quantity: { raw: String(n), qualifier: "exact", low: n, high: n, central: null, reading: "stated" },
  statedEarliest: statedDay * DAY,
  statedLatest: (statedDay + 1) * DAY - 1,
  asOfEarliest: asOfDay === null ? null : asOfDay * DAY,
  asOfLatest: asOfDay === null ? null : (asOfDay + 1) * DAY - 1,
});
const words = (raw: string, low: number, high: number): Twin => ({
  ...twin(0, 1),
  quantity: { raw, qualifier: "words", low, high, central: null, reading: "convention" },
});
const someTwin = fc
  .tuple(fc.nat({ max: 3 }), fc.nat({ max: 8 }), fc.option(fc.nat({ max: 8 })))
  .map(([n, stated, asOf]) => twin(n, stated, asOf));

describe("what is the same claim of one claimant and measure", () => {
  test("the same number and as-of are the same claim, whenever it was stated (R27)", () => {
    expect(isSameClaim(twin(40, 1, 1), twin(40, 30, 1))).toBe(true);
    expect(isSameClaim(twin(40, 1, 1), twin(41, 1, 1))).toBe(false);
    expect(isSameClaim(twin(40, 1, 1), twin(40, 1, 2))).toBe(false);
    expect(isSameClaim(twin(40, 1), twin(40, 1))).toBe(false);
  });

  test("without an as-of, the same number within three days is asked about, and later not (R28)", () => {
    expect(mayBeSameClaim(twin(40, 1), twin(40, 4))).toBe(true);
    expect(mayBeSameClaim(twin(40, 1), twin(40, 6))).toBe(false);
    expect(mayBeSameClaim(twin(40, 1), twin(40, 1, 2))).toBe(true);
    expect(mayBeSameClaim(twin(40, 1, 1), twin(40, 1, 2))).toBe(false);
  });

  test("words without a number are held against each other by what they are taken to mean (R5, R28)", () => {
    expect(mayBeSameClaim(words("dozens", 12, 99), words("several dozen", 12, 99))).toBe(true);
    expect(mayBeSameClaim(words("dozens", 12, 99), words("tens", 10, 99))).toBe(false);
    expect(mayBeSameClaim(words("dozens", 12, 99), twin(12, 1))).toBe(false);
  });

  test("neither depends on which of the two was logged first, and no pair is both", () => {
    fc.assert(
      fc.property(someTwin, someTwin, (one, other) => {
        expect(isSameClaim(one, other)).toBe(isSameClaim(other, one));
        expect(mayBeSameClaim(one, other)).toBe(mayBeSameClaim(other, one));
        expect(isSameClaim(one, other) && mayBeSameClaim(one, other)).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });
});
