import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseEdtf } from "../../lib/dates/edtf";
import {
  CONSISTENCY_CODES,
  type ConsistencyClaim,
  type ConsistencyWarning,
  consistencyWarnings,
  figureRefusals,
  isStatedBeforePeriod,
} from "../../lib/quantity/consistency";
import { comparisonInterval } from "../../lib/quantity/interval";
import type { Figure, Measure } from "../../lib/quantity/quantity";
import type { QuantityInput } from "../../lib/quantity/validity";
import { aFigure, aMeasure } from "../fixtures/a-figure";
import { anyFigures, anyMeasures, SOME_MEASURES, validFigures } from "../fixtures/arbitrary-figures";
import { atSomeMoments, shuffled, someMoment } from "../fixtures/arbitrary-moments";
import { cpuTimeMs } from "../fixtures/cpu-time";
import { FIGURES as MAKIIVKA, MEASURES as MAKIIVKA_MEASURES } from "../fixtures/makiivka-figures";
import * as olenivka from "../fixtures/olenivka-figures";

const DAY_MS = 86_400_000;

type Said = Omit<QuantityInput, "raw"> | number;

/** A figure of one ministry, stated in the course of a day. */
function said(
  measureId: string,
  quantity: Said,
  day = 1,
  rest: Partial<ConsistencyClaim> = {},
): ConsistencyClaim {
  const { reports = [], ...given } = rest;
  const stated = { statedEarliest: day * DAY_MS, statedLatest: (day + 1) * DAY_MS - 1 };
  return { ...aFigure(quantity, { claimantId: "ministry", measureId, ...stated, ...given }), reports };
}

function unreported(figures: readonly Figure[]): ConsistencyClaim[] {
  return figures.map((figure) => ({ ...figure, reports: [] }));
}

function codes(warnings: ConsistencyWarning[]) {
  return warnings.map(({ code }) => code);
}

function spanOf(edtf: string, zone: string) {
  const read = parseEdtf(edtf, zone);
  if (!read.ok) throw new Error(read.problem);
  return read.date;
}

describe("R31, R32: dates that do not fit", () => {
  const KILLED = [aMeasure("killed", ["killed"])];
  const kyiv = spanOf("2022-12-31T23:01", "Europe/Kyiv");
  const moscow = spanOf("2023-01-01T00:01", "Europe/Moscow");

  test("R32: 23:01 on 31 December in Kyiv and 00:01 on 1 January in Moscow are one instant: no warning", () => {
    const report = { id: "report", publishedEarliest: kyiv.earliest, publishedLatest: kyiv.latest };
    const claim = said("killed", 63, 1, {
      statedEarliest: kyiv.earliest,
      statedLatest: kyiv.latest,
      asOfEarliest: moscow.earliest,
      asOfLatest: moscow.latest,
      reports: [report],
    });
    expect(consistencyWarnings([claim], KILLED)).toEqual([]);
    const stated = { statedEarliest: moscow.earliest, statedLatest: moscow.latest };
    expect(consistencyWarnings([{ ...claim, ...stated }], KILLED)).toEqual([]);
  });

  test("a count as of a moment after it was stated is pointed out, with both instants", () => {
    const claim = said("killed", 63, 1, { asOfEarliest: 2 * DAY_MS, asOfLatest: 3 * DAY_MS - 1 });
    expect(consistencyWarnings([claim], KILLED)).toEqual([
      {
        code: "as_of_after_stated",
        claimIds: [claim.id],
        asOfEarliest: 2 * DAY_MS,
        statedLatest: 2 * DAY_MS - 1,
      },
    ]);
  });

  test("R32: to the millisecond, what falls on the very instant is in order", () => {
    const last = said("killed", 63, 1, { asOfEarliest: 2 * DAY_MS - 1, asOfLatest: 2 * DAY_MS });
    const first = said("killed", 63, 1, {
      reports: [{ id: "r", publishedEarliest: 0, publishedLatest: DAY_MS }],
    });
    expect(consistencyWarnings([last, first], KILLED)).toEqual([]);
  });

  test("an as-of in the same day, or one that may lie in it, is in order", () => {
    const sameDay = said("killed", 63, 1, { asOfEarliest: DAY_MS, asOfLatest: 9 * DAY_MS });
    expect(consistencyWarnings([sameDay], KILLED)).toEqual([]);
  });

  test("each report published before its claim was stated is pointed out; the same day and no date are in order", () => {
    const claim = said("killed", 63, 3, {
      reports: [
        { id: "before", publishedEarliest: DAY_MS, publishedLatest: 2 * DAY_MS - 1 },
        { id: "same day", publishedEarliest: 3 * DAY_MS, publishedLatest: 4 * DAY_MS - 1 },
        { id: "month", publishedEarliest: 0, publishedLatest: 30 * DAY_MS },
        { id: "undated", publishedEarliest: null, publishedLatest: null },
      ],
    });
    expect(consistencyWarnings([claim], KILLED)).toEqual([
      {
        code: "published_before_stated",
        claimIds: [claim.id],
        reportId: "before",
        publishedLatest: 2 * DAY_MS - 1,
        statedEarliest: 3 * DAY_MS,
      },
    ]);
  });
});

