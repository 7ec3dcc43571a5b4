import { createHash } from "node:crypto";
import { knowsTag } from "../http/known-tag";
import { atomDocument } from "./atom";
import { FEED_TYPES, type Feed, type FeedFormat } from "./feed";
import { jsonFeedDocument } from "./json-feed";

const WRITERS: Readonly<Record<FeedFormat, (feed: Feed) => string>> = {
  atom: atomDocument,
  json: jsonFeedDocument,
};

/**
 * The answer to who asks for a feed: the document, or 304 where they have it already, by its digest or else by its
 * date (RFC 9110). Kept by whoever keeps it only as long as they ask again.
 */
export function answerFeed(request: Request, feed: Feed, format: FeedFormat): Response {
  const document = WRITERS[format](feed);
  const etag = `W/"${createHash("sha256").update(document).digest("base64url").slice(0, 27)}"`;
  const headers = {
    "Cache-Control": "public, no-cache",
    ETag: etag,
    "Last-Modified": new Date(feed.updated).toUTCString(),
  };
  if (isKnown(request, etag, feed.updated)) return new Response(null, { status: 304, headers });
  return new Response(document, {
    headers: { ...headers, "Content-Type": `${FEED_TYPES[format]}; charset=utf-8` },
  });
}

/** A digest tells more than a date: where both are asked for, it decides. */
function isKnown(request: Request, etag: string, updated: number): boolean {
  if (request.headers.has("If-None-Match")) return knowsTag(request, etag);
  const since = Date.parse(request.headers.get("If-Modified-Since") ?? "");
  return !Number.isNaN(since) && Math.floor(updated / 1000) * 1000 <= since;
}
