import type { WordedQualifier } from "../lexicon/meanings";
import type { Figure, Found, Span } from "./figure-types";
import type { Ways } from "./number-figures";
import { type ChooseMark, startsNumber } from "./number-words";
import type { Piece } from "./pieces";

/** Where the reading of a wording stands, and what was found so far. */
export type Reader = Found & {
  at: number;
  choose: ChooseMark;
  /** Figures of people, of whom there are no fractions, and which are no things. */
  isPeople: boolean;
  text: string;
  /** Qualifiers that wait for their number, each with its piece. */
  pending: { qualifier: WordedQualifier; at: number }[];
  isClaimed: boolean;
  /** "Between" and "from" wait for two numbers. */
  opened: "between" | "from" | null;
  openedFrom: number;
  depth: number;
};

export function pieceAt(reader: Reader, at = reader.at): Piece {
  const piece = reader.pieces[at];
  return (
    piece ?? {
      meaning: { role: "unknown" },
      start: reader.text.length,
      end: reader.text.length,
      isTight: false,
    }
  );
}

export function lastFigure(reader: Reader): Figure | undefined {
  return reader.figures.at(-1);
}

/** From the first word that waits for a number to the end of a piece. */
export function spanTo(reader: Reader, next: number): Span {
  const first = firstPieceOf(reader);
  return { start: pieceAt(reader, first).start, end: pieceAt(reader, next - 1).end };
}

/** The qualifiers that wait. */
export function pendingOf({ pending }: Reader): WordedQualifier[] {
  return pending.map(({ qualifier }) => qualifier);
}

function firstPieceOf({ pending, openedFrom, at }: Reader): number {
  const first = Math.min(pending[0]?.at ?? at, at);
  return openedFrom >= 0 ? Math.min(openedFrom, first) : first;
}

/** Sets down a figure that takes the pieces up to `next`, with whatever waited for it; returns `next`. */
export function addFigure(
  reader: Reader,
  kind: Figure["kind"],
  ways: Ways,
  next: number,
  isTally = false,
): number {
  const firstPiece = firstPieceOf(reader);
  for (const { qualifier, at } of reader.pending) {
    if (!isSaid(qualifier, ways)) reader.aside.push(pieceAt(reader, at));
  }
  reader.figures.push({
    start: pieceAt(reader, firstPiece).start,
    end: pieceAt(reader, next - 1).end,
    alternatives: ways.alternatives,
    question: ways.question,
    kind,
    firstPiece,
    nextPiece: next,
    depth: reader.depth,
    isTally,
  });
  return moveOn(reader, next);
}

/** Whether a qualifier is in any of the ways; "about" is not in a range, nor "at least" in a number word. */
function isSaid(qualifier: WordedQualifier, { alternatives }: Ways): boolean {
  return alternatives.some(
    ({ said }) =>
      said.qualifier === qualifier || (qualifier === "fewer_than" && said.qualifier === "relative"),
  );
}

/** Goes on behind a figure, or behind what turned out to be none; nothing waits any longer. */
export function moveOn(reader: Reader, next: number): number {
  reader.pending = [];
  reader.opened = null;
  reader.openedFrom = -1;
  reader.isClaimed = false;
  return next;
}

/** Keeps a qualifier for the number that is to come. */
export function wait(reader: Reader, qualifier: WordedQualifier): number {
  reader.pending.push({ qualifier, at: reader.at });
  return reader.at + 1;
}

/** Says that a qualifier, or a "between", never met its number. */
export function closeWaiting(reader: Reader): void {
  if (reader.pending.length > 0 || reader.opened === "between") {
    const { start } = spanTo(reader, reader.at);
    const last = Math.max(reader.pending.at(-1)?.at ?? -1, reader.openedFrom);
    const span = { start, end: pieceAt(reader, last).end };
    // "63 killed over the weekend": behind a figure it may be no qualifier at all.
    if (reader.figures.length > 0) reader.unknown.push(span);
    else reader.problems.push({ ...span, problem: "number_missing" });
  }
  moveOn(reader, reader.at);
}

/** Whether a number or a number word comes next, with nothing before it but words that leave it as it is. */
export function isNumberAhead(reader: Reader, from: number): boolean {
  for (let at = from; at < reader.pieces.length; at += 1) {
    const piece = reader.pieces[at];
    if (startsNumber(piece)) return true;
    switch (piece?.meaning.role) {
      case "plural":
      case "words":
      case "vague":
      case "couple":
        return true;
      case "filler":
      case "added":
      case "attested":
      case "article":
      case "quote":
      case "qualifier":
      case "until":
      case "claimed":
      case "some":
        break;
      default:
        return false;
    }
  }
  return false;
}
