import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import {
  type Counted,
  formatParseProblem,
  formatParseQuestion,
  formatPossibleReading,
  formatQuantity,
} from "../../lib/format/quantity";
import { type ConventionWord, countsPeople, WORD_CONVENTIONS } from "../../lib/quantity/interval";
import { parseQuantity } from "../../lib/quantity/parse";
import {
  PARSE_PROBLEMS,
  PARSE_QUESTIONS,
  type ParsedQuantity,
  READING_REASONS,
} from "../../lib/quantity/parse-types";
import type { Quantity } from "../../lib/quantity/quantity";
import { type QuantityInput, quantityOf } from "../../lib/quantity/validity";
import { type MeasureKind, QUALIFIERS } from "../../lib/vocabulary";
import messages from "../../messages/en.json";
import { WORDINGS } from "../fixtures/wordings";

// Thousands of runs, and other work on the same processors.
vi.setConfig({ testTimeout: 30_000 });

const PEOPLE: Counted = { kinds: ["killed"], unit: "people" };

function quantity(said: Omit<QuantityInput, "raw">, kinds: readonly MeasureKind[] = ["killed"]): Quantity {
  const made = quantityOf({ raw: "as said", ...said }, kinds);
  if (!made.ok) throw new Error(JSON.stringify([said, made.problems]));
  return made.quantity;
}

describe("a quantity in plain words", () => {
  test.each([
    [{ qualifier: "exact", n: 63 }, "63", "63 people"],
    [{ qualifier: "exact", n: 1 }, "1", "1 person"],
    [{ qualifier: "exact", n: 0 }, "exactly 0", "exactly 0 people"],
    [{ qualifier: "about", n: 6000 }, "about 6,000", "about 6,000 people"],
    [{ qualifier: "at_least", n: 63 }, "at least 63", "at least 63 people"],
    [{ qualifier: "at_least", n: 1 }, "at least 1", "at least 1 person"],
    [{ qualifier: "more_than", n: 300 }, "over 300", "over 300 people"],
    [{ qualifier: "up_to", n: 10 }, "up to 10", "up to 10 people"],
    [{ qualifier: "fewer_than", n: 50 }, "fewer than 50", "fewer than 50 people"],
    [{ qualifier: "between", n: 100, last: 300 }, "between 100 and 300", "between 100 and 300 people"],
    [
      { qualifier: "words", word: "hundreds" },
      "hundreds (100–999, our reading)",
      "hundreds of people (100–999, our reading)",
    ],
    [{ qualifier: "none" }, "none", "no people"],
    [{ qualifier: "some" }, "some, number not stated", "some people, number not stated"],
    [{ qualifier: "not_stated" }, "number not stated", "number of people not stated"],
    [
      { qualifier: "estimate_ci", n: 793, last: 8498, central: 4645 },
      "4,645 (confidence interval 793–8,498)",
      "4,645 people (confidence interval 793–8,498)",
    ],
    [
      { qualifier: "estimate_ci", n: 793, last: 8498 },
      "confidence interval 793–8,498",
      "confidence interval 793–8,498 people",
    ],
    [
      { qualifier: "relative", n: 400 },
      "fewer than the 400 of another claim",
      "fewer than the 400 people of another claim",
    ],
  ] as const)("R2, R5: %o is told in its own terms, with its noun in number", (said, bare, counted) => {
    expect(formatQuantity(quantity(said), "en")).toBe(bare);
    expect(formatQuantity(quantity(said), "en", PEOPLE)).toBe(counted);
  });

  test.each([
    [["equipment_destroyed"], "at least 1 piece of equipment", "at least 2 pieces of equipment"],
    [["structures_damaged"], "at least 1 structure", "at least 2 structures"],
    [["munitions_used"], "at least 1 munition", "at least 2 munitions"],
    [["killed", "injured"], "at least 1 person", "at least 2 people"],
    [["other"], "at least 1 tonnes of grain", "at least 2 tonnes of grain"],
    [["killed", "structures_damaged"], "at least 1 tonnes of grain", "at least 2 tonnes of grain"],
  ] as const)("what %o counts is named by its kinds, or else by its unit", (kinds, one, two) => {
    const counted = { kinds, unit: "tonnes of grain" };
    expect(formatQuantity(quantity({ qualifier: "at_least", n: 1 }, kinds), "en", counted)).toBe(one);
    expect(formatQuantity(quantity({ qualifier: "at_least", n: 2 }, kinds), "en", counted)).toBe(two);
  });

  test("a fraction keeps its decimals", () => {
    expect(formatQuantity(quantity({ qualifier: "more_than", n: 2.123456 }, ["other"]), "en")).toBe(
      "over 2.123456",
    );
  });

  test("set from right to left, the words are the same", () => {
    const told = formatQuantity(quantity({ qualifier: "between", n: 100, last: 300 }), "ar-XB", PEOPLE);
    expect(told.replace(/[\u202a-\u202e\u2066-\u2069]/g, "")).toBe("between 100 and 300 people");
  });
});

const COUNTED: readonly Counted[] = [
  { kinds: ["killed"], unit: "people" },
  { kinds: ["killed", "injured"], unit: "people" },
  { kinds: ["equipment_destroyed"], unit: "vehicles" },
  { kinds: ["structures_damaged"], unit: "buildings" },
  { kinds: ["munitions_used"], unit: "rockets" },
  { kinds: ["other"], unit: "barrels of oil" },
  { kinds: ["other"], unit: "" },
];

