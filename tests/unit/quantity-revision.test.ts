import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { firstStated } from "../../lib/quantity/compare";
import type { Figure } from "../../lib/quantity/quantity";
import {
  ASK_PAIRS_MAX,
  fell,
  kindOfMove,
  proposeSupersessions,
  type SupersessionProposals,
  wouldCycle,
} from "../../lib/quantity/revision";
import type { QuantityInput } from "../../lib/quantity/validity";
import { aFigure, aMeasure } from "../fixtures/a-figure";
import {
  anyFigures,
  anyMeasures,
  SOME_MEASURES,
  validFigures,
  validQuantity,
} from "../fixtures/arbitrary-figures";
import { atSomeMoments, shuffled } from "../fixtures/arbitrary-moments";
import { cpuTimeMs } from "../fixtures/cpu-time";
import { FIGURES as OLENIVKA, MEASURES as OLENIVKA_MEASURES } from "../fixtures/olenivka-figures";

const DAY_MS = 86_400_000;
const MEASURES = [aMeasure("killed", ["killed"]), aMeasure("added", ["killed"], { total: "increment" })];

/** One claimant's figure, stated in the course of a day. */
function on(day: number, said: Omit<QuantityInput, "raw"> | number, rest: Partial<Figure> = {}): Figure {
  const stated = { statedEarliest: day * DAY_MS, statedLatest: (day + 1) * DAY_MS - 1 };
  return aFigure(said, { claimantId: "pentagon", ...stated, ...rest });
}

function proposed(figures: readonly Figure[], decided: { olderId: string; newerId: string }[] = []) {
  return proposeSupersessions(figures, MEASURES, decided);
}

function pairs({ proposals }: SupersessionProposals): [string, string][] {
  return proposals.map(({ olderId, newerId }) => [olderId, newerId]);
}

describe("R18, R19: what is proposed to give way to what", () => {
  const [a, b, c, d, e] = [on(16, 11), on(24, 34), on(28, 50), on(30, 64), on(41, 109)] as const;

  test("each figure gives way to the next, and not to all that follow", () => {
    const found = proposed([c, e, a, d, b]);
    expect(pairs(found)).toEqual([
      [a.id, b.id],
      [b.id, c.id],
      [c.id, d.id],
      [d.id, e.id],
    ]);
    expect(found).toMatchObject({ ask: [], askCount: 0, sameNumber: [] });
  });

  test("what has given way is not proposed again", () => {
    expect(pairs(proposed([{ ...a, lifecycle: "superseded" }, b, c]))).toEqual([[b.id, c.id]]);
  });

  test.each([
    ["R18: of another claimant", { claimantId: "law_firm" }],
    ["R18: of another measure", { measureId: "unknown" }],
    ["R11: of the other lane", { lane: "estimate", basis: "model" }],
    ["R23: disowned", { standing: "disowned" }],
    ["R24: retracted", { lifecycle: "retracted" }],
    ["R22: replaced", { lifecycle: "replaced" }],
  ] as const)("a later figure %s takes no place", (_, rest) => {
    expect(proposed([a, { ...b, ...rest }])).toEqual({ proposals: [], ask: [], askCount: 0, sameNumber: [] });
  });

  test("R18: the as-of goes before the stated date", () => {
    const lateButOld = on(30, 20, { asOfEarliest: 17 * DAY_MS, asOfLatest: 18 * DAY_MS - 1 });
    expect(pairs(proposed([a, b, lateButOld]))).toEqual([
      [a.id, lateButOld.id],
      [lateButOld.id, b.id],
    ]);
  });

  test("R19: what a person decided is not asked again, whichever figure was named first", () => {
    const decided = [
      { olderId: b.id, newerId: a.id },
      { olderId: b.id, newerId: c.id },
    ];
    expect(pairs(proposed([a, b, c, d], decided))).toEqual([
      [a.id, c.id],
      [b.id, d.id],
      [c.id, d.id],
    ]);
  });

  test("R20: a fall of the worded number needs a reason, a rise needs none", () => {
    const found = proposed([on(16, 10_100), on(17, { qualifier: "more_than", n: 9_000 }), on(18, 9_500)]);
    expect(found.proposals.map(({ needsReason }) => needsReason)).toEqual([true, false]);
  });

  test("R21: an increment adds and takes no place", () => {
    const found = proposed([on(1, 50, { measureId: "added" }), on(2, 1400, { measureId: "added" })]);
    expect(found).toEqual({ proposals: [], ask: [], askCount: 0, sameNumber: [] });
  });

  test("R22: the ministry at Olenivka goes from injured to seriously injured, and nothing is proposed", () => {
    expect(proposeSupersessions(OLENIVKA, OLENIVKA_MEASURES, []).proposals).toEqual([]);
  });

  test("R18: its 50 was proposed to take the place of its 40, and no other", () => {
    const before = OLENIVKA.map((figure) => ({ ...figure, lifecycle: "current" as const }));
    expect(pairs(proposeSupersessions(before, OLENIVKA_MEASURES, []))).toEqual([["mod_40", "mod_50"]]);
  });
});

