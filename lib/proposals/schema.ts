import { z } from "zod";
import { AttributionInput, EditedClaim, Reason } from "../claims/schema";
import { text } from "../forms/fields";

const version = z.number().int().min(1);

/** A published claim with the version that was read (R33), and what should become of it. */
export const MakeProposal = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("correction"),
    claimId: z.uuid(),
    version,
    claim: EditedClaim,
    reason: Reason,
  }),
  z.strictObject({
    kind: z.literal("report"),
    claimId: z.uuid(),
    version,
    attribution: AttributionInput,
    reason: Reason,
  }),
]);
export type MakeProposal = z.input<typeof MakeProposal>;

export const AcceptProposal = z.strictObject({
  id: z.uuid(),
  version,
  /** The version of the claim that the editor held the proposal against. */
  claimVersion: version,
});
export type AcceptProposal = z.input<typeof AcceptProposal>;

/** The answer is read by the one who made the proposal, never by the public. */
export const DeclineProposal = z.strictObject({ id: z.uuid(), version, answer: text(2000) });
export type DeclineProposal = z.input<typeof DeclineProposal>;
