import { EVIDENCE_FILE_TYPES, type EvidenceFileType } from "./file-types";

const NAME_MAX = 200;
/** Long enough for every ending that means something. */
const ENDING = /\.[^.\s]{1,10}$/u;

// Control characters, halves of signs, and those that turn the direction of a text or cannot be seen: a name must read
// as what it is.
const UNSEEN = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;

/**
 * The name of a file without the folders it came from and without what cannot be seen, of at most 200 characters, with
 * its ending; "file" where nothing is left.
 */
export function cleanFileName(name: string): string {
  const last = name.replaceAll("\\", "/").split("/").at(-1) ?? "";
  const clean = last
    .normalize("NFC")
    .replace(UNSEEN, "")
    .replace(/\s+/gu, " ")
    .replace(/^[. ]+|[. ]+$/gu, "");
  if (clean === "") return "file";
  const signs = [...clean];
  if (signs.length <= NAME_MAX) return clean;
  const ending = [...(ENDING.exec(clean)?.[0] ?? "")];
  return signs
    .slice(0, NAME_MAX - ending.length)
    .join("")
    .trimEnd()
    .concat(...ending);
}

/**
 * How a browser is told to keep a file, in the form of RFC 6266: always as a download, under its own name. A name whose
 * ending says something else than its bytes gets theirs, too, so that no other program opens it.
 */
export function contentDisposition(name: string, type: string): string {
  const endings = Object.hasOwn(EVIDENCE_FILE_TYPES, type)
    ? EVIDENCE_FILE_TYPES[type as EvidenceFileType].extensions
    : (["bin"] as const);
  const ending = ENDING.exec(name)?.[0].slice(1).toLowerCase() ?? "";
  const kept = (endings as readonly string[]).includes(ending) ? name : `${name}.${endings[0]}`;
  const plain = kept.replace(/[^\x20-\x7e]|["%\\]/g, "_");
  const whole = encodeURIComponent(kept).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${whole}`;
}
