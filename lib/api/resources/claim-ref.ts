import { z } from "zod";
import type { ClaimRef as ClaimRefView } from "../../claims/types";
import { QUALIFIERS } from "../../vocabulary";
import { pageUrl } from "./addresses";
import { claimantRef, Ref, UncertainDate, uncertainDate, uncertainDateOrNull } from "./parts";

export const ClaimRef = z
  .strictObject({
    id: z.string(),
    url: z.url(),
    claimant: Ref,
    text: z.string().nullable().meta({ description: "The figure in its own words; null for a statement." }),
    qualifier: z.enum(QUALIFIERS).nullable(),
    stated: UncertainDate,
    asOf: UncertainDate.nullable(),
  })
  .meta({ description: "A claim that another record names." });

export function claimRef(view: ClaimRefView): z.input<typeof ClaimRef> {
  return {
    id: view.publicId,
    url: pageUrl(`/claims/${view.publicId}`),
    claimant: claimantRef(view.claimant),
    text: view.raw,
    qualifier: view.qualifier,
    stated: uncertainDate(view.stated),
    asOf: uncertainDateOrNull(view.asOf),
  };
}