describe("R18: what dates cannot order", () => {
  test("two figures of one day are asked about, and neither gives way meanwhile", () => {
    const [one, other] = [on(1, 4645), on(1, 5740)];
    const found = proposed([other, one]);
    expect(found).toMatchObject({ proposals: [], askCount: 1 });
    expect(found.ask).toEqual([{ ids: [one.id, other.id], why: "same_moment" }]);
  });

  test("R32: one day in Kyiv and in London overlaps, and cannot be ordered", () => {
    const kyiv = on(1, 40, { statedEarliest: 0, statedLatest: DAY_MS - 1 });
    const london = on(1, 53, { statedEarliest: 2 * 3_600_000, statedLatest: DAY_MS + 2 * 3_600_000 - 1 });
    expect(proposed([london, kyiv]).ask).toEqual([{ ids: [kyiv.id, london.id], why: "overlap" }]);
  });

  test("a figure of a later day can still take the place of both", () => {
    const [one, other, later] = [on(1, 40), on(1, 53), on(5, 60)];
    const found = proposed([one, other, later]);
    expect(pairs(found)).toEqual([
      [one.id, later.id],
      [other.id, later.id],
    ]);
    expect(found.askCount).toBe(1);
  });

  test("R19: a pair that was answered is not asked about again", () => {
    const [one, other] = [on(1, 40), on(1, 53)];
    expect(proposed([one, other], [{ olderId: other.id, newerId: one.id }])).toMatchObject({
      ask: [],
      askCount: 0,
    });
  });

  test("of thousands of figures of one day, a thousand pairs are listed and all are counted", () => {
    const many = Array.from({ length: 3000 }, (_, n) => on(1, n));
    const found = proposed(many, [
      { olderId: many[0]?.id ?? "", newerId: many[1]?.id ?? "" },
      { olderId: many[1]?.id ?? "", newerId: many[0]?.id ?? "" },
    ]);
    expect(found.ask).toHaveLength(ASK_PAIRS_MAX);
    expect(found.askCount).toBe((3000 * 2999) / 2 - 1);
  });
});

describe("R28: the same number within three days", () => {
  test("is perhaps one claim: it is asked about, and not proposed as a supersession", () => {
    const [one, again, later] = [on(1, { qualifier: "about", n: 40 }), on(3, 40), on(9, 53)];
    const found = proposed([later, again, one]);
    expect(found.sameNumber).toEqual([{ ids: [one.id, again.id] }]);
    expect(pairs(found)).toEqual([
      [one.id, later.id],
      [again.id, later.id],
    ]);
    expect(found.askCount).toBe(0);
  });

  test("of one day is one question, not two", () => {
    const [one, again] = [on(1, 40), on(1, 40)];
    expect(proposed([one, again])).toEqual({
      proposals: [],
      ask: [],
      askCount: 0,
      sameNumber: [{ ids: [one.id, again.id] }],
    });
  });

  test("after three days the same number is a claim of its own that takes the place of the first", () => {
    const [one, fourth, fifth] = [on(1, 40), on(4, 40), on(5, 40)];
    expect(proposed([one, fourth])).toMatchObject({
      proposals: [],
      sameNumber: [{ ids: [one.id, fourth.id] }],
    });
    expect(proposed([one, fifth]).sameNumber).toEqual([]);
    expect(pairs(proposed([one, fifth]))).toEqual([[one.id, fifth.id]]);
  });

  test("two intervals are the same only with both numbers, and words never", () => {
    const between = (last: number) => on(1, { qualifier: "between", n: 100, last });
    expect(proposed([between(300), between(300)]).sameNumber).toHaveLength(1);
    expect(proposed([between(300), between(400)]).sameNumber).toEqual([]);
    const hundreds = () => on(1, { qualifier: "words", word: "hundreds" });
    expect(proposed([hundreds(), hundreds()])).toMatchObject({ sameNumber: [], askCount: 1 });
  });
});

