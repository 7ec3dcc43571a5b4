import { z } from "zod";
import { optionalText, text, WebAddress } from "../forms/fields";
import { EVIDENCE_KINDS, EVIDENCE_STANCES, VERIFICATIONS } from "../vocabulary";

export const AssessClaim = z.strictObject({
  claimId: z.uuid(),
  version: z.number().int().min(1),
  // "corroborated" is not a status to choose: it needs two independent origins (R12).
  status: z.enum(VERIFICATIONS).exclude(["corroborated"]),
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
        note: text(1000),
      }),
    )
    .max(50),
});
export type AssessClaim = z.input<typeof AssessClaim>;
