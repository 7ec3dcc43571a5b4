import type { Quantity } from "./quantity";

/** The longest wording that is read, in UTF-16 units: as long as the wording of a claim may be. */
export const WORDING_LENGTH_MAX = 2000;

/** Why a wording is no quantity. The message catalogue holds the sentence for each. */
export const PARSE_PROBLEMS = [
  "missing",
  "too_long",
  /** An unknown word or character where it can change what the number says. */
  "not_understood",
  "markup",
  /** Words, all known, with no figure among them. */
  "no_figure",
  /** "At least" of nothing. */
  "number_missing",
  /** Digits grouped as no language groups them, or two numbers side by side. */
  "digits",
  "too_large",
  "negative",
  "fraction_of_people",
  "low_above_high",
  "outside_interval",
  /** A number word beyond our conventions: "billions". */
  "no_convention",
  /** Percent, "2 in 5", "a third", "twice as many", "200 a day". */
  "share",
  /** "12 fewer", "all but 3": how far it is from a number that is not given. */
  "difference",
  "money",
  "date",
  "time",
  "ordinal",
  /** "Not 63": what the figure is not. */
  "negated",
  "too_many_figures",
] as const;
export type ParseProblem = (typeof PARSE_PROBLEMS)[number];

/** What has to be asked before a wording is a quantity. */
export const PARSE_QUESTIONS = [
  /** "14.000": does the mark group thousands, or stand before a fraction? */
  "decimal_or_group",
  /** "63 dead and 12 injured" */
  "which_figure",
  /** "63 of 80" */
  "part_or_whole",
  /** "5 to 300 thousand": is the first number in thousands too? */
  "which_scale",
  /** "at least 100 to 300", "at least 63, up to 89", "63 or 89" */
  "which_bound",
  /** "63 mobiks": the figure is clear, the words beside it are not known. */
  "unknown_words",
  /** "up to hundreds": a bound that is a word. */
  "bound_of_words",
  /** "dozens of thousands": no convention, but one beside it. */
  "nearest_word",
  /** "no confirmed deaths": none, or nothing known? */
  "none_or_unknown",
  /** "a couple" */
  "two_or_some",
  /** "another 12": all of them, or so many more than before? */
  "total_or_addition",
  /** "children under 12" */
  "age_or_count",
  /** "people were killed" */
  "some_or_not_stated",
] as const;
export type ParseQuestion = (typeof PARSE_QUESTIONS)[number];

/** How a possible reading understands the wording. */
export const READING_REASONS = [
  "as_said",
  "mark_groups",
  "mark_is_decimal",
  "one_of_several",
  "together",
  "as_total",
  "part",
  "whole",
  "scale_of_both",
  "scale_of_last",
  "lower_bound",
  "upper_bound",
  "both_bounds",
  "words_aside",
  "by_convention",
  "as_none",
  "as_unknown",
  "as_two",
  "as_some",
  "about",
] as const;
export type ReadingReason = (typeof READING_REASONS)[number];

/** One way to understand a wording, and the piece of it that says so. */
export type PossibleReading = { quantity: Quantity; why: ReadingReason; at: string };

/**
 * What a wording says. `at` and `leftAside` are pieces of the raw text, at most 80 characters each;
 * `leftAside` are the known words that say nothing about the figure ("killed", "reportedly").
 */
export type ParsedQuantity =
  | { state: "read"; quantity: Quantity; leftAside: readonly string[] }
  | {
      state: "ask";
      question: ParseQuestion;
      at: string;
      readings: readonly PossibleReading[];
      leftAside: readonly string[];
    }
  | { state: "refused"; problem: ParseProblem; at: string };

export type ParseOptions = {
  /** BCP 47 language of the wording, which settles what "1.234" means where nothing else does. */
  language?: string | null;
  /** The measure's unit, whose words may stand beside the figure. */
  unit?: string | null;
};
