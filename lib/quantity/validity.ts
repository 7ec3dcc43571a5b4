import type { MeasureKind, Qualifier } from "../vocabulary";
import {
  type BoundRule,
  type ConventionWord,
  countsPeople,
  nextAbove,
  nextBelow,
  QUALIFIER_TABLE,
  WORD_CONVENTIONS,
  wordedNumber,
} from "./interval";
import type { Quantity } from "./quantity";

/** What is wrong with a quantity, and where. The message catalogue holds the sentence for each problem. */
export type QuantityProblem = {
  field: "raw" | "qualifier" | "low" | "high" | "central" | "reading";
  problem:
    | "missing"
    | "not_expected"
    | "unknown"
    | "not_a_number"
    | "negative"
    | "fraction_of_people"
    | "low_above_high"
    | "bounds_differ"
    | "not_zero"
    | "not_one"
    | "not_a_convention"
    | "outside_interval"
    | "wrong_reading";
};

export type QuantityInput = {
  raw: string;
  qualifier: Qualifier;
  /** The number said, or the first of two. */
  n?: number | null;
  /** The last of two: "100 to 300", an interval of confidence. */
  last?: number | null;
  /** The middle of an estimate with an interval. */
  central?: number | null;
  /** The number word, for a quantity in words (R5). */
  word?: ConventionWord | null;
};

export type QuantityResult = { ok: true; quantity: Quantity } | { ok: false; problems: QuantityProblem[] };

/** Makes a quantity from what was said, by the table of qualifiers; or says everything that is wrong with it. */
export function quantityOf(input: QuantityInput, kinds: readonly MeasureKind[]): QuantityResult {
  const row = QUALIFIER_TABLE[input.qualifier];
  if (!row) return { ok: false, problems: [{ field: "qualifier", problem: "unknown" }] };

  const quantity: Quantity = {
    raw: input.raw,
    qualifier: input.qualifier,
    low: boundOf(row.low, "low", input),
    high: boundOf(row.high, "high", input),
    central: input.central ?? null,
    reading: row.reading,
  };
  const problems = quantityProblems(quantity, kinds);
  return problems.length === 0 ? { ok: true, quantity } : { ok: false, problems };
}

function boundOf(rule: BoundRule, end: "low" | "high", input: QuantityInput): number | null {
  const n = input.n ?? null;
  switch (rule) {
    case "n":
    case "first":
      return n;
    case "n+1":
      return n === null ? null : nextAbove(n);
    case "n-1":
      return n === null ? null : nextBelow(n);
    case "last":
      return input.last ?? null;
    case "zero":
      return 0;
    case "one":
      return 1;
    case "convention":
      return (input.word && WORD_CONVENTIONS[input.word]?.[end]) ?? null;
    case "open":
    case "unstated":
      return null;
  }
}

/**
 * Everything that keeps a quantity from being what its qualifier says, by the table of qualifiers and
 * R31 (low above high, negative, a fraction of people); empty when it fits. `kinds` are those of its measure.
 */
export function quantityProblems(quantity: Quantity, kinds: readonly MeasureKind[]): QuantityProblem[] {
  const row = QUALIFIER_TABLE[quantity.qualifier];
  if (!row) return [{ field: "qualifier", problem: "unknown" }];

  const problems: QuantityProblem[] = [];
  if (quantity.raw.trim() === "") problems.push({ field: "raw", problem: "missing" });
  if (quantity.reading !== row.reading) problems.push({ field: "reading", problem: "wrong_reading" });
  problems.push(...boundProblems("low", row.low, quantity, kinds));
  problems.push(...boundProblems("high", row.high, quantity, kinds));
  problems.push(...centralProblems(quantity, kinds));
  problems.push(...orderProblems(quantity, row.low, row.high));
  return problems;
}

function boundProblems(
  field: "low" | "high",
  rule: BoundRule,
  quantity: Quantity,
  kinds: readonly MeasureKind[],
): QuantityProblem[] {
  const value = quantity[field];
  if (rule === "open" || rule === "unstated")
    return value === null ? [] : [{ field, problem: "not_expected" }];
  if (value === null) return [{ field, problem: "missing" }];

  const flaw = numberFlaw(value, kinds);
  if (flaw) return [{ field, problem: flaw }];
  if (rule === "zero" && value !== 0) return [{ field, problem: "not_zero" }];
  if (rule === "one" && value !== 1) return [{ field, problem: "not_one" }];
  // "More than n" was said of a number, which is one below its low bound.
  if (rule === "n+1" && (wordedNumber(quantity) ?? 0) < 0) return [{ field, problem: "negative" }];
  return [];
}

function centralProblems(quantity: Quantity, kinds: readonly MeasureKind[]): QuantityProblem[] {
  const { central, low, high } = quantity;
  const field = "central";
  if (central === null) return [];
  if (quantity.qualifier !== "estimate_ci") return [{ field, problem: "not_expected" }];

  const flaw = numberFlaw(central, kinds);
  if (flaw) return [{ field, problem: flaw }];
  const isOutside = (low !== null && central < low) || (high !== null && central > high);
  return isOutside ? [{ field, problem: "outside_interval" }] : [];
}

function numberFlaw(value: number, kinds: readonly MeasureKind[]): QuantityProblem["problem"] | null {
  if (!Number.isFinite(value) || Math.abs(value) > Number.MAX_SAFE_INTEGER) return "not_a_number";
  if (value < 0) return "negative";
  if (countsPeople(kinds) && !Number.isInteger(value)) return "fraction_of_people";
  return null;
}

function orderProblems({ low, high }: Quantity, lowRule: BoundRule, highRule: BoundRule): QuantityProblem[] {
  if (low === null || high === null) return [];
  if (low > high) return [{ field: "low", problem: "low_above_high" }];
  if (lowRule === "n" && highRule === "n" && low !== high)
    return [{ field: "high", problem: "bounds_differ" }];
  if (lowRule === "convention" && !isConvention(low, high))
    return [{ field: "low", problem: "not_a_convention" }];
  return [];
}

function isConvention(low: number, high: number): boolean {
  return Object.values(WORD_CONVENTIONS).some((word) => word.low === low && word.high === high);
}
