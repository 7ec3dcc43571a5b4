import { type ConventionWord, WORD_CONVENTIONS } from "../interval";
import type { Meaning } from "../lexicon/meanings";
import type { ParseQuestion, ReadingReason } from "../parse-types";
import type { Alternative } from "./figure-types";
import { waysOfNumber } from "./number-figures";
import { type NumberRead, readNumber, startsNumber, times } from "./number-words";
import { boundedWords, readNumberFigure } from "./read-number";
import { addFigure, isNumberAhead, moveOn, pendingOf, pieceAt, type Reader, spanTo, wait } from "./reader";

/** The number words by the number that they begin with. */
const WORD_OF_VALUE = new Map<number, ConventionWord>(
  (Object.keys(WORD_CONVENTIONS) as ConventionWord[]).map((word) => [WORD_CONVENTIONS[word].low, word]),
);

/** "Hundreds", "tens of thousands": a number word, whose bounds are our convention (R5). */
export function addWords(reader: Reader, word: ConventionWord, next: number, isNear = false): number {
  const one: Alternative = {
    ...spanTo(reader, next),
    why: "by_convention",
    said: { qualifier: "words", word },
  };
  const ways = boundedWords(
    { alternatives: [one], question: isNear ? "nearest_word" : null },
    pendingOf(reader),
  );
  return addFigure(reader, "words", ways, next);
}

/** A scale in the plural: a number word, or in Slavic languages "a hundred" as a qualifier inflects it. */
export function readPlural(reader: Reader, meaning: Extract<Meaning, { role: "plural" }>): number {
  const { at } = reader;
  if (meaning.isSingularAfterQualifier && reader.pending.length > 0) {
    const pieces = reader.pieces.slice();
    pieces[at] = { ...pieceAt(reader), meaning: { role: "scale", value: meaning.value } };
    reader.pieces = pieces;
    return readNumberFigure(reader);
  }
  if (meaning.word) return addWords(reader, meaning.word, at + 1);
  reader.problems.push({ ...pieceAt(reader), problem: "no_convention" });
  return moveOn(reader, at + 1);
}

/** "Several hundred" is hundreds; "several" alone is some. */
export function readVague(reader: Reader): number {
  const scale = scaleAfter(reader);
  const next = pieceAt(reader, scale?.from ?? reader.at + 1).meaning;
  if (next.role === "plural" || next.role === "words") {
    return scale?.from ?? reader.at + 1;
  }
  const word = scale?.number && WORD_OF_VALUE.get(scale.number.value);
  if (scale?.number && !word) {
    reader.problems.push({ ...spanTo(reader, scale.number.next), problem: "no_convention" });
    return moveOn(reader, scale.number.next);
  }
  if (scale?.number && word) return addWords(reader, word, scale.number.next);
  return addSilent(reader, "some", false);
}

/** "A couple" is two or some, "a couple of hundred" about two hundred or hundreds: always asked. */
export function readCouple(reader: Reader): number {
  const scale = scaleAfter(reader)?.number ?? null;
  const word = scale && WORD_OF_VALUE.get(scale.value);
  const next = word ? scale.next : reader.at + 1;
  const span = spanTo(reader, next);
  const n = word ? times(2, scale.value) : 2;
  const two = waysOfNumber(
    n,
    word ? [...pendingOf(reader), "about"] : pendingOf(reader),
    reader.isClaimed,
    span,
  );
  const vague: Alternative = word
    ? { ...span, why: "by_convention", said: { qualifier: "words", word } }
    : { ...span, why: "as_some", said: { qualifier: "some" } };
  const alternatives = [...two.alternatives.map((way) => ({ ...way, why: "as_two" as const })), vague];
  return addFigure(reader, "words", { alternatives, question: "two_or_some" }, next);
}

