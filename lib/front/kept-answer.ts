import { createHash } from "node:crypto";
import type { OutgoingHttpHeaders } from "node:http";
import { type Encoding, encode, isCompressible } from "./encodings";
import type { Rendered } from "./heard-changes";

/** An answer that is given to everybody who asks for its address without a session. */
export type KeptAnswer = Rendered & {
  /** When it was rendered, in ms since 1970. */
  at: number;
  /** Name, value, name, value: everything but what depends on the encoding or on who asks. */
  headers: readonly string[];
  /** Strong, without quotes; that of an encoding has its name behind. */
  tag: string;
  lastModified: number | null;
  isCompressible: boolean;
  bodies: Partial<Record<Encoding, Buffer>>;
};

type Written = { headers: OutgoingHttpHeaders; body: Buffer };
type About = Rendered & { at: number; isFile: boolean; isPage: boolean };

// A CDN asks again after a second; where it finds nobody, it may give what it has for a day.
const CACHE_CONTROL = "public, max-age=0, s-maxage=1, stale-if-error=86400";
/** Told anew with each answer, or of one reader alone. */
const OF_ONE_ANSWER = new Set([
  "cache-control",
  "connection",
  "content-encoding",
  "content-length",
  "content-security-policy",
  "date",
  "etag",
  "keep-alive",
  "ratelimit",
  "ratelimit-policy",
  "set-cookie",
  "strict-transport-security",
  "transfer-encoding",
  "vary",
  "x-request-id",
]);

/** What is kept of an answer that was rendered for one reader, for all others. */
export function keptAnswer({ headers, body }: Written, about: About): KeptAnswer {
  const { isFile, isPage, ...rendered } = about;
  const { policy, body: shown } = isPage ? withoutNonce(headers, body) : { policy: null, body };
  const told = Object.entries(headers).flatMap(([name, value]) =>
    OF_ONE_ANSWER.has(name) || value === undefined
      ? []
      : (Array.isArray(value) ? value : [String(value)]).flatMap((one) => [name, one]),
  );
  const type = String(headers["content-type"] ?? "");
  return {
    ...rendered,
    headers: [
      ...told,
      "content-security-policy",
      policy ?? withoutNonces(String(headers["content-security-policy"])),
      "cache-control",
      isFile ? String(headers["cache-control"]) : CACHE_CONTROL,
      "vary",
      varyOf(headers, isFile, isPage),
    ],
    tag: ownTag(headers.etag) ?? digest(shown),
    lastModified: Date.parse(String(headers["last-modified"])) || null,
    isCompressible: isCompressible(type, shown.length),
    bodies: { identity: alone(shown) },
  };
}

/** Keeps the body in this encoding and no longer as it was first written, unless that is what is asked for. */
export async function bodyIn(kept: KeptAnswer, wanted: Encoding): Promise<Encoding> {
  const encoding = kept.isCompressible ? wanted : "identity";
  if (kept.bodies[encoding]) return encoding;
  const [from, bytes] = Object.entries(kept.bodies)[0] as [Encoding, Buffer];
  kept.bodies[encoding] = alone(await encode(bytes, from, encoding));
  return encoding;
}

/** In memory of its own: what is compressed, or short, otherwise holds on to the larger piece that it was written into. */
function alone(bytes: Buffer): Buffer {
  if (bytes.buffer.byteLength === bytes.length) return bytes;
  const copy = Buffer.allocUnsafeSlow(bytes.length);
  bytes.copy(copy);
  return copy;
}

/** The encodings differ in their bytes, so in their tags. */
export function tagIn({ tag }: Pick<KeptAnswer, "tag">, encoding: Encoding): string {
  return encoding === "identity" ? `"${tag}"` : `"${tag}-${encoding}"`;
}

/** Only a strong tag that the answer was given with names it: by it a program says which version it has read. */
function ownTag(etag: OutgoingHttpHeaders[string]): string | null {
  return /^"([^"]+)"$/.exec(String(etag))?.[1] ?? null;
}

const INLINE_SCRIPT =
  /<script\b(?![^>]*\bsrc=)(?![^>]*\btype="application\/ld\+json")[^>]*>([\s\S]*?)<\/script>/g;

/** No nonce is ever used twice: the policy of a kept page names the digests of its own inline scripts instead. */
function withoutNonce(headers: OutgoingHttpHeaders, body: Buffer): { policy: string; body: Buffer } {
  const html = body.toString("utf8").replace(/ nonce="[A-Za-z0-9+/=]+"/g, "");
  const digests = [...html.matchAll(INLINE_SCRIPT)].map(
    ([, script = ""]) => ` 'sha256-${createHash("sha256").update(script).digest("base64")}'`,
  );
  const policy = String(headers["content-security-policy"]).replace(
    / 'nonce-[^']+'/,
    [...new Set(digests)].join(""),
  );
  return { policy, body: Buffer.from(html) };
}

function withoutNonces(policy: string): string {
  return policy.replace(/ 'nonce-[^']+'/, "");
}

function varyOf(headers: OutgoingHttpHeaders, isFile: boolean, isPage: boolean): string {
  // What the framework asks its own pages by is nothing to anything else.
  const named = String(headers.vary ?? "")
    .split(/,\s*/)
    .filter((name) => isPage || !/^(?:rsc|next-.*)$/.test(name));
  const more = ["Accept-Encoding", ...(isFile ? [] : [isPage ? "Cookie" : "Authorization"])];
  const names = [...named, ...more].filter((name) => name !== "");
  return [...new Map(names.map((name) => [name.toLowerCase(), name])).values()].join(", ");
}

function digest(body: Buffer): string {
  return createHash("sha256").update(body).digest("base64url").slice(0, 27);
}
