import { z } from "zod";
import { text } from "../forms/fields";
import { IMPORT_FORMATS } from "../vocabulary";
import { ImportMapping } from "./schema";

export const UploadImport = z.strictObject({
  fileName: z
    .string()
    // Some browsers give the folder too.
    .transform((name) => name.split(/[/\\]/).at(-1) ?? "")
    .pipe(text(255)),
});

/** An import, with the version that the caller read (R33). */
export const SeenImport = z.strictObject({
  publicId: z.string().min(1).max(20),
  version: z.number().int().min(1),
});
export type SeenImport = z.input<typeof SeenImport>;

/** How a file is read: Reading of types.ts, as a person corrects what was found. */
const ReadingInput = z.strictObject({
  format: z.enum(IMPORT_FORMATS),
  encoding: z
    .string()
    .max(40)
    .refine(isEncoding, "Give an encoding such as utf-8, utf-16le or windows-1251."),
  delimiter: z.string().length(1, "Give the one sign that stands between two cells."),
  headerRow: z.number().int().min(1).max(100).nullable(),
  hasTagRow: z.boolean(),
  sheet: z.string().max(100).nullable(),
  sheets: z.array(z.string().max(100)).max(2000),
  rows: z.string().max(300),
});

export const ChangeReading = SeenImport.extend({ reading: ReadingInput });
export type ChangeReading = z.input<typeof ChangeReading>;

export const ChooseMapping = SeenImport.extend({ mapping: ImportMapping, isSubmitting: z.boolean() });
export type ChooseMapping = z.input<typeof ChooseMapping>;

export const SaveMapping = z.strictObject({
  name: text(200),
  mapping: ImportMapping,
  /** Of the one by this name that the caller read (R33); null: there is none yet. */
  version: z.number().int().min(1).nullable(),
});
export type SaveMapping = z.input<typeof SaveMapping>;

function isEncoding(name: string): boolean {
  try {
    new TextDecoder(name);
    return true;
  } catch {
    return false;
  }
}
