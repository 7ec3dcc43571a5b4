import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareView } from "../../lib/compare/rules";
import { compareHref, readChoice } from "../../lib/compare/schema";
import { spreadOf } from "../../lib/compare/spread";
import type { ComparedFigure } from "../../lib/compare/types";
import { tellTimes } from "../../lib/format/times";
import type { Figure } from "../../lib/quantity/quantity";
import type { QuantityInput } from "../../lib/quantity/validity";
import { aComparedFigure } from "../fixtures/a-compared-figure";
import { aFigure, aMeasure } from "../fixtures/a-figure";
import { SOME_MEASURES, validQuantity } from "../fixtures/arbitrary-figures";

const KILLED = aMeasure("killed", ["killed"]);
const HARMED = aMeasure("harmed", ["killed", "injured"]);
const KILLED_THERE = aMeasure("killed-there", ["killed"]);
const MEASURES = [KILLED, HARMED, KILLED_THERE];
const HUNDREDS = { qualifier: "words", word: "hundreds" } as const;

const view = (...figures: ComparedFigure[]) =>
  compareView(figures, { measures: MEASURES, sidesOf: new Map([["a-strike", ["Russia", "Ukraine"]]]) });
const killed = (said: Parameters<typeof aFigure>[0], rest: Parameters<typeof aFigure>[1] = {}) =>
  aComparedFigure(aFigure(said, rest), KILLED);

describe("the figures that a reader chose", () => {
  test("R6: those of one measure stand on one axis, each two told once, the first stated first", () => {
    const [late, early] = [killed(400, { statedEarliest: 9 }), killed(89, { statedEarliest: 2 })];
    const { groups, apart } = view(late, early);
    expect(groups).toHaveLength(1);
    expect(groups[0]).toMatchObject({
      figures: [early, late],
      sides: ["Russia", "Ukraine"],
      pairs: [{ one: 0, other: 1, comparison: { relation: "incompatible", gap: { above: 89, below: 400 } } }],
    });
    expect(apart).toEqual([]);
  });

  test("R6: those that count another set stand apart, with the part in which they differ", () => {
    const harmed = aComparedFigure(aFigure(HUNDREDS, { measureId: "harmed", statedEarliest: 5 }), HARMED);
    const { groups, apart } = view(killed(89), killed(400), harmed);
    expect(groups.map(({ figures }) => figures.length)).toEqual([2, 1]);
    expect(apart).toHaveLength(1);
    expect(apart[0]).toMatchObject({ one: 0, other: 1, differs: ["kinds"] });
    expect(apart[0]?.pairs.map(({ comparison }) => comparison.relation)).toEqual([
      "incomparable",
      "incomparable",
    ]);
  });

  test("R11: an estimate never stands on the axis of counts", () => {
    const estimate = killed(300, { lane: "estimate", basis: "model", statedEarliest: 5 });
    const { groups, apart } = view(killed(89), estimate);
    expect(groups.map(({ anchor }) => anchor)).toEqual(["a-strike-killed", "a-strike-killed-estimates"]);
    expect(apart[0]?.differs).toEqual(["lane"]);
  });

  test("R6: figures of two events are never set against each other, however alike what they count reads", () => {
    const there = aComparedFigure(aFigure(89, { measureId: "killed-there" }), KILLED_THERE, "a-flood");
    const { groups, apart } = view(killed(89), there);
    expect(groups).toHaveLength(2);
    expect(apart[0]).toMatchObject({
      differs: ["event"],
      pairs: [{ comparison: { relation: "incomparable" } }],
    });
  });

  test("R6: a figure that gives no number compares with none, and has no ratio", () => {
    const { groups } = view(killed(89), killed({ qualifier: "not_stated" }, { statedEarliest: 5 }));
    expect(groups[0]?.pairs).toMatchObject([
      { comparison: { relation: "incomparable", differs: ["not_stated"] }, spread: null },
    ]);
  });

  test("each claimant has one row, with its figures under what they count", () => {
    const ministry = { claimantId: "ministry" };
    const first = killed(63, { ...ministry, lifecycle: "superseded" });
    const second = killed(89, { ...ministry, statedEarliest: 5 });
    const harmed = aComparedFigure(aFigure(HUNDREDS, { measureId: "harmed", statedEarliest: 7 }), HARMED);
    const { rows } = view(harmed, second, first);
    expect(rows.map(({ claimant }) => claimant.slug)).toEqual(["ministry", harmed.claimant.slug]);
    expect(rows.map(({ cells }) => cells)).toEqual([
      [[first, second], []],
      [[], [harmed]],
    ]);
  });

  test("R6: whatever is chosen, in whatever order, every two figures are compared once, and those on one axis count the same", () => {
    const said = fc.record({
      quantity: validQuantity,
      measure: fc.constantFrom(...SOME_MEASURES),
      event: fc.constantFrom("a-strike", "a-flood"),
      lane: fc.constantFrom("count" as const, "estimate" as const),
      at: fc.nat(5),
    });
    const known = { measures: SOME_MEASURES, sidesOf: new Map<string, string[]>() };
    fc.assert(
      fc.property(fc.array(said, { maxLength: 8 }), (drawn) => {
        const figures = drawn.map(({ quantity, measure, event, lane, at }, i) => {
          const made: Figure = {
            ...aFigure(1, {
              id: `f${i}`,
              measureId: measure.id,
              lane,
              statedEarliest: at,
              statedLatest: at,
              order: i,
            }),
            quantity,
          };
          return aComparedFigure(made, measure, event);
        });
        const { groups, apart, rows } = compareView(figures, known);
        const within = groups.flatMap((group) => group.pairs);
        const across = apart.flatMap(({ pairs }) => pairs);
        expect(2 * (within.length + across.length) + figures.length).toBe(figures.length ** 2);
        expect(across.every(({ comparison }) => comparison.relation === "incomparable")).toBe(true);
        expect(apart.every(({ differs }) => differs.length > 0)).toBe(true);
        for (const { comparison } of within)
          if (comparison.relation === "incomparable") expect(comparison.differs).toEqual(["not_stated"]);
        expect(rows.flatMap(({ cells }) => cells.flat()).length).toBe(figures.length);
        expect(compareView(figures.toReversed(), known)).toEqual({ groups, apart, rows });
      }),
      { numRuns: 1_000 },
    );
  });
});