describe("whatever the figures", { timeout: 60_000 }, () => {
  const dated = atSomeMoments(validFigures);
  const oneClaimants = dated.map((figures) =>
    figures.map((figure, at) => ({
      ...figure,
      claimantId: "one",
      measureId: at % 4 ? "killed" : "killed_again",
    })),
  );

  const fewNumbers = oneClaimants.map((figures) =>
    figures.map((figure, at) => ({ ...figure, quantity: aFigure(at % 9 ? 40 : 53).quantity })),
  );

  test("R18, R28: what is asked is what comparing all pairs finds", () => {
    fc.assert(
      fc.property(fc.oneof(dated, oneClaimants, fewNumbers), fc.array(fc.nat(30)), (figures, picks) => {
        const decided = picks.flatMap((pick, at) => {
          const [older, newer] = [figures[pick], figures[(pick * 7 + at) % 31]];
          return older && newer && older !== newer ? [{ olderId: older.id, newerId: newer.id }] : [];
        });
        const found = proposeSupersessions(figures, SOME_MEASURES, decided);
        const expected = byAllPairs(figures, decided);
        expect(pairs(found).sort()).toEqual(expected.proposals.sort());
        expect(found.ask.map(({ ids }) => [...ids].sort()).sort()).toEqual(expected.ask.sort());
        expect(found.askCount).toBe(expected.ask.length);
        expect(found.sameNumber.map(({ ids }) => ids).sort()).toEqual(expected.sameNumber.sort());
      }),
      { numRuns: 2000 },
    );
  });

  test("their order changes nothing", () => {
    fc.assert(
      fc.property(
        shuffled(dated),
        shuffled(fc.constant(SOME_MEASURES)),
        ([figures, others], [, measures]) => {
          expect(proposeSupersessions(others, measures, [])).toEqual(
            proposeSupersessions(figures, SOME_MEASURES, []),
          );
        },
      ),
      { numRuns: 1000 },
    );
  });

  test("R19: who answers all that is asked is asked nothing twice, and comes to an end", () => {
    fc.assert(
      fc.property(dated, (figures) => {
        const decided: { olderId: string; newerId: string }[] = [];
        const asked = new Set<string>();
        for (let rounds = 0; rounds <= figures.length ** 2; rounds += 1) {
          const { proposals, ask, sameNumber } = proposeSupersessions(figures, SOME_MEASURES, decided);
          const ids = [...ask, ...sameNumber].map((question) => question.ids);
          const now = [...proposals.map(({ olderId, newerId }) => [olderId, newerId]), ...ids];
          if (now.length === 0) return;
          for (const [olderId = "", newerId = ""] of now) {
            const key = [olderId, newerId].sort().join(" ");
            expect(asked).not.toContain(key);
            asked.add(key);
            decided.push({ olderId, newerId });
          }
        }
        expect.unreachable();
      }),
      { numRuns: 1000 },
    );
  });

  test("what is proposed closes no circle", () => {
    fc.assert(
      fc.property(dated, (figures) => {
        const links: { fromId: string; toId: string }[] = [];
        for (const { olderId, newerId } of proposeSupersessions(figures, SOME_MEASURES, []).proposals) {
          expect(wouldCycle(links, newerId, olderId)).toBe(false);
          links.push({ fromId: newerId, toId: olderId });
        }
      }),
      { numRuns: 1000 },
    );
  });

  test("nothing stops the proposals or the moves", () => {
    fc.assert(
      fc.property(atSomeMoments(anyFigures), anyMeasures, (figures, measures) => {
        expect(proposeSupersessions(figures, measures, []).proposals).toBeInstanceOf(Array);
        const [older, newer] = figures;
        if (older && newer) expect(kindOfMove(older, newer, measures).differs).toBeInstanceOf(Array);
      }),
      { numRuns: 1000 },
    );
  });

  test.each([
    ["a few of each of many claimants", (n: number) => on(n % 97, n, { claimantId: `c${n % 900}` })],
    ["all of one claimant and one day", (n: number) => on(1, n)],
    ["all of one claimant, with one number", (n: number) => on(n % 97, 63)],
    ["all of one claimant, on days of their own", (n: number) => on(n, n % 5)],
  ])("ten thousand figures take less than two seconds: %s", (_, figureOf) => {
    const many = Array.from({ length: 10_000 }, (_, n) => figureOf(n));
    const took = cpuTimeMs(() => {
      const found = proposed(many);
      expect(found.proposals.length + found.askCount + found.sameNumber.length).toBeGreaterThan(0);
    });
    expect(took).toBeLessThan(2000);
  });
});

