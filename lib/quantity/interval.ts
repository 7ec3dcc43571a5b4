import { KINDS_OF_PEOPLE, type MeasureKind, type Qualifier, type Reading } from "../vocabulary";
import type { Figure, Quantity } from "./quantity";

/**
 * What a bound is made of: the worded number, the next whole number above or below it, the first or
 * last of two numbers, a convention (R5), nothing because the figure is open, or nothing because no
 * bound was stated (R2).
 */
export type BoundRule =
  | "n"
  | "n+1"
  | "n-1"
  | "zero"
  | "one"
  | "first"
  | "last"
  | "convention"
  | "open"
  | "unstated";

export type QualifierRow = {
  /** Examples in English, as the method page prints them. */
  wording: readonly string[];
  low: BoundRule;
  high: BoundRule;
  /** Whether such a figure can enter a reported range (R4, R5). */
  entersRange: boolean;
  reading: Reading;
};

/** The table of qualifiers, which the rules and the method page both read (R2, R4, R5). */
export const QUALIFIER_TABLE: Readonly<Record<Qualifier, QualifierRow>> = {
  exact: { wording: ["63"], low: "n", high: "n", entersRange: true, reading: "stated" },
  about: {
    wording: ["about 300", "around 40", "some 200", "nearly 80", "almost 90", "closer to 500"],
    low: "n",
    high: "n",
    entersRange: true,
    reading: "stated",
  },
  at_least: {
    wording: ["at least 92", "no fewer than 16"],
    low: "n",
    high: "open",
    entersRange: true,
    reading: "stated",
  },
  more_than: {
    wording: ["over 300", "more than 9,000"],
    low: "n+1",
    high: "open",
    entersRange: true,
    reading: "stated",
  },
  up_to: {
    wording: ["up to 10", "as many as 400", "no more than 20"],
    low: "unstated",
    high: "n",
    entersRange: true,
    reading: "stated",
  },
  fewer_than: {
    wording: ["under 50", "fewer than 400"],
    low: "unstated",
    high: "n-1",
    entersRange: true,
    reading: "stated",
  },
  between: {
    wording: ["100 to 300", "3-7"],
    low: "first",
    high: "last",
    entersRange: true,
    reading: "stated",
  },
  words: {
    wording: ["dozens", "hundreds"],
    low: "convention",
    high: "convention",
    entersRange: false,
    reading: "convention",
  },
  none: {
    wording: ["no casualties", "all safe"],
    low: "zero",
    high: "zero",
    entersRange: true,
    reading: "stated",
  },
  some: {
    wording: ["there are dead, number unknown", "a very large number"],
    low: "one",
    high: "open",
    entersRange: false,
    reading: "stated",
  },
  not_stated: {
    wording: ["being clarified", "declined to say", "all"],
    low: "unstated",
    high: "unstated",
    entersRange: false,
    reading: "stated",
  },
  estimate_ci: {
    wording: ["4,645 (95 % CI 793-8,498)"],
    low: "first",
    high: "last",
    entersRange: true,
    reading: "ci",
  },
  relative: {
    wording: ["far fewer than 400"],
    low: "unstated",
    high: "n-1",
    entersRange: true,
    reading: "stated",
  },
};

/** How we read a number word (R5). Both bounds belong to the reading. */
export const WORD_CONVENTIONS = {
  tens: { low: 10, high: 99 },
  dozens: { low: 12, high: 99 },
  scores: { low: 20, high: 99 },
  hundreds: { low: 100, high: 999 },
  thousands: { low: 1_000, high: 9_999 },
  tens_of_thousands: { low: 10_000, high: 99_999 },
  hundreds_of_thousands: { low: 100_000, high: 999_999 },
  millions: { low: 1_000_000, high: 9_999_999 },
  tens_of_millions: { low: 10_000_000, high: 99_999_999 },
  hundreds_of_millions: { low: 100_000_000, high: 999_999_999 },
} as const;
export type ConventionWord = keyof typeof WORD_CONVENTIONS;

/** An interval with both ends in it; null is unbounded. */
export type Interval = { low: number | null; high: number | null };

/** A named list or a physical count, whatever its verification: a documented count (R9). */
export function isDocumentedCount(figure: Pick<Figure, "basis">): boolean {
  return figure.basis === "named_list" || figure.basis === "physical_count";
}

/** Whether a figure in such words can enter a reported range (R4, R5). */
export function entersRange(qualifier: Qualifier): boolean {
  return QUALIFIER_TABLE[qualifier]?.entersRange ?? false;
}

/**
 * The interval that a figure covers when it is compared with another (R6), and only then. Null where
 * nothing was stated that could be compared. "About" covers what rounds to its number; a documented
 * count is a floor.
 */
export function comparisonInterval(figure: Pick<Figure, "quantity" | "basis">): Interval | null {
  const { qualifier } = figure.quantity;
  if (qualifier === "not_stated") return null;

  const stated = { low: finiteOrNull(figure.quantity.low), high: finiteOrNull(figure.quantity.high) };
  const covered = qualifier === "about" ? whatRoundsTo(stated) : stated;
  const { low, high } = isDocumentedCount(figure) ? { low: covered.low, high: null } : covered;

  if (low === null && high === null) return null;
  if (low !== null && high !== null && low > high) return null;
  return { low, high };
}

function whatRoundsTo({ low, high }: Interval): Interval {
  return {
    low: low === null ? null : low - lastDigitStep(low) / 2,
    high: high === null ? null : lastThatRoundsTo(high),
  };
}

// Whole numbers round half up: 450 rounds to 500, so the last that rounds to 400 is 449.
function lastThatRoundsTo(n: number): number {
  const step = lastDigitStep(n);
  return step > 1 ? n + step / 2 - 1 : n + step / 2;
}

/** The place value of the last digit that is not zero: 100 for 400, 10 for 450; none for a single unit. */
function lastDigitStep(n: number): number {
  if (n === 0) return 0;
  const [mantissa = "", exponent = "0"] = n.toExponential().split("e");
  const decimals = mantissa.split(".")[1]?.length ?? 0;
  const place = Number(exponent) - decimals;
  return place === 0 ? 0 : 10 ** place;
}

function finiteOrNull(n: number | null): number | null {
  return n !== null && Number.isFinite(n) ? n : null;
}

/** Whether any of the kinds counts people, whose figures are whole numbers (R31). */
export function countsPeople(kinds: readonly MeasureKind[]): boolean {
  return kinds.some((kind) => KINDS_OF_PEOPLE.includes(kind));
}

/** The number that was said, from which the bounds were made: 300 for "over 300" (R20). Null where none was. */
export function wordedNumber(quantity: Quantity): number | null {
  if (quantity.qualifier === "estimate_ci") return quantity.central;
  const row = QUALIFIER_TABLE[quantity.qualifier];
  if (!row) return null;
  if (row.low === "n" || row.low === "zero") return quantity.low;
  if (row.low === "n+1") return quantity.low === null ? null : nextBelow(quantity.low);
  if (row.high === "n") return quantity.high;
  if (row.high === "n-1") return quantity.high === null ? null : nextAbove(quantity.high);
  return null;
}

/** The next whole number above; a fraction stands for itself, as nothing is next to it. */
export function nextAbove(n: number): number {
  return Number.isInteger(n) ? n + 1 : n;
}

/** The next whole number below; a fraction stands for itself. */
export function nextBelow(n: number): number {
  return Number.isInteger(n) ? n - 1 : n;
}
