import type { MeasureKind, Qualifier } from "../../vocabulary";
import type { ConventionWord } from "../interval";
import type { ParseProblem } from "../parse-types";

/** The qualifiers that a word can give to a number. */
export type WordedQualifier = Extract<
  Qualifier,
  "exact" | "about" | "at_least" | "more_than" | "up_to" | "fewer_than" | "relative"
>;

/** What a word, a phrase or a mark does in a wording. */
export type Meaning =
  /** Qualifies the number after it, the one before it, or either. */
  | { role: "qualifier"; qualifier: WordedQualifier; place: "before" | "after" | "either" }
  /** Adds to a number: 3, 17, 60, and the 200 of Slavic languages. */
  | { role: "unit"; value: number }
  /** Multiplies the number before it; alone it is itself. `isOblique`: in the case of a counted noun. */
  | { role: "scale"; value: number; isOblique?: true }
  /** A scale in the plural: after a number it multiplies, alone it is a number word (R5). */
  | { role: "plural"; value: number; word: ConventionWord | null; isSingularAfterQualifier: boolean }
  /** Plural of plurals: "tens of thousands". `isNear`: the nearest convention, for which there is none. */
  | { role: "words"; word: ConventionWord; isNear: boolean }
  /** Half or a quarter of the scale after it. */
  | { role: "fraction"; value: number }
  /** "and a half", after a number or after a scale. */
  | { role: "and_fraction"; value: number }
  /** A figure without a number. `isTally`: it speaks of a number itself ("no number given"). */
  | { role: "silent"; qualifier: "none" | "some" | "not_stated"; isTally: boolean }
  /** What makes a number no figure: the one that it stands before, or after; or whatever else is said. */
  | { role: "foreign"; problem: ParseProblem; side: ForeignSide }
  /** Means something else after a number than before one: Slavic "до", up to and to. */
  | { role: "until" }
  /** Counted people: `kinds` where it names what became of them, `person` where it names who they are. */
  | { role: "noun"; kinds?: readonly MeasureKind[]; person?: "one" | "several" }
  | { role: PlainRole };

export type ForeignSide = "before" | "after" | "either" | "alone";

export type PlainRole =
  /** "some": about before a number, else an unnumbered figure. */
  | "some"
  /** "a couple": two, or some. */
  | "couple"
  /** "several": before a scale a number word, else some. */
  | "vague"
  | "no"
  /** "no confirmed …" */
  | "unreported"
  | "all"
  /** "confirmed": of none, it leaves open whether there were some. */
  | "attested"
  /** "further": beside a number that is not told. */
  | "added"
  | "alive"
  | "exists"
  /** Speaks of the number itself: "number", "toll". */
  | "tally"
  | "to"
  /** "→": from one number to another. */
  | "becomes"
  | "between"
  | "from"
  | "and"
  | "or"
  | "of"
  | "in"
  /** May stand before a year, and otherwise says nothing: "since". */
  | "when"
  | "month"
  | "time_unit"
  | "percent"
  /** Confidence interval. */
  | "interval"
  | "plus_or_minus"
  | "plus"
  | "minus"
  | "dash"
  | "open"
  | "close"
  | "pause"
  /** A pause that leads from a heading to its figure. */
  | "colon"
  /** "claimed": fewer than a claimed number is measured against it. */
  | "claimed"
  /** The same behind the number: "of another claim". */
  | "compared"
  /** "rose": from one number to another, not a range. */
  | "moved"
  /** "fewer" with no number: a difference. */
  | "less"
  /** "all but 3": a difference before a number, else a pause. */
  | "but"
  /** A count form that stands before its number when the number is rough: Russian "человек 300". */
  | "noun_before_rough"
  /** Counts things, not people: "tonnes". */
  | "thing"
  | "filler"
  /** "the": a filler that is not worth telling. */
  | "article"
  | "quote";

/**
 * Rows of a lexicon: a meaning, and the phrases that have it, separated by commas. A word may
 * give alternatives ("fewer|less"), be optional ("very?"), or be the stem of many ("загибл*").
 */
export type Lexicon = readonly (readonly [Meaning, string])[];

/** The rows of one role. */
export function row(role: PlainRole, phrases: string): Lexicon[number] {
  return [{ role }, phrases];
}

export function qualifier(
  code: WordedQualifier,
  place: "before" | "after" | "either",
  phrases: string,
): Lexicon[number] {
  return [{ role: "qualifier", qualifier: code, place }, phrases];
}

/** One row for each value, as in { 3: "three", 10: "ten" }. */
export function units(words: Readonly<Record<number, string>>): Lexicon {
  return Object.entries(words).map(([value, phrases]) => [{ role: "unit", value: Number(value) }, phrases]);
}

/** Words for what is counted that name neither people nor what became of them. */
export function noun(phrases: string): Lexicon[number] {
  return [{ role: "noun" }, phrases];
}

/** Words for what became of people: the kinds of a measure that counts them. */
export function outcome(kinds: MeasureKind | readonly MeasureKind[], phrases: string): Lexicon[number] {
  return [{ role: "noun", kinds: typeof kinds === "string" ? [kinds] : kinds }, phrases];
}

/** Words for people: for one of them, or for several. */
export function person(count: "one" | "several", phrases: string): Lexicon[number] {
  return [{ role: "noun", person: count }, phrases];
}

/** Scales in the case that a number before them asks for. */
export function obliqueScale(value: number, phrases: string): Lexicon[number] {
  return [{ role: "scale", value, isOblique: true }, phrases];
}

export function scale(value: number, phrases: string): Lexicon[number] {
  return [{ role: "scale", value }, phrases];
}

export function plural(
  value: number,
  word: ConventionWord | null,
  phrases: string,
  isSingularAfterQualifier = false,
): Lexicon[number] {
  return [{ role: "plural", value, word, isSingularAfterQualifier }, phrases];
}

export function words(word: ConventionWord, phrases: string, isNear = false): Lexicon[number] {
  return [{ role: "words", word, isNear }, phrases];
}

export function silent(
  code: "none" | "some" | "not_stated",
  phrases: string,
  isTally = false,
): Lexicon[number] {
  return [{ role: "silent", qualifier: code, isTally }, phrases];
}

export function foreign(problem: ParseProblem, side: ForeignSide, phrases: string): Lexicon[number] {
  return [{ role: "foreign", problem, side }, phrases];
}
