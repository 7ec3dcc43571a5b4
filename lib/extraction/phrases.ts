import { type Token, wordsOf } from "./tokens";

/** Phrases by their first word, the longest first, each with what it means. */
export type Phrases<T> = ReadonlyMap<string, readonly { words: readonly string[]; value: T }[]>;

/** What a phrase means, and the places of its first token and of the one behind its last. */
export type Match<T> = { value: T; from: number; to: number };

/** Reads lists of phrases, parted by commas, each list with what its phrases mean. The first meaning stands. */
export function phrases<const T>(lists: readonly (readonly [T, string])[]): Phrases<T> {
  const first = new Map<string, { words: string[]; value: T }[]>();
  const known = new Set<string>();
  for (const [value, list] of lists) {
    for (const phrase of list.split(",")) {
      const words = wordsOf(phrase.trim());
      const [word] = words;
      if (word === undefined || known.has(words.join(" "))) continue;
      known.add(words.join(" "));
      const entries = first.get(word) ?? [];
      entries.push({ words, value });
      first.set(word, entries);
    }
  }
  for (const entries of first.values()) entries.sort((a, b) => b.words.length - a.words.length);
  return first;
}

/** The longest phrase that begins at a token; null where none does. */
export function matchAt<T>(index: Phrases<T>, tokens: readonly Token[], at: number): Match<T> | null {
  const token = tokens[at];
  if (!token || token.kind === "figure") return null;
  const found = index
    .get(token.lower)
    ?.find(({ words }) =>
      words.every((word, step) => tokens[at + step]?.kind !== "figure" && tokens[at + step]?.lower === word),
    );
  return found ? { value: found.value, from: at, to: at + found.words.length } : null;
}

/** The longest phrase that ends right before a token. */
export function matchBefore<T>(index: Phrases<T>, tokens: readonly Token[], to: number): Match<T> | null {
  for (let from = Math.max(0, to - PHRASE_LENGTH_MAX); from < to; from += 1) {
    const match = matchAt(index, tokens, from);
    if (match?.to === to) return match;
  }
  return null;
}

const PHRASE_LENGTH_MAX = 5;
