/**
 * What can be wrong with a file, a row or a cell. The message catalogue has for each a sentence that says what is wrong
 * (imports.problem.{code}.message) and one that says what to do (imports.problem.{code}.suggestion).
 */
export const PROBLEM_CODES = [
  // Of the file.
  "unreadable",
  "wrong_encoding",
  "too_large",
  "unpacks_too_large",
  "no_rows",
  "no_header",
  "too_many_columns",
  "repeated_heading",
  "no_such_column",
  // Of a row.
  "ragged_row",
  "unclosed_quote",
  "not_json",
  "not_an_object",
  "too_long",
  "control_character",
  // Of a cell.
  "missing",
  "not_listed",
  "not_a_figure",
  "ambiguous_figure",
  "negative",
  "low_above_high",
  "not_a_date",
  "no_such_date",
  "not_an_address",
  "unknown_code",
  "formula",
  "left_out",
  "correction",
  // Of a claim, by the rules and what is on file.
  "no_such_record",
  "refused",
  "same_key_twice",
  "same_claim",
  "may_be_same",
  "changed_on_file",
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];
