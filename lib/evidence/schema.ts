import { z } from "zod";
import { EVIDENCE_FILE_BYTES_MAX } from "./file-types";

export const UploadEvidenceFile = z.strictObject({
  /** As it was called where it came from; cleaned. */
  name: z.string().max(5000, "Give the file a shorter name."),
  bytes: z
    .instanceof(Uint8Array)
    .refine(({ length }) => length > 0, "This file is empty: choose another.")
    .refine(({ length }) => length <= EVIDENCE_FILE_BYTES_MAX, "A file may have at most 20 MB."),
});
export type UploadEvidenceFile = z.input<typeof UploadEvidenceFile>;
