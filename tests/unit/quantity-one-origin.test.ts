import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseEdtf } from "../../lib/dates/edtf";
import { type OneOriginAlarm, oneOriginAlarms } from "../../lib/quantity/one-origin";
import type { Figure } from "../../lib/quantity/quantity";
import type { QuantityInput } from "../../lib/quantity/validity";
import { aFigure, aMeasure } from "../fixtures/a-figure";
import { anyFigures, anyMeasures, SOME_MEASURES, validFigures } from "../fixtures/arbitrary-figures";
import { atSomeMoments, shuffled } from "../fixtures/arbitrary-moments";
import { cpuTimeMs } from "../fixtures/cpu-time";
import { FIGURES as MAKIIVKA, MEASURES as MAKIIVKA_MEASURES } from "../fixtures/makiivka-figures";
import * as olenivka from "../fixtures/olenivka-figures";

const MEASURES = [aMeasure("killed", ["killed"]), aMeasure("injured", ["injured"])];
const HOUR_MS = 3_600_000;

/** A claimant is named for its side, and a number; those of the press are on none. */
function sideOf(claimantId: string): string | null {
  const side = claimantId.split(" ")[0] ?? "";
  return side === "press" ? null : side;
}

function stated(edtf: string, zone = "Europe/Kyiv"): Pick<Figure, "statedEarliest" | "statedLatest"> {
  const read = parseEdtf(edtf, zone);
  if (!read.ok) throw new Error(read.problem);
  return { statedEarliest: read.date.earliest, statedLatest: read.date.latest };
}

type Said = Omit<QuantityInput, "raw"> | number;
type Where = Partial<Figure> & { on?: string; zone?: string };

function by(claimantId: string, said: Said, { on = "2022-07-29", zone, ...rest }: Where = {}): Figure {
  return aFigure(said, { claimantId, ...stated(on, zone), ...rest });
}

function alarms(figures: Figure[], decided: [Figure, Figure][] = []): OneOriginAlarm[] {
  const pairs = decided.map(([a, b]): { ids: [string, string] } => ({ ids: [a.id, b.id] }));
  return oneOriginAlarms(figures, MEASURES, sideOf, pairs);
}

function ids(found: OneOriginAlarm[]): string[][] {
  return found.map(({ figureIds }) => figureIds);
}

describe("R16: possibly one origin", () => {
  test("at Olenivka both sides said 40 and 130 on one day; the ministry's 40 has been superseded", () => {
    const found = oneOriginAlarms(olenivka.FIGURES, olenivka.MEASURES, olenivka.sideOf, []);
    expect(found).toEqual([
      {
        figureIds: ["bezsonov_40", "prosecutor_40"],
        n: 40,
        last: null,
        measureId: "killed",
        lane: "count",
        sides: ["russia", "ukraine"],
      },
      {
        figureIds: ["bezsonov_injured_130", "prosecutor_injured_130"],
        n: 130,
        last: null,
        measureId: "injured",
        lane: "count",
        sides: ["russia", "ukraine"],
      },
    ]);
  });

  test("at Makiivka the two sides never said one number", () => {
    const sides = (id: string) => (["stratcom", "general_staff"].includes(id) ? "ukraine" : "russia");
    expect(oneOriginAlarms(MAKIIVKA, MAKIIVKA_MEASURES, sides, [])).toEqual([]);
  });

  test("three who agree are in one alarm, the first stated first", () => {
    const figures = [by("russia 1", 53), by("russia 2", 53), by("ukraine 1", 53)];
    const [first, second, third] = figures.map(({ id }) => id);
    expect(alarms([...figures].reverse())).toMatchObject([
      { figureIds: [first, second, third], sides: ["russia", "ukraine"] },
    ]);
  });

  test("who has no partner on another side within hours stays out of it", () => {
    const [a, b] = [by("russia 1", 53), by("ukraine 1", 53)];
    const late = by("russia 2", 53, { on: "2022-08-15" });
    expect(ids(alarms([late, a, b]))).toEqual([[a.id, b.id]]);
  });

  test("the same number weeks later is an alarm of its own", () => {
    const [a, b] = [by("russia 1", 53), by("ukraine 1", 53)];
    const [c, d] = [by("russia 1", 53, { on: "2022-08-15" }), by("ukraine 1", 53, { on: "2022-08-15" })];
    expect(ids(alarms([d, c, b, a]))).toEqual([
      [a.id, b.id],
      [c.id, d.id],
    ]);
  });

  test.each([
    ["one side alone", "russia 2", {}],
    ["a claimant on no side", "press 1", {}],
    ["another measure", "ukraine 1", { measureId: "injured" }],
    ["the other lane", "ukraine 1", { lane: "estimate" }],
    ["a disowned figure", "ukraine 1", { standing: "disowned" }],
    ["a superseded figure", "ukraine 1", { lifecycle: "superseded" }],
    ["a retracted figure", "ukraine 1", { lifecycle: "retracted" }],
    ["the day after", "ukraine 1", { on: "2022-07-30" }],
    ["a month", "ukraine 1", { on: "2022-07" }],
    ["an interval of three days", "ukraine 1", { on: "2022-07-28/2022-07-30" }],
  ] as const)("%s raises none", (_, claimantId, rest) => {
    expect(alarms([by("russia 1", 53), by(claimantId, 53, rest)])).toEqual([]);
  });

  test("two figures of one month, or of the same three days, raise none", () => {
    for (const on of ["2022-07", "2022-07-28/2022-07-30"]) {
      expect(alarms([by("russia 1", 53, { on }), by("ukraine 1", 53, { on })])).toEqual([]);
    }
    const twoDays = { on: "2022-07-28/2022-07-29" };
    expect(alarms([by("russia 1", 53, twoDays), by("ukraine 1", 53, twoDays)])).toHaveLength(1);
  });

  test("R32: one calendar day in two zones is within hours", () => {
    const far = by("ukraine 1", 53, { zone: "America/New_York" });
    expect(alarms([by("russia 1", 53, { zone: "Asia/Vladivostok" }), far])).toHaveLength(1);
  });

  test("a time of day is within hours of its day and of a time less than a day from it", () => {
    const [a, b] = [by("russia 1", 53), by("ukraine 1", 53, { on: "2022-07-29T13:00" })];
    expect(ids(alarms([a, b]))).toEqual([[a.id, b.id]]);
    const next = by("russia 2", 53, { on: "2022-07-30T12:59" });
    expect(ids(alarms([b, next]))).toEqual([[b.id, next.id]]);
    expect(alarms([b, by("russia 2", 53, { on: "2022-07-30T13:00" })])).toEqual([]);
  });

  test("the clocks going back do not make two days one", () => {
    const saturday = by("russia 1", 53, { on: "2022-10-29" });
    expect(alarms([saturday, by("ukraine 1", 53, { on: "2022-10-30" })])).toEqual([]);
    const march = by("russia 1", 53, { on: "2022-03-27" });
    expect(alarms([march, by("ukraine 1", 53, { on: "2022-03-28" })])).toEqual([]);
  });
});

