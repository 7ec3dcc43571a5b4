import { z } from "zod";
import { text } from "../forms/fields";

/** What stands in the place of a text that was redacted (R35). */
export const REDACTED = "[redacted]";

/** The name of somebody whose own was redacted. */
export const FORMER_MEMBER = "Former member";

/** The fields that can be redacted, by the kind of record. */
export const REDACTABLE = {
  claim: ["wording", "returnReason", "reason"],
  attribution: ["passage", "misreport", "locator", "reason"],
  report: ["title", "url", "note", "byline", "credit"],
  claimant: ["name", "aliases"],
  event: ["title", "summary", "aliases", "reason"],
  correction: ["reason"],
  note: ["text"],
  actor: ["name"],
  proposal: ["reason", "answer"],
  error_report: ["text", "url", "answer"],
  evidence_file: ["bytes"],
} as const;
export type RedactableKind = keyof typeof REDACTABLE;
const REDACTABLE_KINDS = Object.keys(REDACTABLE) as RedactableKind[];

export const RedactField = z
  .strictObject({
    subjectKind: z.enum(REDACTABLE_KINDS),
    subjectId: z.uuid(),
    field: z.string(),
    /** Public. */
    reason: text(2000),
  })
  .refine(({ subjectKind, field }) => (REDACTABLE[subjectKind] as readonly string[]).includes(field), {
    path: ["field"],
    error: "Choose a field that can be redacted.",
  });
export type RedactField = z.input<typeof RedactField>;
export type ParsedRedaction = z.output<typeof RedactField>;
