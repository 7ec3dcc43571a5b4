import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkMapping } from "../../lib/imports/mapping/check-mapping";
import { mapRow } from "../../lib/imports/mapping/map-row";
import { ImportMapping } from "../../lib/imports/schema";
import type { RawValue, Row } from "../../lib/imports/types";

type Rule = Record<string, unknown>;

const base = {
  mapping: 1,
  name: "A table of the dead",
  dataset: "dead",
  format: "csv",
  zone: "Europe/Kyiv",
  event: { fixed: "strike" },
  measures: [
    { slug: "killed", label: "Killed", kinds: ["killed"], unit: "people", total: "running_total" },
    { slug: "hectares", label: "Burnt", kinds: ["other"], unit: "hectares", total: "running_total" },
  ],
  report: { publication: { fixed: "gazette" } },
};

const figureRule: Rule = {
  measure: { fixed: "killed" },
  quantity: { figure: { column: "n" } },
  claimant: { fixed: "ministry" },
  stated: { from: { fixed: "2023-01-02" } },
};

// Made once each: property tests read by one mapping a thousand times.
const made = new Map<string, ImportMapping>();
function mappingOf(rule: Rule, more: object = {}): ImportMapping {
  const key = JSON.stringify([rule, more]);
  const mapping =
    made.get(key) ?? ImportMapping.parse({ ...base, ...more, claims: [{ ...figureRule, ...rule }] });
  made.set(key, mapping);
  return mapping;
}

const columnLists = new Map<string, string[]>();
function columnsOf(values: Record<string, RawValue>): string[] {
  const columns = columnLists.get(Object.keys(values).join()) ?? Object.keys(values);
  columnLists.set(columns.join(), columns);
  return columns;
}

const rowOf = (values: Record<string, RawValue>): Row => ({
  number: 12,
  values: new Map(Object.entries(values)),
});

/** What one row gives by one rule. */
function read(values: Record<string, RawValue>, rule: Rule = {}, more: object = {}) {
  const mapped = mapRow(mappingOf(rule, more), columnsOf(values), rowOf(values), 1);
  return { ...mapped, claim: mapped.candidates[0], told: mapped.problems.map(({ code }) => code) };
}

const quantityOf = (n: RawValue, rule: Rule = {}, more: object = {}) =>
  read({ n }, rule, more).claim?.quantity;
const toldOf = (n: RawValue, rule: Rule = {}, more: object = {}) => read({ n }, rule, more).told;

