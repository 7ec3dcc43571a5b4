import type { Actor } from "../../lib/auth/actor";
import { type UploadedFile, uploadEvidenceFile } from "../../lib/evidence/upload-evidence-file";
import { anEditor } from "./cast";
import { tick, unique } from "./clock";

/** The bytes of a PDF with nothing on its page, unlike those of any other. */
export function pdfBytes(): Uint8Array<ArrayBuffer> {
  return bytesOf(`%PDF-1.4\n% ${unique("page")}\ntrailer\n<< >>\n%%EOF\n`);
}

export function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(text, "latin1"));
}

/** A PDF that was uploaded: by an editor, unless a test says by whom. */
export async function anEvidenceFile(
  given: { by?: Actor; name?: string; bytes?: Uint8Array<ArrayBuffer>; at?: Date } = {},
): Promise<UploadedFile> {
  const { by, name = "register.pdf", bytes = pdfBytes(), at } = given;
  return uploadEvidenceFile(by ?? (await anEditor()), { name, bytes }, at ?? tick());
}
