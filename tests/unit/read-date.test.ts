import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { DATE_WORDS } from "../../lib/dates/date-words";
import { parseEdtf, type UncertainDate } from "../../lib/dates/edtf";
import { type DateContext, type ReadDate, readDate } from "../../lib/dates/read-date";
import { ZONE_WORDS } from "../../lib/dates/zone-words";
import { formatDateProblem, formatDateQuestion, formatReadDate } from "../../lib/format/read-date";
import { DATES_ASKED, DATES_GUESSED, DATES_READ, DATES_REFUSED } from "../fixtures/date-wordings";

// Thousands of runs, and other work on the same processors.
vi.setConfig({ testTimeout: 60_000 });

const zone = "Europe/Moscow";
const now = Date.parse("2023-01-05T12:30:00+03:00");

function aDate(edtf: string, inZone = zone): UncertainDate {
  const read = parseEdtf(edtf, inZone);
  if (!read.ok) throw new Error(`${edtf}: ${read.problem}`);
  return read.date;
}

const context: DateContext = { zone, now, near: aDate("2023-01-01") };

describe("what journalists type is understood as they mean it", () => {
  const read = DATES_READ.map(([wording, edtf, inZone]) => [wording, edtf, inZone ?? zone] as const);
  test.each(read)("“%s” is %s", (wording, edtf, inZone) => {
    const date = aDate(edtf, inZone);
    expect(readDate(wording, context)).toEqual({ state: "read", edtf, zone: inZone, date, guessed: [] });
  });

  const guessed = DATES_GUESSED.map(
    ([wording, edtf, what, inZone]) => [wording, edtf, what, inZone ?? zone] as const,
  );
  test.each(guessed)("“%s” is %s, and what was guessed is said", (wording, edtf, what, inZone) => {
    expect(readDate(wording, context)).toMatchObject({ state: "read", edtf, zone: inZone, guessed: what });
  });

  test.each(DATES_ASKED)("“%s” is asked about, never guessed", (wording, question, edtfs) => {
    const asked = readDate(wording, context);
    expect(asked).toMatchObject({ state: "ask", question });
    expect(asked.state === "ask" && asked.readings.map(({ edtf }) => edtf)).toEqual(edtfs);
  });

  test.each(DATES_REFUSED)("“%s” is refused, and the piece in the way is named", (wording, problem, at) => {
    expect(readDate(wording, context)).toEqual({ state: "refused", problem, at });
  });

  test("no wording stands in the tables twice", () => {
    const all = [...DATES_READ, ...DATES_GUESSED, ...DATES_ASKED, ...DATES_REFUSED].map(
      ([wording]) => wording,
    );
    expect(all.filter((wording, at) => all.indexOf(wording) !== at)).toEqual([]);
    expect(all.length).toBeGreaterThan(240);
  });
});

describe("a year that is missing", () => {
  const read = (wording: string, near: UncertainDate | null, at = now) => {
    const done = readDate(wording, { zone, now: at, near });
    return done.state === "read" ? done.edtf : done;
  };

  test("is that of the date close by, on whichever side of New Year it lies", () => {
    expect(read("30 December", aDate("2023-01-02"))).toBe("2022-12-30");
    expect(read("2 January", aDate("2022-12-30"))).toBe("2023-01-02");
  });

  test("is otherwise the latest by which the day had come", () => {
    expect(read("5 January", null)).toBe("2023-01-05");
    expect(read("6 January", null)).toBe("2022-01-06");
    expect(read("29 February", null)).toBe("2020-02-29");
  });

  test("is asked for where the date close by leaves several", () => {
    const asked = readDate("2 March", { zone, now, near: aDate("2021/2022") });
    expect(asked).toEqual({
      state: "ask",
      question: "which_year",
      readings: [
        { edtf: "2021-03-02", zone },
        { edtf: "2022-03-02", zone },
      ],
    });
  });

  test("comes from the end of an open date, and not from a date that says next to nothing", () => {
    expect(read("6 January", aDate("../2020-01-04"))).toBe("2020-01-06");
    expect(read("6 January", aDate("19XX"))).toBe("2022-01-06");
  });
});

describe("R32: an hour alone", () => {
  test("needs a date close by that is no longer than a day", () => {
    const refused = { state: "refused", problem: "not_a_date", at: "12:01 am Moscow time" };
    expect(readDate("12:01 am Moscow time", { zone, now })).toEqual(refused);
    const near = aDate("2022-07-28/2022-07-29");
    expect(readDate("12:01 am Moscow time", { zone, now, near })).toEqual(refused);
  });

  test("is on the day that the named clocks showed: in Kyiv the Makiivka strike was on 31 December", () => {
    const near = aDate("2023-01-01T00:01:00+03:00");
    const read = readDate("11:01 pm Kyiv time", { zone, now, near });
    expect(read).toMatchObject({ state: "read", edtf: "2022-12-31T23:01+02:00", zone: "Europe/Kyiv" });
    expect(read.state === "read" && read.date.earliest).toBe(near.earliest);
  });
});