describe("a figure is what its cell says, or a problem", () => {
  test.each([
    ["63", "exact", 63, 63],
    [63, "exact", 63, 63],
    ["12.0", "exact", 12, 12],
    ["1 200", "exact", 1200, 1200],
    ["1,200", "exact", 1200, 1200],
    ["١٢٠٠", "exact", 1200, 1200],
    ["twelve", "exact", 12, 12],
    ["at least 1,200", "at_least", 1200, null],
    ["over 300", "more_than", 301, null],
    ["up to 10", "up_to", null, 10],
    ["100-300", "between", 100, 300],
    ["dozens", "words", 12, 99],
    [0, "none", 0, 0],
    ["0", "none", 0, 0],
  ])("%s is %s, %s to %s, in its own words (R1)", (cell, qualifier, low, high) => {
    expect(quantityOf(cell)).toMatchObject({ raw: String(cell), qualifier, low, high });
  });

  test.each([
    ["=1+1", "formula"],
    ["@SUM(A1)", "formula"],
    ["-cmd|' /C calc'!A0", "not_a_figure"],
    ["-5", "negative"],
    [-5, "negative"],
    ["63 dead and 12 injured", "ambiguous_figure"],
    ["63 mobiks", "ambiguous_figure"],
    ["12.5", "not_a_figure"],
    [12.5, "not_a_figure"],
    ["a banana", "not_a_figure"],
    ["1e5", "not_a_figure"],
    [true, "not_a_figure"],
    [1e300, "not_a_figure"],
    ["99999999999999999999", "not_a_figure"],
  ])("%s is never guessed at: %s", (cell, code) => {
    const { candidates, problems, invalid } = read({ n: cell });
    expect(candidates).toEqual([]);
    expect(invalid).toBe(1);
    expect(problems).toMatchObject([{ row: 12, column: "n", value: String(cell), code, isError: true }]);
  });

  test.each(["", "  ", null, "n/k"])("a blank (%s) is no claim, and never zero", (cell) => {
    expect(read({ n: cell }, {}, { empty: ["n/k"] })).toMatchObject({
      candidates: [],
      problems: [],
      leftOut: 1,
    });
  });

  test("a comma stands before fractions where the mapping says so, and only of what is no people", () => {
    const hectares = { measure: { fixed: "hectares" } };
    expect(quantityOf("1.234,5", hectares, { decimalComma: true })).toMatchObject({
      raw: "1.234,5",
      low: 1234.5,
    });
    expect(quantityOf("14.000", hectares, { decimalComma: true })).toMatchObject({ low: 14000 });
    expect(quantityOf("1,234.5", hectares)).toMatchObject({ low: 1234.5 });
    expect(toldOf("12,5", {}, { decimalComma: true })).toEqual(["not_a_figure"]);
  });

  test("any text gives a claim, a problem or a blank, and no claim beyond the rules", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: "binary" }), fc.double(), fc.boolean()), (cell) => {
        const { candidates, invalid, leftOut, problems } = read({ n: cell });
        expect(candidates.length + invalid + leftOut).toBe(1);
        expect(problems.length).toBe(invalid);
        for (const { quantity, wording } of candidates) {
          expect(quantity?.raw).toBe(wording.text);
          expect(Math.min(quantity?.low ?? 0, quantity?.high ?? 0)).toBeGreaterThanOrEqual(0);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test("a whole number is read as itself", () => {
    fc.assert(
      fc.property(fc.nat(), (n) => {
        expect(quantityOf(n)).toEqual(quantityOf(String(n)));
        expect(quantityOf(n)).toMatchObject({ low: n, high: n });
      }),
      { numRuns: 1000 },
    );
  });
});

describe("a qualifier in a column of its own", () => {
  const rule = {
    quantity: {
      figure: { column: "n" },
      qualifier: { column: "q", values: { ca: "about", more: "more_than", "?": "not_stated", none: "none" } },
    },
  };
  const quantity = (values: Record<string, RawValue>) => read(values, rule).claim?.quantity;

  test("makes one figure with the number, in the words of both cells (R1)", () => {
    expect(quantity({ n: 2800, q: "ca" })).toMatchObject({ raw: "ca 2800", qualifier: "about", low: 2800 });
    expect(quantity({ n: "11,000", q: "more" })).toMatchObject({
      raw: "more 11,000",
      low: 11001,
      high: null,
    });
    expect(quantity({ n: 63, q: "" })).toMatchObject({ raw: "63", qualifier: "exact" });
    expect(quantity({ n: "about 40", q: "ca" })).toMatchObject({
      raw: "about 40",
      qualifier: "about",
      low: 40,
    });
  });

  test("can say that there is no number", () => {
    expect(quantity({ n: null, q: "?" })).toMatchObject({ raw: "?", qualifier: "not_stated", low: null });
    expect(read({ n: null, q: "ca" }, rule)).toMatchObject({ candidates: [], problems: [], leftOut: 1 });
  });

  test("is a problem where it is not listed, or says something else than the figure", () => {
    expect(read({ n: 5, q: "roughly" }, rule).told).toEqual(["not_listed"]);
    expect(read({ n: "at least 5", q: "ca" }, rule).told).toEqual(["ambiguous_figure"]);
    expect(read({ n: 5, q: "none" }, rule).told).toEqual(["ambiguous_figure"]);
    const unlisted = { quantity: { figure: { column: "n" }, qualifier: { column: "q" } } };
    expect(read({ n: 5, q: "circa" }, unlisted).told).toEqual(["unknown_code"]);
  });
});

