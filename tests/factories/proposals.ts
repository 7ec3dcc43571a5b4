import { toInput, valuesOf } from "../../lib/claims/claim-row";
import type { EditedClaim } from "../../lib/claims/schema";
import { makeProposal } from "../../lib/proposals/make-proposal";
import type { MakeProposal } from "../../lib/proposals/schema";
import { aJournalist } from "./cast";
import { attributionInput, type StoredClaim } from "./claims";
import { tick } from "./clock";
import { aReport } from "./records";

/** The figure that a claim should have instead, for the reason that is given. */
export function correctionProposal(
  claim: StoredClaim,
  given: Partial<Extract<EditedClaim, { type: "figure" }>> = {},
  reason = "The transcript says otherwise.",
): MakeProposal {
  const values = { ...toInput(valuesOf(claim)), ...given } as EditedClaim;
  return { kind: "correction", claimId: claim.id, version: claim.version, claim: values, reason };
}

/** One more report for a claim. */
export async function reportProposal(claim: StoredClaim, reportId?: string): Promise<MakeProposal> {
  const attribution = attributionInput(reportId ?? (await aReport()));
  return {
    kind: "report",
    claimId: claim.id,
    version: claim.version,
    attribution,
    reason: "It carries the figure, too.",
  };
}

/** Olena proposes it. Returns the proposal's id. */
export async function aProposal(input: MakeProposal): Promise<string> {
  return makeProposal(await aJournalist(), input, tick());
}

/** Another number for a figure, in words and bounds. */
export function otherNumber(n: number) {
  return {
    quantity: { qualifier: "exact", low: n, high: n, central: null, reading: "stated" },
    wording: { text: String(n), language: "en", translation: null, translatedBy: null },
  } as const;
}
