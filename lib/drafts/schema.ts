import { z } from "zod";

/** A form as far as it was typed: the texts of its fields by their names. */
export const KeepDraft = z.strictObject({
  id: z.uuid(),
  form: z.enum(["claim"]),
  values: z
    .record(z.string().max(100), z.array(z.string().max(20_000)).max(100))
    .refine((values) => Object.keys(values).length <= 200, "Too many fields."),
});
export type KeepDraft = z.input<typeof KeepDraft>;

export const OfDraft = z.strictObject({ id: z.uuid() });
export type OfDraft = z.input<typeof OfDraft>;
