import { QUALIFIER_TABLE } from "../../quantity/interval";
import type { Quantity } from "../../quantity/quantity";
import {
  type QuantityInput,
  type QuantityProblem,
  quantityOf,
  quantityProblems,
} from "../../quantity/validity";
import type { Qualifier } from "../../vocabulary";
import { type At, type Fault, faultOf, type ReadyCell, type Value } from "./cell";
import { type Counting, codeOf, readNumber, readWords, tell } from "./numbers";

/** The cells of a figure, ready to be read. */
export type ReadyFigure = {
  figure: ReadyCell | null;
  raw: ReadyCell<string> | null;
  qualifier: ReadyCell<string> | null;
  low: ReadyCell | null;
  high: ReadyCell | null;
  central: ReadyCell | null;
};

/** What stands in them, at one place. */
export type Said = {
  figure: Value | null;
  qualifierWord: string | null;
  qualifier: Qualifier | null;
  low: Value | null;
  high: Value | null;
  central: Value | null;
};

/** Qualifiers that say all without a number. */
export const WITHOUT_NUMBER: ReadonlySet<string> = new Set(["none", "some", "not_stated"]);

/** Where a figure is read, and what it is read by. */
export type Here = { at: At; ready: ReadyFigure; counting: Counting; column: string | null; told: Fault[] };

/** Taken as it stands, and held against the rules. */
export function given({ qualifier, ...said }: Said, raw: string | null, here: Here): Quantity | null {
  const { ready, at, counting, told } = here;
  if (raw === null) return tell(told, faultOf(ready.raw?.column(at) ?? null, null, "missing"));
  if (qualifier === null) return tell(told, faultOf(ready.qualifier?.column(at) ?? null, null, "missing"));
  const before = told.length;
  const number = (value: Value | null, cell: ReadyCell | null) =>
    value === null ? null : readNumber(value, cell?.column(at) ?? null, counting, told);
  const quantity: Quantity = {
    raw,
    qualifier,
    low: number(said.low, ready.low),
    high: number(said.high, ready.high),
    central: number(said.central, ready.central),
    reading: QUALIFIER_TABLE[qualifier].reading,
  };
  if (told.length > before) return null;
  const problems = quantityProblems(quantity, counting.kinds);
  return problems.length === 0 ? quantity : tellAll(problems, raw, here);
}

/** One number or its words, with or without a qualifier of its own. */
export function ofFigure(
  { figure, qualifier, qualifierWord }: Said,
  raw: string | null,
  here: Here,
): Quantity | null {
  const { counting, column, told } = here;
  if (figure === null) {
    if (qualifier === null || !WITHOUT_NUMBER.has(qualifier)) return null;
    return made({ raw: raw ?? qualifierWord ?? "", qualifier }, here);
  }
  const words = readWords(figure, column, counting, told);
  if (!words) return null;
  if (qualifier === null || words.qualifier === qualifier) return held(words, here);

  const isNumber = words.qualifier === "exact" || words.qualifier === "none";
  const disagrees = !isNumber || (WITHOUT_NUMBER.has(qualifier) && words.low !== 0);
  if (disagrees || qualifier === "words" || qualifier === "not_stated" || qualifier === "some")
    return tell(told, faultOf(column, figure, "ambiguous_figure", "Its qualifier says something else."));
  return made({ raw: `${qualifierWord ?? qualifier} ${figure}`, qualifier, n: words.low }, here);
}

/** A low, a high or both. One alone says nothing, unless the qualifier says that it is all there is. */
export function ofBounds(
  { qualifier, qualifierWord, ...said }: Said,
  raw: string | null,
  here: Here,
): Quantity | null {
  const { ready, at, counting, told } = here;
  const before = told.length;
  const number = (value: Value | null, cell: ReadyCell | null) =>
    value === null ? null : readNumber(value, cell?.column(at) ?? null, counting, told);
  const low = number(said.low, ready.low);
  const high = number(said.high, ready.high);
  const central = number(said.central ?? said.figure, said.central === null ? ready.figure : ready.central);
  if (told.length > before) return null;

  if (low === null || high === null) {
    const isEnough =
      low !== null
        ? qualifier === "at_least" || qualifier === "more_than"
        : qualifier === "up_to" || qualifier === "fewer_than";
    const missing = low === null ? ready.low : ready.high;
    if (!isEnough || qualifier === null)
      return tell(told, faultOf(missing?.column(at) ?? null, null, "missing"));
    const n = low ?? high;
    return made({ raw: raw ?? `${qualifierWord ?? qualifier} ${n}`, qualifier, n }, here);
  }
  const words = raw ?? (low === high ? String(said.low) : `${said.low}–${said.high}`);
  if (low > high || (central !== null && (central < low || central > high)))
    return tell(told, faultOf(ready.low?.column(at) ?? null, words, ...codeOf(outside(low, high))));
  if (qualifier === "estimate_ci") return made({ raw: words, qualifier, n: low, last: high, central }, here);
  if (low !== high) return made({ raw: words, qualifier: qualifier ?? "between", n: low, last: high }, here);
  const of = qualifier ?? (low === 0 ? "none" : "exact");
  return made({ raw: words, qualifier: of, n: low, last: high }, here);
}

function outside(low: number, high: number): QuantityProblem {
  return { field: "low", problem: low > high ? "low_above_high" : "outside_interval" };
}

/** Of two numbers that differ only an interval is made; any other qualifier is of one number. */
function made(input: QuantityInput, here: Here): Quantity | null {
  const { qualifier, n, last } = input;
  const isInterval = qualifier === "between" || qualifier === "estimate_ci";
  if (last !== undefined && n !== last && !isInterval)
    return tellAll([{ field: "high", problem: "bounds_differ" }], input.raw, here);
  if (last === undefined && isInterval && n !== undefined)
    return tellAll([{ field: "high", problem: "missing" }], input.raw, here);
  const result = quantityOf(input, here.counting.kinds);
  return result.ok ? result.quantity : tellAll(result.problems, input.raw, here);
}

function held(quantity: Quantity, here: Here): Quantity | null {
  const problems = quantityProblems(quantity, here.counting.kinds);
  return problems.length === 0 ? quantity : tellAll(problems, quantity.raw, here);
}

function tellAll(problems: readonly QuantityProblem[], raw: string, { column, told }: Here): null {
  for (const problem of problems.slice(0, 1)) told.push(faultOf(column, raw, ...codeOf(problem)));
  return null;
}
