import type { Meaning } from "../lexicon/meanings";
import type { Found } from "./figure-types";
import { waysOfNumber } from "./number-figures";
import { type ChooseMark, readNumber } from "./number-words";
import type { Piece } from "./pieces";
import { readBut, readDash, readForeign, readInterval, readPlus } from "./read-marks";
import { qualifyLast, readNumberFigure } from "./read-number";
import {
  addNoneOrUnknown,
  addSilent,
  addWords,
  readCouple,
  readNo,
  readPlural,
  readSome,
  readVague,
} from "./read-words";
import {
  addFigure,
  closeWaiting,
  isNumberAhead,
  lastFigure,
  moveOn,
  pieceAt,
  type Reader,
  spanTo,
  wait,
} from "./reader";

export type FiguresInput = {
  text: string;
  pieces: readonly Piece[];
  choose: ChooseMark;
  isPeople: boolean;
};

/** Finds the figures of a wording, and all that stands beside them. Goes through its pieces once. */
export function figuresIn(input: FiguresInput): Found {
  const reader: Reader = {
    text: input.text,
    pieces: input.pieces,
    choose: input.choose,
    isPeople: input.isPeople,
    figures: [],
    problems: [],
    foreign: [],
    unknown: [],
    aside: [],
    seen: new Map(),
    hasInterval: false,
    at: 0,
    pending: [],
    isClaimed: false,
    opened: null,
    openedFrom: -1,
    depth: 0,
  };
  while (reader.at < reader.pieces.length) {
    const piece = pieceAt(reader);
    reader.at = readPiece(reader, piece);
    if (!reader.seen.has(piece.meaning.role)) reader.seen.set(piece.meaning.role, piece.start);
  }
  const last = reader.pieces.at(-1);
  if (last && reader.figures.length > 0 && DANGLING.has(last.meaning.role)) reader.unknown.push(last);
  closeWaiting(reader);
  return reader;
}

/** Words that end no wording: what they lead to is missing. */
const DANGLING: ReadonlySet<string> = new Set(["in", "from", "between", "or", "and", "when"]);

/** Reads what begins with a piece; returns the place of the piece after it. */
function readPiece(reader: Reader, piece: Piece): number {
  const { meaning } = piece;
  switch (meaning.role) {
    case "digits":
    case "unit":
    case "scale":
    case "fraction":
      return readNumberFigure(reader);
    case "qualifier":
      return readQualifier(reader, meaning);
    case "until":
      return wait(reader, "up_to");
    case "plus_or_minus":
      return wait(reader, "about");
    case "plural":
      return readPlural(reader, meaning);
    case "words":
      return addWords(reader, meaning.word, reader.at + 1, meaning.isNear);
    case "vague":
      return readVague(reader);
    case "couple":
      return readCouple(reader);
    case "some":
      return readSome(reader);
    case "silent":
      return addSilent(reader, meaning.qualifier, meaning.isTally);
    case "no":
      return readNo(reader);
    case "unreported":
      return addNoneOrUnknown(reader, reader.at + 1);
    case "between":
    case "from":
      return openRange(reader, meaning.role);
    case "foreign":
      return readForeign(reader, piece, meaning);
    case "minus":
    case "dash":
      return readDash(reader, piece);
    case "plus":
      return readPlus(reader, piece);
    case "interval":
      return readInterval(reader, piece);
    case "but":
      return readBut(reader, piece);
    case "noun_before_rough":
      return readNoun(reader, piece) ?? readRough(reader) ?? reader.at + 1;
    case "noun":
    case "thing":
    case "unknown":
    case "alive":
      return readNoun(reader, piece) ?? reader.at + 1;
    default:
      setAside(reader, piece);
      return reader.at + 1;
  }
}

