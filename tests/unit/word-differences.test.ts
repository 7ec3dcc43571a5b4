import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type WordRun, wordDifferences } from "../../lib/format/word-differences";

const without = (runs: readonly WordRun[], kind: WordRun["kind"]) =>
  runs
    .filter((run) => run.kind !== kind)
    .map(({ text }) => text)
    .join("");

describe("what was changed in a text is told word by word", () => {
  test.each([
    ["63 killed", "89 killed", ["-63", "+89", " killed"]],
    ["at least 63", "63", ["-at least ", "63"]],
    ["died", "died there", ["died", "+ there"]],
    ["same words", "same words", ["same words"]],
    ["", "new", ["+new"]],
    ["погибли 63 военных", "погибли 89 военных", ["погибли ", "-63", "+89", " военных"]],
    ["استشهد 63 جندياً", "استشهد 89 جندياً", ["استشهد ", "-63", "+89", " جندياً"]],
  ])("%s > %s", (before, after, expected) => {
    const signs = { kept: "", removed: "-", added: "+" };
    expect(wordDifferences(before, after).map(({ kind, text }) => signs[kind] + text)).toEqual(expected);
  });

  test("nothing of either text is lost, whatever they are", () => {
    const words = fc
      .array(fc.oneof(fc.constantFrom("a", "b", "c", " ", ", ", "63"), fc.string({ unit: "grapheme" })))
      .map((parts) => parts.join(""));
    fc.assert(
      fc.property(words, words, (before, after) => {
        const runs = wordDifferences(before, after);
        expect(without(runs, "added")).toBe(before);
        expect(without(runs, "removed")).toBe(after);
        expect(runs.every(({ text }) => text !== "")).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  test("texts too long to be compared are told whole, at once", () => {
    const [before, after] = ["x ".repeat(20_000), "y ".repeat(20_000)];
    expect(wordDifferences(before, after).map(({ kind }) => kind)).toEqual(["removed", "added", "kept"]);
  });
});
