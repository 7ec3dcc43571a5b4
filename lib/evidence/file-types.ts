/**
 * The kinds of file that evidence may be, each by its media type: what it is called in the messages, and the ending of
 * its name. Pages and drawings that run scripts are none of them, nor are archives.
 */
export const EVIDENCE_FILE_TYPES = {
  "application/pdf": { code: "pdf", extensions: ["pdf"] },
  "image/jpeg": { code: "jpeg", extensions: ["jpg", "jpeg"] },
  "image/png": { code: "png", extensions: ["png"] },
  "image/webp": { code: "webp", extensions: ["webp"] },
  "image/gif": { code: "gif", extensions: ["gif"] },
  "image/tiff": { code: "tiff", extensions: ["tif", "tiff"] },
  "video/mp4": { code: "mp4", extensions: ["mp4"] },
  "video/webm": { code: "webm", extensions: ["webm"] },
  "video/quicktime": { code: "mov", extensions: ["mov"] },
  "audio/mpeg": { code: "mp3", extensions: ["mp3"] },
  "audio/wav": { code: "wav", extensions: ["wav"] },
  "audio/mp4": { code: "m4a", extensions: ["m4a"] },
  "audio/ogg": { code: "ogg", extensions: ["ogg", "oga", "opus"] },
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": {
    code: "docx",
    extensions: ["docx"],
  },
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": { code: "xlsx", extensions: ["xlsx"] },
  "text/plain": { code: "txt", extensions: ["txt"] },
  "text/csv": { code: "csv", extensions: ["csv"] },
} as const;

export type EvidenceFileType = keyof typeof EVIDENCE_FILE_TYPES;

/** What a kind of file is called in the messages; null for a media type that is none of them. */
export function fileTypeCode(type: string): (typeof EVIDENCE_FILE_TYPES)[EvidenceFileType]["code"] | null {
  return Object.hasOwn(EVIDENCE_FILE_TYPES, type) ? EVIDENCE_FILE_TYPES[type as EvidenceFileType].code : null;
}

/** In bytes. The database refuses more, too. */
export const EVIDENCE_FILE_BYTES_MAX = 20 * 1024 * 1024;
