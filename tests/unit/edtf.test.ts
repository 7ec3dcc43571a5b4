import edtf from "edtf";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type EdtfProblem, OPEN_EARLIEST, OPEN_LATEST, parseEdtf } from "../../lib/dates/edtf";
import { instantsOf, offsetAt } from "../../lib/dates/zones";

function span(text: string, zone: string): [string, string] | EdtfProblem {
  const read = parseEdtf(text, zone);
  if (!read.ok) return read.problem;
  return [new Date(read.date.earliest).toISOString(), new Date(read.date.latest).toISOString()];
}

describe("the first and the last instant of a date", () => {
  test("the Makiivka strike at 00:01 in Moscow began the day in Moscow and ended the year in Kyiv", () => {
    expect(span("2023-01-01T00:01:00+03:00", "Europe/Moscow")).toEqual([
      "2022-12-31T21:01:00.000Z",
      "2022-12-31T21:01:00.999Z",
    ]);
  });

  test.each([
    ["2023-01-02", "Europe/Moscow", "2023-01-01T21:00:00.000Z", "2023-01-02T20:59:59.999Z"],
    ["2023-01-02?", "Pacific/Chatham", "2023-01-01T10:15:00.000Z", "2023-01-02T10:14:59.999Z"],
    ["2023-01", "Europe/Kyiv", "2022-12-31T22:00:00.000Z", "2023-01-31T21:59:59.999Z"],
    ["2023", "America/Puerto_Rico", "2023-01-01T04:00:00.000Z", "2024-01-01T03:59:59.999Z"],
    ["202X", "UTC", "2020-01-01T00:00:00.000Z", "2029-12-31T23:59:59.999Z"],
    ["20XX~", "UTC", "2000-01-01T00:00:00.000Z", "2099-12-31T23:59:59.999Z"],
    ["2023-XX", "UTC", "2023-01-01T00:00:00.000Z", "2023-12-31T23:59:59.999Z"],
    ["2023-01-XX", "UTC", "2023-01-01T00:00:00.000Z", "2023-01-31T23:59:59.999Z"],
    ["2023-21", "UTC", "2023-03-01T00:00:00.000Z", "2023-05-31T23:59:59.999Z"],
    ["2023-24%", "UTC", "2023-12-01T00:00:00.000Z", "2024-02-29T23:59:59.999Z"],
    ["2022-12-31/2023-01-01", "Europe/Moscow", "2022-12-30T21:00:00.000Z", "2023-01-01T20:59:59.999Z"],
    ["2017-09-20/2017-10", "UTC", "2017-09-20T00:00:00.000Z", "2017-10-31T23:59:59.999Z"],
    ["2023-01-02?/2023-01-04~", "UTC", "2023-01-02T00:00:00.000Z", "2023-01-04T23:59:59.999Z"],
    ["2023-01-01T10:00Z/2023-01-01T12:00Z", "UTC", "2023-01-01T10:00:00.000Z", "2023-01-01T12:00:59.999Z"],
    ["2023-01-02T19:21", "Europe/Kyiv", "2023-01-02T17:21:00.000Z", "2023-01-02T17:21:59.999Z"],
    ["2023-01-02T19:21:05.25Z", "Europe/Kyiv", "2023-01-02T19:21:05.250Z", "2023-01-02T19:21:05.250Z"],
  ])("%s in %s", (text, zone, earliest, latest) => {
    expect(span(text, zone)).toEqual([earliest, latest]);
  });

  test("open ends reach from the year 1 to the year 9999", () => {
    expect(parseEdtf("../2023-01", "UTC")).toMatchObject({ ok: true, date: { earliest: OPEN_EARLIEST } });
    expect(parseEdtf("2023-01/..", "UTC")).toMatchObject({ ok: true, date: { latest: OPEN_LATEST } });
  });

  test("the text and the zone are kept", () => {
    expect(parseEdtf(" 2023-01~ ", "Europe/Kyiv")).toMatchObject({
      date: { edtf: "2023-01~", zone: "Europe/Kyiv" },
    });
  });
});

describe("clocks that change", () => {
  test("R32: a day on which the clocks go forward has 23 hours, one on which they go back 25", () => {
    expect(span("2023-03-26", "Europe/Kyiv")).toEqual([
      "2023-03-25T22:00:00.000Z",
      "2023-03-26T20:59:59.999Z",
    ]);
    expect(span("2023-10-29", "Europe/Kyiv")).toEqual([
      "2023-10-28T21:00:00.000Z",
      "2023-10-29T21:59:59.999Z",
    ]);
  });

  test("a time that comes twice means both instants", () => {
    expect(span("2023-10-29T03:30:00", "Europe/Kyiv")).toEqual([
      "2023-10-29T00:30:00.000Z",
      "2023-10-29T01:30:00.999Z",
    ]);
  });

  test("a time that the clocks skip is refused, unless an offset says which instant was meant", () => {
    expect(span("2023-03-26T03:30:00", "Europe/Kyiv")).toBe("no_such_time");
    expect(span("2023-03-26T03:30:00+02:00", "Europe/Kyiv")).toEqual([
      "2023-03-26T01:30:00.000Z",
      "2023-03-26T01:30:00.999Z",
    ]);
  });

  test("a day whose midnight is skipped begins at the first instant that it has", () => {
    expect(span("2022-03-27", "Asia/Beirut")[0]).toBe("2022-03-26T22:00:00.000Z");
    expect(span("2022-03-26", "Asia/Beirut")[1]).toBe("2022-03-26T21:59:59.999Z");
  });

  test("a day that repeats its first hour begins once, and one that the clocks fall back into ends late", () => {
    expect(span("2022-11-05", "America/Havana")[1]).toBe("2022-11-06T03:59:59.999Z");
    expect(span("2022-11-06", "America/Havana")[0]).toBe("2022-11-06T04:00:00.000Z");
    expect(span("2000-10-28", "America/St_Johns")[1]).toBe("2000-10-29T03:29:59.999Z");
  });

  test("a day that a country left out was never", () => {
    expect(span("2011-12-30", "Pacific/Apia")).toBe("no_such_date");
  });

  test("the wall time of each instant leads back to it", () => {
    const zones = fc.constantFrom(
      "Pacific/Chatham",
      "Europe/Moscow",
      "America/St_Johns",
      "Africa/Cairo",
      "UTC",
    );
    fc.assert(
      fc.property(fc.integer({ min: -2e12, max: 3e12 }), zones, (instant, zone) => {
        expect(instantsOf(instant + offsetAt(instant, zone), zone)).toContain(instant);
      }),
    );
  });
});

