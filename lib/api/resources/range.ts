import { z } from "zod";
import type { ClaimRef as ClaimRefView } from "../../claims/types";
import { rangeView } from "../../events/range-view";
import type { RangeEndView } from "../../events/types";
import type { ReportedRange } from "../../quantity/range";
import { LANES } from "../../vocabulary";
import { ClaimRef, claimRef } from "./claim-ref";

const RangeEnd = z
  .strictObject({
    value: z.number(),
    text: z
      .string()
      .nullable()
      .meta({ description: "The words of the claim at this end; null: print the value." }),
    isOpen: z.boolean().meta({ description: "A claim with this very bound states no end beyond it." }),
    claims: z.array(ClaimRef).meta({ description: "All that stand at this end, the first stated first." }),
  })
  .meta({ description: "One end of a reported range." });

export const ReportedRangeResource = z
  .strictObject({
    lane: z.enum(LANES),
    low: RangeEnd.nullable(),
    high: RangeEnd.nullable(),
    documentedMinimum: z
      .strictObject({ value: z.number(), basis: z.string(), claim: ClaimRef })
      .nullable()
      .meta({
        description: "The greatest named list or physical count: a line of its own, outside the range.",
      }),
  })
  .meta({
    description:
      "From the least to the greatest stated bound of the current claims of identified claimants. Null ends: no figure enters. Counts and estimates stand apart.",
  });

/** The claims that a range names: all that `rangeResource` needs a reference to. */
export function claimIdsOfRange({ low, high, documentedMinima }: ReportedRange): string[] {
  const minimum = documentedMinima.slice(0, 1).map(({ figureId }) => figureId);
  return [...(low?.figureIds ?? []), ...(high?.figureIds ?? []), ...minimum];
}

/** A stored range as the API tells it; `refs` holds the public claims among those that it names (R34). */
export function rangeResource(
  range: ReportedRange,
  refs: ReadonlyMap<string, ClaimRefView>,
): z.input<typeof ReportedRangeResource> {
  const view = rangeView(range, refs);
  const [minimum] = range.documentedMinima;
  const claim = minimum && refs.get(minimum.figureId);
  return {
    lane: range.lane,
    low: view && endResource(view.low),
    high: view && endResource(view.high),
    documentedMinimum:
      minimum && claim ? { value: minimum.n, basis: minimum.basis, claim: claimRef(claim) } : null,
  };
}

function endResource({ value, raw, isOpen, claims }: RangeEndView): z.input<typeof RangeEnd> {
  return { value, text: raw, isOpen, claims: claims.map(claimRef) };
}