describe("low and high in two columns", () => {
  const bounds = { low: { column: "low" }, high: { column: "high" } };
  const rule = { quantity: bounds };
  const qualified = { quantity: { ...bounds, central: { column: "mid" }, qualifier: { column: "q" } } };

  test("are an interval where they differ, and a number where they do not", () => {
    expect(read({ low: 3, high: 7 }, rule).claim?.quantity).toMatchObject({
      raw: "3–7",
      qualifier: "between",
    });
    expect(read({ low: 5, high: 5 }, rule).claim?.quantity).toMatchObject({ raw: "5", qualifier: "exact" });
    expect(read({ low: 0, high: 0 }, rule).claim?.quantity).toMatchObject({ qualifier: "none" });
    const best = { quantity: { ...bounds, figure: { column: "best" } } };
    expect(read({ low: 3, best: 4, high: 7 }, best).claim?.quantity).toMatchObject({
      low: 3,
      high: 7,
      central: null,
    });
  });

  test("are a problem where they contradict each other (R31)", () => {
    expect(read({ low: 7, high: 3 }, rule).told).toEqual(["low_above_high"]);
    const best = { quantity: { ...bounds, figure: { column: "best" } } };
    expect(read({ low: 3, best: 9, high: 7 }, best).told).toEqual(["low_above_high"]);
    expect(read({ low: -1, high: 3 }, rule).told).toEqual(["negative"]);
    expect(read({ low: "few", high: 3 }, rule).told).toEqual(["not_a_figure"]);
  });

  test("say nothing one without the other, unless the qualifier does (R2)", () => {
    expect(read({ low: 3, high: "" }, rule).problems).toMatchObject([{ column: "high", code: "missing" }]);
    expect(read({ low: "", high: 3 }, rule).problems).toMatchObject([{ column: "low", code: "missing" }]);
    expect(read({ low: "", high: "" }, rule)).toMatchObject({ leftOut: 1, problems: [] });
    expect(read({ low: 3, high: "", mid: "", q: "at_least" }, qualified).claim?.quantity).toMatchObject({
      raw: "at_least 3",
      low: 3,
      high: null,
    });
    expect(read({ low: 3, high: "", mid: "", q: "up_to" }, qualified).told).toEqual(["missing"]);
  });

  test("have a middle in an estimate alone", () => {
    const estimate = read({ low: 793, high: 8498, mid: 4645, q: "estimate_ci" }, qualified).claim?.quantity;
    expect(estimate).toMatchObject({ low: 793, high: 8498, central: 4645, reading: "ci" });
    expect(read({ low: 1, high: 9, mid: 5, q: "between" }, qualified).told).toEqual(["not_a_figure"]);
    expect(read({ low: 1, high: 9, mid: 50, q: "estimate_ci" }, qualified).told).toEqual(["low_above_high"]);
    expect(read({ low: 1, high: 9, mid: "", q: "about" }, qualified).told).toEqual(["not_a_figure"]);
  });
});

