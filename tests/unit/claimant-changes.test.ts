import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  countChanges,
  countPositions,
  DIRECTIONS,
  directionOf,
  positionTo,
  sizeOf,
} from "../../lib/claimants/rules";
import { fell } from "../../lib/quantity/revision";
import { aFigure } from "../fixtures/a-figure";
import { validQuantity } from "../fixtures/arbitrary-figures";

const said = (...given: Parameters<typeof aFigure>) => aFigure(...given).quantity;
const hundreds = said({ qualifier: "words", word: "hundreds" });

describe("the direction of a change", () => {
  test("is that of the worded number: from over 300 to at least 300 it stays the same (R20)", () => {
    expect(directionOf("superseded", said(63), said(89))).toBe("up");
    expect(directionOf("corrected", said(11_300), said(3_958))).toBe("down");
    const [over, atLeast] = [
      said({ qualifier: "more_than", n: 300 }),
      said({ qualifier: "at_least", n: 300 }),
    ];
    expect(directionOf("superseded", over, atLeast)).toBe("same");
  });

  test("is none where a figure counts something else, however far the numbers lie apart (R22)", () => {
    expect(directionOf("replaced", said(500), said(80))).toBe("recounted");
  });

  test("is none where one of the two says no number (R5)", () => {
    expect(directionOf("superseded", hundreds, said(400))).toBe("unnumbered");
    expect(directionOf("superseded", said(400), hundreds)).toBe("unnumbered");
  });

  test("is none for what was taken back or denied with no figure in its place (R23, R24)", () => {
    expect(directionOf("withdrawn", said(63), null)).toBe("withdrawn");
    expect(directionOf("corrected", said(63), null)).toBe("withdrawn");
    expect(directionOf("disowned", said(63), null)).toBe("disowned");
  });

  test("a figure of two numbers is lower when either of them is (R20)", () => {
    const before = said({ qualifier: "between", n: 100, last: 300 });
    expect(directionOf("superseded", before, said({ qualifier: "between", n: 100, last: 250 }))).toBe("down");
    expect(directionOf("superseded", before, said({ qualifier: "between", n: 120, last: 300 }))).toBe("up");
  });

  test("is down exactly where a reason is asked for, whatever the two say (R20)", () => {
    fc.assert(
      fc.property(validQuantity, validQuantity, (from, to) => {
        expect(directionOf("superseded", from, to) === "down").toBe(fell(to, from));
      }),
      { numRuns: 1000 },
    );
  });
});

describe("the size of a change", () => {
  const size = (...[from, to]: Parameters<typeof aFigure>[0][]) => {
    const pair = [said(from ?? 0), said(to ?? 0)] as const;
    return sizeOf(directionOf("superseded", ...pair), ...pair);
  };

  test("is the difference and the ratio of the worded numbers (R20)", () => {
    expect(size(63, 89)).toEqual({ difference: 26, ratio: 89 / 63 });
    expect(size({ qualifier: "more_than", n: 300 }, { qualifier: "about", n: 450 })).toEqual({
      difference: 150,
      ratio: 1.5,
    });
  });

  test("has no ratio from zero", () => {
    expect(size({ qualifier: "none" }, 12)).toEqual({ difference: 12, ratio: null });
  });

  test("is none where either figure is no one number that was said (R2, R5)", () => {
    expect(size({ qualifier: "between", n: 100, last: 300 }, 400)).toBeNull();
    expect(size({ qualifier: "words", word: "hundreds" }, 400)).toBeNull();
    expect(size({ qualifier: "relative", n: 400 }, 500)).toBeNull();
  });

  test("is none across a change of what is counted (R22)", () => {
    expect(sizeOf("recounted", said(500), said(80))).toBeNull();
  });
});

test("counts are mechanical: each change once by its direction, those that went down once by their reason (R20)", () => {
  const counts = countChanges([
    { direction: "up", reason: null },
    { direction: "up", reason: "miscount" },
    { direction: "down", reason: "double_count" },
    { direction: "down", reason: null },
    { direction: "recounted", reason: null },
  ]);
  expect(counts).toMatchObject({
    total: 5,
    byDirection: { up: 2, down: 2, same: 0, recounted: 1 },
    byReason: { double_count: 1, not_given: 1, miscount: 0 },
  });
  expect(DIRECTIONS.reduce((sum, direction) => sum + counts.byDirection[direction], 0)).toBe(5);
});

describe("a figure against the documented minimum of its measure (R9)", () => {
  const minimum = aFigure(92, { basis: "named_list" });

  test("its high lies below, at or above it", () => {
    expect(positionTo(minimum, aFigure(89))).toBe("below");
    expect(positionTo(minimum, aFigure(92))).toBe("equal");
    expect(positionTo(minimum, aFigure(400))).toBe("above");
    expect(positionTo(minimum, aFigure({ qualifier: "up_to", n: 90 }))).toBe("below");
  });

  test("a figure without a stated high lies below none (R2)", () => {
    expect(positionTo(minimum, aFigure({ qualifier: "at_least", n: 63 }))).toBe("open");
  });

  test("about 90 covers what rounds to it, so that it is not below 92 (R6)", () => {
    expect(positionTo(minimum, aFigure({ qualifier: "about", n: 90 }))).toBe("above");
  });

  test("a figure that says no number stands nowhere, and the minimum is not compared with itself (R4)", () => {
    expect(positionTo(minimum, aFigure({ qualifier: "not_stated" }))).toBe("unsaid");
    expect(positionTo(minimum, minimum)).toBe("itself");
  });

  test("another documented count is a floor, and lies below none (R6)", () => {
    expect(positionTo(minimum, aFigure(80, { basis: "physical_count" }))).toBe("open");
  });

  test("positions are counted one by one", () => {
    expect(countPositions(["below", "above", "below"])).toMatchObject({ below: 2, above: 1, equal: 0 });
  });
});
