import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseEdtf, type UncertainDate } from "../../lib/dates/edtf";
import {
  type DateForm,
  type DateWords,
  formatEventTime,
  formatInstantInZone,
  formatUncertainDate,
} from "../../lib/format/dates";

const TEMPLATES = {
  between: "between {from} and {to}",
  dateTime: "{date}, {time}",
  before: "until {date}",
  after: "from {date} on",
  about: "about {date}",
  aboutShort: "c. {date}",
  uncertain: "{date} (uncertain)",
  uncertainShort: "{date}?",
  spring: "spring {year}",
  summer: "summer {year}",
  autumn: "autumn {year}",
  winter: "winter {year}",
};
const words: DateWords = (word, values) =>
  TEMPLATES[word].replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? "");

function aDate(edtf: string, zone = "Europe/Moscow"): UncertainDate {
  const read = parseEdtf(edtf, zone);
  if (!read.ok) throw new Error(`${edtf}: ${read.problem}`);
  return read.date;
}

function told(edtf: string, form: DateForm, locale = "en") {
  return formatUncertainDate(aDate(edtf), locale, { words, form });
}

describe("an uncertain date is told no more precisely than it was written", () => {
  test.each([
    ["2023", "2023", "2023"],
    ["2023-01", "January 2023", "Jan 2023"],
    ["2023-01-02", "2 January 2023", "2 Jan 2023"],
    ["2023-01-02T19:21:00+03:00", "2 January 2023, 19:21", "2 Jan 2023, 19:21"],
    ["2023-01-02?", "2 January 2023 (uncertain)", "2 Jan 2023?"],
    ["2023-01~", "about January 2023", "c. Jan 2023"],
    ["2023-01-02%", "about 2 January 2023 (uncertain)", "c. 2 Jan 2023?"],
    ["202X", "2020–2029", "2020–2029"],
    ["20XX", "2000–2099", "2000–2099"],
    ["2023-XX", "2023", "2023"],
    ["2023-01-XX", "January 2023", "Jan 2023"],
    ["2023-22", "summer 2023", "summer 2023"],
    ["2023-01-01/2023-01-04", "between 1 and 4 January 2023", "1–4 Jan 2023"],
    ["2023-01-28/2023-02-02", "between 28 January and 2 February 2023", "28 Jan – 2 Feb 2023"],
    ["2022-12-31/2023-01-01", "between 31 December 2022 and 1 January 2023", "31 Dec 2022 – 1 Jan 2023"],
    ["2023-01/2023-03", "between January and March 2023", "Jan–Mar 2023"],
    ["2022-12/2023-01", "between December 2022 and January 2023", "Dec 2022 – Jan 2023"],
    ["2020/2022", "between 2020 and 2022", "2020–2022"],
    ["2022-02-24/2022-09", "between 24 February 2022 and September 2022", "24 Feb 2022 – Sept 2022"],
    [
      "2023-01-02/2023-01-04?",
      "between 2 January 2023 and 4 January 2023 (uncertain)",
      "2 Jan 2023 – 4 Jan 2023?",
    ],
    ["2023-01-02/2023-01-02", "2 January 2023", "2 Jan 2023"],
    ["../2023-01-04", "until 4 January 2023", "until 4 Jan 2023"],
    ["2023-01-04/..", "from 4 January 2023 on", "from 4 Jan 2023 on"],
  ])("%s", (edtf, long, short) => {
    expect([told(edtf, "long"), told(edtf, "short")]).toEqual([long, short]);
  });

  test("a calendar date is the same day in every zone", () => {
    for (const zone of ["Pacific/Chatham", "Pacific/Kiritimati", "Pacific/Pago_Pago"]) {
      expect(formatUncertainDate(aDate("2023-01-02", zone), "en-GB", { words })).toBe("2 January 2023");
    }
  });

  test("a moment is told in the date's own zone, whatever its offset was written in", () => {
    const date = aDate("2022-12-31T21:01:00Z", "Europe/Moscow");
    expect(formatUncertainDate(date, "en", { words })).toBe("1 January 2023, 00:01");
  });

  test("where the year comes first, both ends of an interval are spelt out", () => {
    expect(told("2023-01-01/2023-01-04", "long", "hu")).toBe("between 2023. január 1. and 2023. január 4.");
  });

  test("a calendar other than ours is not taken from the reader's language", () => {
    expect(told("2023-01-02", "long", "th")).toContain("2023");
  });

  test("a text that is no date comes back as it is", () => {
    const odd = { edtf: "early 2023", earliest: 0, latest: 0, zone: "UTC" };
    expect(formatUncertainDate(odd, "en", { words })).toBe("early 2023");
  });
});

describe("R32: one instant on several clocks", () => {
  test("the Makiivka strike was on 1 January in Moscow and on 31 December in Kyiv and by UTC", () => {
    const date = aDate("2023-01-01T00:01:00+03:00");
    expect(formatEventTime(date, ["Europe/Kyiv", "UTC"], "en", { words })).toEqual([
      { zone: "Europe/Moscow", date: "1 January 2023", time: "00:01" },
      { zone: "Europe/Kyiv", date: "31 December 2022", time: "23:01" },
      { zone: "UTC", date: "31 December 2022", time: "21:01" },
    ]);
  });

  test("a date without an hour is told once and never shifted", () => {
    expect(formatEventTime(aDate("2022-07-28/2022-07-29"), ["UTC"], "en", { words })).toEqual([
      { zone: "Europe/Moscow", date: "between 28 and 29 July 2022", time: null },
    ]);
  });

  test("a zone is told once, and one that is not known not at all", () => {
    const date = aDate("2023-01-01T00:01:00+03:00");
    const zones = formatEventTime(date, ["Europe/Moscow", "Europe/Makiivka"], "en", { words });
    expect(zones.map(({ zone }) => zone)).toEqual(["Europe/Moscow"]);
  });

  test("an hour that is about right says so", () => {
    const [first] = formatEventTime(aDate("2023-01-01T00:01:00+03:00~"), [], "en", { words });
    expect(first?.time).toBe("about 00:01");
  });

  test("midnight is 00:00", () => {
    expect(formatInstantInZone(Date.UTC(2023, 0, 1), "UTC", "en")).toEqual({
      zone: "UTC",
      date: "1 January 2023",
      time: "00:00",
    });
  });
});

test("no date, locale or zone whatever stops the formatting", () => {
  const date = fc.record({
    edtf: fc.oneof(
      fc.string(),
      fc.constantFrom("2023-01-02T10:00:00Z", "2023-01-04/2023-01-01", "../2023", "2023-24"),
    ),
    earliest: fc.double(),
    latest: fc.double(),
    zone: fc.oneof(fc.string(), fc.constantFrom("Pacific/Chatham")),
  });
  fc.assert(
    fc.property(date, fc.string(), fc.array(fc.string()), (odd, locale, zones) => {
      for (const form of ["long", "short"] as const) {
        expect(formatUncertainDate(odd, locale, { words, form })).toBeTypeOf("string");
        expect(formatEventTime(odd, zones, locale, { words, form }).length).toBeGreaterThan(0);
      }
      formatInstantInZone(odd.earliest, odd.zone, locale);
    }),
    { numRuns: 500 },
  );
});
