import { describe, expect, test } from "vitest";
import { groupBy } from "../../lib/group-by";
import { checkMapping } from "../../lib/imports/mapping/check-mapping";
import { mapRow } from "../../lib/imports/mapping/map-row";
import { READY_MAPPINGS } from "../../lib/imports/ready-mappings";
import type { Candidate, ImportProblem } from "../../lib/imports/types";
import { readDataSet } from "../fixtures/data-sets/read-data-set";

/**
 * What each data set must give, counted in the files themselves, without the code: rows and keys by reading them, sums
 * by counting the occurrences of a key (`grep -c '"killed_cum"'`) or the cells of a column in a spreadsheet. In each,
 * rules x rows = candidates + invalid + cells that are blank, and `leftOut` is the blanks and the cells of columns that
 * are never claims.
 */
describe("the data sets give the claims that a person finds in them", () => {
  test("UCDP GED: a row is an event, and a range that contradicts itself is a problem (R31)", async () => {
    // 201 lines: headings, tags, 199 events. In 10 rows low is above high, in 2 more best is above high and in 2 best is
    // below low: 14 problems. In 112 the three are one number, in the other 73 low is below high.
    const set = await read("ucdp-ged-ukraine", "ucdp_ged_ukraine.csv");
    expect(set.counts).toEqual({ candidates: 185, invalid: 14, leftOut: 4 * 199 });
    expect(set.problems).toEqual({ low_above_high: 14 });
    expect(byQualifier(set.candidates)).toEqual({ exact: 112, between: 73 });
    expect(new Set(set.candidates.map(({ event }) => event)).size).toBe(185);
    expect(
      set.told.map(({ row, value }) => `${row} ${value}`).filter((line) => line.includes("best 228")),
    ).toEqual([expect.stringContaining("best 228, low 35, high 35")]);

    // Row 3 of the file, the first event: best 48, low 48, high 67 on Maidan on 20 February 2014.
    expect(set.candidates[0]).toMatchObject({
      row: 3,
      event: "ucdp-149250",
      newEvent: {
        title: "Kiev city: Government of Ukraine - Maidan (UCDP 149250)",
        country: "UA",
        latitude: 50.45,
        longitude: 30.52333,
        occurred: { edtf: "2014-02-20", zone: "Europe/Kyiv" },
      },
      quantity: { raw: "best 48, low 48, high 67", qualifier: "between", low: 48, high: 67, central: null },
      basis: "count",
      standing: "direct",
      carries: "own",
      key: "149250",
    });
    const days = set.candidates.find(({ newEvent }) => newEvent?.occurred.edtf.includes("/"));
    expect(days?.newEvent?.occurred.edtf).toBe("2014-05-26/2014-05-27");
  });

  test("daily reports of Gaza: nobody is given a figure that nobody reported", async () => {
    // 120 reports, 18 rules. 3 have no source and 10 cover no hours: 13 rows left out. In the other 107 the 14 keys that
    // the sample has stand 661 times: killed_cum 107, killed 103, children 30, women 30, medical 35, civil defence 9,
    // journalists 15, recovered 47, succumbed 14, since the truce 63, committee 3, injured_cum 106, injured 78,
    // massacres 21. Ten ext_ keys in each of the 120.
    const set = await read("palestine-daily-gaza", "palestine_casualties_daily.json");
    expect(set.counts).toEqual({ candidates: 661, invalid: 0, leftOut: 120 * 18 - 661 + 1200 });
    expect(set.problems).toEqual({ left_out: 13 });
    expect(countBy(set.candidates, ({ measure }) => measure ?? "")).toEqual({
      killed: 107,
      "killed-in-report-period": 103,
      "children-killed": 30,
      "women-killed": 30,
      "medical-personnel-killed": 35,
      "civil-defence-killed": 9,
      "journalists-killed": 15,
      "bodies-recovered": 47,
      "died-of-wounds": 14,
      "killed-since-truce": 63,
      "recognised-by-committee": 3,
      injured: 106,
      "injured-in-report-period": 78,
      massacres: 21,
    });
    expect(
      countBy(
        set.candidates.filter(({ measure }) => measure === "killed"),
        ({ claimant }) => claimant,
      ),
    ).toEqual({
      "gaza-ministry-of-health": 96,
      "gaza-government-media-office": 11,
    });
    expect(set.told.map(({ row }) => row)).toEqual([7, 22, 36, 50, 57, 64, 69, 71, 73, 78, 85, 92, 120]);
    expect(set.candidates.some(({ column }) => column?.startsWith("ext_"))).toBe(false);
    // Zero that was reported is none: on 31 January 2025 none killed and none injured, on 23 February 2025 none injured.
    expect(byQualifier(set.candidates)).toEqual({ exact: 658, none: 3 });
  });

  test("reports of Lebanon: only what was published is a claim, of the ministry, and each phase is counted apart", async () => {
    // 60 reports with two published totals each. Left out: two sums in each, and two differences in all but the first.
    const set = await read("palestine-daily-lebanon", "palestine_lebanon_daily.json");
    expect(set.counts).toEqual({ candidates: 120, invalid: 0, leftOut: 120 + 118 });
    expect(set.problems).toEqual({});
    expect(countBy(set.candidates, ({ standing }) => standing)).toEqual({ relayed: 50, reported: 70 });
    expect(countBy(set.candidates, ({ event }) => event)).toEqual({
      "lebanon-hostilities-2023-2024": 112,
      "lebanon-hostilities-2026": 8,
    });
    expect(set.candidates[0]?.locator).toBe("row 1, column killed_cum_reported, by way of ocha");
    // 5 March 2026: 123 killed since the ministry began anew; 4,170 is the publisher's own sum.
    const anew = set.candidates.find(({ event }) => event === "lebanon-hostilities-2026");
    expect(anew).toMatchObject({
      row: 57,
      quantity: { raw: "123" },
      newEvent: { occurred: { edtf: "2026-03-02/.." } },
    });
  });

  test("infrastructure in Gaza: nested keys, without those that the publisher extrapolated", async () => {
    // 60 days, seven kinds of building: homes 27, civic 4, schools destroyed 9 and damaged 10, mosques destroyed 3 and
    // damaged 4, churches 3; and seven ext_ keys each day.
    const set = await read("palestine-infrastructure", "palestine_infrastructure.json");
    expect(set.counts).toEqual({ candidates: 60, invalid: 0, leftOut: 7 * 60 - 60 + 7 * 60 });
    expect(countBy(set.candidates, ({ column }) => column ?? "")).toEqual({
      "residential.destroyed": 27,
      "civic_buildings.destroyed": 4,
      "educational_buildings.destroyed": 9,
      "educational_buildings.damaged": 10,
      "places_of_worship.mosques_destroyed": 3,
      "places_of_worship.mosques_damaged": 4,
      "places_of_worship.churches_destroyed": 3,
    });
  });

  test("losses of personnel: the qualifier has a key of its own", async () => {
    // 200 days, 194 of them "about" and 6 "more"; prisoners in 62, zero on the first four.
    const set = await read("ukraine-losses-personnel", "ukraine_losses_personnel.json");
    expect(set.counts).toEqual({ candidates: 262, invalid: 0, leftOut: 138 });
    expect(byQualifier(set.candidates)).toEqual({ about: 194, more_than: 6, none: 4, exact: 58 });
    expect(set.candidates[0]?.quantity).toMatchObject({ raw: "about 2800", low: 2800, high: 2800 });
    // 7 March 2022: more than 11,000.
    const more = set.candidates.find(({ quantity }) => quantity?.qualifier === "more_than");
    expect(more).toMatchObject({ row: 11, quantity: { raw: "more 11000", low: 11001, high: null } });
  });

  test("losses of equipment: keys come and go, and a place is no figure", async () => {
    // 110 days, 17 kinds: nine on every day, vehicles and tankers apart on 60 and together on 50, special equipment on
    // 91, missile systems on 31, cruise missiles on 50, robots and submarines on 30; a place in words on 10.
    const set = await read("ukraine-losses-equipment", "ukraine_losses_equipment.json");
    const claims = 9 * 110 + 60 + 60 + 50 + 91 + 31 + 50 + 30 + 30;
    expect(set.counts).toEqual({ candidates: claims, invalid: 0, leftOut: 17 * 110 - claims + 10 });
    expect(set.problems).toEqual({});
  });

  test("corrections of those losses are told, and never claims (R21)", async () => {
    // 28 corrections of 14 totals each: 86 changes, 22 of them negative, and 306 zeros.
    const set = await read("ukraine-losses-corrections", "ukraine_losses_equipment_correction.json");
    expect(set.counts).toEqual({ candidates: 0, invalid: 0, leftOut: 306 });
    expect(set.problems).toEqual({ correction: 86 });
    expect(set.told.filter(({ value }) => value?.startsWith("-"))).toHaveLength(22);
    expect(set.told.some(({ isError }) => isError)).toBe(false);
  });

  test("deaths by Johns Hopkins: a claim for each place and day of a wide table", async () => {
    // 60 places by 188 days, none blank; 3,682 of the cells are zero.
    const set = await read("jhu-covid-deaths", "jhu_covid_deaths_global.csv");
    expect(set.counts).toEqual({ candidates: 60 * 188, invalid: 0, leftOut: 0 });
    expect(byQualifier(set.candidates)).toEqual({ none: 3682, exact: 11280 - 3682 });
    expect(new Set(set.candidates.map(({ measure }) => measure)).size).toBe(60);
    // Hubei, line 18: 17 on the first day, 4,512 on the last.
    const hubei = set.candidates.filter(({ measure }) => measure === "deaths-china-hubei");
    expect(hubei[0]).toMatchObject({ row: 18, column: "1/22/20", quantity: { raw: "17" } });
    expect(hubei.at(-1)).toMatchObject({ asOf: { edtf: "2020-07-27" }, quantity: { raw: "4512" } });
    expect(hubei[0]?.locator).toBe("row 18, column 1/22/20");
  });

  test("missing migrants: sums of the dead and the missing together, each a place of its own (R3)", async () => {
    // 200 rows, the year, cause and place of each once.
    const set = await read("iom-missing-migrants", "iom_missing_migrants.csv");
    expect(set.counts).toEqual({ candidates: 200, invalid: 0, leftOut: 0 });
    expect(new Set(set.candidates.map(({ event }) => event)).size).toBe(200);
    expect(set.candidates[5]).toMatchObject({
      event: "migrants-2014-drowning-lat-minus-23-8-lon-32",
      measure: "dead-or-missing",
      stated: { edtf: "2014-12-31/..", zone: "UTC" },
      newEvent: { latitude: -23.8, longitude: 32, occurred: { edtf: "2014", zone: "UTC" } },
    });
  });
});