describe("the ratio of the ends of two figures", () => {
  const spread = (one: Omit<QuantityInput, "raw">, other: Omit<QuantityInput, "raw">) =>
    spreadOf(aFigure(one).quantity, aFigure(other).quantity);
  const exact = (n: number) => ({ qualifier: "exact", n }) as const;

  test.each([
    ["400 is 4.5 times 89", exact(89), exact(400), 89, 400],
    ["R2: “over 300” says 300, and not 301", exact(100), { qualifier: "more_than", n: 300 }, 100, 300],
    ["R2: “fewer than 400” says 400, and not 399", exact(100), { qualifier: "fewer_than", n: 400 }, 100, 400],
    ["R2: “at least 92” says 92, and nothing above it", { qualifier: "at_least", n: 92 }, exact(23), 23, 92],
    [
      "R6: “about 400” says 400, and not what rounds to it",
      { qualifier: "about", n: 400 },
      exact(80),
      80,
      400,
    ],
    [
      "both ends of “100 to 300” were said",
      { qualifier: "between", n: 100, last: 300 },
      exact(200),
      100,
      300,
    ],
  ] as const)("%s", (_, one, other, least, greatest) => {
    expect(spread(one, other)).toMatchObject({ least, greatest, times: greatest / least });
    expect(spread(other, one)).toMatchObject({ least, greatest, times: greatest / least });
  });

  test.each([
    ["R5: a word has no ends that anybody said", exact(89), HUNDREDS],
    ["R4: “some” is no number", exact(89), { qualifier: "some" }],
    ["nothing is any number of times zero", exact(89), { qualifier: "none" }],
    ["two that say the same number are no distance apart", exact(89), { qualifier: "at_least", n: 89 }],
  ] as const)("%s", (_, one, other) => {
    expect(spread(one, other)).toBeNull();
  });

  test("where one of the two says both ends, it is told which", () => {
    const range = { qualifier: "between", n: 100, last: 300 } as const;
    expect(spread(range, exact(200))?.bothIn).toBe(0);
    expect(spread(exact(200), range)?.bothIn).toBe(1);
    expect(spread(exact(89), exact(400))?.bothIn).toBeNull();
  });

  test("only numbers that were said are its ends, and never their mean", () => {
    fc.assert(
      fc.property(validQuantity, validQuantity, (one, other) => {
        const found = spreadOf(one, other);
        if (!found) return;
        expect(found.times).toBeGreaterThan(1);
        expect([one, other].some(({ reading }) => reading === "convention")).toBe(false);
      }),
      { numRuns: 1_000 },
    );
  });
});

test.each([
  [4, "4 times"],
  [400 / 89, "about 4.5 times"],
  [92 / 89, "about 1.03 times"],
  [1.004, "less than 1.01 times"],
  [8498 / 793, "about 11 times"],
])("a ratio says whether it was rounded: %d is %s", (times, told) => {
  expect(tellTimes(times, "en")).toBe(told);
});

describe("the address of a comparison", () => {
  test("is read part by part: what is not understood is named, and spoils nothing else", () => {
    const { choice, unread } = readChoice({
      claim: ["abc123", "No such id", "abc123"],
      claimant: "igor-girkin",
      measure: ["makiivka-2023/killed", "killed"],
      scale: "crooked",
      colour: "red",
      q: " \u0000 ",
    });
    expect(choice).toEqual({
      claims: ["abc123"],
      claimants: ["igor-girkin"],
      measures: [{ event: "makiivka-2023", measure: "killed" }],
      q: null,
      scale: null,
    });
    expect(unread.map(({ name, value }) => [name, value])).toEqual([
      ["claim", "No such id"],
      ["measure", "killed"],
      ["q", " \u0000 "],
      ["scale", "crooked"],
      ["colour", "red"],
    ]);
  });

  test("names at most 24 of a kind; the rest are told", () => {
    const claim = Array.from({ length: 30 }, (_, i) => `claim${i + 10}`);
    const { choice, unread } = readChoice({ claim });
    expect(choice.claims).toHaveLength(24);
    expect(unread.map(({ why }) => why)).toEqual(Array(6).fill("too_many"));
  });

  test("reads back as it was written", () => {
    const address = "/en/compare?claim=abc123&claimant=igor-girkin&measure=makiivka-2023/killed&scale=linear";
    const query = new URL(address, "http://localhost").searchParams;
    const { choice } = readChoice(
      Object.fromEntries([...query.keys()].map((name) => [name, query.getAll(name)])),
    );
    expect(compareHref("/en/compare", { ...choice, scale: "linear" })).toBe(address);
    expect(compareHref("/en/compare", {})).toBe("/en/compare");
  });
});
