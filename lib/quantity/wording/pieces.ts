import { isHyphen, longestPhrase, meaningOf } from "../lexicon/lookup";
import type { Meaning } from "../lexicon/meanings";
import { type Token, tokensOf } from "./tokens";

/** A stretch of a wording with one meaning. `start` and `end` are places in the folded text. */
export type Piece = {
  meaning: Meaning | { role: "digits"; literal: string } | { role: "unknown" };
  start: number;
  end: number;
  /** Nothing stands between it and the piece before. */
  isTight: boolean;
};

/** Scales and other endings that mean this only right behind digits: "1.9m". */
const ENDINGS: ReadonlyMap<string, Meaning> = new Map<string, Meaning>([
  ["m", { role: "scale", value: 1e6 }],
  ["b", { role: "scale", value: 1e9 }],
  ["x", { role: "foreign", problem: "share", side: "after" }],
]);

const ORDINAL: Meaning = { role: "foreign", problem: "ordinal", side: "after" };

/** Endings behind digits and a hyphen in Slavic languages: an ordinal's, or the case of a cardinal. */
const HYPHENATED: ReadonlyMap<string, Meaning> = new Map<string, Meaning>([
  ...["й", "го", "му", "ша", "га", "тя", "ой", "ый", "ая", "ое", "я", "е"].map(
    (ending) => [ending, ORDINAL] as const,
  ),
  ...["х", "ти", "ма", "мя", "ми"].map((ending) => [ending, { role: "article" }] as const),
]);

// Longer than any word of the lexicon, so that a text of one letter is not taken apart letter by letter.
const JOINED_LENGTH_MAX = 30;

const NO_FIGURES: ReadonlySet<Token["kind"]> = new Set(["clock", "date", "markup"]);

/** What may hang on digits: "6тис", "63rd". A letter that only looks like a digit may not. */
const GLUED: ReadonlySet<string> = new Set([
  ...["scale", "plural", "qualifier", "foreign", "time_unit", "month", "noun", "noun_before_rough", "thing"],
]);

/** Words that digits may be written onto: "c400", "usd5". */
const BEFORE_DIGITS: ReadonlySet<string> = new Set(["qualifier", "foreign", "interval"]);
const ARABIC_LETTER = /[\u0600-\u06ff]/;

/** Cuts a folded wording into pieces, each as long as the lexicon knows it. Leaves out nothing but spaces. */
export function piecesOf(text: string): Piece[] {
  const tokens = tokensOf(text);
  const pieces: Piece[] = [];
  let at = 0;
  while (at < tokens.length) {
    const taken = takePiece(tokens, at);
    for (const piece of taken.pieces) pieces.push(piece);
    at = taken.next;
  }
  return pieces;
}

type Taken = { pieces: Piece[]; next: number };

function takePiece(tokens: readonly Token[], at: number): Taken {
  const token = tokens[at];
  if (!token) return { pieces: [], next: at + 1 };
  if (NO_FIGURES.has(token.kind)) {
    const problem = token.kind === "clock" ? "time" : token.kind === "date" ? "date" : "markup";
    return one(tokens, at, at + 1, { role: "foreign", problem, side: "alone" });
  }
  if (token.kind === "digits") return takeDigits(tokens, at, token);
  if (token.text === "," || token.text === "|") return one(tokens, at, at + 1, { role: "pause" });

  const phrase = longestPhrase(tokens, at);
  const isOntoDigits = token.kind === "word" && tokens[at + 1]?.kind === "digits" && tokens[at + 1]?.isTight;
  if (isOntoDigits && !ARABIC_LETTER.test(token.text) && !BEFORE_DIGITS.has(phrase?.meaning.role ?? ""))
    return takeUnknown(tokens, at);
  if (phrase) return one(tokens, at, at + phrase.length, phrase.meaning);
  const meaning = token.kind === "word" ? meaningOf(token.text) : null;
  if (meaning) return one(tokens, at, at + 1, meaning);
  return takeJoined(tokens, at, token) ?? takeUnknown(tokens, at);
}

function one(tokens: readonly Token[], from: number, to: number, meaning: Piece["meaning"]): Taken {
  return { pieces: [pieceOver(tokens, from, to, meaning)], next: to };
}

function pieceOver(tokens: readonly Token[], from: number, to: number, meaning: Piece["meaning"]): Piece {
  const first = tokens[from];
  return {
    meaning,
    start: first?.start ?? 0,
    end: tokens[to - 1]?.end ?? 0,
    isTight: first?.isTight ?? false,
  };
}

/** Digits, and what hangs on them: "63rd", "1.9m", "40-odd". Unknown letters there spoil the number. */
function takeDigits(tokens: readonly Token[], at: number, token: Token): Taken {
  const digits = pieceOver(tokens, at, at + 1, { role: "digits", literal: token.text });
  const hasHyphen = isHyphen(tokens, at + 1) && tokens[at + 2]?.kind === "word";
  const next = tokens[at + (hasHyphen ? 2 : 1)];
  if (next?.kind !== "word" || !next.isTight) return { pieces: [digits], next: at + 1 };
  const from = at + (hasHyphen ? 2 : 1);
  const ending = (hasHyphen ? HYPHENATED : ENDINGS).get(next.text);
  const isAlone = !tokens[from + 1]?.isTight || tokens[from + 1]?.kind === "mark";
  // "63 200-х" tells a kind of cargo, not its hundreds.
  if (ending?.role === "article" && token.text.includes(" ")) return takeUnknown(tokens, at);
  if (ending && isAlone)
    return { pieces: [digits, pieceOver(tokens, from, from + 1, ending)], next: from + 1 };
  const role = (longestPhrase(tokens, from)?.meaning ?? meaningOf(next.text))?.role;
  const mayJoin = hasHyphen && next.text.length > 1;
  if (role && (mayJoin || GLUED.has(role))) return { pieces: [digits], next: from };
  if (ARABIC_LETTER.test(next.text)) return { pieces: [digits], next: from };
  return takeUnknown(tokens, at);
}

/** Arabic writes "and" and the article in one with the word behind it. */
function takeJoined(tokens: readonly Token[], at: number, token: Token): Taken | null {
  if (token.text.length > JOINED_LENGTH_MAX) return null;
  if (token.text.startsWith("و") && token.text.length > 1) {
    const rest = { ...token, text: token.text.slice(1), start: token.start + 1, isTight: true };
    const taken = takePiece([rest, ...tokens.slice(at + 1, at + 8)], 0);
    if (taken.pieces[0]?.meaning.role === "unknown") return null;
    const and = pieceOver([{ ...token, end: token.start + 1 }], 0, 1, { role: "and" });
    return { pieces: [and, ...taken.pieces], next: at + taken.next };
  }
  if (!token.text.startsWith("ال") || token.text.length < 4) return null;
  const meaning = meaningOf(token.text.slice(2));
  return meaning && one(tokens, at, at + 1, meaning);
}

/** An unknown word or mark, with the digits and letters that hang on it: "su-27", "1e5". */
function takeUnknown(tokens: readonly Token[], at: number): Taken {
  let to = at + 1;
  while (to < tokens.length) {
    if (tokens[to]?.isTight && (tokens[to]?.kind === "digits" || tokens[to]?.kind === "word")) to += 1;
    else if (isHyphen(tokens, to) && tokens[to + 1]?.kind !== "mark") to += 2;
    else break;
  }
  return one(tokens, at, to, { role: "unknown" });
}