describe("R31: a subset larger than its set", () => {
  const whole = aMeasure("whole", ["killed"]);
  const children = aMeasure("part", ["killed"], { demographic: "children" });

  function warned(measures: Measure[], claims: ConsistencyClaim[], partOf?: Map<string, string>) {
    return consistencyWarnings(claims, measures, partOf);
  }

  const subsets: [string, Measure, Measure][] = [
    ["killed, of killed or injured", aMeasure("part", ["killed"]), aMeasure("whole", ["injured", "killed"])],
    ["children, of all", children, whole],
    ["Iraqis, of all", aMeasure("part", ["killed"], { nationality: "Iraqi" }), whole],
    ["civilians, of all", aMeasure("part", ["killed"], { personClass: "civilian" }), whole],
    [
      "civilians, of a mixed count",
      aMeasure("part", ["killed"], { personClass: "civilian" }),
      aMeasure("whole", ["killed"], { personClass: "mixed" }),
    ],
    ["one place, of everywhere", aMeasure("part", ["killed"], { area: "Derna" }), whole],
    ["one month, of all time", aMeasure("part", ["killed"], { period: "2017-10" }), whole],
    ["certified, of whatever cause", aMeasure("part", ["killed"], { cause: "certified" }), whole],
  ];
  test.each(subsets)("%s: warned of when it is larger, and not when it is equal", (_, part, set) => {
    const [larger, equal] = [said("part", 51), said("part", 50)];
    const fifty = said("whole", 50);
    expect(warned([part, set], [larger, fifty])).toEqual([
      { code: "subset_above_set", claimIds: [larger.id, fifty.id], part: 51, whole: 50 },
    ]);
    expect(warned([part, set], [equal, fifty])).toEqual([]);
  });

  const others: [string, Measure, Measure][] = [
    [
      "two places",
      aMeasure("part", ["killed"], { area: "Derna" }),
      aMeasure("whole", ["killed"], { area: "Sousse" }),
    ],
    [
      "two parts of the scope at once, as the whole war beside one strike",
      aMeasure("part", ["killed"], { area: "whole war", period: "2022" }),
      whole,
    ],
    ["killed and injured", aMeasure("part", ["killed"]), aMeasure("whole", ["injured"])],
    [
      "the killed and the harmed of another place",
      aMeasure("part", ["killed"], { area: "Derna" }),
      aMeasure("whole", ["injured", "killed"]),
    ],
    [
      "an unspecified class beside a mixed one",
      aMeasure("part", ["killed"], { personClass: "mixed" }),
      whole,
    ],
    ["another unit", aMeasure("part", ["killed"], { demographic: "children" }, "bodies"), whole],
    [
      "an increment (R21)",
      aMeasure("part", ["killed"], { demographic: "children", total: "increment" }),
      whole,
    ],
    [
      "two increments (R21)",
      aMeasure("part", ["killed"], { demographic: "children", total: "increment" }),
      aMeasure("whole", ["killed"], { total: "increment" }),
    ],
    ["a total beside an increment (R21)", children, aMeasure("whole", ["killed"], { total: "increment" })],
    ["what each means by other", aMeasure("part", ["other"]), aMeasure("whole", ["other", "killed"])],
  ];
  test.each(others)("%s are no subset and its set", (_, part, set) => {
    expect(warned([part, set], [said("part", 51), said("whole", 50)])).toEqual([]);
  });

  test("what people said to be a part is one, and a part of a part too", () => {
    const measures = [
      aMeasure("rubble", ["killed"], { area: "under the rubble" }),
      aMeasure("prison", ["killed"], { area: "prison" }),
      aMeasure("region", ["killed"], { area: "region" }),
    ];
    const partOf = new Map([
      ["rubble", "prison"],
      ["prison", "region"],
    ]);
    const [part, far] = [said("rubble", 51), said("region", 50)];
    expect(warned(measures, [part, far], partOf)).toMatchObject([{ claimIds: [part.id, far.id] }]);
    expect(warned(measures, [part, far], new Map())).toEqual([]);
    const round = new Map([...partOf, ["region", "rubble"]]);
    expect(codes(warned(measures, [part, far], round))).toContain("subset_above_set");
  });

  test("other claimants, lanes and figures that no longer stand are not held against each other", () => {
    const part = said("part", 51);
    for (const rest of [
      { claimantId: "journal" },
      { lane: "estimate" },
      { lifecycle: "superseded" },
      { standing: "disowned" },
    ] as const) {
      expect(warned([children, whole], [part, said("whole", 50, 1, rest)])).toEqual([]);
    }
  });

  test("R6: about 400 covers 430, up to 50 is no low, and at least 50 no high", () => {
    const fits = (part: Said, set: Said) =>
      expect(warned([children, whole], [said("part", part), said("whole", set)])).toEqual([]);
    fits(430, { qualifier: "about", n: 400 });
    fits({ qualifier: "up_to", n: 60 }, 50);
    fits(60, { qualifier: "at_least", n: 50 });
    fits({ qualifier: "not_stated" }, 50);
  });

  test("R9: of one's own list the number is taken, not that there may be more", () => {
    const list = said("whole", 50, 1, { basis: "named_list" });
    expect(codes(warned([children, whole], [said("part", 51), list]))).toEqual(["subset_above_set"]);
  });

  test("figures of different days clash when each is the claimant's latest", () => {
    const [part, before, latest] = [said("part", 51, 5), said("whole", 40, 1), said("whole", 60, 3)];
    expect(warned([children, whole], [part, before, latest])).toEqual([]);
    const outdated = { ...latest, id: "outdated", quantity: before.quantity };
    expect(warned([children, whole], [part, before, outdated])).toMatchObject([
      { claimIds: [part.id, "outdated"], whole: 40 },
    ]);
  });
});

