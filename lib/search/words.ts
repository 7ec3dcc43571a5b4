/** More than anybody searches for at once; each word costs time. */
const WORDS_MAX = 8;

/** The words in what was typed: letters and digits of any script, without signs. */
export function wordsIn(typed: string): string[] {
  return (typed.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []).slice(0, WORDS_MAX);
}

/** Shorter beginnings than this are those of too many words. */
const PREFIX_LENGTH_MIN = 3;

/** As text for to_tsquery: every word, each also as the beginning of a longer one; never one that it refuses. */
export function tsqueryOf(words: readonly string[]): string {
  return words.map((word) => (word.length < PREFIX_LENGTH_MIN ? `'${word}'` : `'${word}':*`)).join(" & ");
}