describe("R16: which numbers are unusual", () => {
  test.each([
    ["none", { qualifier: "none" }, 0],
    ["a single digit", 7, 0],
    ["nine", 9, 0],
    ["10", 10, 0],
    ["100", 100, 0],
    ["1,000", 1000, 0],
    ["about 10,000", { qualifier: "about", n: 10_000 }, 0],
    ["words", { qualifier: "words", word: "hundreds" }, 0],
    ["an unnumbered toll", { qualifier: "some" }, 0],
    ["silence", { qualifier: "not_stated" }, 0],
    ["40", 40, 1],
    ["130", 130, 1],
    ["11", 11, 1],
    ["about 300", { qualifier: "about", n: 300 }, 1],
    ["over 100", { qualifier: "more_than", n: 100 }, 0],
    ["100 to 300", { qualifier: "between", n: 100, last: 300 }, 1],
    ["10 to 100", { qualifier: "between", n: 10, last: 100 }, 0],
  ] as const)("%s", (_, said, expected) => {
    expect(alarms([by("russia 1", said), by("ukraine 1", said)])).toHaveLength(expected);
  });

  test("the worded number counts and not the bound: around 40, over 40 and 40 are one number", () => {
    const figures = [
      by("russia 1", { qualifier: "about", n: 40 }),
      by("ukraine 1", { qualifier: "more_than", n: 40 }),
      by("ukraine 2", 40),
    ];
    expect(ids(alarms(figures))).toEqual([figures.map(({ id }) => id)]);
    expect(alarms([by("russia 1", { qualifier: "more_than", n: 40 }), by("ukraine 1", 41)])).toEqual([]);
  });

  test("two intervals are identical only with both numbers", () => {
    const between = (side: string, last: number) => by(side, { qualifier: "between", n: 120, last });
    expect(alarms([between("russia 1", 300), between("ukraine 1", 350)])).toEqual([]);
    expect(alarms([between("russia 1", 300), between("ukraine 1", 300)])).toMatchObject([
      { n: 120, last: 300 },
    ]);
  });
});

describe("R16: what a person decided", () => {
  const [a, b, c] = [by("russia 1", 53), by("ukraine 1", 53), by("ukraine 2", 53)] as const;

  test("a pair that was found to be of one origin or of two raises nothing, in either order", () => {
    expect(alarms([a, b], [[a, b]])).toEqual([]);
    expect(alarms([a, b], [[b, a]])).toEqual([]);
  });

  test("others about whom nothing is decided still raise it", () => {
    expect(ids(alarms([a, b, c], [[a, b]]))).toEqual([[a.id, c.id]]);
    expect(
      alarms(
        [a, b, c],
        [
          [a, b],
          [c, a],
        ],
      ),
    ).toEqual([]);
  });
});