describe("R31: parts that do not add up", () => {
  const measures = [
    aMeasure("all", ["killed"], { area: "prison" }),
    aMeasure("rubble", ["killed"], { area: "under the rubble" }),
    aMeasure("transit", ["killed"], { area: "in transit" }),
    aMeasure("yard", ["killed"], { area: "in the yard" }),
    aMeasure("guards", ["killed"], { area: "prison", personClass: "police" }),
    aMeasure("children", ["killed"], { area: "prison", demographic: "children" }),
  ];
  const partOf = new Map([
    ["rubble", "all"],
    ["transit", "all"],
    ["yard", "all"],
    ["guards", "all"],
    ["children", "all"],
  ]);

  function warned(...claims: ConsistencyClaim[]) {
    return consistencyWarnings(claims, measures, partOf);
  }

  test("48 under the rubble and 2 in transit make the 50 of Olenivka: no warning", () => {
    expect(consistencyWarnings(unreported(olenivka.FIGURES), olenivka.MEASURES, olenivka.PART_OF)).toEqual(
      [],
    );
  });

  test("48 and 1 said with 50 do not", () => {
    const [fifty, rubble, transit] = [said("all", 50), said("rubble", 48), said("transit", 1)];
    expect(warned(transit, rubble, fifty)).toEqual([
      { code: "parts_do_not_add_up", claimIds: [fifty.id, rubble.id, transit.id], sum: 49, whole: 50 },
    ]);
  });

  test("48 and 3 are more than 50, on whatever day they were said", () => {
    const [fifty, rubble, transit] = [said("all", 50, 4), said("rubble", 48, 1), said("transit", 3, 2)];
    expect(warned(transit, fifty, rubble)).toEqual([
      { code: "parts_do_not_add_up", claimIds: [fifty.id, rubble.id, transit.id], sum: 51, whole: 50 },
    ]);
  });

  test("fewer than the whole, said on another day, may be some of its parts: no warning", () => {
    expect(warned(said("all", 50, 2), said("rubble", 40), said("transit", 1))).toEqual([]);
  });

  test("fewer than the whole with an approximate part, or one that was given twice, is in order", () => {
    const about = said("transit", { qualifier: "about", n: 1 });
    expect(warned(said("all", 50), said("rubble", 48), about)).toEqual([]);
    expect(warned(said("all", 50), said("rubble", 20), said("rubble", 21), said("transit", 1))).toEqual([]);
    expect(warned(said("all", 50), said("all", 51), said("rubble", 40), said("transit", 1))).toEqual([]);
  });

  test("one part alone does not make the whole", () => {
    expect(warned(said("all", 50), said("rubble", 48))).toEqual([]);
  });

  test("guards and children divide the killed in two ways, and are never added", () => {
    expect(warned(said("all", 50), said("guards", 30), said("children", 30))).toEqual([]);
  });

  test("the low of each part counts: up to 60 adds nothing, at least 3 adds three", () => {
    const ceiling = said("rubble", { qualifier: "up_to", n: 60 });
    expect(warned(said("all", 50), ceiling, said("transit", 3))).toEqual([]);
    expect(warned(said("all", 50), ceiling, said("transit", 30), said("yard", 30))).toMatchObject([
      { sum: 60 },
    ]);
    const floor = said("transit", { qualifier: "at_least", n: 3 });
    expect(warned(said("all", 50), said("rubble", 48), floor)).toMatchObject([{ sum: 51, whole: 50 }]);
  });

  test("of two figures of one part that nobody ordered, the less is added", () => {
    expect(warned(said("all", 50), said("rubble", 47), said("rubble", 49), said("transit", 3))).toEqual([]);
  });

  test("what people did not say to be parts is not added", () => {
    const claims = [said("all", 50), said("rubble", 48), said("transit", 3)];
    expect(consistencyWarnings(claims, measures)).toEqual([]);
  });

  test("others' parts are not added", () => {
    const other = { claimantId: "journal" };
    expect(warned(said("all", 50), said("rubble", 48), said("transit", 3, 1, other))).toEqual([]);
  });

  test("R3: a set of kinds and one of its kinds are not added", () => {
    const kinds = [
      aMeasure("all", ["killed", "injured", "missing"]),
      aMeasure("killed_or_injured", ["killed", "injured"]),
      aMeasure("killed", ["killed"]),
    ];
    const within = new Map([
      ["killed_or_injured", "all"],
      ["killed", "all"],
    ]);
    const claims = [said("all", 50), said("killed_or_injured", 40), said("killed", 20)];
    expect(consistencyWarnings(claims, kinds, within)).toEqual([]);
  });

  test("R3: a part of a part is not added twice", () => {
    const inside = [
      aMeasure("all", ["killed"], { area: "prison" }),
      aMeasure("rubble", ["killed"], { area: "under the rubble" }),
      aMeasure("cellar", ["killed"], { area: "in the cellar, under the rubble" }),
    ];
    const within = new Map([
      ["rubble", "all"],
      ["cellar", "rubble"],
    ]);
    const claims = [said("all", 50), said("rubble", 48), said("cellar", 20)];
    expect(consistencyWarnings(claims, inside, within)).toEqual([]);
  });
});