describe("an abbreviation of a zone", () => {
  test("is that of the event's place where its clocks show it", () => {
    const libya = { zone: "Africa/Tripoli", now };
    expect(readDate("1 July 2023 10:00 EET", libya)).toMatchObject({ zone: "Africa/Tripoli" });
    const island = { zone: "America/Puerto_Rico", now };
    expect(readDate("20 Sep 2017 06:15 AST", island)).toMatchObject({ edtf: "2017-09-20T06:15-04:00" });
  });

  test("is refused where it may be the event's own time under the same letters", () => {
    const dhaka = { zone: "Asia/Dhaka", now };
    expect(readDate("1 July 2023 10:00 BST", dhaka)).toMatchObject({ problem: "unknown_zone", at: "BST" });
  });
});

test("a zone that is not known is refused before anything is read in it", () => {
  const refused = readDate("2 Jan 2023", { zone: "Europe/Makiivka", now });
  expect(refused).toEqual({ state: "refused", problem: "unknown_zone", at: "Europe/Makiivka" });
});

test("a day that a zone left out never was", () => {
  const refused = readDate("30 December 2011", { zone: "Pacific/Apia", now });
  expect(refused).toMatchObject({ problem: "no_such_date" });
});

describe("the answer, told to whoever typed it", () => {
  const told = (wording: string) => {
    const done = readDate(wording, context);
    if (done.state === "read") return formatReadDate(done, "en");
    return done.state === "refused" ? formatDateProblem(done, "en") : formatDateQuestion(done, "en");
  };

  test.each([
    ["2 Jan 2023", "2 January 2023, whole day, Moscow time (UTC+3)"],
    ["31 Dec 2022 at 23:01 Kyiv time", "31 December 2022, 23:01, Kyiv time (UTC+2)"],
    ["1 Jan 2023 0:01 GMT", "1 January 2023, 00:01, UTC"],
    ["1 Jan 2023 0:01 GMT-4", "1 January 2023, 00:01, UTC−4"],
    ["early January 2023", "between 1 and 10 January 2023, Moscow time (UTC+3)"],
    ["before 4 January 2023", "by 4 January 2023, Moscow time (UTC+3)"],
    ["after 4 January 2023", "from 4 January 2023, Moscow time (UTC+3)"],
    ["8 Jan 2020 02:00 Tehran time", "8 January 2020, 02:00, Tehran time (UTC+3:30)"],
    ["March 2023, Kyiv time", "March 2023, Kyiv time"],
    [
      "2.1.2023",
      "2 January 2023, whole day, Moscow time (UTC+3). The day is taken to stand before the month.",
    ],
  ])("“%s” is told as %s", (wording, sentence) => {
    expect(told(wording)).toBe(sentence);
  });

  test("an abbreviation of several zones is answered with what to write instead", () => {
    const sentence = told("1 Jan 2023 10:00 IST");
    expect(sentence).toContain("IST");
    for (const choice of ["India time", "Israel time", "Dublin time"]) {
      expect(sentence).toContain(`“${choice}”`);
      expect(readDate(`1 Jan 2023 10:00 ${choice}`, context)).toMatchObject({ state: "read" });
    }
  });

  test("a question comes with its readings in words", () => {
    expect(told("2/1/2023")).toEqual({
      question: "Which of the numbers is the day, and which the month?",
      answers: [
        {
          reading: { edtf: "2023-01-02", zone },
          told: "2 January 2023, whole day, Moscow time (UTC+3)",
        },
        {
          reading: { edtf: "2023-02-01", zone },
          told: "1 February 2023, whole day, Moscow time (UTC+3)",
        },
      ],
    });
  });

  test.each(DATES_REFUSED)("the refusal of “%s” is a sentence", (wording) => {
    expect(told(wording)).toMatch(/^[^{}]{5,}\.$/);
  });
});

const runs = { numRuns: 1000 };

const zones = fc.constantFrom(
  "Europe/Moscow",
  "Africa/Tripoli",
  "Pacific/Apia",
  "America/New_York",
  "Asia/Gaza",
);
const nearby = fc.constantFrom("2023-01-01", "2022", "2022-07-28/2022-07-29", "../2023", "2024-02-29T10:00Z");
const contexts = fc
  .record({ zone: zones, now: fc.integer({ min: -3e12, max: 8e12 }), near: fc.option(nearby) })
  .map((one): DateContext => ({ ...one, near: one.near === null ? null : aDate(one.near, one.zone) }));

