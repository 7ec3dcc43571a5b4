import type { CaseState } from "./case-state";

/** One thing that must follow from the claims of an event, in words that two equal findings share. */
export type Expectation = {
  /** The rule, the field of the file and whom it concerns: "R6 incompatible mod_89 / stratcom_killed". */
  name: string;
  expected: string;
  got: (state: CaseState) => string;
  /** Told, but not counted: nothing here decides it. */
  isInfo?: boolean;
};

/** A list as one text; "none" for the empty one. */
export function listed(items: readonly string[]): string {
  return items.length > 0 ? items.join(", ") : "none";
}

/** A pair without an order. */
export function pairOf(one: string, other: string): string {
  return [one, other].sort().join(" / ");
}
