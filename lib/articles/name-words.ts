const SMALL = new Set(["the", "a", "an", "of", "and", "for", "in", "on", "s", "at", "to", "by"]);
const STEM_MIN = 3;
// A country and its people are one for the other: "Russia's defence ministry", "Russian Ministry of Defence".
const ENDING = /(?:ian|ish|ese|an|i|ia|s|a|e)$/;

/**
 * The words that carry the meaning of a name, in their order and each once, so that two spellings of one word are the
 * same: without case, accents and the ends of words.
 */
export function nameWords(name: string): string[] {
  const words = name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/['’]s\b/g, "")
    // "U.N." is one word.
    .replace(/(?<=\b\p{L})\.(?=\p{L}\b)/gu, "")
    .match(/[\p{L}\p{N}]+/gu);
  return [...new Set((words ?? []).filter((word) => !SMALL.has(word)).map(stemOf))];
}

function stemOf(word: string): string {
  let stem = word.replace(/defense/, "defence").replace(/isation(s?)$/, "ization$1");
  for (;;) {
    const shorter = stem.replace(ENDING, "");
    if (shorter === stem || shorter.length < STEM_MIN) return stem;
    stem = shorter;
  }
}