describe("R31: more outcomes than people", () => {
  const measures = [
    aMeasure("aboard", ["other"]),
    aMeasure("killed", ["killed"]),
    aMeasure("injured", ["injured"]),
    aMeasure("missing", ["missing"]),
    aMeasure("rescued", ["rescued"]),
    aMeasure("dead_or_missing", ["killed", "missing"]),
    aMeasure("missing_or_rescued", ["missing", "rescued"]),
  ];
  const partOf = new Map(measures.slice(1).map(({ id }) => [id, "aboard"]));

  function warned(...claims: ConsistencyClaim[]) {
    return consistencyWarnings(claims, measures, partOf);
  }

  test("1 killed, 27 missing and 396 rescued are more than a crew of 400", () => {
    const crew = said("aboard", 400);
    const outcomes = [said("killed", 1, 8), said("missing", 27, 8), said("rescued", 396, 8)];
    expect(warned(...outcomes, crew)).toEqual([
      {
        code: "outcomes_above_crew",
        claimIds: [crew, ...outcomes].map(({ id }) => id),
        sum: 424,
        whole: 400,
      },
    ]);
    expect(warned(...outcomes, said("aboard", { qualifier: "about", n: 400 }))).toEqual([]);
    expect(warned(...outcomes, said("aboard", 424))).toEqual([]);
  });

  test("the injured may be among the rescued, and are not added", () => {
    expect(warned(said("aboard", 100), said("killed", 10), said("injured", 80), said("rescued", 90))).toEqual(
      [],
    );
  });

  test("the missing of one day may be the killed of another: only one moment is added up", () => {
    expect(warned(said("aboard", 100), said("missing", 60, 1), said("killed", 60, 4))).toEqual([]);
  });

  test("fewer outcomes than people are in order", () => {
    expect(warned(said("aboard", 100), said("killed", 10), said("rescued", 70))).toEqual([]);
  });

  test("R3: a combined count is not added to what it holds", () => {
    const both = said("dead_or_missing", 60);
    expect(
      warned(said("aboard", 100), both, said("killed", 30), said("missing", 30), said("rescued", 40)),
    ).toEqual([]);
    expect(codes(warned(said("aboard", 100), both, said("rescued", 50)))).toEqual(["outcomes_above_crew"]);
    expect(warned(said("aboard", 100), both, said("missing_or_rescued", 60))).toEqual([]);
  });

  test("the latest number of people counts", () => {
    const claims = [
      said("aboard", 90, 1),
      said("aboard", 100, 5),
      said("killed", 10, 2),
      said("rescued", 85, 2),
    ];
    expect(warned(...claims)).toEqual([]);
  });
});

