import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { ARABIC } from "../../lib/quantity/lexicon/arabic";
import { ENGLISH } from "../../lib/quantity/lexicon/english";
import { ENGLISH_NOUNS } from "../../lib/quantity/lexicon/english-nouns";
import { phrasesOf } from "../../lib/quantity/lexicon/lookup";
import { MARKS } from "../../lib/quantity/lexicon/marks";
import { RUSSIAN } from "../../lib/quantity/lexicon/russian";
import { UKRAINIAN } from "../../lib/quantity/lexicon/ukrainian";
import { parseQuantity } from "../../lib/quantity/parse";
import { type ParsedQuantity, WORDING_LENGTH_MAX } from "../../lib/quantity/parse-types";
import type { Quantity } from "../../lib/quantity/quantity";
import { quantityProblems } from "../../lib/quantity/validity";
import { MEASURE_KINDS, type MeasureKind } from "../../lib/vocabulary";
import { WORDINGS } from "../fixtures/wordings";

// Thousands of runs, and other work on the same processors.
vi.setConfig({ testTimeout: 30_000 });

const runs = { numRuns: 2000 };
const kinds: fc.Arbitrary<MeasureKind[]> = fc.subarray([...MEASURE_KINDS], { minLength: 1, maxLength: 3 });

/** Any text at all: every character, halves of characters, and controls. */
const anyText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.string({ unit: "grapheme", maxLength: 60 }),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 })
    .map((codes) => String.fromCharCode(...codes)),
);

const LEXICONS = [MARKS, ENGLISH, ENGLISH_NOUNS, UKRAINIAN, RUSSIAN, ARABIC];
const phrase = fc.constantFrom(...LEXICONS.flatMap(phrasesOf).map(({ words }) => words.join(" ")));
const number = fc.oneof(
  fc.nat(5000).map(String),
  fc.constantFrom("1,200", "14.000", "2.5", "1 234", "٦٣", "1,23,4"),
);

/** Texts made of the very words that the parser knows, in any order. */
const wordySalad = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: phrase },
      { weight: 2, arbitrary: number },
      { weight: 1, arbitrary: anyText },
    ),
    {
      maxLength: 12,
    },
  )
  .chain((words) => fc.constantFrom(" ", " ", ", ", "-", "").map((joint) => words.join(joint)));

const wording = fc.oneof(anyText, wordySalad, fc.constantFrom(...WORDINGS.map(({ raw }) => raw)));

function quantitiesOf(parsed: ParsedQuantity): Quantity[] {
  if (parsed.state === "read") return [parsed.quantity];
  return parsed.state === "ask" ? parsed.readings.map(({ quantity }) => quantity) : [];
}

function piecesOf(parsed: ParsedQuantity): string[] {
  if (parsed.state === "refused") return [parsed.at];
  const readings = parsed.state === "ask" ? [parsed.at, ...parsed.readings.map(({ at }) => at)] : [];
  return [...readings, ...parsed.leftAside];
}

describe("whatever is typed", () => {
  test("R1, R31: each quantity that comes of it keeps the raw text, and its measure accepts it", () => {
    fc.assert(
      fc.property(wording, kinds, (raw, of) => {
        for (const quantity of quantitiesOf(parseQuantity(raw, of))) {
          expect(quantity.raw).toBe(raw);
          expect(quantityProblems(quantity, of)).toEqual([]);
        }
      }),
      runs,
    );
  });

  test("what was not understood is a piece of the very text, and short", () => {
    fc.assert(
      fc.property(wording, kinds, (raw, of) => {
        for (const piece of piecesOf(parseQuantity(raw, of))) {
          expect(raw).toContain(piece);
          expect(piece.length).toBeLessThanOrEqual(80);
        }
      }),
      runs,
    );
  });

  test("a question has at least one reading, and none twice", () => {
    fc.assert(
      fc.property(wording, kinds, (raw, of) => {
        const parsed = parseQuantity(raw, of);
        if (parsed.state !== "ask") return;
        const readings = quantitiesOf(parsed).map((quantity) => JSON.stringify(quantity));
        expect(readings.length).toBeGreaterThan(0);
        expect(new Set(readings).size).toBe(readings.length);
      }),
      runs,
    );
  });

  test("an unknown word never passes in silence, wherever it stands", () => {
    for (const { raw } of WORDINGS) {
      for (const text of [`qwrtz ${raw}`, `${raw} qwrtz`]) {
        expect([text, parseQuantity(text, ["killed"]).state]).not.toEqual([text, "read"]);
      }
    }
  });

  test("quotes, spaces, brackets and marks of direction around a wording change nothing", () => {
    for (const { raw, kinds: of } of WORDINGS) {
      const bare = said(parseQuantity(raw, of ?? ["killed"]));
      for (const [open, close] of ["“”", "«»", "()", "\n ", "\u2068\u2069", "\u202b\u202c"]) {
        const text = `${open}${raw}${close}`;
        expect([text, said(parseQuantity(text, of ?? ["killed"]))]).toEqual([text, bare]);
      }
    }
  });
});