type Expected = { proposals: [string, string][]; ask: [string, string][]; sameNumber: [string, string][] };

function byAllPairs(figures: Figure[], decided: { olderId: string; newerId: string }[]): Expected {
  const found: Expected = { proposals: [], ask: [], sameNumber: [] };
  const standing = figures.filter(
    ({ lifecycle, standing, measureId }) =>
      lifecycle === "current" && standing !== "disowned" && measureId !== "unknown",
  );
  const inOrder = [...standing].sort(
    (a, b) => begins(a) - begins(b) || ends(a) - ends(b) || firstStated(a, b),
  );
  inOrder.forEach((one, at) => {
    const peers = inOrder.filter(
      (other) =>
        other !== one &&
        other.claimantId === one.claimantId &&
        other.lane === one.lane &&
        countsAlike(one, other),
    );
    const open = peers.filter(
      (other) =>
        !decided.some((pair) => [pair.olderId, pair.newerId].every((id) => id === one.id || id === other.id)),
    );
    const isLater = (other: Figure) => inOrder.indexOf(other) > at;
    const isNear = (other: Figure) =>
      begins(other) - ends(one) <= 3 * DAY_MS && numbers(one) === numbers(other);
    const comesAfter = (other: Figure) =>
      begins(other) >= ends(one) && !(begins(one) === begins(other) && ends(one) === ends(other));

    const next = open.find((other) => comesAfter(other) && !isNear(other));
    if (next) found.proposals.push([one.id, next.id]);
    const same = open.find((other) => isLater(other) && isNear(other));
    if (same) found.sameNumber.push([one.id, same.id]);
    for (const other of open.filter((later) => isLater(later) && !comesAfter(later) && !isNear(later))) {
      found.ask.push([one.id, other.id].sort() as [string, string]);
    }
  });
  return found;
}

function countsAlike(a: Figure, b: Figure): boolean {
  const same = ["killed", "killed_again"];
  return a.measureId === b.measureId || (same.includes(a.measureId) && same.includes(b.measureId));
}

function begins(figure: Figure): number {
  return figure.asOfEarliest ?? figure.statedEarliest;
}

function ends(figure: Figure): number {
  return figure.asOfLatest ?? figure.statedLatest;
}

/** The numbers said; for words and silence something that is equal to nothing. */
function numbers({ id, quantity: { qualifier, low, high, central } }: Figure): string {
  switch (qualifier) {
    case "words":
    case "some":
    case "not_stated":
      return `none in ${id}`;
    case "between":
      return `${low} ${high}`;
    case "estimate_ci":
      return `${central}`;
    case "more_than":
      return `${(low ?? 0) - 1}`;
    case "fewer_than":
    case "relative":
      return `${(high ?? 0) + 1}`;
    default:
      return `${low ?? high}`;
  }
}

describe("R20: the worded number fell", () => {
  test.each([
    ["89", 89, "63", 63, false],
    ["63", 63, "89", 89, true],
    ["300", 300, "over 300", { qualifier: "more_than", n: 300 }, false],
    ["over 300", { qualifier: "more_than", n: 300 }, "301", 301, true],
    ["over 9,000", { qualifier: "more_than", n: 9000 }, "10,100", 10_100, true],
    ["fewer than 400", { qualifier: "relative", n: 400 }, "400", 400, false],
    ["up to 10", { qualifier: "up_to", n: 10 }, "at least 12", { qualifier: "at_least", n: 12 }, true],
    ["none", { qualifier: "none" }, "about 40", { qualifier: "about", n: 40 }, true],
    [
      "100 to 200",
      { qualifier: "between", n: 100, last: 200 },
      "100 to 300",
      { qualifier: "between", n: 100, last: 300 },
      true,
    ],
    [
      "90 to 400",
      { qualifier: "between", n: 90, last: 400 },
      "100 to 300",
      { qualifier: "between", n: 100, last: 300 },
      true,
    ],
    ["200", 200, "100 to 300", { qualifier: "between", n: 100, last: 300 }, true],
    [
      "dozens",
      { qualifier: "words", word: "dozens" },
      "hundreds",
      { qualifier: "words", word: "hundreds" },
      false,
    ],
    ["dozens", { qualifier: "words", word: "dozens" }, "400", 400, false],
    ["63", 63, "hundreds", { qualifier: "words", word: "hundreds" }, false],
    ["there are dead", { qualifier: "some" }, "63", 63, false],
    ["none", { qualifier: "none" }, "there are dead", { qualifier: "some" }, false],
    ["being clarified", { qualifier: "not_stated" }, "63", 63, false],
  ] as const)("%s after %s", (_, newer, __, older, expected) => {
    expect(fell(aFigure(newer).quantity, aFigure(older).quantity)).toBe(expected);
  });

  test("nothing falls from itself, and a lower number always falls", () => {
    fc.assert(
      fc.property(validQuantity, fc.nat(), fc.nat(), (quantity, one, other) => {
        expect(fell(quantity, quantity)).toBe(false);
        expect(fell(aFigure(one).quantity, aFigure(other).quantity)).toBe(one < other);
      }),
      { numRuns: 1000 },
    );
  });
});

