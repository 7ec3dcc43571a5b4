import { createHash } from "node:crypto";

/**
 * The answer to who asks for a feed: the document, or 304 where they have it already, by its digest or else by its
 * date (RFC 9110). Kept by whoever keeps it only as long as they ask again. `updated` in ms since 1970 UTC.
 */
export function answerFeed(request: Request, document: string, updated: number): Response {
  const etag = `W/"${createHash("sha256").update(document).digest("base64url").slice(0, 27)}"`;
  const lastModified = new Date(updated).toUTCString();
  const headers = {
    "Cache-Control": "public, no-cache",
    ETag: etag,
    "Last-Modified": lastModified,
  };
  if (isKnown(request, etag, updated)) return new Response(null, { status: 304, headers });
  return new Response(document, {
    headers: { ...headers, "Content-Type": "application/atom+xml; charset=utf-8" },
  });
}

/** A digest tells more than a date: where both are asked for, it decides. */
function isKnown({ headers }: Request, etag: string, updated: number): boolean {
  const tags = headers.get("If-None-Match");
  if (tags !== null) return tags.trim() === "*" || tags.split(",").some((tag) => bare(tag) === bare(etag));
  const since = Date.parse(headers.get("If-Modified-Since") ?? "");
  return !Number.isNaN(since) && Math.floor(updated / 1000) * 1000 <= since;
}

function bare(tag: string): string {
  return tag.trim().replace(/^W\//, "");
}
