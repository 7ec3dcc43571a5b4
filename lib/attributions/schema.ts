import { z } from "zod";
import { AttributionInput } from "../claims/schema";
import { optionalText } from "../forms/fields";

const version = z.number().int().min(1);

export const AttachReport = z.strictObject({
  claimId: z.uuid(),
  /** Of the claim (R33). */
  version,
  attribution: AttributionInput,
  reason: optionalText(2000),
});
export type AttachReport = z.input<typeof AttachReport>;

export const EditAttribution = z.strictObject({
  id: z.uuid(),
  /** Of the attribution (R33). */
  version,
  attribution: AttributionInput,
  /** Public, and needed where the attribution is (R24). */
  reason: optionalText(2000),
});
export type EditAttribution = z.input<typeof EditAttribution>;