/** The scale that stands behind "several" or "a couple", with an "of" before it or not. */
function scaleAfter(reader: Reader): { from: number; number: NumberRead | null } | null {
  let from = reader.at + 1;
  while (["of", "quote"].includes(pieceAt(reader, from).meaning.role)) from += 1;
  const { role } = pieceAt(reader, from).meaning;
  if (role === "plural" || role === "words") return { from, number: null };
  return role === "scale" ? { from, number: readNumber(reader.pieces, from, reader.choose) } : null;
}

/** "Some 200" is about 200, "some hundreds" are hundreds, "some" alone is a figure without a number. */
export function readSome(reader: Reader): number {
  let next = reader.at + 1;
  while (["quote", "of"].includes(pieceAt(reader, next).meaning.role)) next += 1;
  const { role } = pieceAt(reader, next).meaning;
  if (startsNumber(reader.pieces[next])) return wait(reader, "about");
  if (role === "plural" || role === "words" || role === "vague") return reader.at + 1;
  return addSilent(reader, "some", false);
}

/** A figure without a number: none, some, or not stated (R4). */
export function addSilent(
  reader: Reader,
  qualifier: "none" | "some" | "not_stated",
  isTally: boolean,
): number {
  const isRough = reader.pending.some((one) => one.qualifier !== "exact");
  if (qualifier === "none" && isRough) return addNoneOrUnknown(reader, reader.at + 1);
  return addSilentWays(reader, [[qualifier, "as_said"]], null, reader.at + 1, isTally);
}

/** "No confirmed deaths", "no survivors": none, or nothing known? */
export function addNoneOrUnknown(
  reader: Reader,
  next: number,
  question: ParseQuestion | null = "none_or_unknown",
): number {
  const ways = [
    ["none", "as_none"],
    ["not_stated", "as_unknown"],
  ] as const;
  return addSilentWays(reader, ways, question, next, false);
}

function addSilentWays(
  reader: Reader,
  ways: readonly (readonly ["none" | "some" | "not_stated", ReadingReason])[],
  question: ParseQuestion | null,
  next: number,
  isTally: boolean,
): number {
  const span = spanTo(reader, next);
  const alternatives = ways.map(([qualifier, why]) => ({ ...span, why, said: { qualifier } }));
  const bounded = boundedWords({ alternatives, question }, pendingOf(reader));
  return addFigure(reader, "silent", bounded, next, isTally);
}

/** "No" says none of the noun after it, or, in Slavic languages, of the noun before it. */
export function readNo(reader: Reader): number {
  let next = reader.at + 1;
  while (
    ["filler", "added", "attested", "article", "quote", "of"].includes(pieceAt(reader, next).meaning.role)
  )
    next += 1;
  const piece = reader.pieces[next];
  const isPause = piece?.meaning.role === "pause" || piece?.meaning.role === "colon";
  if (startsNumber(piece) || (isPause && startsNumber(reader.pieces[next + 1]))) {
    reader.foreign.push({ ...pieceAt(reader), problem: "negated" });
    return moveOn(reader, reader.at + 1);
  }
  switch (piece?.meaning.role) {
    case "alive":
      return addNoneOrUnknown(reader, next + 1);
    case "tally":
      return addSilentWays(reader, [["not_stated", "as_said"]], null, next + 1, true);
    case "vague":
      // "No heavy losses" denies that they were heavy.
      reader.unknown.push(piece);
      return addSilentWays(reader, [["none", "as_said"]], null, next + 1, false);
    case "unknown":
      // "No longer 63" is no claim of zero.
      if (!isNumberAhead(reader, next + 1)) return addNoneOrUnknown(reader, reader.at + 1, null);
      reader.unknown.push({ start: pieceAt(reader).start, end: piece.end });
      return moveOn(reader, next + 1);
    case "noun":
    case "noun_before_rough":
    case "thing":
      return addSilent(reader, "none", false);
    default:
      if (reader.seen.has("noun") || reader.seen.has("thing")) return addSilent(reader, "none", false);
      reader.unknown.push(pieceAt(reader));
      return moveOn(reader, reader.at + 1);
  }
}
