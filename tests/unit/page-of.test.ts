import fc from "fast-check";
import { expect, test } from "vitest";
import { pageOf } from "../../lib/db/page-of";

const hex = (n: number) => n.toString(16).padStart(12, "0");
const rowsOf = (instants: number[]) =>
  instants
    .map((at, n) => ({ id: `00000000-0000-4000-8000-${hex(n)}`, at: new Date(at) }))
    .sort((a, b) => b.at.getTime() - a.at.getTime() || (a.id < b.id ? 1 : -1));

test("a reader who turns the pages meets every row once, in order, also those of one instant", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: -3, max: 3 }), { maxLength: 40 }),
      fc.integer({ min: 1, max: 7 }),
      (instants, limit) => {
        const rows = rowsOf(instants);
        const met: typeof rows = [];
        for (let after: string | null = null; ; ) {
          const page: ReturnType<typeof pageOf<(typeof rows)[0]>> = pageOf(rows, after, limit);
          met.push(...page.rows);
          if (page.next === null) break;
          after = page.next;
        }
        expect(met).toEqual(rows);
      },
    ),
    { numRuns: 1000 },
  );
});

test("a place that is none leads to the beginning", () => {
  const rows = rowsOf([1, 2, 3]);
  expect(pageOf(rows, "nowhere", 2).rows).toEqual(rows.slice(0, 2));
});
