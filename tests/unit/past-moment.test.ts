import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseEdtf, type UncertainDate } from "../../lib/dates/edtf";
import { knownBy, momentText, readMoment } from "../../lib/past/moment";

const MOSCOW = "Europe/Moscow";
function date(edtf: string, zone = MOSCOW): UncertainDate {
  const parsed = parseEdtf(edtf, zone);
  if (!parsed.ok) throw new Error(`${edtf}: ${parsed.problem}`);
  return parsed.date;
}
const instant = (text: string) => Date.parse(text);

describe("a moment that a reader asks for", () => {
  test("is the end of a day in the event's zone", () => {
    expect(readMoment("2023-01-03", MOSCOW)).toMatchObject({
      isDay: true,
      until: instant("2023-01-03T20:59:59.999Z"),
    });
  });

  test.each([
    ["2023-01-03T12:00", "2023-01-03T09:00:59.999Z"],
    ["2023-01-03T12:00:30Z", "2023-01-03T12:00:30.999Z"],
    ["2023-01-03T12:00+02:00", "2023-01-03T10:00:59.999Z"],
    // A plus in an address arrives as a blank.
    ["2023-01-03T12:00 02:00", "2023-01-03T10:00:59.999Z"],
    [" 2023-01-03T12:00 ", "2023-01-03T09:00:59.999Z"],
  ])("R32: %s is an instant", (text, until) => {
    expect(readMoment(text, MOSCOW)).toMatchObject({ isDay: false, until: instant(until) });
  });

  test.each([
    "",
    "yesterday",
    "2023",
    "2023-01",
    "2023-02-30",
    "2023-01-03?",
    "2023-01-01/2023-01-03",
    "3.1.2023",
  ])("%j is not understood", (text) => expect(readMoment(text, MOSCOW)).toBeNull());
});

describe("when something had been said", () => {
  test("a day ends where the event was, by whichever clock it was told", () => {
    const end = instant("2023-01-03T20:59:59.999Z");
    for (const zone of [MOSCOW, "Europe/Kyiv", "UTC", "Pacific/Auckland", "America/Los_Angeles"])
      expect(knownBy(date("2023-01-03", zone), MOSCOW)).toBe(end);
  });

  test("R32: what has an hour is an instant", () => {
    expect(knownBy(date("2023-01-03T12:00", "Europe/Kyiv"), MOSCOW)).toBe(
      instant("2023-01-03T10:00:59.999Z"),
    );
  });

  test.each([
    ["2023-01", "2023-01-31"],
    ["2023", "2023-12-31"],
    ["2023-01-01/2023-01-03", "2023-01-03"],
    ["2023-01-02?", "2023-01-02"],
    ["2023-01-02/..", "2023-01-02"],
    ["../2023-01-02", "2023-01-02"],
  ])("%s had been said by the end of %s", (edtf, day) => {
    expect(knownBy(date(edtf), MOSCOW)).toBe(readMoment(day, MOSCOW)?.until);
  });

  test("the address of a moment always holds what was said by then", () => {
    const zones = fc.constantFrom(MOSCOW, "Europe/Kyiv", "America/New_York", "Asia/Kathmandu");
    const from = { min: instant("1990-01-01T00:00:00Z"), max: instant("2040-01-01T00:00:00Z") };
    fc.assert(
      fc.property(fc.integer(from), zones, (at, zone) => {
        const until = readMoment(momentText(at, zone), zone)?.until ?? 0;
        // In the hour that clocks go back through, a time means both of its instants.
        expect(until).toBeGreaterThanOrEqual(at);
        expect(until - at).toBeLessThan(60_000 + 3_600_000);
      }),
      { numRuns: 1000 },
    );
  });

  test("the end of a day is asked for as the day", () => {
    expect(momentText(knownBy(date("2023-01-03", "Europe/Kyiv"), MOSCOW), MOSCOW)).toBe("2023-01-03");
    expect(momentText(instant("2023-01-03T20:58:00Z"), MOSCOW)).toBe("2023-01-03T23:58");
  });
});
