import type { ParseProblem } from "../parse-types";
import { type DigitMark, readDigits } from "./digits";
import type { Piece } from "./pieces";

/** Decides what a mark before three digits is; asked only where both would be a number. */
export type ChooseMark = (mark: DigitMark, isScaled: boolean) => "decimal" | "groups";

/** A number in digits, in words or in both, which takes the pieces up to `next`. */
export type NumberRead = {
  value: number;
  next: number;
  /** The scales that close it, in the order said: 100 and 1,000 in "three hundred thousand". */
  scales: readonly number[];
  /** Four digits without a mark, as years are written. */
  isYear: boolean;
  /** Digits alone that could also be a fraction: the value as one. */
  asDecimal: number | null;
  /** Said to be rough in its middle: "twenty-odd thousand". */
  isRough: boolean;
  flaw: ParseProblem | null;
};

/** Years as they are written beside such figures. */
export const YEAR = /^(1[89]|20)\d\d$/;

type Count = {
  at: number;
  /** What the scales of a thousand and more have taken in. */
  total: number;
  /** What is still to be multiplied. */
  small: number | null;
  lastScale: number;
  scales: number[];
  isFraction: boolean;
  /** What is to be multiplied was written in digits, to which no word adds. */
  isDigits: boolean;
  /** An "and" has joined what is still to be multiplied: no "fifty and three hundred". */
  isJoined: boolean;
  isRough: boolean;
  flaw: ParseProblem | null;
  asDecimal: number | null;
};

/** Whether a number begins with this piece. */
export function startsNumber(piece: Piece | undefined): boolean {
  switch (piece?.meaning.role) {
    case "digits":
    case "unit":
    case "scale":
    case "fraction":
      return true;
    default:
      return false;
  }
}

/**
 * Reads the longest number that begins at a piece; null where none does. With `absorbsAnd` an "and" may
 * join its parts ("a hundred and fifty").
 */
export function readNumber(
  pieces: readonly Piece[],
  from: number,
  choose: ChooseMark,
  absorbsAnd = true,
): NumberRead | null {
  if (!startsNumber(pieces[from])) return null;
  let count: Count = {
    at: from,
    total: 0,
    small: null,
    lastScale: Infinity,
    scales: [],
    isFraction: false,
    isDigits: false,
    isJoined: false,
    isRough: false,
    flaw: null,
    asDecimal: null,
  };
  let beforeAnd: Count | null = null;
  for (;;) {
    const taken: Count | null = step(pieces, count, choose);
    if (taken) {
      count = taken;
      continue;
    }
    const joined = absorbsAnd ? pastAnd(pieces, count) : null;
    if (!joined) break;
    beforeAnd = count;
    count = joined;
  }
  // "A hundred and three hundred": what follows the "and" turned out to be a number of its own.
  const role = pieces[count.at]?.meaning.role;
  if (beforeAnd && (role === "scale" || role === "plural")) count = beforeAnd;
  if (count.isFraction) return null;

  const first = pieces[from]?.meaning;
  const isLone = count.at === from + 1 && first?.role === "digits";
  return {
    value: count.total + (count.small ?? 0),
    next: count.at,
    scales: count.scales,
    isYear: isLone && YEAR.test(first.literal),
    asDecimal: isLone ? count.asDecimal : null,
    isRough: count.isRough,
    flaw: count.flaw,
  };
}

/** Takes one more piece into a number; null where it does not belong to it. */
function step(pieces: readonly Piece[], count: Count, choose: ChooseMark): Count | null {
  const at = count.at + (isHyphenBetween(pieces, count) ? 1 : 0);
  const piece = pieces[at];
  if (!piece) return null;
  const moved = { ...count, at: at + 1 };
  switch (piece.meaning.role) {
    case "digits":
      return withDigits(moved, piece.meaning.literal, pieces[at + 1], choose);
    case "unit":
      return withUnit(moved, piece.meaning.value);
    case "fraction":
      return withFraction(moved, piece.meaning.value, piece.isTight);
    case "and_fraction":
      return withAndFraction(moved, piece.meaning.value);
    case "scale":
      return withScale(moved, piece.meaning.value);
    case "plural":
      return count.small === null ? null : withScale(moved, piece.meaning.value);
    case "qualifier":
      return isRoughness(piece, pieces[at + 1]) ? { ...moved, isRough: true } : null;
    default:
      return null;
  }
}

/** The "odd" of "twenty-odd thousand". */
function isRoughness({ meaning }: Piece, next: Piece | undefined): boolean {
  if (meaning.role !== "qualifier" || meaning.qualifier !== "about" || meaning.place !== "after")
    return false;
  return next?.meaning.role === "scale" || next?.meaning.role === "plural";
}

