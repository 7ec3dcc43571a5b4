import { fileTypeFromBuffer } from "file-type";
import { EVIDENCE_FILE_TYPES, type EvidenceFileType } from "./file-types";

/**
 * What kind of file these bytes are, whatever their name says; null where it is none that evidence may be. Text has no
 * signature: it is what is valid UTF-8 and no markup, and of text alone the name tells whether it is a table.
 */
export async function findFileType(bytes: Uint8Array, name: string): Promise<EvidenceFileType | null> {
  const found = await fileTypeFromBuffer(bytes);
  if (found) {
    const type = SAME[found.mime] ?? found.mime;
    const isListed = Object.hasOwn(EVIDENCE_FILE_TYPES, type) && !type.startsWith("text/");
    return isListed ? (type as EvidenceFileType) : null;
  }
  if (!isPlainText(bytes)) return null;
  return /\.csv$/i.test(name) ? "text/csv" : "text/plain";
}

/** Other names of a listed type. */
const SAME: Record<string, EvidenceFileType> = {
  "image/apng": "image/png",
  "audio/x-m4a": "audio/mp4",
  "audio/ogg; codecs=opus": "audio/ogg",
};

// Where a browser or another program would look for the beginning of a page or a drawing.
const BEGINNING = 2048;
const MARKUP =
  /^\s*<[a-z!?/]|<(?:!doctype|html|head|body|script|svg|iframe|object|embed|math|meta|link|style|base)\b/i;

function isPlainText(bytes: Uint8Array): boolean {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return !text.includes("\0") && !MARKUP.test(text.slice(0, BEGINNING));
  } catch {
    return false;
  }
}
