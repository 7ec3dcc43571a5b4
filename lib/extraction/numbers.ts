import { parseQuantity } from "../quantity/parse";
import type { Quantity } from "../quantity/quantity";
import { fold } from "../quantity/wording/fold";
import { readNumberOrRange } from "../quantity/wording/number-figures";
import { type ChooseMark, startsNumber } from "../quantity/wording/number-words";
import { type Piece, piecesOf } from "../quantity/wording/pieces";
import type { Span } from "./types";

/** A number of the text with the words that qualify it. */
export type NumberFound = Span & {
  quantity: Quantity;
  /** Four digits without a mark, as years are written. */
  isYear: boolean;
  /** Digits, or more than one word: nobody writes "one" so by the way. */
  isPlain: boolean;
  hasQualifier: boolean;
  /** "A man": no number is written. */
  isArticle: boolean;
  /** It could stand for part of something else: digits that a word or a mark hangs on. */
  isSpoiled: boolean;
};

// "37 dead and more than 100 injured": the words behind the "and" are of the figure after them, not "37 and more".
const JOINED =
  /\band ((?:possibly |perhaps |probably |likely )?(?:up to|(?:more|higher|greater|fewer|less) than|(?:over|above|under|below) \d))/g;

// What holds more is a table or noise, and no sentence.
const NUMBERS_MAX = 60;
const DIGITS = /\d+/g;

const chooseEnglish: ChooseMark = (mark) => (mark === "." ? "decimal" : "groups");

/** The numbers of a sentence by the grammar of `lib/quantity`, in the order of the text. `offset`: where it begins. */
export function numbersOf(sentence: string, offset: number): NumberFound[] {
  if ((sentence.match(DIGITS)?.length ?? 0) > NUMBERS_MAX) return [];
  const { text: folded, places } = fold(sentence);
  const text = folded.replace(JOINED, "xxx $1");
  const pieces = piecesOf(text);
  const numbers: NumberFound[] = [];
  let free = 0;
  let at = 0;
  while (at < pieces.length) {
    const read = readAt(pieces, at, text);
    if (!read) {
      at += 1;
      continue;
    }
    const from = withQualifiers(pieces, read.from, free);
    const to = pastQualifiers(pieces, read.to, text);
    const start = places[pieces[from]?.start ?? 0] ?? 0;
    const end = endOf(places, pieces[to - 1]);
    const quantity = quantityOf(sentence.slice(start, end));
    if (quantity) {
      const isSpoiled = read.isSpoiled || isGlued(sentence, start, end);
      const hasQualifier = from < read.from || to > read.to;
      const found = {
        start: offset + start,
        end: offset + end,
        quantity,
        hasQualifier,
        isSpoiled,
        isArticle: false,
      };
      numbers.push({ ...found, isYear: read.isYear, isPlain: read.isPlain });
    }
    if (numbers.length > NUMBERS_MAX) return [];
    at = to;
    free = to;
  }
  return numbers;
}

function endOf(places: readonly number[], piece: Piece | undefined): number {
  const last = places[(piece?.end ?? 1) - 1] ?? 0;
  return last + 1;
}

type Read = { from: number; to: number; isYear: boolean; isPlain: boolean; isSpoiled: boolean };

function readAt(pieces: readonly Piece[], at: number, text: string): Read | null {
  const piece = pieces[at];
  if (!piece) return null;
  const word = { from: at, isYear: false, isPlain: true, isSpoiled: false };
  switch (piece.meaning.role) {
    case "plural":
    case "words":
      return { ...word, to: at + 1 };
    case "no":
      if (text.slice(piece.start, piece.end) !== "no") return null;
      return { ...word, isPlain: false, to: at + 1 };
    case "silent":
      return piece.meaning.qualifier === "none" ? { ...word, isPlain: false, to: at + 1 } : null;
    case "vague":
    case "couple": {
      const next = pieces[at + 1]?.meaning.role;
      return next === "scale" || next === "plural" ? { ...word, to: at + 2 } : null;
    }
    default:
      return startsNumber(piece) ? readNumeral(pieces, at, text) : null;
  }
}

function readNumeral(pieces: readonly Piece[], at: number, text: string): Read | null {
  const before = pieces[at - 1]?.meaning.role;
  const isChange = before === "from" && !/^rang/.test(text.slice(pieces[at - 1]?.start));
  const read = readNumberOrRange(pieces, at, before === "between" ? "between" : null, chooseEnglish);
  if (!read) return null;
  const isRange = "first" in read;
  const first = isRange ? read.first : read;
  const last = isRange ? read.last : read;
  const to = read.next;
  const isDigits = pieces[at]?.meaning.role === "digits";
  const isSpoiled = first.flaw !== null || last.flaw !== null;
  // "From 63 to 89" tells two figures.
  if (isRange && isChange)
    return { from: at, to: first.next, isYear: first.isYear, isPlain: true, isSpoiled };
  const isPlain = isDigits || to > at + 1 || last.value > 10;
  return { from: at, to, isYear: first.isYear && last.isYear, isPlain, isSpoiled };
}

const BEFORE: ReadonlySet<string> = new Set(["some", "between", "plus_or_minus"]);

/** The first piece of the figure: the qualifiers right before its number belong to it. */
function withQualifiers(pieces: readonly Piece[], at: number, free: number): number {
  let from = at;
  while (from > free) {
    const meaning = pieces[from - 1]?.meaning;
    if (!meaning) break;
    const isQualifier = meaning.role === "qualifier" && meaning.place !== "after";
    const isArticle = meaning.role === "article" && from === at && isNumberWord(pieces[at]);
    if (!isQualifier && !isArticle && !BEFORE.has(meaning.role)) break;
    from -= 1;
  }
  return from;
}

function isNumberWord(piece: Piece | undefined): boolean {
  return piece?.meaning.role === "scale" || piece?.meaning.role === "fraction";
}

function pastQualifiers(pieces: readonly Piece[], at: number, text: string): number {
  const meaning = pieces[at]?.meaning;
  if (meaning?.role === "plus" && pieces[at]?.isTight) return at + 1;
  if (meaning?.role !== "qualifier" || meaning.place === "before") return at;
  // "2020 and over 3.9 million": it qualifies what comes after.
  if (startsNumber(pieces[at + 1]) || pieces[at + 1]?.meaning.role === "plural") return at;
  return text.slice(pieces[at]?.start, pieces[at]?.end) === "upwards" ? at : at + 1;
}

/** "F-16", "12-year", "No.5": letters or marks hang on the number. */
function isGlued(sentence: string, start: number, end: number): boolean {
  const before = sentence.slice(Math.max(0, start - 2), start);
  const after = sentence.slice(end, end + 2);
  return (
    /[\p{L}\p{N}][-‐‑./]$|[\p{L}#№]$|[\p{N}][,.]$/u.test(before) ||
    /^(?:[-‐‑]\p{L}|\p{L}|[./:]\d|°)/u.test(after)
  );
}

function quantityOf(raw: string): Quantity | null {
  if (/^no$/i.test(raw)) return { raw, qualifier: "none", low: 0, high: 0, central: null, reading: "stated" };
  const parsed = parseQuantity(raw, [], { language: "en" });
  if (parsed.state === "read") return parsed.quantity;
  return parsed.state === "ask" ? (parsed.readings[0]?.quantity ?? null) : null;
}
