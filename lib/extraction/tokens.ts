import type { Span } from "./types";

/** A word, a mark, or a whole figure with its qualifier. Places are those of the article. */
export type Token = Span & {
  kind: "word" | "mark" | "number" | "figure";
  text: string;
  /** In small letters, with plain apostrophes and hyphens. */
  lower: string;
  isCapital: boolean;
  /** Of a figure: its place among the figures of the sentence. */
  figure: number;
};

const TOKEN =
  /(?:\p{L}\.){2,}|\p{L}[\p{L}\p{M}]*(?:[-‐‑]\p{L}[\p{L}\p{M}\d]*|[-‐‑]\d+)*(?:['’]\p{L}[\p{L}\p{M}]*)*|\d+(?:[.,:/]\d+)*|[^\s]/gu;
const ACRONYM = /^(?:WHO|US|IS|AS|IT|OR|IN|ON)$/;
const POSSESSIVE = /['’]s$/iu;

/** Cuts a stretch of the article into words and marks; `offset` is where the stretch begins in the article. */
export function tokensOf(text: string, offset: number): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(TOKEN)) {
    const word = match[0];
    const start = offset + match.index;
    const possessive = word.length > 2 && POSSESSIVE.test(word);
    if (!possessive) tokens.push(tokenOf(word, start));
    else tokens.push(tokenOf(word.slice(0, -2), start), tokenOf(word.slice(-2), start + word.length - 2));
  }
  return tokens;
}

function tokenOf(text: string, start: number): Token {
  // The WHO is no pronoun.
  const lower = ACRONYM.test(text) ? text : text.toLowerCase().replace(/’/g, "'").replace(/[‐‑]/g, "-");
  const kind = /^\p{L}/u.test(text) ? "word" : /^\d/.test(text) ? "number" : "mark";
  return {
    kind,
    text,
    lower,
    start,
    end: start + text.length,
    isCapital: kind === "word" && /^\p{Lu}/u.test(text),
    figure: -1,
  };
}

/** The words of a phrase of the lexicon, cut as the article is. */
export function wordsOf(phrase: string): string[] {
  return tokensOf(phrase, 0).map(({ lower }) => lower);
}
