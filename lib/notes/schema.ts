import { z } from "zod";
import { text } from "../forms/fields";

/** The records that colleagues can write a note about. */
export const NOTED_KINDS = [
  "event",
  "measure",
  "claim",
  "attribution",
  "proposal",
  "claimant",
  "publication",
  "report",
  "error_report",
] as const;
export type NotedKind = (typeof NOTED_KINDS)[number];

export const WriteNote = z.strictObject({
  subjectKind: z.enum(NOTED_KINDS),
  subjectId: z.uuid(),
  text: text(5000),
});
export type WriteNote = z.input<typeof WriteNote>;