describe("whatever the figures", { timeout: 60_000 }, () => {
  const SIDES: Record<string, string | null> = {
    ministry: "red",
    army: "blue",
    envoy: "green",
    journal: null,
  };
  const sideOfAny = (claimantId: string) => SIDES[claimantId] ?? null;
  const dated = atSomeMoments(validFigures).map((figures) =>
    figures.map((figure, at) => ({
      ...figure,
      measureId: at % 2 ? "killed" : "killed_again",
      quantity: at % 3 ? aFigure(40).quantity : figure.quantity,
    })),
  );
  const withDecisions = dated.chain((figures) =>
    fc.tuple(
      shuffled(fc.constant(figures)),
      fc.array(fc.tuple(fc.nat(30), fc.nat(30))).map((picks) =>
        picks.flatMap(([one, other]) => {
          const [a, b] = [figures[one]?.id, figures[other]?.id];
          return a && b ? [{ ids: [a, b] as [string, string] }] : [];
        }),
      ),
    ),
  );

  test("an alarm holds whoever has an undecided partner, by comparing all pairs, in any order of the figures", () => {
    fc.assert(
      fc.property(withDecisions, ([[figures, others], decided]) => {
        const found = oneOriginAlarms(others, SOME_MEASURES, sideOfAny, decided);
        expect(found).toEqual(oneOriginAlarms(figures, SOME_MEASURES, sideOfAny, decided));

        const pairs = pairsThatAlarm(figures, sideOfAny, decided);
        const alarmed = found.flatMap(({ figureIds }) => figureIds).sort();
        expect(alarmed).toEqual([...new Set(pairs.flat())].sort());
        for (const [one = "", other] of pairs) {
          expect(found.find(({ figureIds }) => figureIds.includes(one))?.figureIds).toContain(other);
        }
        for (const { sides } of found) expect(sides.length).toBeGreaterThan(1);
      }),
      { numRuns: 2000 },
    );
  });

  test("nothing stops the alarms", () => {
    fc.assert(
      fc.property(atSomeMoments(anyFigures), anyMeasures, (figures, measures) => {
        expect(oneOriginAlarms(figures, measures, sideOfAny, [])).toBeInstanceOf(Array);
      }),
      { numRuns: 1000 },
    );
  });

  test.each([
    ["of many numbers and days", (n: number) => by(n < 5000 ? "russia 1" : "ukraine 1", 1001 + (n % 5000))],
    ["of one number and one day", (n: number) => by(n % 2 ? "russia 1" : "ukraine 1", 53)],
    [
      "of one number, at times of their own in one day",
      (n: number) => {
        const at = n * 8000;
        return {
          ...by(n % 2 ? "russia 1" : "ukraine 1", 53),
          statedEarliest: at,
          statedLatest: at + HOUR_MS,
        };
      },
    ],
  ])("ten thousand figures take less than two seconds: %s", (_, figureOf) => {
    const many = Array.from({ length: 10_000 }, (_, n) => figureOf(n));
    const took = cpuTimeMs(() => {
      expect(alarms(many).flatMap(({ figureIds }) => figureIds).length).toBeGreaterThan(9000);
    });
    expect(took).toBeLessThan(2000);
  });
});

function pairsThatAlarm(
  figures: Figure[],
  sideOfAny: (claimantId: string) => string | null,
  decided: { ids: [string, string] }[],
): string[][] {
  const standing = figures.filter(
    ({ lifecycle, standing, statedEarliest, statedLatest }) =>
      lifecycle === "current" && standing !== "disowned" && statedLatest - statedEarliest <= 48 * HOUR_MS,
  );
  return standing.flatMap((one, at) =>
    standing.slice(at + 1).flatMap((other) => {
      const sides = [sideOfAny(one.claimantId), sideOfAny(other.claimantId)];
      const areOpposed = !sides.includes(null) && sides[0] !== sides[1];
      const areNear =
        Math.abs(one.statedEarliest - other.statedEarliest) < 24 * HOUR_MS &&
        Math.abs(one.statedLatest - other.statedLatest) < 24 * HOUR_MS;
      const isDecided = decided.some(({ ids: pair }) => pair.includes(one.id) && pair.includes(other.id));
      const [said, again] = [saidNumbers(one), saidNumbers(other)];
      const isOne = said.length > 0 && said.join() === again.join() && said.some((n) => n > 10);
      const alarm = areOpposed && areNear && !isDecided && isOne && one.lane === other.lane;
      return alarm ? [[one.id, other.id]] : [];
    }),
  );
}

/** The numbers that were said; below 100 those above 10 are unusual. */
function saidNumbers({ quantity: { qualifier, low, high, central } }: Figure): number[] {
  if (qualifier === "words" || qualifier === "some" || qualifier === "not_stated") return [];
  if (qualifier === "between") return [low ?? 0, high ?? 0];
  if (qualifier === "estimate_ci") return [central ?? 0];
  if (qualifier === "more_than") return [(low ?? 0) - 1];
  if (qualifier === "fewer_than" || qualifier === "relative") return [(high ?? 0) + 1];
  return [low ?? high ?? 0];
}
