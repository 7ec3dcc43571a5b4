import { type CompareChoice, measureAddress } from "@/lib/compare/schema";

/** What is chosen already, carried along by a form. */
export function ChoiceFields({ choice: { claims, claimants, measures, scale } }: { choice: CompareChoice }) {
  return (
    <>
      {claims.map((claim) => (
        <input key={claim} type="hidden" name="claim" value={claim} />
      ))}
      {claimants.map((claimant) => (
        <input key={claimant} type="hidden" name="claimant" value={claimant} />
      ))}
      {measures.map(measureAddress).map((measure) => (
        <input key={measure} type="hidden" name="measure" value={measure} />
      ))}
      {scale ? <input type="hidden" name="scale" value={scale} /> : null}
    </>
  );
}
