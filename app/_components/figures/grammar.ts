import type { Quantity } from "@/lib/quantity/quantity";
import type { Basis, Lifecycle, Qualifier, Standing, Verification } from "@/lib/vocabulary";

/**
 * The grammar of figures: how each qualifier, verification and state is drawn. Charts, legends,
 * tables and the method page all read it from here.
 */

export type MarkKind =
  | "dot"
  | "ringed_dot"
  | "dot_arrow"
  | "tick"
  | "bar"
  | "interval"
  | "hatched"
  | "words_at_edge";

export const MARK_OF: Record<Qualifier, MarkKind> = {
  exact: "dot",
  about: "ringed_dot",
  at_least: "dot_arrow",
  more_than: "dot_arrow",
  up_to: "tick",
  fewer_than: "tick",
  relative: "tick",
  between: "bar",
  estimate_ci: "interval",
  words: "hatched",
  none: "dot",
  some: "words_at_edge",
  not_stated: "words_at_edge",
};

export type Fill = "hollow" | "filled" | "square" | "struck" | "query";

export const FILL_OF: Record<Verification, Fill> = {
  unverified: "hollow",
  corroborated: "filled",
  documented: "square",
  refuted: "struck",
  unverifiable: "query",
};

/** States whose figure is drawn grey and crossed, with the word beside it. */
const CROSSED_LIFECYCLES: readonly Lifecycle[] = ["retracted", "corrected", "entry_error"];

export function isCrossed(standing: Standing, lifecycle: Lifecycle): boolean {
  return standing === "disowned" || CROSSED_LIFECYCLES.includes(lifecycle);
}

/** What a documented count rests on is told beside its figure (R9). */
export function isDocumentedBasis(basis: Basis): basis is "named_list" | "physical_count" {
  return basis === "named_list" || basis === "physical_count";
}

/** Sides are coloured by their order; those on no side come after the last. */
const SIDE_COLOURS = 6;

export function sideClass(sides: readonly string[], side: string | null): string {
  const place = side === null ? sides.length : sides.indexOf(side);
  return `side-${(place < 0 ? sides.length : place) % SIDE_COLOURS}`;
}

/** Where on the axis a figure stands: one value, or two, or none where no number was given. */
export type Extent = { at: number | null; from: number | null; to: number | null };

export function extentOf(quantity: Pick<Quantity, "qualifier" | "low" | "high" | "central">): Extent {
  const { low, high, central } = quantity;
  switch (MARK_OF[quantity.qualifier]) {
    case "dot":
    case "ringed_dot":
    case "dot_arrow":
      return { at: low ?? high, from: null, to: null };
    case "tick":
      return { at: high, from: null, to: null };
    case "bar":
    case "hatched":
      return { at: null, from: low, to: high };
    case "interval":
      return { at: central, from: low, to: high };
    case "words_at_edge":
      return { at: null, from: null, to: null };
  }
}