const word = fc.constantFrom(...[...DATE_WORDS, ...ZONE_WORDS].map(([phrase]) => phrase));
const number = fc.oneof(
  fc.integer({ min: 0, max: 33 }).map(String),
  fc.constantFrom(
    "2023",
    "2/1/2023",
    "02.01.2023",
    "00:01",
    "23:59",
    "2023-01-02",
    "٢",
    "-",
    "–",
    "?",
    ",",
    "/",
  ),
);
const wordySalad = fc
  .array(fc.oneof(word, number, fc.string({ maxLength: 3 })), { maxLength: 9 })
  .map((words) => words.join(" "));
const anyText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 250 }),
  fc.string({ unit: "grapheme" }),
  wordySalad,
);

function readingsOf(read: ReadDate) {
  if (read.state === "read") return [read];
  return read.state === "ask" ? read.readings : [];
}

test("whatever is typed, nothing breaks, and every reading is a date in its zone", () => {
  fc.assert(
    fc.property(anyText, contexts, (text, around) => {
      const read = readDate(text, around);
      for (const { edtf, zone: inZone } of readingsOf(read)) {
        expect(parseEdtf(edtf, inZone)).toMatchObject({ ok: true, date: { edtf } });
      }
      if (read.state === "ask") expect(read.readings.length).toBeGreaterThan(1);
      if (read.state === "refused") expect(`${text}${around.zone}`).toContain(read.at);
    }),
    { numRuns: 3000 },
  );
});

test("dates in words that are all known are read often enough for the above to mean something", () => {
  const samples = fc.sample(fc.tuple(wordySalad, contexts), { numRuns: 3000, seed: 1 });
  const read = samples.filter(([text, around]) => readDate(text, around).state === "read");
  expect(read.length).toBeGreaterThan(60);
});

const intl = (tag: string, options: Intl.DateTimeFormatOptions) => {
  const format = new Intl.DateTimeFormat(tag, { calendar: "gregory", timeZone: "UTC", ...options });
  return (day: Date) => format.format(day);
};
const long: Intl.DateTimeFormatOptions = { day: "numeric", month: "long", year: "numeric" };
const short: Intl.DateTimeFormatOptions = { day: "numeric", month: "short", year: "numeric" };
const full: Intl.DateTimeFormatOptions = { ...long, weekday: "long" };
const dots: Intl.DateTimeFormatOptions = { day: "2-digit", month: "2-digit", year: "numeric" };

/** How other programs write a day: none of these texts is our own. */
const STYLES: Readonly<Record<string, (day: Date) => string>> = {
  iso: (day) => day.toISOString().slice(0, 10),
  ...Object.fromEntries(
    ["en-GB", "en-US", "uk", "ru", "ar-EG", "ar-SA", "ar-LB", "ar-MA", "ar-DZ"].flatMap((tag) => [
      [`${tag} long`, intl(tag, long)],
      [`${tag} full`, intl(tag, full)],
    ]),
  ),
  "en-GB short": intl("en-GB", short),
  "en-US short": intl("en-US", short),
  "uk short": intl("uk", short),
  "ru short": intl("ru", short),
  "uk dots": intl("uk", dots),
  "ru dots": intl("ru", dots),
};

test.each(Object.entries(STYLES))("any day written in the style %s is read as that day", (_, write) => {
  const days = fc.date({ min: new Date("1900-01-01"), max: new Date("2099-12-31"), noInvalidDate: true });
  fc.assert(
    fc.property(days, (day) => {
      const read = readDate(write(day), { zone: "UTC", now, near: null });
      expect([write(day), read]).toMatchObject([
        write(day),
        { state: "read", edtf: day.toISOString().slice(0, 10), zone: "UTC" },
      ]);
    }),
    runs,
  );
});

test("any moment written with a zone's clock is that moment, or is asked about or refused there", () => {
  const places = fc.constantFrom(
    ["Europe/Kyiv", "Kyiv time"],
    ["Asia/Gaza", "Gaza time"],
    ["America/New_York", "ET"],
    ["Africa/Khartoum", "Khartoum time"],
    ["Asia/Tehran", "Asia/Tehran"],
  );
  const minutes = fc.integer({ min: 0, max: 30_000_000 });
  fc.assert(
    fc.property(places, minutes, ([inZone = "", name = ""], minute) => {
      const instant = minute * 60_000;
      const date = intl("en-GB", { ...long, timeZone: inZone })(new Date(instant));
      const clock = intl("en-GB", { hour: "2-digit", minute: "2-digit", timeZone: inZone })(
        new Date(instant),
      );
      const readings = readingsOf(readDate(`${clock} ${name} on ${date}`, { zone, now, near: null }));
      const instants = readings.map(({ edtf }) => aDate(edtf, inZone).earliest);
      expect(instants).toContain(instant);
    }),
    runs,
  );
});
