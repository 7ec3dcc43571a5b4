import { z } from "zod";
import { optionalText, text } from "../forms/fields";

const MANY_MAX = 100;

/** The claims of one page of the queue, each with the version that the caller read (R33). */
const claims = z
  .array(z.strictObject({ id: z.uuid(), version: z.number().int().min(1) }))
  .min(1, "Tick at least one claim.")
  .max(MANY_MAX, `Take at most ${MANY_MAX} claims at once.`)
  .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, "Name each claim once.");

/** One reason stands for all. */
export const MoveMany = z.strictObject({ claims, reason: optionalText(2000).default(null) });
export type MoveMany = z.input<typeof MoveMany>;

export const ReturnMany = z.strictObject({ claims, reason: text(2000) });
export type ReturnMany = z.input<typeof ReturnMany>;

/** `at`: when the page that was looked at was made, in ms since 1970 UTC. */
export const MarkQueueSeen = z.strictObject({ at: z.number().int().min(0) });
export type MarkQueueSeen = z.input<typeof MarkQueueSeen>;
