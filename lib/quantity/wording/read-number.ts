import type { WordedQualifier } from "../lexicon/meanings";
import type { ParseProblem } from "../parse-types";
import {
  type RangeRead,
  readNumberOrRange,
  underQualifiers,
  type Ways,
  waysOfNumber,
  waysOfRange,
} from "./number-figures";
import { type NumberRead, readNumber, times, YEAR } from "./number-words";
import type { Piece } from "./pieces";
import { addFigure, moveOn, pendingOf, pieceAt, type Reader, spanTo } from "./reader";

/** Reads the number or range that begins here, or says what it is instead of a figure; returns what comes next. */
export function readNumberFigure(reader: Reader): number {
  const { pieces, at } = reader;
  const read = readNumberOrRange(pieces, at, reader.opened, reader.choose);
  const inverted = read && !("last" in read) ? readInverted(reader, read) : null;
  if (inverted !== null) return inverted;
  if (!read) {
    reader.foreign.push({ ...pieceAt(reader), problem: "share" });
    return moveOn(reader, at + 1);
  }
  const isRange = "last" in read;
  const flaw = isRange ? (read.first.flaw ?? read.last.flaw) : read.flaw;
  if (flaw) {
    reader.problems.push({
      start: pieceAt(reader).start,
      end: pieceAt(reader, read.next - 1).end,
      problem: flaw,
    });
    return moveOn(reader, read.next);
  }
  const foreign = foreignBeside(pieces, at, isRange ? read.last : read, isRange);
  if (foreign) {
    // The month before a day was met first, as a date of its own.
    if (foreign.from !== undefined) reader.foreign.pop();
    const from = foreign.from ?? at;
    const span = { start: pieceAt(reader, from).start, end: pieceAt(reader, foreign.next - 1).end };
    reader.foreign.push({ ...span, problem: foreign.problem });
    return moveOn(reader, foreign.next);
  }
  if (isRange) return addRange(reader, read);
  if (pieces[read.next]?.meaning.role === "plus_or_minus") {
    const margin = readNumber(pieces, read.next + 1, reader.choose);
    if (margin) return addMargin(reader, read.value, margin.value, margin.next);
  }
  if (read.isRough) reader.pending.push({ qualifier: "about", at });
  if (reader.opened === "between") {
    reader.problems.push({ ...spanTo(reader, read.next), problem: "number_missing" });
    return moveOn(reader, read.next);
  }
  const ways = waysOfNumber(read.value, pendingOf(reader), reader.isClaimed, spanTo(reader, read.next));
  return addFigure(reader, "number", reader.opened === "from" ? orAtLeast(ways) : ways, read.next);
}

/**
 * Slavic languages turn number and scale round when the number is rough: "тысяч пять" is about five thousand,
 * "тысяча-дві" a thousand or two. Null where the scale begins a number of its own.
 */
function readInverted(reader: Reader, read: NumberRead): number | null {
  const { pieces, at, text } = reader;
  const { meaning, start } = pieceAt(reader);
  if (meaning.role !== "scale") return null;
  const isHyphened = pieces[at + 1]?.meaning.role === "dash" && read.next > at + 2;
  const rest = meaning.isOblique ? readNumber(pieces, at + 1, reader.choose) : null;
  const isGreat = rest?.scales.some((scale) => scale >= 1000);
  // "About a million two hundred thousand": the case is the qualifier's.
  if (rest && isGreat && (reader.pending.length > 0 || reader.opened)) return null;
  if ((isHyphened && /[\u0400-\u04ff]/.test(text.charAt(start))) || (rest && (isGreat || rest.flaw))) {
    reader.problems.push({
      start,
      end: pieceAt(reader, Math.max(read.next, rest?.next ?? 0) - 1).end,
      problem: "digits",
    });
    return moveOn(reader, Math.max(read.next, rest?.next ?? 0));
  }
  if (!rest) return meaning.isOblique ? loneScale(reader, read) : null;
  const span = spanTo(reader, rest.next);
  const ways = [["about"], []] as const;
  const alternatives = ways.flatMap((way) => {
    const n = times(rest.value, meaning.value);
    return waysOfNumber(n, [...pendingOf(reader), ...way], reader.isClaimed, span).alternatives;
  });
  const [rough, ...others] = alternatives;
  if (!rough) return null;
  const told = [{ ...rough, why: "about" as const }, ...others];
  return addFigure(reader, "number", { alternatives: told, question: "which_bound" }, rest.next);
}

/** "Тысяч человек": the case asks for a number that is missing, unless a word before it took it. */
function loneScale(reader: Reader, { next }: NumberRead): number | null {
  const { pieces, at, pending, opened } = reader;
  if (next > at + 1 || pending.length > 0 || opened || pieces[at - 1]?.meaning.role === "filler") return null;
  reader.problems.push({ ...pieceAt(reader), problem: "number_missing" });
  return moveOn(reader, next);
}

function addRange(reader: Reader, range: RangeRead): number {
  const ways = waysOfRange(range, spanTo(reader, range.next));
  const isArrow = pieceAt(reader, range.first.next).meaning.role === "becomes";
  const opening = reader.opened === "from" ? pieceAt(reader, reader.openedFrom) : null;
  // Slavic "з 63 до 89" tells a change, "від 63 до 89" a range.
  const isChange = opening && /^(?:с|со|з|із|зі)$/.test(reader.text.slice(opening.start, opening.end));
  const isMoved = isArrow || isChange || (reader.seen.has("moved") && reader.opened === "from");
  return addFigure(
    reader,
    "range",
    isMoved ? fromAndTo(ways) : underQualifiers(ways, pendingOf(reader), reader.isClaimed),
    range.next,
  );
}