function said(parsed: ParsedQuantity) {
  return quantitiesOf(parsed).map(({ qualifier, low, high, central }) => ({ qualifier, low, high, central }));
}

describe("a text of any length", () => {
  test.each([
    ["letters", "a"],
    ["digits", "9"],
    ["spaces", " "],
    ["groups", "1,"],
    ["brackets", "("],
    ["halves of characters", "\ud83d"],
    ["Arabic joints", "و"],
    ["number words", "one hundred and "],
    ["qualifiers", "at least "],
    ["hyphens", "-"],
    ["markup", "<b"],
    ["accents", "e\u0301\u0301"],
  ])("of a million %s is answered, and at the longest that is read too", (_, unit) => {
    for (const length of [WORDING_LENGTH_MAX, 1_000_000]) {
      const raw = unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
      expect(parseQuantity(raw, ["killed"]).state).toBe("refused");
    }
  });

  test("one character more than is read is refused for its length, and says so", () => {
    const raw = `63${" ".repeat(WORDING_LENGTH_MAX - 2)}`;
    expect(parseQuantity(raw, ["killed"]).state).toBe("read");
    expect(parseQuantity(`${raw} `, ["killed"])).toEqual({ state: "refused", problem: "too_long", at: "63" });
  });
});

/** Every form of digits and marks in which a number is typed, by the language that writes it so. */
const LOCALES = [
  "en",
  "uk",
  "ru",
  "ar-EG",
  "de",
  "fr",
  "en-IN",
  "fa",
  "de-CH",
  "pl",
  "es",
  "hi-u-nu-deva",
  "bn",
];
const locale = fc.constantFrom(...LOCALES);
const whole = fc.oneof(
  fc.integer({ min: 1, max: 20_000 }),
  fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
  fc.constantFrom(999, 1000, 1001, 99_999, 100_000, 1_000_000, Number.MAX_SAFE_INTEGER),
);
const fraction = fc
  .tuple(
    fc.integer({ min: 0, max: 999_999 }),
    fc.integer({ min: 1, max: 999_999 }),
    fc.integer({ min: 1, max: 6 }),
  )
  .map(([n, rest, places]) => Number(`${n}.${String(rest).slice(0, places)}`));

function typed(n: number, language: string): string {
  return new Intl.NumberFormat(language, { maximumFractionDigits: 6 }).format(n);
}

describe("numbers in the digits and marks of a language", () => {
  test("a number of people is read without knowing the language", () => {
    fc.assert(
      fc.property(whole, locale, (n, language) => {
        const parsed = parseQuantity(typed(n, language), ["killed"]);
        expect(parsed).toMatchObject({ state: "read", quantity: { qualifier: "exact", low: n, high: n } });
      }),
      runs,
    );
  });

  test("a number of things is read when the language is known", () => {
    fc.assert(
      fc.property(fc.oneof(whole, fraction), locale, (n, language) => {
        const raw = typed(n, language);
        const parsed = parseQuantity(raw, ["other"], { language });
        expect(parsed).toMatchObject({ state: "read", quantity: { raw, low: n, high: n } });
      }),
      runs,
    );
  });

  test("where the language is not known, the right number is read or is among the readings", () => {
    fc.assert(
      fc.property(fc.oneof(whole, fraction), locale, (n, language) => {
        const lows = quantitiesOf(parseQuantity(typed(n, language), ["other"])).map(({ low }) => low);
        expect(lows).toContain(n);
      }),
      runs,
    );
  });

  test("a language that nobody knows settles nothing, and stops nothing", () => {
    fc.assert(
      fc.property(fc.string(), (language) => {
        expect(parseQuantity("14.000", ["killed"], { language })).toMatchObject({ state: "read" });
      }),
      runs,
    );
  });
});

test("the kinds of a measure decide whether a fraction is one", () => {
  const people: readonly MeasureKind[] = ["killed", "other"];
  expect(parseQuantity("2.5", people)).toMatchObject({ problem: "fraction_of_people" });
  expect(parseQuantity("2.5", ["other"])).toMatchObject({ quantity: { low: 2.5 } });
});
