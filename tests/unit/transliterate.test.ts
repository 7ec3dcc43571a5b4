import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { transliterations } from "../../lib/search/transliterate";

describe("what is typed in another script is read in Latin letters", () => {
  const readings: [string, string[]][] = [
    ["Макіївка", ["makiivka"]],
    ["Макеевка", ["makeevka"]],
    ["Игорь Гиркин", ["yhor hyrkyn", "igor girkin"]],
    ["Міністерство оборони", ["ministerstvo oborony", "ministerstvo oboroni"]],
    ["Щёлково", ["shchyolkovo"]],
    ["الفاشر", ["al fashr"]],
    ["السودان", ["al sudan"]],
    ["وزارة الصحة", ["wzara al sha"]],
    ["حَماس", ["hmas"]],
    ["کابل", ["kabl"]],
    ["TASS у Києві", ["tass u kyievi", "tass u kiievi"]],
  ];
  test.each(readings)("%s", (typed, expected) => {
    expect(transliterations(typed)).toEqual(expected);
  });

  test("a text without such letters has no other reading", () => {
    for (const typed of ["", "Kyiv Independent", "63", "שלום", "北京", "é"]) {
      expect(transliterations(typed)).toEqual([]);
    }
  });

  test("whatever is typed, it ends, and leaves no Cyrillic letter of a word of today's Ukrainian or Russian", () => {
    const letters = fc.constantFrom(..."абвгґдеёєжзиіїйклмнопрстуфхцчшщъыьэюя АЯ63-");
    fc.assert(
      fc.property(fc.string({ unit: letters, maxLength: 60 }), (typed) => {
        for (const reading of transliterations(typed)) expect(reading).not.toMatch(/\p{Script=Cyrillic}/u);
      }),
      { numRuns: 1000 },
    );
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (typed) => {
        expect(transliterations(typed).length).toBeLessThanOrEqual(2);
      }),
      { numRuns: 1000 },
    );
  });
});
