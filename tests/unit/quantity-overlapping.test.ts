import fc from "fast-check";
import { expect, test } from "vitest";
import { leastOverlapping } from "../../lib/quantity/overlapping";

const moment = fc
  .record({ earliest: fc.nat(20), lasts: fc.nat(5) })
  .map(({ earliest, lasts }) => ({ earliest, latest: earliest + lasts }));

test("R31: a figure is held against the least of those whose moments meet its own, the very ends included", () => {
  const span = fc.tuple(moment, fc.nat(9)).map(([dates, n]) => ({ ...dates, n }));
  fc.assert(
    fc.property(fc.array(moment), fc.array(span), (asked, spans) => {
      const found = leastOverlapping(asked, spans, (a, b) => a.n - b.n).map((least) => least?.n ?? null);
      const expected = asked.map(({ earliest, latest }) => {
        const meeting = spans.filter((one) => one.earliest <= latest && one.latest >= earliest);
        return meeting.length > 0 ? Math.min(...meeting.map(({ n }) => n)) : null;
      });
      expect(found).toEqual(expected);
    }),
    { numRuns: 1000 },
  );
});
