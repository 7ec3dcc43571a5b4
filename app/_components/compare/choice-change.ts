import type { CompareChoice, MeasurePlace } from "@/lib/compare/schema";
import { measureAddress } from "@/lib/compare/schema";

/** A choice without one of the things in it. */
export function withoutClaim(choice: CompareChoice, publicId: string): CompareChoice {
  return { ...choice, claims: choice.claims.filter((claim) => claim !== publicId) };
}

export function withoutClaimant(choice: CompareChoice, slug: string): CompareChoice {
  return { ...choice, claimants: choice.claimants.filter((claimant) => claimant !== slug) };
}

export function withoutMeasure(choice: CompareChoice, place: MeasurePlace): CompareChoice {
  const address = measureAddress(place);
  return { ...choice, measures: choice.measures.filter((measure) => measureAddress(measure) !== address) };
}