describe("how a newer figure stands to an older one", () => {
  const measures = [
    aMeasure("harmed", ["killed", "injured"], { nationality: "American" }),
    aMeasure("brain_injuries", ["injured"], {
      nationality: "American",
      personClass: "military",
      cause: "diagnosed",
    }),
    aMeasure("added", ["injured"], { nationality: "American", total: "increment" }),
  ];
  const none = aFigure({ qualifier: "none" }, { measureId: "harmed" });
  const eleven = aFigure(11, { measureId: "brain_injuries" });

  test("R18: within one measure it can take its place, downward with a reason (R20)", () => {
    const more = aFigure(34, { measureId: "brain_injuries" });
    expect(kindOfMove(eleven, more, measures)).toEqual({
      kind: "supersedes",
      differs: [],
      isDownward: false,
    });
    expect(kindOfMove(more, eleven, measures)).toEqual({ kind: "supersedes", differs: [], isDownward: true });
  });

  test("R22: zero harmed, then eleven brain injuries is a break and no jump, and says what changed", () => {
    expect(kindOfMove(none, eleven, measures)).toEqual({
      kind: "break",
      differs: ["kinds", "personClass", "cause"],
      isDownward: false,
    });
  });

  test("R11: a count and an estimate are a break", () => {
    const estimate = { ...eleven, lane: "estimate" as const };
    expect(kindOfMove(eleven, estimate, measures)).toMatchObject({ kind: "break", differs: ["lane"] });
  });

  test("R21: a running total and an increment are never joined, and increments add up", () => {
    const added = aFigure(5, { measureId: "added" });
    expect(kindOfMove(eleven, added, measures).kind).toBe("mixed_totals");
    expect(kindOfMove(added, eleven, measures).kind).toBe("mixed_totals");
    expect(kindOfMove(added, aFigure(2, { measureId: "added" }), measures)).toEqual({
      kind: "adds",
      differs: [],
      isDownward: false,
    });
  });
});

describe("R18: superseding has no cycles", { timeout: 60_000 }, () => {
  const ids = fc.constantFrom("a", "b", "c", "d", "e", "f");
  const link = fc.record({ fromId: ids, toId: ids });

  test("no figure takes its own place, by itself or through others", () => {
    const links = [
      { fromId: "c", toId: "b" },
      { fromId: "b", toId: "a" },
    ];
    expect(wouldCycle([], "a", "a")).toBe(true);
    expect(wouldCycle(links, "a", "c")).toBe(true);
    expect(wouldCycle(links, "c", "a")).toBe(false);
  });

  test("links that are let in never make a circle, and each that is refused would", () => {
    fc.assert(
      fc.property(fc.array(link, { maxLength: 30 }), (wanted) => {
        const links: { fromId: string; toId: string }[] = [];
        for (const next of wanted) {
          const isRefused = wouldCycle(links, next.fromId, next.toId);
          expect(hasCycle([...links, next])).toBe(isRefused);
          if (!isRefused) links.push(next);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test("links that already go round stop nothing", () => {
    fc.assert(
      fc.property(fc.array(link), ids, ids, (links, from, to) => {
        expect(wouldCycle([...links, { fromId: to, toId: from }], from, to)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});

/** Takes away what nothing supersedes, again and again: what is left goes round. */
function hasCycle(links: { fromId: string; toId: string }[]): boolean {
  const left = links.filter(({ fromId }) => links.some(({ toId }) => toId === fromId));
  return left.length === links.length ? links.length > 0 : hasCycle(left);
}