describe("R9, R31: a total below a named list", () => {
  test("92 names exceed the ministry's 89 at Makiivka, and nothing else is amiss, the whole war included", () => {
    expect(consistencyWarnings(unreported(MAKIIVKA), MAKIIVKA_MEASURES)).toEqual([
      { code: "total_below_named_list", claimIds: ["mod_89", "bbc_92"], total: 89, listed: 92 },
    ]);
  });

  test("of several lists only the longest is held against a figure", () => {
    const measures = [aMeasure("killed", ["killed"])];
    const low = said("killed", 60);
    const lists = [70, 80].map((n) => said("killed", n, 1, { claimantId: `list ${n}`, basis: "named_list" }));
    expect(consistencyWarnings([low, ...lists], measures)).toMatchObject([
      { claimIds: [low.id, lists[1]?.id], listed: 80 },
    ]);
  });

  test("neither another lane nor a list that no longer stands counts", () => {
    const measures = [aMeasure("killed", ["killed"])];
    const list = said("killed", 92, 1, { claimantId: "bbc", basis: "named_list" });
    expect(consistencyWarnings([said("killed", 89, 1, { lane: "estimate" }), list], measures)).toEqual([]);
    expect(consistencyWarnings([said("killed", 89), { ...list, standing: "disowned" }], measures)).toEqual(
      [],
    );
    expect(consistencyWarnings([said("killed", 89), { ...list, verification: "refuted" }], measures)).toEqual(
      [],
    );
  });
});

