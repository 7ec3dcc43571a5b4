import { z } from "zod";
import { optionalText, text, WebAddress } from "../forms/fields";
import { EVIDENCE_KINDS, EVIDENCE_STANCES, VERIFICATIONS } from "../vocabulary";

export const AssessClaim = z.strictObject({
  claimId: z.uuid(),
  version: z.number().int().min(1),
  status: z.enum(VERIFICATIONS),
  /** The claim of another origin that corroborates this one; for "corroborated" and no other status (R12). */
  corroboratingId: z.uuid().nullable().default(null),
  /** Why it is corroborated all the same, where a test failed. */
  overrideReason: optionalText(2000).default(null),
  /** R31: an assessment with no reason is refused. */
  reason: text(4000),
  whatWouldChange: optionalText(2000),
  evidence: z
    .array(
      z.strictObject({
        kind: z.enum(EVIDENCE_KINDS),
        stance: z.enum(EVIDENCE_STANCES),
        reportId: z.uuid().nullable(),
        url: WebAddress.nullable(),
        /** A copy of what is there, kept by somebody else. */
        archiveUrl: WebAddress.nullable().default(null),
        fileId: z.uuid().nullable().default(null),
        note: text(1000),
      }),
    )
    .max(50),
});
export type AssessClaim = z.input<typeof AssessClaim>;
