import fc from "fast-check";
import { expect, it } from "vitest";
import { extractCandidates } from "../../lib/extraction/extract-candidates";
import { NOTHING, SENTENCES } from "../fixtures/extraction/sentences";

const words = fc.constantFrom(
  ...[
    "killed",
    "wounded",
    "at least",
    "12",
    "3,000",
    "dozens",
    "of",
    "and",
    "or",
    "said",
    "the ministry",
    "he",
    "it",
  ],
  ...[
    "according to",
    "“",
    "”",
    '"',
    ",",
    ";",
    "(",
    ")",
    "—",
    "no",
    "no one",
    "a",
    "man",
    "between",
    "5-7",
    "up to",
  ],
  ...[
    "Ana Ruiz",
    "told",
    "Reuters",
    "citing",
    "was",
    "were",
    "including",
    "of them",
    "on Tuesday",
    "\n",
    ".",
    "%",
    "$",
  ],
);
const prose = fc.array(words, { maxLength: 60 }).map((all) => all.join(" "));
const RUNS = { numRuns: 1000 };

it("no text makes it throw, and whatever is found stands in the text, in its order", () => {
  fc.assert(
    fc.property(fc.oneof(prose, fc.string({ unit: "binary", maxLength: 300 })), (text) => {
      let before = 0;
      for (const one of extractCandidates({ text, publishedOn: "2026-03-15" })) {
        expect(one.start).toBeGreaterThanOrEqual(Math.min(before, one.passage.start));
        expect(one.end).toBeGreaterThan(one.start);
        expect(one.end).toBeLessThanOrEqual(text.length);
        before = one.passage.start;
        for (const said of [one.claimant, one.via])
          if (said) expect(text.slice(said.start, said.end)).toBe(said.text);
        if (one.type === "figure") expect(text.slice(one.figure.start, one.figure.end)).toBe(one.figure.text);
      }
    }),
    RUNS,
  );
}, 30_000);

it("the same text twice gives the same, and a paragraph behind it changes nothing of what stands before", () => {
  fc.assert(
    fc.property(prose, fc.constantFrom(...NOTHING), (text, more) => {
      const found = extractCandidates({ text });
      expect(extractCandidates({ text })).toEqual(found);
      const figures = (all: typeof found) =>
        all.filter((one) => one.type === "figure").map(({ start, end }) => [start, end]);
      const after = figures(extractCandidates({ text: `${text}\n\n${more}` }));
      expect(after.slice(0, figures(found).length)).toEqual(figures(found));
    }),
    RUNS,
  );
}, 30_000);

it("fifty thousand words are read in two seconds", () => {
  const all = SENTENCES.map(({ text }) => text).join(" ");
  const paragraphs: string[] = [];
  for (let count = 0; count < 50_000; count += all.split(/\s+/).length) paragraphs.push(all);
  const text = paragraphs.join("\n\n");
  const begun = process.cpuUsage();
  const found = extractCandidates({ text, publishedOn: "2026-03-15" });
  expect(secondsSince(begun)).toBeLessThan(2);
  expect(found.length).toBeGreaterThan(1000);
}, 20_000);

it.each([
  ["digits, commas and brackets", "1234,567(89]),", 5_000_000],
  ["numbers", "1 ", 1_000_000],
  ["brackets", "(", 1_000_000],
  ["one word", "killed ", 1_000_000],
  ["a joint", "and ", 1_000_000],
  ["quotation marks", "“", 1_000_000],
  ["speakers", "he said ", 1_000_000],
])(
  "a text of nothing but %s does not hold it up",
  (_, part, length) => {
    const text = part.repeat(Math.ceil(length / part.length));
    const begun = process.cpuUsage();
    extractCandidates({ text });
    expect(secondsSince(begun)).toBeLessThan(2);
  },
  20_000,
);

/** Of the processor, which does not depend on what else the machine does. */
function secondsSince(begun: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / 1e6;
}
