import type { Meaning } from "../lexicon/meanings";
import { readNumber, startsNumber } from "./number-words";
import type { Piece } from "./pieces";
import { qualifyLast } from "./read-number";
import { lastFigure, moveOn, pieceAt, type Reader } from "./reader";

/** Sets down what makes no figure, with the number that it stands before: "#63", "$ 5 million". */
export function readForeign(
  reader: Reader,
  piece: Piece,
  meaning: Extract<Meaning, { role: "foreign" }>,
): number {
  const isBefore = meaning.side === "before" || meaning.side === "either";
  const number = isBefore ? readNumber(reader.pieces, reader.at + 1, reader.choose) : null;
  const next = number?.next ?? reader.at + 1;
  const { problem } = meaning;
  // An ending such as "th" is one only behind its number.
  if (meaning.side === "after") reader.unknown.push(piece);
  else reader.foreign.push({ start: piece.start, end: pieceAt(reader, next - 1).end, problem });
  return moveOn(reader, next);
}

/** "All killed but 63" says how many were not. */
export function readBut(reader: Reader, piece: Piece): number {
  const number = readNumber(reader.pieces, reader.at + 1, reader.choose);
  if (!number) return reader.at + 1;
  reader.foreign.push({
    start: piece.start,
    end: pieceAt(reader, number.next - 1).end,
    problem: "difference",
  });
  return moveOn(reader, number.next);
}

/** A dash that hangs on the number behind it makes it negative; any other is a pause. */
export function readDash(reader: Reader, piece: Piece): number {
  const { pieces, at } = reader;
  const next = pieces[at + 1];
  const isWord = piece.meaning.role === "minus";
  const isFree = !piece.isTight || pieces[at - 1]?.meaning.role !== "noun";
  if (startsNumber(next) && (isWord || (next?.isTight && isFree))) {
    const to = readNumber(pieces, at + 1, reader.choose)?.next ?? at + 2;
    const figure = lastFigure(reader);
    // "1-2-3" is neither a range nor below zero.
    const start = figure?.nextPiece === at ? figure.start : null;
    const problem = start === null ? "negative" : "digits";
    reader.problems.push({ start: start ?? piece.start, end: pieceAt(reader, to - 1).end, problem });
    return moveOn(reader, to);
  }
  if (isWord) reader.unknown.push(piece);
  return at + 1;
}

/** "300+" and "300 plus": at least. Between two numbers it only joins them. */
export function readPlus(reader: Reader, piece: Piece): number {
  const next = reader.pieces[reader.at + 1];
  if (reader.figures.length === 0 && startsNumber(next)) reader.seen.set("added", piece.start);
  const isSuffix = reader.figures.length > 0 && !startsNumber(next) && next?.meaning.role !== "article";
  if (isSuffix && !qualifyLast(reader, "at_least")) reader.unknown.push(piece);
  return reader.at + 1;
}

/** "95 % CI": the level belongs to the interval, and is no figure. */
export function readInterval(reader: Reader, piece: Piece): number {
  reader.hasInterval = true;
  const level = reader.foreign.at(-1);
  const between = level ? reader.text.slice(level.end, piece.start) : "";
  if (level?.problem === "share" && !/[\p{L}\d]/u.test(between)) reader.foreign.pop();

  const after = readNumber(reader.pieces, reader.at + 1, reader.choose);
  const isLevel = after && reader.pieces[after.next]?.meaning.role === "percent";
  return moveOn(reader, isLevel ? after.next + 1 : reader.at + 1);
}
