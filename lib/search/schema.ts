import { z } from "zod";

/** What a field of the desk can choose among. */
const CHOICE_KINDS = ["event", "claimant", "publication", "report", "measure", "claim"] as const;
export type ChoiceKind = (typeof CHOICE_KINDS)[number];

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken away
const CONTROL_CHARACTERS = /[\u0000-\u001f\u007f]/g;

/** What was typed, of which kind of record; measures and claims are those of one event. */
export const FindChoices = z.strictObject({
  kind: z.enum(CHOICE_KINDS),
  // Room for a pasted address. What cannot be seen cannot have been meant.
  q: z
    .string()
    .max(2000)
    .transform((typed) => typed.replace(CONTROL_CHARACTERS, " ").trim()),
  eventId: z.uuid().nullable().default(null),
  limit: z.int().min(1).max(20).default(12),
});
export type FindChoices = z.input<typeof FindChoices>;