describe("refused", () => {
  test.each([
    ["", "empty"],
    ["2023-02-30", "no_such_date"],
    ["2023-02-29", "no_such_date"],
    ["2023-13", "no_such_date"],
    ["2023-00-01", "no_such_date"],
    ["0000", "no_such_date"],
    ["2023-01-01T24:00:00Z", "no_such_time"],
    ["2023-01-01T10:60:00", "no_such_time"],
    ["2023-01-01T10:00:00+15:00", "no_such_time"],
    ["2023-01-04/2023-01-01", "backwards"],
    ["../..", "not_edtf"],
    ["/2023", "not_edtf"],
    ["2023/", "not_edtf"],
    ["2023/2024/2025", "not_edtf"],
    ["2023-XX-12", "not_edtf"],
    ["202X-01", "not_edtf"],
    ["2023-21-01", "no_such_date"],
    ["2023-01T10:00:00", "not_edtf"],
    ["2 January 2023", "not_edtf"],
    ["2023-1-2", "not_edtf"],
    ["٢٠٢٣", "not_edtf"],
  ])("%j because it is %s", (text, problem) => {
    expect(parseEdtf(text, "UTC")).toEqual({ ok: false, problem });
  });

  test("a zone that Intl does not know is refused before the text is read", () => {
    expect(parseEdtf("2023", "Europe/Makiivka")).toEqual({ ok: false, problem: "unknown_zone" });
  });

  test("no text whatever stops the reading", () => {
    const pieces = fc.constantFrom(
      "2023",
      "20",
      "-",
      "01",
      "31",
      "X",
      "T",
      ":",
      "Z",
      "+",
      "/",
      "..",
      "?",
      "~",
      "%",
    );
    const texts = fc.oneof(
      fc.string(),
      fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join("")),
    );
    fc.assert(
      fc.property(texts, fc.constantFrom("Pacific/Chatham", "UTC", "nowhere"), (text, zone) => {
        const read = parseEdtf(text, zone);
        if (read.ok) expect(read.date.earliest).toBeLessThanOrEqual(read.date.latest);
      }),
      { numRuns: 1000 },
    );
  });
});

describe("beside another implementation", () => {
  const two = (n: number) => String(n).padStart(2, "0");
  const year = fc.integer({ min: 1000, max: 9998 }).map(String);
  const month = fc.tuple(year, fc.integer({ min: 1, max: 12 })).map(([y, m]) => `${y}-${two(m)}`);
  // The other implementation takes a 29 February of any year, and calls it 1 March.
  const day = fc
    .tuple(month, fc.integer({ min: 1, max: 31 }))
    .map(([m, d]) => `${m}-${two(d)}`)
    .filter((text) => {
      const instant = Date.parse(`${text}T00:00:00Z`);
      return !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(text);
    });
  const masked = fc.oneof(
    year.map((y) => `${y.slice(0, 3)}X`),
    year.map((y) => `${y.slice(0, 2)}XX`),
    year.map((y) => `${y}-XX`),
    month.map((m) => `${m}-XX`),
  );
  const qualified = fc.tuple(fc.oneof(year, month, day), fc.constantFrom("", "?", "~", "%"));
  const point = fc.oneof(
    qualified.map((parts) => parts.join("")),
    masked,
  );

  test("a date in UTC has the same first and last millisecond", () => {
    fc.assert(
      fc.property(point, (text) => {
        expect(ours(text)).toEqual(theirs(text));
      }),
      { numRuns: 500 },
    );
  });

  test("an interval of days in UTC has the same ends, and one that runs backwards is refused", () => {
    const near = fc.integer({ min: 1, max: 28 });
    fc.assert(
      fc.property(month, near, near, (m, from, to) => {
        const text = `${m}-${two(from)}/${m}-${two(to)}`;
        if (from !== to) expect(ours(text)).toEqual(theirs(text));
      }),
    );
  });

  function ours(text: string): [number, number] | null {
    const read = parseEdtf(text, "UTC");
    return read.ok ? [read.date.earliest, read.date.latest] : null;
  }

  function theirs(text: string): [number, number] | null {
    try {
      const { min, max } = edtf(text);
      return [Number(min), Number(max)];
    } catch {
      return null;
    }
  }
});