describe("R31: what is refused", () => {
  const measure = { kinds: ["killed"], periodEarliest: null } as const;
  const claim = { ...said("killed", 63), isForecast: false };
  const begins = DAY_MS;

  test("a figure that fits is not", () => {
    expect(figureRefusals(claim, measure, begins)).toEqual([]);
  });

  test("one stated before its event began is, unless it is a forecast or its measure began before", () => {
    const early = { ...claim, statedLatest: begins - 1 };
    expect(figureRefusals(early, measure, begins)).toEqual([{ field: "stated", problem: "before_period" }]);
    expect(figureRefusals({ ...early, isForecast: true }, measure, begins)).toEqual([]);
    expect(figureRefusals(early, { ...measure, periodEarliest: 0 }, begins)).toEqual([]);
  });

  test("R32: the latest instant counts, to the millisecond", () => {
    expect(isStatedBeforePeriod({ statedLatest: 100, isForecast: false }, 100)).toBe(false);
    expect(isStatedBeforePeriod({ statedLatest: 99, isForecast: false }, 100)).toBe(true);
    const strike = spanOf("2023-01-01T00:01", "Europe/Moscow");
    const stated = spanOf("2022-12-31T23:01", "Europe/Kyiv");
    expect(isStatedBeforePeriod({ statedLatest: stated.latest, isForecast: false }, strike.earliest)).toBe(
      false,
    );
  });

  test("low above high, a negative and a fraction of people are, all at once with the date", () => {
    const wrong = { ...claim.quantity, qualifier: "between", low: 3.5, high: -1 } as const;
    const found = figureRefusals({ ...claim, quantity: wrong, statedLatest: 0 }, measure, begins);
    expect(found).toEqual([
      { field: "low", problem: "fraction_of_people" },
      { field: "high", problem: "negative" },
      { field: "low", problem: "low_above_high" },
      { field: "stated", problem: "before_period" },
    ]);
  });
});

