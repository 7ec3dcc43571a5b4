import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { textWidth } from "../../app/_components/figures/text-width";
import { makeTimeAxis } from "../../app/_components/timeline/time-axis";
import { type Calendar, timeTicks } from "../../app/_components/timeline/time-ticks";
import { makeValueAxis, valueTicks } from "../../app/_components/timeline/value-axis";
import { offsetAt } from "../../lib/dates/zones";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const LABEL = {
  hour: { hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
  day: { day: "numeric", month: "short" },
  month: { month: "short" },
  year: { year: "numeric" },
} as const;

const formats = new Map(
  Object.entries(LABEL).map(([unit, options]) => [
    unit,
    new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", ...options }),
  ]),
);

function calendarOf(zone: string): Calendar {
  return {
    offsetAt: (instant) => offsetAt(instant, zone),
    tell: (wall, unit, row) => {
      if (row === "label") return formats.get(unit)?.format(wall) ?? "";
      return unit === "year" ? "" : String(new Date(wall).getUTCFullYear());
    },
  };
}

/** An axis between two instants, whose dates are of days unless they are of minutes. */
function axisOf(from: number, to: number, lastsMs = DAY) {
  const spans = [from, to].map((at) => ({ at, from: at - lastsMs / 2, to: at + lastsMs / 2 }));
  return makeTimeAxis(spans, [], from, 8);
}

describe("the ticks of time", () => {
  test("a day has its tick where a figure of that day stands: at its noon, on the event's own calendar (R32)", () => {
    // Noon of 2 and of 4 January in Moscow.
    const [from, to] = [Date.parse("2023-01-02T09:00:00Z"), Date.parse("2023-01-04T09:00:00Z")];
    const axis = axisOf(from, to);
    const ticks = timeTicks(axis, 900, calendarOf("Europe/Moscow"));
    expect(ticks.map(({ label }) => label)).toEqual(["2 Jan", "3 Jan", "4 Jan"]);
    expect(ticks[0]?.at).toBe(axis.at(from));
    expect(ticks[2]?.at).toBe(axis.at(to));
  });

  test("the year stands below where it begins", () => {
    const axis = axisOf(Date.parse("2017-10-20"), Date.parse("2018-05-28"));
    const ticks = timeTicks(axis, 900, calendarOf("America/Puerto_Rico"));
    expect(
      ticks.filter(({ below }) => below !== null).map(({ label, below }) => `${label} ${below}`),
    ).toEqual(["Nov 2017", "Jan 2018"]);
    expect(ticks.every(({ isPeriod }) => isPeriod)).toBe(true);
  });

  test("hours are told only of an account whose dates are that precise", () => {
    const [from, to] = [Date.parse("2023-01-02T06:00:00Z"), Date.parse("2023-01-02T18:00:00Z")];
    const told = (lastsMs: number) => timeTicks(axisOf(from, to, lastsMs), 900, calendarOf("UTC"));
    expect(told(60_000)[0]?.label).toMatch(/^\d\d:00$/);
    expect(told(DAY).map(({ label }) => label)).toEqual(["2 Jan"]);
  });

  test("no two of them touch, whatever the span and the width", () => {
    const anySpan = fc.integer({ min: 1, max: 20_000 });
    fc.assert(
      fc.property(anySpan, fc.integer({ min: 200, max: 1200 }), (days, plotPx) => {
        const axis = axisOf(
          Date.parse("2001-02-03T12:00:00Z"),
          Date.parse("2001-02-03T12:00:00Z") + days * DAY,
        );
        const ticks = timeTicks(axis, plotPx, calendarOf("Pacific/Chatham"));
        expect(ticks.length).toBeGreaterThan(0);
        for (const [i, tick] of ticks.entries()) {
          const next = ticks[i + 1];
          const width = Math.max(
            textWidth(tick.label, "sans", 12.5),
            textWidth(tick.below ?? "", "sans", 12.5),
          );
          if (next) expect(((next.at - tick.at) / 100) * plotPx).toBeGreaterThan(width);
        }
      }),
      { numRuns: 1000 },
    );
  });
});

describe("the ticks of values", () => {
  test("they begin at zero, on even steps and on scaled ones", () => {
    const even = valueTicks(makeValueAxis([63, 89], 40, 300), String);
    expect(even.map(({ value }) => value)).toEqual([0, 20, 40, 60, 80]);
    const scaled = valueTicks(makeValueAxis([63, 6000], 40, 300), String);
    expect(scaled[0]?.value).toBe(0);
    expect(scaled.at(-1)?.value).toBe(5000);
  });

  test("none stands above the greatest figure by more than a little, and no two touch", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 5_000_000 }), { minLength: 1, maxLength: 9 }),
        (values) => {
          const axis = makeValueAxis(values, 40, 300);
          const ticks = valueTicks(axis, String);
          expect(Math.max(...ticks.map(({ value }) => value))).toBeLessThanOrEqual(axis.max * 1.05);
          for (const [i, { y }] of ticks.entries()) {
            const next = ticks[i + 1];
            if (next) expect(y - next.y).toBeGreaterThanOrEqual(20);
          }
        },
      ),
      { numRuns: 1000 },
    );
  });
});
