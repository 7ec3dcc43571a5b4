import fc from "fast-check";
import { expect, test } from "vitest";
import { markWords } from "../../lib/search/mark-words";
import { tsqueryOf, wordsIn } from "../../lib/search/words";

test("a query is made of the words alone, whatever is typed between them", () => {
  expect(wordsIn(" at least  63! (Makiivka)")).toEqual(["at", "least", "63", "Makiivka"]);
  expect(wordsIn("Макіївка، ١٢٠٠")).toEqual(["Макіївка", "١٢٠٠"]);
  expect(wordsIn("?! — …")).toEqual([]);
  expect(tsqueryOf(["at", "phone"])).toBe("'at' & 'phone':*");
});

test("no text makes a query that the database would refuse", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (typed) => {
      const words = wordsIn(typed);
      expect(words.length).toBeLessThanOrEqual(8);
      expect(tsqueryOf(words)).toMatch(words.length === 0 ? /^$/ : /^'[^'\\]+'(:\*)?( & '[^'\\]+'(:\*)?)*$/);
    }),
    { numRuns: 1000 },
  );
});

test("what was typed is marked where a word begins with it, whatever its capitals and accents", () => {
  const marked = (text: string, ...typed: string[]) =>
    markWords(text, typed)
      .map(({ text, isHit }) => (isHit ? `[${text}]` : text))
      .join("");
  expect(marked("Eighty-nine Phones in Makiïvka", "phone", "makii")).toBe(
    "Eighty-nine [Phones] in [Makiïvka]",
  );
  expect(marked("63 killed, 630 injured", "63")).toBe("[63] killed, [630] injured");
  expect(marked("Макіївка", "макі")).toBe("[Макіївка]");
});

test("a marked text is the text, part by part", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.array(fc.string({ minLength: 1 })), (text, typed) => {
      expect(
        markWords(text, typed)
          .map((part) => part.text)
          .join(""),
      ).toBe(text);
    }),
    { numRuns: 1000 },
  );
});
