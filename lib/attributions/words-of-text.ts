/** Scripts that are written without spaces: each of their letters counts as a word. */
const SPACELESS = "\\p{sc=Han}\\p{sc=Hira}\\p{sc=Kana}\\p{sc=Thai}\\p{sc=Laoo}\\p{sc=Khmr}\\p{sc=Mymr}";
const WORD = new RegExp(`[${SPACELESS}]|(?:(?![${SPACELESS}])[\\p{L}\\p{M}\\p{N}])+`, "gu");
const ACCENTS = /[\u0300-\u036f]/g;

/** A word of a text, and where it begins, in UTF-16 units. */
export type Word = { text: string; at: number };

/** The words of a text in any script, without punctuation, as they stand in it. */
export function wordsOf(text: string): Word[] {
  return Array.from(text.matchAll(WORD), ({ 0: word, index }) => ({ text: word, at: index }));
}

/**
 * A word as it is compared: without case, accents and compatibility forms, so that "José" and "JOSE" are one.
 */
export function folded(word: string): string {
  return word.normalize("NFKD").replace(ACCENTS, "").toLowerCase();
}

/** The words of a name or a line as they are compared. */
export function foldedWords(text: string): string[] {
  return wordsOf(text.normalize("NFKC")).map(({ text: word }) => folded(word));
}
