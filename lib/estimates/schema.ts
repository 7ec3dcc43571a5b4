import { z } from "zod";
import { text } from "../forms/fields";

/** Which measure, and the number of its newest estimate that was read; 0: none was made yet (R33). */
const seen = { measureId: z.uuid(), number: z.number().int().min(0) };

export const EstimateMeasure = z.strictObject({
  ...seen,
  /** In the editor's own words: "about 3,000". Never computed by us (R10). */
  raw: text(300),
  method: text(4000),
  /** The claims that it was made with. */
  inputs: z
    .array(z.uuid())
    .min(1, "Tick at least one figure that it was made with.")
    .max(100, "Tick at most 100 figures.")
    .refine((ids) => new Set(ids).size === ids.length, "Tick each figure once."),
});
export type EstimateMeasure = z.input<typeof EstimateMeasure>;

export const WithdrawEstimate = z.strictObject({ ...seen, reason: text(2000) });
export type WithdrawEstimate = z.input<typeof WithdrawEstimate>;