describe("a date is what its format says", () => {
  const stated = (value: RawValue, format: string, zone?: object) =>
    read({ n: 1, when: value }, { stated: { from: { column: "when" }, format, ...(zone && { zone }) } });

  test.each([
    ["2023-10-07", "YYYY-MM-DD", "2023-10-07"],
    ["7.10.2023", "D.M.YYYY", "2023-10-07"],
    ["1/22/20", "M/D/YY", "2020-01-22"],
    ["31.12.68", "DD.MM.YY", "2068-12-31"],
    ["31.12.69", "DD.MM.YY", "1969-12-31"],
    ["7 October 2023", "D MMMM YYYY", "2023-10-07"],
    ["Oct 7, 2023", "MMM D, YYYY", "2023-10-07"],
    ["7.10.2023 9:05", "D.M.YYYY H:mm", "2023-10-07T09:05"],
    ["20231007T090501", "YYYYMMDDTHHmmss", "2023-10-07T09:05:01"],
    ["10/2023", "MM/YYYY", "2023-10"],
    ["2023", "YYYY", "2023"],
    ["2023-10~", "edtf", "2023-10~"],
    [45206, "excel", "2023-10-07"],
    ["45206.5", "excel", "2023-10-07T12:00:00"],
    [1, "excel", "1900-01-01"],
    [61, "excel", "1900-03-01"],
    [1696636800, "unix", "2023-10-07T00:00:00Z"],
  ])("%s by %s is %s", (value, format, edtf) => {
    expect(stated(value, format).claim?.stated).toEqual({ edtf, zone: "Europe/Kyiv" });
  });

  test.each([
    ["31.02.2023", "DD.MM.YYYY", "no_such_date"],
    ["29.02.2023", "DD.MM.YYYY", "no_such_date"],
    ["7.13.2023", "D.M.YYYY", "no_such_date"],
    ["7.10.2023 25:00", "D.M.YYYY H:mm", "no_such_date"],
    [60, "excel", "no_such_date"],
    ["2023-10-07", "DD.MM.YYYY", "not_a_date"],
    ["7.10.2023", "DD.MM.YYYY", "not_a_date"],
    ["yesterday", "edtf", "not_a_date"],
    ["-1", "excel", "not_a_date"],
    ["soon", "unix", "not_a_date"],
    ["", "edtf", "missing"],
  ])("%s by %s is a problem: %s", (value, format, code) => {
    expect(stated(value, format).problems).toMatchObject([{ column: "when", code }]);
  });

  test("is read in its own zone where a column has one", () => {
    const zoned = mapRow(
      mappingOf({ stated: { from: { column: "when" }, zone: { column: "zone" } } }),
      [],
      rowOf({ n: 1, when: "2023-10-07", zone: "Asia/Gaza" }),
      1,
    );
    expect(zoned.candidates[0]?.stated).toEqual({ edtf: "2023-10-07", zone: "Asia/Gaza" });
  });

  test("every day comes back as it was written", () => {
    const days = fc.date({ min: new Date("1000-01-01"), max: new Date("9999-12-30"), noInvalidDate: true });
    fc.assert(
      fc.property(days, (date) => {
        const day = date.toISOString().slice(0, 10);
        const [year, month, dayOfMonth] = day.split("-").map(Number);
        expect(stated(`${month}/${dayOfMonth}/${String(year)}`, "M/D/YYYY").claim?.stated.edtf).toBe(day);
      }),
      { numRuns: 1000 },
    );
  });
});

describe("a cell", () => {
  test("that its list does not hold is a problem; one that stands for nothing is left out, and told", () => {
    const rule = { claimant: { column: "who", values: { A: "ministry", "-": null } } };
    expect(read({ n: 1, who: "A" }, rule).claim?.claimant).toBe("ministry");
    expect(read({ n: 1, who: "B" }, rule).problems).toMatchObject([
      { code: "not_listed", value: "B", isError: true },
    ]);
    expect(read({ n: 1, who: "-" }, rule)).toMatchObject({
      leftOut: 1,
      invalid: 0,
      problems: [{ code: "left_out", isError: false }],
    });
    expect(read({ n: 1, who: "" }, rule).told).toEqual(["missing"]);
  });

  test("that names a record is made a slug, and different places stay different", () => {
    const rule = { claimant: { column: "who" }, measure: { template: "killed-{lat}" } };
    const claimed = (who: string, lat: number) => read({ n: 1, who, lat }, rule).claim;
    expect(claimed("Міністерство", 23.8)).toMatchObject({ claimant: "ministerstvo", measure: "killed-23-8" });
    expect(claimed("moh", -23.8)).toMatchObject({ claimant: "moh", measure: "killed-minus-23-8" });
    expect(read({ n: 1, who: "???", lat: 1 }, rule).told).toEqual(["no_such_record"]);
    const long = (end: string) =>
      claimed(`${"a very long name of a place ".repeat(4)}${end}`, 1)?.claimant ?? "";
    expect(long("one")).not.toBe(long("two"));
    expect(long("one").length).toBeLessThanOrEqual(80);
  });

  test("of a template is tidied where columns are blank", () => {
    const rule = { locator: { template: "{a}, {b}: row {#row} {{1}" } };
    expect(read({ n: 1, a: "x", b: "y" }, rule).claim?.locator).toBe("x, y: row 12 {1}");
    expect(read({ n: 1, a: "", b: "" }, rule).claim?.locator).toBe("row 12, column n");
  });

  test("says yes or no of a forecast, and a blank is no", () => {
    const rule = { isForecast: { column: "f" } };
    expect(read({ n: 1, f: "yes" }, rule).claim?.isForecast).toBe(true);
    expect(read({ n: 1, f: null }, rule).claim?.isForecast).toBe(false);
    expect(read({ n: 1, f: "perhaps" }, rule).told).toEqual(["unknown_code"]);
  });

  test("of a report must be an address, and is told once for all claims of the row", () => {
    const report = { publication: { fixed: "gazette" }, url: { column: "url" } };
    const mapping = ImportMapping.parse({ ...base, report, claims: [figureRule, figureRule] });
    const mapped = mapRow(mapping, [], rowOf({ n: 1, url: "javascript:alert(1)" }), 1);
    expect(mapped).toMatchObject({ candidates: [], invalid: 2, problems: [{ code: "not_an_address" }] });
    expect(mapped.problems).toHaveLength(1);
  });
});