function isHyphenBetween(pieces: readonly Piece[], count: Count): boolean {
  if (count.small === null && count.total === 0) return false;
  const [hyphen, next] = [pieces[count.at], pieces[count.at + 1]];
  const isTight = hyphen?.meaning.role === "dash" && hyphen.isTight && next?.isTight;
  return Boolean(isTight && next?.meaning.role !== "digits");
}

function withDigits(
  count: Count,
  literal: string,
  next: Piece | undefined,
  choose: ChooseMark,
): Count | null {
  if (count.small !== null) return null;
  const read = readDigits(literal);
  if (read.kind === "flawed") return { ...count, small: 0, flaw: read.problem };
  const isScaled = next?.meaning.role === "scale" || next?.meaning.role === "plural";
  const value =
    read.kind === "plain"
      ? read.value
      : choose(read.mark, isScaled) === "decimal"
        ? read.asDecimal
        : read.asGroups;
  if (count.total > 0 && value >= count.lastScale) return null;
  const asDecimal = read.kind === "either" && read.mark === "." ? read.asDecimal : null;
  return { ...count, small: value, scales: [], asDecimal, isDigits: true };
}

function withUnit(count: Count, value: number): Count | null {
  const { small } = count;
  const isFirst = small === null && count.total === 0;
  if (isFirst) return { ...count, small: value };
  if (value === 0 || small === 0 || count.isFraction || count.isDigits) return null;
  if (small === null) return value < count.lastScale ? { ...count, small: value, scales: [] } : null;
  return value < lastPlaceOf(small) ? { ...count, small: small + value, scales: [] } : null;
}

/** The place value of the last digit that is not zero; 1 for what is below twenty. */
function lastPlaceOf(n: number): number {
  if (!Number.isInteger(n) || n % 10 !== 0 || n === 10) return 1;
  let place = 10;
  while (n % (place * 10) === 0) place *= 10;
  return place;
}

function withFraction(count: Count, value: number, isTight: boolean): Count | null {
  if (count.small === null && count.total === 0) return { ...count, small: value, isFraction: true };
  // "1½": the sign hangs on the digits.
  const isWhole = count.small !== null && Number.isInteger(count.small) && count.total === 0;
  return isTight && isWhole ? { ...count, small: (count.small ?? 0) + value } : null;
}

/** "one and a half million" and "a million and a half". */
function withAndFraction(count: Count, value: number): Count | null {
  const scale = count.scales[0];
  if (count.small !== null && scale === undefined) return { ...count, small: count.small + value };
  if (scale === undefined || count.scales.length > 1) return null;
  const whole = count.total + (count.small ?? 0);
  return { ...count, total: whole + times(value, scale), small: null, scales: [], lastScale: 0 };
}

function withScale(count: Count, value: number): Count | null {
  const isFirst = count.small === null && count.total === 0;
  const small = isFirst ? 1 : count.small;
  if (small === null || small === 0) return null;
  const scaled = { ...count, isFraction: false, isDigits: false, scales: [...count.scales, value] };
  if (value < 1000) {
    if (count.isJoined) return null;
    const room = value === 100 ? 100 : 1000;
    return small < room && count.scales.at(-1) !== value ? { ...scaled, small: times(small, value) } : null;
  }
  if (value >= count.lastScale) return null;
  return {
    ...scaled,
    total: count.total + times(small, value),
    small: null,
    lastScale: value,
    isJoined: false,
  };
}

/** Skips an "and" behind which a smaller part may follow: "a hundred and …", "two thousand and …". */
function pastAnd(pieces: readonly Piece[], count: Count): Count | null {
  if (pieces[count.at]?.meaning.role !== "and" || count.isDigits) return null;
  const next = pieces[count.at + 1];
  if (next?.meaning.role !== "unit" || next.meaning.value === 0) return null;
  const { small, total } = count;
  const isRoom = small === null ? total > 0 : next.meaning.value < lastPlaceOf(small);
  if (isRoom) return { ...count, at: count.at + 1, isJoined: small !== null };
  // Arabic counts "five and twenty", with the "and" written onto the tens.
  const ones = small === null ? 0 : small % 100;
  const isReversed = ones > 0 && ones < 10 && next.isTight && next.meaning.value % 10 === 0;
  if (!isReversed || next.meaning.value > 90) return null;
  return { ...count, at: count.at + 2, small: (small ?? 0) + next.meaning.value };
}

/** A product without the errors of binary fractions: 1.12 times a million is 1,120,000. */
export function times(n: number, scale: number): number {
  const power = Math.round(Math.log10(scale));
  const shifted = 10 ** power === scale ? Number(`${n}e${power}`) : Number.NaN;
  return Number.isNaN(shifted) ? n * scale : shifted;
}
