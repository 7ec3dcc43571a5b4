import type { WordedQualifier } from "../lexicon/meanings";
import type { ParseQuestion } from "../parse-types";
import type { Alternative, Span } from "./figure-types";
import { type ChooseMark, type NumberRead, readNumber, startsNumber, times } from "./number-words";
import type { Piece } from "./pieces";

/** Two numbers with a word or a dash between them. */
export type RangeRead = { first: NumberRead; last: NumberRead; next: number; isChoice: boolean };

/** The number that begins at a piece, and the one that it is joined to, where it is the start of a range. */
export function readNumberOrRange(
  pieces: readonly Piece[],
  from: number,
  opened: "between" | "from" | null,
  choose: ChooseMark,
): NumberRead | RangeRead | null {
  const short = readNumber(pieces, from, choose, opened !== "between");
  if (!short) return null;
  const range = rangeFrom(pieces, short, opened, choose);
  if (opened !== "between") return range ?? short;

  // "Between a hundred and fifty and three hundred": the first "and" belongs to the number.
  const isMore = range && pieces[range.next]?.meaning.role === "and" && startsNumber(pieces[range.next + 1]);
  const long = range && !isMore ? null : readNumber(pieces, from, choose, true);
  return (long && rangeFrom(pieces, long, opened, choose)) ?? range ?? short;
}

function rangeFrom(
  pieces: readonly Piece[],
  first: NumberRead,
  opened: "between" | "from" | null,
  choose: ChooseMark,
): RangeRead | null {
  const joint = jointAt(pieces[first.next], opened);
  if (!joint) return null;
  let at = first.next + 1;
  const isDash = pieces[first.next]?.meaning.role === "dash";
  while (isLight(pieces[at], isDash)) at += 1;
  const last = readNumber(pieces, at, choose);
  return last && { first, last, next: last.next, isChoice: joint === "choice" };
}

function jointAt(piece: Piece | undefined, opened: "between" | "from" | null): "range" | "choice" | null {
  switch (piece?.meaning.role) {
    case "to":
    case "becomes":
    case "until":
    case "dash":
      return "range";
    case "or":
      return "choice";
    case "and":
      return opened === "between" ? "range" : null;
    case "qualifier":
      return opened && piece.meaning.qualifier === "up_to" ? "range" : null;
    default:
      return null;
  }
}

/** Words that may stand before the last number of a range and leave it as it is: "300 to about 400". */
function isLight(piece: Piece | undefined, isDash: boolean): boolean {
  switch (piece?.meaning.role) {
    case "qualifier":
      return piece.meaning.qualifier === "about" && piece.meaning.place !== "after";
    case "article":
    case "some":
    case "quote":
      return true;
    case "filler":
      // "63 – including 12 children" is no range.
      return !isDash;
    default:
      return false;
  }
}

export type Ways = { alternatives: readonly Alternative[]; question: ParseQuestion | null };

// "Five to three hundred thousand" may leave the five as it is; within ten times it takes the scale.
const SAME_SCALE_MAX = 10;

/**
 * The ways to understand a range. "Fifty to three hundred thousand" starts at 50,000, since a scale that
 * closes a range is said of both its ends; it is asked where the ends would lie far apart.
 */
export function waysOfRange({ first, last, isChoice }: RangeRead, span: Span): Ways {
  const scaled = scaledFirst(first, last);
  if (isChoice) return waysOfChoice(scaled?.isSure ? scaled.value : first.value, last.value, span);
  const from = (n: number, why: Alternative["why"]): Alternative => {
    return { ...span, why, said: { qualifier: "between", n, last: last.value } };
  };
  if (!scaled) return { alternatives: [from(first.value, "as_said")], question: null };
  if (scaled.isSure) return { alternatives: [from(scaled.value, "as_said")], question: null };
  const alternatives = [from(scaled.value, "scale_of_both"), from(first.value, "scale_of_last")];
  return { alternatives, question: "which_scale" };
}

