import { hash } from "node:crypto";

/** A value as it stands in the history: plain JSON. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** One field of a revision: what it was, what it became, and the salt of both digests. */
export type FieldContent = { before: Json; after: Json; salt: string };
export type FieldDigests = { before: string; after: string };

/** All of a revision that its hash covers, in words and digests, never in content (R35). */
export type Sealed = {
  chainId: string;
  number: number;
  at: Date;
  actorId: string;
  actorRole: string;
  action: string;
  subjectKind: string;
  subjectId: string;
  version: number;
  digests: Record<string, FieldDigests>;
  previousHash: string;
};

/** The hash before the first revision of a chain. */
export const GENESIS = "0".repeat(64);

/**
 * SHA-256 in hex over the salt and the value. The salt keeps a redacted value from being guessed by trying.
 */
function digestOf(salt: string, value: Json): string {
  return sha256(`${salt}:${canonicalJson(value)}`);
}

/** The digests of one field's two values. */
export function digestsOf(field: FieldContent): FieldDigests {
  return { before: digestOf(field.salt, field.before), after: digestOf(field.salt, field.after) };
}

/** SHA-256 in hex over a revision and the hash of the one before it: a change anywhere breaks every later hash. */
export function hashOf({ digests, ...sealed }: Sealed): string {
  return hashWith(sealed, canonicalJson(digests));
}

/** The same, of digests that are written out already. */
export function hashWith(sealed: Omit<Sealed, "digests">, digests: string): string {
  const before = canonicalJson([
    sealed.chainId,
    sealed.number,
    sealed.at.toISOString(),
    sealed.actorId,
    sealed.actorRole,
    sealed.action,
    sealed.subjectKind,
    sealed.subjectId,
    sealed.version,
  ]);
  return sha256(`${before.slice(0, -1)},${digests},${JSON.stringify(sealed.previousHash)}]`);
}

/** The digests of all fields of a revision, written out as canonical JSON: a file of many revisions has millions. */
export function digestsJson(fields: Record<string, FieldContent>): string {
  const digests = Object.keys(fields)
    .sort()
    .map((name) => {
      const { before, after } = digestsOf(fields[name] as FieldContent);
      return `${JSON.stringify(name)}:{"after":"${after}","before":"${before}"}`;
    });
  return `{${digests.join(",")}}`;
}

/** JSON with sorted keys, so that equal values have equal texts after a round trip through the database. */
export function canonicalJson(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  const fields = Object.keys(value)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key] ?? null)}`);
  return `{${fields.join(",")}}`;
}

/** SHA-256 of a text, in hex. */
export function sha256(text: string): string {
  return hash("sha256", text, "hex");
}