describe("whatever the claims", { timeout: 60_000 }, () => {
  const partOf = new Map([
    ["killed_elsewhere", "killed"],
    ["injured", "harmed"],
    ["killed", "harmed"],
  ]);
  const reports = fc.array(
    fc.record({ id: fc.constantFrom("a", "b"), published: fc.option(someMoment, { nil: null }) }),
    { maxLength: 2 },
  );
  function reported(figures: fc.Arbitrary<Figure[]>): fc.Arbitrary<ConsistencyClaim[]> {
    return fc.tuple(figures, fc.array(reports)).map(([all, given]) =>
      all.map((figure, at) => ({
        ...figure,
        reports: (given[at] ?? []).map(({ id, published }) => ({
          id,
          publishedEarliest: published?.earliest ?? null,
          publishedLatest: published?.latest ?? null,
        })),
      })),
    );
  }
  const claims = reported(atSomeMoments(validFigures));

  test("their order changes nothing, and each warning names current claims of its code", () => {
    fc.assert(
      fc.property(shuffled(claims), shuffled(fc.constant(SOME_MEASURES)), ([all, others], [, measures]) => {
        const found = consistencyWarnings(all, SOME_MEASURES, partOf);
        expect(consistencyWarnings(others, measures, partOf)).toEqual(found);
        const current = new Set(all.filter(({ lifecycle }) => lifecycle === "current").map(({ id }) => id));
        for (const { code, claimIds } of found) {
          expect(CONSISTENCY_CODES).toContain(code);
          for (const id of claimIds) expect(current).toContain(id);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test("R31: subsets that are larger than a set of their day are those that comparing all pairs finds", () => {
    fc.assert(
      fc.property(claims, (all) => {
        const oneClaimant = all.map((claim) => ({ ...claim, claimantId: "one" }));
        const found = consistencyWarnings(oneClaimant, SOME_MEASURES).flatMap((warning) =>
          warning.code === "subset_above_set" ? [warning] : [],
        );
        const pairs = oneClaimant.flatMap((part) => [...largerThanSets(part, oneClaimant)]);
        for (const { partId, setIds } of pairs) {
          expect(
            found.some(({ claimIds: [one, other = ""] }) => one === partId && setIds.includes(other)),
          ).toBe(true);
        }
        for (const { part, whole } of found) expect(part).toBeGreaterThan(whole);
      }),
      { numRuns: 1000 },
    );
  });

  test("who said one thing is warned of nothing but its dates", () => {
    fc.assert(
      fc.property(claims, (all) => {
        const apart = all.map((claim) => ({ ...claim, claimantId: claim.id, basis: "unstated" as const }));
        for (const { code } of consistencyWarnings(apart, SOME_MEASURES, partOf)) {
          expect(["as_of_after_stated", "published_before_stated"]).toContain(code);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test("nothing stops the warnings or the refusals", () => {
    const links = fc.array(
      fc.tuple(fc.constantFrom("killed", "injured", "other"), fc.constantFrom("killed", "other")),
    );
    fc.assert(
      fc.property(reported(atSomeMoments(anyFigures)), anyMeasures, links, (all, measures, parts) => {
        expect(consistencyWarnings(all, measures, new Map(parts))).toBeInstanceOf(Array);
        for (const claim of all) {
          const refusals = figureRefusals(
            { ...claim, isForecast: false },
            { kinds: [], periodEarliest: null },
            0,
          );
          expect(refusals).toBeInstanceOf(Array);
        }
      }),
      { numRuns: 1000 },
    );
  });

  const measures = [...olenivka.MEASURES, aMeasure("aboard", ["other"])];
  const ids = measures.map(({ id }) => id);
  test.each([
    [
      "of many claimants",
      (n: number) => said(ids[n % 8] ?? "", n % 50, n % 97, { claimantId: `c${n % 901}` }),
    ],
    ["of one claimant, on days of their own", (n: number) => said(ids[n % 8] ?? "", n % 50, n)],
    ["of one claimant and day", (n: number) => said(ids[n % 8] ?? "", n % 50)],
    [
      "of one measure, half of them lists",
      (n: number) => said("killed", n, 1, n % 2 ? { basis: "named_list" } : {}),
    ],
  ])("ten thousand claims take less than two seconds: %s", (_, claimOf) => {
    const many = Array.from({ length: 10_000 }, (_, n) => claimOf(n));
    const took = cpuTimeMs(() => {
      expect(consistencyWarnings(many, measures, olenivka.PART_OF).length).toBeGreaterThan(0);
    });
    expect(took).toBeLessThan(2000);
  });
});

/** The sets of a figure's moment that are smaller than it, by measure. */
function largerThanSets(part: Figure, claims: Figure[]): { partId: string; setIds: string[] }[] {
  const SETS: Record<string, string[]> = {
    killed: ["harmed"],
    killed_again: ["harmed"],
    injured: ["harmed"],
    killed_elsewhere: ["killed", "killed_again"],
  };
  const low = standing(part) ? (intervalOf(part)?.low ?? -Infinity) : -Infinity;
  const smaller = claims
    .filter((set) => standing(set) && set.lane === part.lane && SETS[part.measureId]?.includes(set.measureId))
    .filter((set) => begins(set) <= ends(part) && begins(part) <= ends(set))
    .filter((set) => low > (intervalOf(set)?.high ?? Infinity));
  return smaller.length > 0 ? [{ partId: part.id, setIds: smaller.map(({ id }) => id) }] : [];
}

function standing(figure: Figure): boolean {
  return figure.lifecycle === "current" && figure.standing !== "disowned";
}

function intervalOf({ quantity }: Figure) {
  return comparisonInterval({ quantity, basis: "unstated" });
}

function begins(figure: Figure): number {
  return figure.asOfEarliest ?? figure.statedEarliest;
}

function ends(figure: Figure): number {
  return figure.asOfLatest ?? figure.statedLatest;
}
