import { z } from "zod";
import { optional, optionalText, text, WebAddress } from "../forms/fields";

const version = z.number().int().min(1);

export const ERROR_TEXT_MAX = 4000;

/** What a reader found wrong with a published claim, with the version of it that was shown. */
export const ReportError = z.strictObject({
  /** Of the claim. */
  publicId: z.string(),
  claimVersion: version,
  // A browser counts a line break as one character, and sends two.
  text: z
    .string()
    .transform((typed) => typed.replaceAll("\r\n", "\n"))
    .pipe(text(ERROR_TEXT_MAX).min(10, "Say it in at least 10 characters.")),
  /** Where it can be checked. */
  url: optional(WebAddress.max(2000, "Use at most 2000 characters.")),
  /** How to reach the reader. */
  contact: optionalText(200),
  /** What a field holds that people do not see, and programs fill in. */
  leaveBlank: z.string(),
});
export type ReportError = z.input<typeof ReportError>;

/** The answer is read by colleagues, never by readers. */
export const DecideErrorReport = z.strictObject({ id: z.uuid(), version, answer: text(2000) });
export type DecideErrorReport = z.input<typeof DecideErrorReport>;