/** Words and marks that are no figure, and begin none. */
function setAside(reader: Reader, piece: Piece): void {
  switch (piece.meaning.role) {
    case "open":
      reader.depth += 1;
      break;
    case "close":
      reader.depth = Math.max(0, reader.depth - 1);
      break;
    case "percent":
      reader.foreign.push({ ...piece, problem: "share" });
      break;
    case "month":
      reader.foreign.push({ ...piece, problem: "date" });
      break;
    case "time_unit":
      reader.foreign.push({ ...piece, problem: "time" });
      break;
    case "to":
      if (!reader.seen.has("moved") && lastFigure(reader)?.kind !== "words") reader.unknown.push(piece);
      break;
    case "less":
    case "becomes":
    case "and_fraction":
      reader.unknown.push(piece);
      break;
    case "compared":
      measureAgainst(reader, piece);
      break;
    case "claimed":
      reader.isClaimed = true;
      reader.aside.push(piece);
      break;
    case "all":
      if (reader.pending.every(({ qualifier }) => qualifier === "about")) moveOn(reader, reader.at);
      reader.aside.push(piece);
      break;
    case "filler":
    case "added":
    case "attested":
    case "moved":
    case "exists":
    case "tally":
      reader.aside.push(piece);
      break;
    default:
      break;
  }
}

/** A word beside the figure: set aside where it is known to count what such figures count. */
function readNoun(reader: Reader, piece: Piece): null {
  const { role } = piece.meaning;
  closeWaiting(reader);
  const isThing = role === "thing" && !reader.isPeople;
  if (isThing || role === "noun" || role === "noun_before_rough") reader.aside.push(piece);
  else if (role !== "alive") reader.unknown.push(piece);
  return null;
}

/** Russian turns noun and number round when the number is rough: "человек 300". */
function readRough(reader: Reader): number | null {
  const next = pieceAt(reader, reader.at + 1).meaning;
  if (next.role === "scale" && next.isOblique) return null;
  const number = readNumber(reader.pieces, reader.at + 1, reader.choose);
  if (!number || number.flaw || reader.figures.length > 0) return null;
  const span = spanTo(reader, number.next);
  const [about] = waysOfNumber(number.value, ["about"], false, span).alternatives;
  const [exact] = waysOfNumber(number.value, [], false, span).alternatives;
  if (!about || !exact) return null;
  const alternatives = [{ ...about, why: "about" as const }, exact];
  return addFigure(reader, "number", { alternatives, question: "which_bound" }, number.next);
}

function readQualifier(reader: Reader, meaning: Extract<Meaning, { role: "qualifier" }>): number {
  const isWaiting =
    meaning.place === "before" || (meaning.place === "either" && isNumberAhead(reader, reader.at + 1));
  if (isWaiting) return wait(reader, meaning.qualifier);
  const piece = pieceAt(reader);
  if (!qualifyLast(reader, meaning.qualifier)) reader.problems.push({ ...piece, problem: "number_missing" });
  return reader.at + 1;
}

/** "Fewer than the 400 of another claim" is measured against that claim. */
function measureAgainst(reader: Reader, piece: Piece): void {
  const figure = lastFigure(reader);
  const [one] = figure?.alternatives ?? [];
  if (!figure || one?.said.qualifier !== "fewer_than") {
    reader.unknown.push(piece);
    return;
  }
  const relative = { ...one, end: piece.end, said: { ...one.said, qualifier: "relative" as const } };
  reader.figures[reader.figures.length - 1] = { ...figure, end: piece.end, alternatives: [relative] };
}

function openRange(reader: Reader, role: "between" | "from"): number {
  // Slavic languages say "63 from 80" for 63 of 80.
  const isOf = role === "from" && lastFigure(reader)?.nextPiece === reader.at;
  const piece = pieceAt(reader);
  // "6 З": a letter that only looks like a three.
  const isLetter = isOf && piece.end - piece.start === 1 && isLast(reader, reader.at);
  if (isLetter) reader.problems.push({ ...piece, problem: "not_understood" });
  if (!isOf) {
    reader.opened = role;
    reader.openedFrom = reader.at;
  }
  return reader.at + 1;
}

/** Whether nothing but marks comes after a piece. */
function isLast({ pieces }: Reader, at: number): boolean {
  return pieces
    .slice(at + 1)
    .every(({ meaning }) => ["pause", "colon", "close", "quote"].includes(meaning.role));
}
