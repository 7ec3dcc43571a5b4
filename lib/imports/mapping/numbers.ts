import { parseQuantity } from "../../quantity/parse";
import type { ParsedQuantity } from "../../quantity/parse-types";
import type { Quantity } from "../../quantity/quantity";
import type { QuantityProblem } from "../../quantity/validity";
import type { MeasureKind } from "../../vocabulary";
import type { ProblemCode } from "../problems";
import { type Fault, faultOf, type Value } from "./cell";

/** What a figure is read by: what its measure counts, and how numbers are written. */
export type Counting = { kinds: readonly MeasureKind[]; unit: string | null; language: string | null };

const DIGITS = /^\d{1,15}$/;
// A spreadsheet runs a cell that begins so; what its result was, the file does not say.
const FORMULA = /^[=@\uff1d\uff20]/;

/** What the words of a cell say; a cell that can be read in several ways is never guessed at. */
export function readWords(
  value: Value,
  column: string | null,
  counting: Counting,
  told: Fault[],
): Quantity | null {
  if (typeof value === "boolean") return tell(told, faultOf(column, value, "not_a_figure"));
  if (typeof value === "number") return plain(value, column, told);
  if (DIGITS.test(value)) return plain(Number(value), column, told, value);
  if (FORMULA.test(value)) return tell(told, faultOf(column, value, "formula"));
  const parsed = parseQuantity(value, counting.kinds, counting);
  if (parsed.state === "read") return parsed.quantity;
  return tell(told, { ...faultOf(column, value, ...whyNot(parsed)) });
}

/** A number and nothing else: of a column that holds a bound. */
export function readNumber(
  value: Value,
  column: string | null,
  counting: Counting,
  told: Fault[],
): number | null {
  const quantity = readWords(value, column, counting, told);
  if (!quantity) return null;
  if (quantity.qualifier === "exact" || quantity.qualifier === "none") return quantity.low;
  return tell(told, faultOf(column, value, "not_a_figure", "A number is needed here, without words."));
}

/** The quantity that a bare number is (R4: zero is "none"). */
function plain(number: number, column: string | null, told: Fault[], raw = String(number)): Quantity | null {
  if (!Number.isFinite(number) || Math.abs(number) > Number.MAX_SAFE_INTEGER)
    return tell(told, faultOf(column, raw, "not_a_figure", "It is too large."));
  if (number < 0) return tell(told, faultOf(column, raw, "negative"));
  const qualifier = number === 0 ? "none" : "exact";
  return { raw, qualifier, low: number, high: number, central: null, reading: "stated" };
}

export function tell(told: Fault[], fault: Fault): null {
  told.push(fault);
  return null;
}

function whyNot(parsed: Exclude<ParsedQuantity, { state: "read" }>): [ProblemCode, string | null] {
  if (parsed.state === "ask") {
    const readings = parsed.readings.map(({ quantity: { low, high } }) => boundsOf(low, high));
    return ["ambiguous_figure", readings.length > 1 ? `It can mean ${readings.join(" or ")}.` : null];
  }
  const { problem, at } = parsed;
  if (problem === "negative" || problem === "low_above_high") return [problem, null];
  if (problem === "fraction_of_people") return ["not_a_figure", WHOLE];
  return ["not_a_figure", at === "" ? null : `This is not understood: “${at}”.`];
}

const WHOLE = "A count of people must be a whole number.";

function boundsOf(low: number | null, high: number | null): string {
  if (low === high) return low === null ? "no figure" : String(low);
  if (high === null) return `${low} or more`;
  return low === null ? `${high} or less` : `${low} to ${high}`;
}

/** What of the rules of quantities a figure breaks, as a code and a sentence. */
export function codeOf({ problem, field }: QuantityProblem): [ProblemCode, string | null] {
  if (problem === "negative" || problem === "low_above_high") return [problem, null];
  if (problem === "outside_interval")
    return ["low_above_high", "The figure is not between its low and its high."];
  if (problem === "unknown") return ["unknown_code", null];
  if (problem === "missing") return ["missing", `Its qualifier asks for a number as its ${field}.`];
  if (problem === "not_expected")
    return ["not_a_figure", `Its qualifier leaves no place for a number as its ${field}.`];
  return ["not_a_figure", SENTENCES[problem] ?? null];
}

const SENTENCES: Partial<Record<QuantityProblem["problem"], string>> = {
  not_a_number: "It is too large.",
  fraction_of_people: WHOLE,
  bounds_differ: "Its qualifier is of one number, and its low and its high are two.",
  not_zero: "Its qualifier says none, and its number is not zero.",
  not_one: "Its qualifier says some, and its low is not one.",
  not_a_convention: "Its low and its high are not those by which such words are read.",
};
