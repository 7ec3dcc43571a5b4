import { z } from "zod";
import { DateInput, Language, optionalText, WebAddress } from "../forms/fields";
import { ARCHIVE_STATES, MEDIA } from "../vocabulary";

export const FileReport = z.strictObject({
  publicationId: z.uuid(),
  medium: z.enum(MEDIA),
  /** Null where the address is not known: the page says so. */
  url: WebAddress.max(2000).nullable(),
  title: optionalText(500),
  language: Language.nullable(),
  published: DateInput.nullable(),
  /** False: known only because another report names it. */
  isRead: z.boolean(),
  note: optionalText(1000),
  /** The names above the text and the agency credited, as printed: they propose whom it was had from (R14). */
  byline: optionalText(300).default(null),
  credit: optionalText(300).default(null),
  /** Where a copy of it is kept; with one it is archived, whatever state is given. */
  archiveUrl: WebAddress.max(2000).nullable().default(null),
  archiveState: z.enum(ARCHIVE_STATES).default("none"),
});
export type FileReport = z.input<typeof FileReport>;

/** A report as a whole, in place of what it was. */
export const EditReport = FileReport.extend({
  id: z.uuid(),
  version: z.number().int().min(1),
  /** Why; readers of a public report are told. */
  reason: optionalText(1000).default(null),
});
export type EditReport = z.input<typeof EditReport>;
