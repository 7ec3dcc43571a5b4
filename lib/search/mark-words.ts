/** A part of a text, and whether it is what was searched for. */
export type MarkedPart = { text: string; isHit: boolean };

/**
 * A text in parts, those that begin like a word that was typed marked to the end of the word: whatever the capitals and
 * accents. Joined again they are the text.
 */
export function markWords(text: string, typed: readonly string[]): MarkedPart[] {
  const starts = typed.map(folded).filter((start) => start !== "");
  if (starts.length === 0) return [{ text, isHit: false }];
  return text
    .split(/([\p{L}\p{N}\p{M}]+)/u)
    .map((part) => ({ text: part, isHit: starts.some((start) => folded(part).startsWith(start)) }))
    .filter((part) => part.text !== "");
}

function folded(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