/** What the first number is when the scale of the last is said of it too; null where it cannot be. */
function scaledFirst(first: NumberRead, last: NumberRead): { value: number; isSure: boolean } | null {
  const bare = first.asDecimal ?? first.value;
  const own = Math.max(0, ...first.scales);
  const products = last.scales.map((_, at) =>
    last.scales.slice(at).reduce((product, one) => product * one, 1),
  );
  for (const scale of products) {
    if (own >= scale) continue;
    if (bare >= last.value / scale) continue;
    const value = times(bare, scale);
    return { value, isSure: last.value <= value * SAME_SCALE_MAX };
  }
  // "500 to 2 million" may leave out the thousand that everybody hears.
  const greatest = products[0] ?? 1;
  const isGap = own === 0 && greatest >= 1e6 && first.value * 1000 < last.value;
  return isGap ? { value: times(first.value, greatest / 1000), isSure: false } : null;
}

function waysOfChoice(n: number, last: number, span: Span): Ways {
  const both = { ...span, why: "both_bounds" as const, said: { qualifier: "between" as const, n, last } };
  const either = [n, last].map((one) => ({
    ...span,
    why: "one_of_several" as const,
    said: { qualifier: "exact" as const, n: one },
  }));
  return { alternatives: n <= last ? [both, ...either] : either, question: "which_bound" };
}

/** What the qualifiers before a number make of it together; "about" gives way to a bound. */
function boundsAmong(qualifiers: readonly WordedQualifier[], isClaimed: boolean): WordedQualifier[] {
  const bounds = new Set(qualifiers.filter((one) => one !== "about" && one !== "exact"));
  if (bounds.has("fewer_than") && (isClaimed || bounds.has("relative"))) {
    bounds.delete("fewer_than");
    bounds.add("relative");
  }
  if (bounds.size > 0) return [...bounds];
  return qualifiers.includes("about") ? ["about"] : [];
}

/** The ways to understand one number with its qualifiers. Zero is none, unless exactly zero was said (R4). */
export function waysOfNumber(
  n: number,
  qualifiers: readonly WordedQualifier[],
  isClaimed: boolean,
  span: Span,
): Ways {
  const bounds = boundsAmong(qualifiers, isClaimed);
  if (bounds.length === 0) {
    const isNone = n === 0 && !qualifiers.includes("exact");
    const said = isNone ? { qualifier: "none" as const, n } : { qualifier: "exact" as const, n };
    return { alternatives: [{ ...span, why: "as_said", said }], question: null };
  }
  const alternatives = bounds.map((bound) => ({ ...span, why: whyOf(bound), said: { qualifier: bound, n } }));
  return { alternatives, question: bounds.length > 1 ? "which_bound" : null };
}

function whyOf(bound: WordedQualifier): Alternative["why"] {
  if (bound === "at_least" || bound === "more_than") return "lower_bound";
  return bound === "about" || bound === "exact" ? "as_said" : "upper_bound";
}

/** A range under qualifiers: "about" leaves it as it is, a bound has to be asked about. */
export function underQualifiers(
  ways: Ways,
  qualifiers: readonly WordedQualifier[],
  isClaimed: boolean,
): Ways {
  const bounds = boundsAmong(qualifiers, isClaimed).filter((bound) => bound !== "about");
  const range = ways.alternatives[0];
  if (bounds.length === 0 || range?.said.qualifier !== "between") return ways;
  const { n, last } = range.said;
  const bounded = bounds.map((bound) => {
    const isLower = bound === "at_least" || bound === "more_than";
    return { ...range, why: whyOf(bound), said: { qualifier: bound, n: isLower ? n : last } };
  });
  return {
    alternatives: [...ways.alternatives.map((one) => ({ ...one, why: "both_bounds" as const })), ...bounded],
    question: "which_bound",
  };
}