describe("what is never a claim", () => {
  const more = { leaveOut: ["ext_*", "*.ext_*"], corrections: ["delta*"] };

  test("is counted where it is left out, and told where it corrects a total (R21)", () => {
    const mapped = read({ n: 1, ext_n: 5, "b.ext_n": 6, ext_m: "", delta: -3, delta_b: 0 }, {}, more);
    expect(mapped.candidates).toHaveLength(1);
    expect(mapped.leftOut).toBe(3);
    expect(mapped.problems).toMatchObject([
      { column: "delta", value: "-3", code: "correction", isError: false },
    ]);
  });

  test("is nothing that a rule may use", () => {
    const of = (column: string) =>
      ImportMapping.safeParse({
        ...base,
        ...more,
        claims: [{ ...figureRule, quantity: { figure: { column } } }],
      });
    expect(of("n").success).toBe(true);
    expect(of("ext_killed").success).toBe(false);
    expect(of("a.ext_killed").success).toBe(false);
    expect(of("delta").success).toBe(false);
  });

  test("may be a whole row, with the reason", () => {
    const because = "Nobody says who counted.";
    const rows = { leaveOutRows: [{ column: "who", is: ["missing"], because }] };
    expect(read({ n: 1, who: "missing" }, {}, rows)).toMatchObject({
      candidates: [],
      invalid: 0,
      leftOut: 1,
      problems: [{ column: "who", value: "missing", code: "left_out", detail: because, isError: false }],
    });
    expect(read({ n: 1, who: "ministry" }, {}, rows).candidates).toHaveLength(1);
  });
});

describe("a wide table", () => {
  const wide = {
    wide: { dates: "M/D/YY" },
    quantity: undefined,
    stated: { from: { heading: true }, format: "M/D/YY" },
  };

  test("makes a claim of each column whose heading is a day that there is", () => {
    const mapped = read(
      { place: "x", "1/22/20": 5, "2/30/20": 6, "1/23/20": "", "1/24/20": "a banana" },
      wide,
    );
    expect(
      mapped.candidates.map(({ stated, column, quantity }) => [stated.edtf, column, quantity?.raw]),
    ).toEqual([["2020-01-22", "1/22/20", "5"]]);
    expect(mapped).toMatchObject({ leftOut: 1, problems: [{ column: "1/24/20", value: "a banana" }] });
  });

  test("of JSON has its columns in each row", () => {
    const mapping = mappingOf(wide, { format: "json" });
    const rows: Record<string, RawValue>[] = [{ "1/22/20": 1 }, { "1/23/20": 1, "1/24/20": 2 }];
    const counts = rows.map((values) => mapRow(mapping, [], rowOf(values), 1).candidates.length);
    expect(counts).toEqual([1, 2]);
  });

  test("that has no such column does not fit", () => {
    expect(checkMapping(mappingOf(wide), ["place"])).toMatchObject([
      { column: "M/D/YY", code: "no_such_column" },
    ]);
    expect(checkMapping(mappingOf(wide), ["place", "1/22/20"])).toEqual([]);
  });
});

