import type { ParseProblem, ParseQuestion, ReadingReason } from "../parse-types";
import type { QuantityInput } from "../validity";
import type { Piece } from "./pieces";

/** A stretch of the folded text. */
export type Span = { start: number; end: number };

/** One way to understand a figure. */
export type Alternative = Span & { said: Omit<QuantityInput, "raw">; why: ReadingReason };

/** A figure in a wording: where it stands, and each way to understand it, the likeliest first. */
export type Figure = Span & {
  kind: "number" | "range" | "words" | "silent";
  alternatives: readonly Alternative[];
  /** What must be asked about this figure alone. */
  question: ParseQuestion | null;
  /** The pieces it was made of, its qualifiers among them. */
  firstPiece: number;
  nextPiece: number;
  /** How many brackets it stands in. */
  depth: number;
  /** A silent figure that speaks of a number itself. */
  isTally: boolean;
};

export type Problem = Span & { problem: ParseProblem };

/** All that a wording holds, before it is decided what it says. */
export type Found = {
  /** Written anew where a word turns out to be a number. */
  pieces: readonly Piece[];
  figures: Figure[];
  problems: Problem[];
  /** What makes no figure by itself: a date, a share, money. */
  foreign: Problem[];
  unknown: Span[];
  aside: Span[];
  /** Roles met, each with the place where it was met first. */
  seen: Map<string, number>;
  /** A confidence interval is spoken of. */
  hasInterval: boolean;
};
