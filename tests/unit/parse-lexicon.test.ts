import { describe, expect, test } from "vitest";
import { QUALIFIER_TABLE, WORD_CONVENTIONS } from "../../lib/quantity/interval";
import { ARABIC } from "../../lib/quantity/lexicon/arabic";
import { ENGLISH } from "../../lib/quantity/lexicon/english";
import { ENGLISH_NOUNS } from "../../lib/quantity/lexicon/english-nouns";
import { phrasesOf } from "../../lib/quantity/lexicon/lookup";
import { MARKS } from "../../lib/quantity/lexicon/marks";
import { RUSSIAN } from "../../lib/quantity/lexicon/russian";
import { UKRAINIAN } from "../../lib/quantity/lexicon/ukrainian";
import { parseQuantity } from "../../lib/quantity/parse";
import { QUALIFIERS } from "../../lib/vocabulary";

const LEXICONS = { MARKS, ENGLISH, ENGLISH_NOUNS, UKRAINIAN, RUSSIAN, ARABIC };
const entries = Object.entries(LEXICONS).flatMap(([name, lexicon]) =>
  phrasesOf(lexicon).map(({ words, meaning }) => ({ name, phrase: words.join(" "), meaning })),
);
const qualifiers = entries.flatMap(({ phrase, meaning }) =>
  meaning.role === "qualifier" ? [{ phrase, ...meaning }] : [],
);

describe("the words that the parser knows", () => {
  test("no phrase means two things", () => {
    const meanings = new Map<string, Set<string>>();
    for (const { phrase, meaning } of entries) {
      const known = meanings.get(phrase) ?? new Set();
      meanings.set(phrase, known.add(JSON.stringify(meaning)));
    }
    expect([...meanings].filter(([, known]) => known.size > 1).map(([phrase]) => phrase)).toEqual([]);
  });

  test.each(qualifiers.filter(({ place }) => place !== "after"))("R2: “$phrase 300” is $qualifier", (row) => {
    expect(parseQuantity(`${row.phrase} 300`, ["killed"])).toMatchObject({
      state: "read",
      quantity: { qualifier: row.qualifier },
    });
  });

  test.each(qualifiers.filter(({ place }) => place !== "before"))(
    "R2: “300 $phrase” is $qualifier",
    (row) => {
      expect(parseQuantity(`300 ${row.phrase}`, ["killed"])).toMatchObject({
        state: "read",
        quantity: { qualifier: row.qualifier },
      });
    },
  );

  const scales = entries.flatMap(({ phrase, meaning }) =>
    meaning.role === "scale" ? [{ phrase, value: meaning.value }] : [],
  );
  test.each(scales)("“3 $phrase” is 3 times $value", ({ phrase, value }) => {
    const n = 3 * value;
    expect(parseQuantity(`3 ${phrase}`, ["killed"])).toMatchObject({
      state: "read",
      quantity: { low: n, high: n },
    });
  });

  const wordRows = entries.flatMap(({ phrase, meaning }) =>
    (meaning.role === "plural" || (meaning.role === "words" && !meaning.isNear)) && meaning.word
      ? [{ phrase, word: meaning.word }]
      : [],
  );
  test.each(wordRows)("R5: “$phrase” is read as $word", ({ phrase, word }) => {
    expect(parseQuantity(phrase, ["killed"])).toMatchObject({
      state: "read",
      quantity: { qualifier: "words", reading: "convention", ...WORD_CONVENTIONS[word] },
    });
  });

  test("R5: every convention has an English word", () => {
    const english = phrasesOf(ENGLISH).flatMap(({ meaning }) =>
      meaning.role === "plural" || meaning.role === "words" ? [meaning.word] : [],
    );
    expect(new Set(english.filter((word) => word !== null))).toEqual(new Set(Object.keys(WORD_CONVENTIONS)));
  });
});

const examples = QUALIFIERS.flatMap((qualifier) =>
  QUALIFIER_TABLE[qualifier].wording.map((wording) => ({ wording, qualifier })),
);
test.each(examples)(
  "the method page's example “$wording” is read as $qualifier",
  ({ wording, qualifier }) => {
    expect(parseQuantity(wording, ["killed"])).toMatchObject({ state: "read", quantity: { qualifier } });
  },
);