describe("a claim is known again", () => {
  const asOf = { asOf: { from: { column: "day" } } };

  test("by event, claimant, measure and as-of, wherever its row stands", () => {
    const mapping = mappingOf(asOf);
    const at = (number: number, n: number) =>
      mapRow(
        mapping,
        [],
        { number, values: new Map<string, RawValue>(Object.entries({ n, day: "2023-01-02" })) },
        1,
      ).candidates[0];
    expect(at(2, 5)?.key).toBe("strike ministry killed 2023-01-02");
    expect(at(2, 5)?.digest).toBe(at(900, 5)?.digest);
    expect(at(2, 5)?.digest).not.toBe(at(2, 6)?.digest);
    expect(at(2, 5)?.digest).toMatch(/^[0-9a-f]{64}$/);
  });

  test("by its key alone, where the mapping has one", () => {
    expect(read({ n: 1, id: 7 }, { key: { column: "id" } }).claim?.key).toBe("7");
    expect(read({ n: 1, id: "" }, { key: { column: "id" } }).told).toEqual(["missing"]);
  });

  test("as a statement by its topic and its words", () => {
    const rule = {
      topic: { fixed: "cause" },
      measure: undefined,
      quantity: undefined,
      wording: { column: "words" },
    };
    const said = (words: string) => read({ words }, rule).claim;
    expect(said("A rocket fell.")).toMatchObject({ topic: "cause", measure: null, quantity: null });
    expect(said("A rocket fell.")?.key).not.toBe(said("A mine burst.")?.key);
    expect(read({ words: "" }, rule)).toMatchObject({ leftOut: 1, problems: [] });
  });
});

describe("a mapping that cannot be meant", () => {
  const issues = (mapping: object) =>
    ImportMapping.safeParse({ ...base, claims: [figureRule], ...mapping }).error?.issues.map(
      ({ path, message }) => [path.join("."), message],
    ) ?? [];
  const ofRule = (rule: Rule) => issues({ claims: [{ ...figureRule, ...rule }] }).map(([path]) => path);

  test("says where, and what to do", () => {
    expect(issues({})).toEqual([]);
    expect(issues({ claims: [] })).toEqual([["claims", "Say at least one claim that a row makes."]]);
    expect(ofRule({ topic: { fixed: "cause" } })).toEqual(["claims.0.topic", "claims.0.wording"]);
    expect(ofRule({ measure: undefined })).toEqual(["claims.0.measure"]);
    expect(ofRule({ quantity: undefined })).toEqual(["claims.0.quantity"]);
    expect(ofRule({ quantity: {} })).toEqual(["claims.0.quantity"]);
    expect(ofRule({ wide: {} })).toEqual(["claims.0.wide"]);
    expect(ofRule({ wide: { dates: "day" } })).toEqual(["claims.0.wide.dates"]);
    expect(ofRule({ stated: { from: { heading: true } } })).toEqual(["claims.0.stated.from"]);
    expect(ofRule({ stated: { from: { column: "d" }, format: "D.M." } })).toEqual(["claims.0.stated.format"]);
    expect(ofRule({ claimant: { template: "{who" } })).toEqual(["claims.0.claimant"]);
    expect(ofRule({ claimant: { fixed: "The Ministry" } })).toEqual(["claims.0.claimant"]);
    expect(ofRule({ basis: { fixed: "guess" } })).toEqual(["claims.0.basis"]);
    expect(ofRule({ standing: { fixed: "disowned" } })).toEqual(["claims.0.standing"]);
    expect(ofRule({ carries: "via" })).toEqual(["claims.0.carries"]);
    const central = { figure: { column: "n" }, central: { column: "m" } };
    expect(ofRule({ quantity: central })).toEqual(["claims.0.quantity.central"]);
    expect(issues({ measures: [base.measures[0], base.measures[0]] }).map(([path]) => path)).toEqual([
      "measures.1.slug",
    ]);
  });

  test("names columns that the file does not have; in JSON a key may come later", () => {
    expect(checkMapping(mappingOf({}), ["m"])).toMatchObject([
      { column: "n", code: "no_such_column", isError: true },
    ]);
    expect(checkMapping(mappingOf({}, { format: "json" }), ["m"])).toMatchObject([{ isError: false }]);
  });
});