const whole = fc.oneof(
  fc.nat(2000),
  fc.nat(3_000_000),
  fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER - 1 }),
  fc.constantFrom(0, 1, 2, 999, 1000, 1001, Number.MAX_SAFE_INTEGER - 1),
);
const fraction = fc
  .tuple(fc.nat(999_999), fc.integer({ min: 1, max: 999_999 }), fc.integer({ min: 1, max: 6 }))
  .map(([n, rest, places]) => Number(`${n}.${String(rest).slice(0, places)}`));

/** Every quantity that a measure accepts, and what the measure counts. */
const told = fc
  .record({
    counted: fc.constantFrom(...COUNTED),
    qualifier: fc.constantFrom(...QUALIFIERS),
    wholes: fc.tuple(whole, whole, whole),
    fractions: fc.tuple(fraction, fraction, fraction),
    isFraction: fc.boolean(),
    hasCentral: fc.boolean(),
    word: fc.constantFrom(...(Object.keys(WORD_CONVENTIONS) as ConventionWord[])),
  })
  .map(({ counted, qualifier, wholes, fractions, isFraction, hasCentral, word }) => {
    const three = isFraction && !countsPeople(counted.kinds) ? fractions : wholes;
    const [low = 0, central = 0, high = 0] = [...three].sort((a, b) => a - b);
    const isOfTwo = qualifier === "between" || qualifier === "estimate_ci";
    // Fewer than zero is nothing, and no quantity.
    const n = (qualifier === "fewer_than" || qualifier === "relative") && low === 0 ? 1 : low;
    const middle = qualifier === "estimate_ci" && hasCentral ? central : null;
    const said = { qualifier, n, last: isOfTwo ? high : null, central: middle, word };
    return { counted, quantity: quantity(said, counted.kinds) };
  });

const bare = (parsed: ParsedQuantity) => {
  if (parsed.state === "refused") return parsed;
  const quantities = parsed.state === "read" ? [parsed.quantity] : parsed.readings.map((one) => one.quantity);
  return quantities.map(({ qualifier, low, high, central, reading }) => ({
    qualifier,
    low,
    high,
    central,
    reading,
  }));
};

describe("what is told can be read back", () => {
  const runs = { numRuns: 3000 };

  test("R1, R2, R5: in the language of the page, every quantity comes back, but for its words", () => {
    fc.assert(
      fc.property(
        told,
        fc.constantFrom("en", "ar-XB"),
        fc.boolean(),
        ({ quantity: said, counted }, locale, isBare) => {
          const text = formatQuantity(said, locale, isBare ? null : counted);
          const parsed = parseQuantity(text, counted.kinds, { language: "en", unit: counted.unit });
          expect(parsed).toMatchObject({ state: "read", quantity: { ...said, raw: text } });
        },
      ),
      runs,
    );
  });

  test("where nobody says the language, it comes back for people, and for things is among the readings", () => {
    fc.assert(
      fc.property(told, ({ quantity: { raw: _, ...said }, counted }) => {
        const parsed = parseQuantity(formatQuantity(said as Quantity, "en"), counted.kinds);
        expect(bare(parsed)).toContainEqual(said);
        if (countsPeople(counted.kinds)) expect(parsed.state).toBe("read");
      }),
      runs,
    );
  });
});

describe("what a person is told of a wording that is no quantity yet", () => {
  test("each problem, question and reason has its sentence, and no sentence is left over", () => {
    expect(Object.keys(messages.quantity.problem)).toEqual([...PARSE_PROBLEMS]);
    expect(Object.keys(messages.quantity.question)).toEqual([...PARSE_QUESTIONS]);
    expect(Object.keys(messages.quantity.why)).toEqual([...READING_REASONS]);
  });

  test("a refusal names the piece that was not understood", () => {
    const parsed = parseQuantity("mobiks 63", ["killed"]);
    if (parsed.state !== "refused") throw new Error(parsed.state);
    expect(formatParseProblem(parsed, "en")).toMatch(/^“mobiks” was not understood/);
  });

  test("a question is told with its choices", () => {
    const parsed = parseQuantity("63 of 80", ["killed"]);
    if (parsed.state !== "ask") throw new Error(parsed.state);
    expect(formatParseQuestion(parsed, "en")).toMatch(/the part, or the whole/);
    expect(parsed.readings.map((reading) => formatPossibleReading(reading, "en", PEOPLE))).toEqual([
      "63 people: the part, “63”",
      "80 people: the whole, “80”",
    ]);
  });

  test("a lone figure that may be of something else is not told as one of several", () => {
    const parsed = parseQuantity("12 injured", ["killed"]);
    if (parsed.state !== "ask") throw new Error(parsed.state);
    expect(formatParseQuestion(parsed, "en")).toMatch(/^“12 injured” may count something else/);
  });

  test("no wording of the table leaves a message untold", () => {
    for (const { raw, kinds, ...options } of WORDINGS) {
      const parsed = parseQuantity(raw, kinds ?? ["killed"], options);
      const sentences =
        parsed.state === "refused"
          ? [formatParseProblem(parsed, "en")]
          : parsed.state === "ask"
            ? [
                formatParseQuestion(parsed, "en"),
                ...parsed.readings.map((one) => formatPossibleReading(one, "en")),
              ]
            : [formatQuantity(parsed.quantity, "en")];
      for (const sentence of sentences) expect(sentence).not.toMatch(/^quantity\.|\{\w+\}/);
    }
  });

  test("nothing that was typed stops the telling, and all of it stands in the sentence", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (raw) => {
        const parsed = parseQuantity(raw, ["killed"]);
        if (parsed.state === "refused") expect(formatParseProblem(parsed, "en")).toContain(parsed.at);
      }),
    );
  });
});