async function read(id: string, file: string) {
  const mapping = READY_MAPPINGS.find((ready) => ready.id === id)?.mapping;
  if (!mapping) throw new Error(`There is no mapping ${id}.`);
  const { columns, rows } = await readDataSet(file);
  expect(checkMapping(mapping, columns).filter(({ isError }) => isError)).toEqual([]);

  const candidates: Candidate[] = [];
  const told: ImportProblem[] = [];
  let [invalid, leftOut] = [0, 0];
  for (const row of rows) {
    const mapped = mapRow(mapping, columns, row, candidates.length + 1);
    candidates.push(...mapped.candidates);
    told.push(...mapped.problems);
    invalid += mapped.invalid;
    leftOut += mapped.leftOut;
  }
  expect(candidates.map(({ place }) => place)).toEqual(candidates.map((_, at) => at + 1));
  expect(new Set(candidates.map(({ key }) => key)).size).toBe(candidates.length);
  const declared = new Set(mapping.measures.map(({ slug }) => slug));
  expect(candidates.filter(({ measure }) => !declared.has(measure ?? ""))).toEqual([]);
  const counts = { candidates: candidates.length, invalid, leftOut };
  return { candidates, told, counts, problems: countBy(told, ({ code }) => code) };
}

function byQualifier(candidates: readonly Candidate[]): Record<string, number> {
  return countBy(candidates, ({ quantity }) => quantity?.qualifier ?? "");
}

function countBy<T>(all: readonly T[], keyOf: (one: T) => string): Record<string, number> {
  return Object.fromEntries(
    [...groupBy(all, keyOf)].map(([key, group]): [string, number] => [key, group.length]),
  );
}