/** "Rose from 63 to 89" is no range: it says what the figure was, and what it is. */
function fromAndTo(ways: Ways): Ways {
  const range = ways.alternatives[0];
  if (range?.said.qualifier !== "between") return ways;
  const alternatives = [range.said.last, range.said.n].map((n) => ({
    ...range,
    why: "one_of_several" as const,
    said: { qualifier: "exact" as const, n },
  }));
  return { alternatives, question: "which_figure" };
}

/** "From 63", with no "to": perhaps a lower bound. */
function orAtLeast({ alternatives, question }: Ways): Ways {
  const [one] = alternatives;
  if (one?.said.qualifier !== "exact") return { alternatives, question };
  const bound = {
    ...one,
    why: "lower_bound" as const,
    said: { ...one.said, qualifier: "at_least" as const },
  };
  return { alternatives: [bound, one], question: "which_bound" };
}

function addMargin(reader: Reader, central: number, margin: number, next: number): number {
  const said = { qualifier: "estimate_ci" as const, n: central - margin, last: central + margin, central };
  const one = { ...spanTo(reader, next), why: "as_said" as const, said };
  return addFigure(reader, "range", { alternatives: [one], question: null }, next);
}

type Beside = { problem: ParseProblem; from?: number; next: number };

/** What makes a number no figure: what it is a number of, or the word that hangs on it. */
function foreignBeside(
  pieces: readonly Piece[],
  at: number,
  last: NumberRead,
  isRange: boolean,
): Beside | null {
  const { next } = last;
  const isDay = last.value >= 1 && last.value <= 31;
  let to = next;
  while (pieces[to]?.meaning.role === "quote") to += 1;
  const after = pieces[to]?.meaning;
  switch (after?.role) {
    case "percent":
      return { problem: "share", next: to + 1 };
    case "time_unit":
      return { problem: "time", next: to + 1 };
    case "month":
      if (!isDay) break;
      return { problem: "date", next: pastYear(pieces, to + 1) };
    case "tally":
      // "Six figures"
      if (last.value < 20) return { problem: "no_convention", next: to + 1 };
      break;
    case "less":
      return { problem: "difference", next: to + 1 };
    case "dash":
      // "Sixty-third"
      if (pieces[to + 1]?.meaning.role === "tally") return { problem: "no_convention", next: to + 2 };
      return isOrdinal(pieces[to + 1]) ? { problem: "ordinal", next: to + 2 } : null;
    case "foreign":
      if (isOrdinal(pieces[to]) && pieces[at]?.meaning.role !== "digits")
        return { problem: "ordinal", next: to + 1 };
      if (after.side === "after" || after.side === "either") return { problem: after.problem, next: to + 1 };
      break;
    default:
      break;
  }
  const before = isRange ? undefined : pieces[at - 1]?.meaning.role;
  const { isYear } = last;
  if (before === "month" && (isDay || isYear))
    return { problem: "date", from: at - 1, next: pastYear(pieces, next) };
  if (before === "time_unit" && isYear) return { problem: "date", from: at - 1, next };
  return isYear && (before === "in" || before === "when") ? { problem: "date", next } : null;
}

function isOrdinal(piece: Piece | undefined): boolean {
  return piece?.meaning.role === "foreign" && piece.meaning.problem === "ordinal";
}

/** Past a year, where one follows: "3 January, 2023". */
function pastYear(pieces: readonly Piece[], at: number): number {
  const from = pieces[at]?.meaning.role === "pause" ? at + 1 : at;
  const meaning = pieces[from]?.meaning;
  return meaning?.role === "digits" && YEAR.test(meaning.literal) ? from + 1 : at;
}

/** Adds a qualifier that comes after the last figure: "40 or more", "63 at least". False where it cannot. */
export function qualifyLast(reader: Reader, qualifier: WordedQualifier): boolean {
  const figure = reader.figures.at(-1);
  const [one, another] = figure?.alternatives ?? [];
  if (!figure || !one || figure.kind === "silent") return false;
  const end = pieceAt(reader).end;
  const span = { start: figure.start, end };
  const { said } = one;
  let ways: Ways | null = null;
  if (figure.kind === "words") ways = boundedWords(figure, [qualifier]);
  else if (another) ways = qualifier === "about" ? figure : null;
  else if (said.qualifier === "between") ways = underQualifiers(figure, [qualifier], false);
  else if (isWorded(said.qualifier)) {
    const own = said.qualifier === "exact" ? [] : [said.qualifier];
    ways = waysOfNumber(said.n ?? 0, [...own, qualifier], reader.isClaimed, span);
  }
  if (!ways) return false;
  const { alternatives, question } = ways;
  if (ways.alternatives === figure.alternatives) reader.aside.push(pieceAt(reader));
  reader.figures[reader.figures.length - 1] = { ...figure, alternatives, question, end };
  return true;
}

function isWorded(code: string): code is WordedQualifier {
  return /^(exact|about|at_least|more_than|up_to|fewer_than|relative)$/.test(code);
}

/** Number words keep their convention under "at least"; a word as an upper bound is asked about (R2, R5). */
export function boundedWords(
  ways: Pick<Ways, "alternatives" | "question">,
  qualifiers: readonly WordedQualifier[],
): Ways {
  const isUpper = qualifiers.some((one) => one === "up_to" || one === "fewer_than" || one === "relative");
  return {
    alternatives: ways.alternatives,
    question: isUpper ? (ways.question ?? "bound_of_words") : ways.question,
  };
}
