import fc from "fast-check";
import { expect, test } from "vitest";
import { formatFigure, formatRange } from "../../lib/format/numbers";

test.each([
  [0, "0"],
  [63, "63"],
  [11300, "11,300"],
  [2.5, "2.5"],
  [1234567, "1,234,567"],
])("the figure %s is printed as %s", (n, printed) => {
  expect(formatFigure(n, "en")).toBe(printed);
});

test("a figure is grouped as the reader's language does it", () => {
  expect(formatFigure(11300, "de")).toBe("11.300");
});

test("a range has both ends, or one figure where they are the same", () => {
  expect(formatRange(89, 400, "en")).toBe("89–400");
  expect(formatRange(793, 8498, "en")).toBe("793–8,498");
  expect(formatRange(300, 300, "en")).toBe("300");
});

test("what is no number prints nothing", () => {
  expect([formatFigure(Number.NaN, "en"), formatRange(Number.NaN, 400, "en")]).toEqual(["", "400"]);
});

test("no number and no locale whatever stops the formatting", () => {
  fc.assert(
    fc.property(fc.double(), fc.double(), fc.string(), (low, high, locale) => {
      expect(formatRange(low, high, locale)).toBeTypeOf("string");
    }),
  );
});
