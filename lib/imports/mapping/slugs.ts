import { Slug } from "../../forms/fields";
import { slugOf } from "../../forms/slug";
import { sha256 } from "../../history/digest";

/** So long may a value be before part of its digest stands in for its end: two long names must not become one. */
const VALUE_LENGTH_MAX = 60;
const SLUG_LENGTH_MAX = 80;
const KNOWN_MAX = 20_000;

const known = new Map<string, string>();

/**
 * The slug that a cell names a record by: as it stands where it is one, else made of it. Minus signs before numbers are
 * kept as a word, since -23.8 and 23.8 are two places. Empty where nothing of it can stand in an address.
 */
export function slugOfCell(text: string): string {
  const before = known.get(text);
  if (before !== undefined) return before;
  if (known.size >= KNOWN_MAX) known.clear();
  const slug = makeSlug(text);
  known.set(text, slug);
  return slug;
}

function makeSlug(text: string): string {
  if (Slug.safeParse(text).success) return text;
  const signed = text.replace(/^\s*[-−](?=\d)/, "minus ");
  const slug = slugOf(signed, "");
  return text.length > VALUE_LENGTH_MAX ? withDigest(slug, text, VALUE_LENGTH_MAX) : slug;
}

/** One slug of several parts, with a digest in place of what is too long. */
export function joinedSlug(parts: readonly string[]): string {
  const joined = parts
    .join("")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  return joined.length > SLUG_LENGTH_MAX ? withDigest(joined, joined, SLUG_LENGTH_MAX) : joined;
}

function withDigest(slug: string, text: string, lengthMax: number): string {
  const digest = sha256(text).slice(0, 8);
  return `${slug.slice(0, lengthMax - 9).replace(/-$/, "")}-${digest}`.replace(/^-/, "");
}
