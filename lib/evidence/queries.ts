import "server-only";
import { publishedEvidenceFile } from "../publishing/gate";
import { type OpenFile, openFile } from "./open-file";

/** The file at this address, while a published assessment of a published claim names it (R34); null otherwise. */
export async function findEvidenceFile(publicId: string): Promise<OpenFile | null> {
  return openFile(publicId, publishedEvidenceFile);
}
