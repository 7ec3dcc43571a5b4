import { randomUUID } from "node:crypto";
import { type IncomingMessage, ServerResponse } from "node:http";
import { type Encoding, encodingFor } from "./encodings";
import { type KeptAnswer, tagIn } from "./kept-answer";

// The response's own methods may be wrapped, for an answer that is still to be finished; these are complete.
const { writeHead, end } = ServerResponse.prototype;

export type Served = "hit" | "fresh" | "stale";

/** What a cache says of itself (RFC 9211). */
const CACHE_STATUS: Readonly<Record<Served, string>> = {
  hit: "counterclaim; hit",
  fresh: "counterclaim; fwd=miss; stored",
  stale: "counterclaim; hit; detail=stale",
};

/** The encoding in which this answer is there for who asks, or null where it has first to be made. */
export function readyEncoding(request: IncomingMessage, kept: KeptAnswer): Encoding | null {
  const wanted = wantedEncoding(request, kept);
  return kept.bodies[wanted] ? wanted : null;
}

export function wantedEncoding({ headers }: IncomingMessage, { isCompressible }: KeptAnswer): Encoding {
  return isCompressible ? encodingFor(headers["accept-encoding"] as string | undefined) : "identity";
}

/** Sends a kept answer as it is, or 304 where who asks has it. `age`: in seconds, of one that may be out of date. */
export function sendKept(
  request: IncomingMessage,
  response: ServerResponse,
  kept: KeptAnswer,
  encoding: Encoding,
  served: Served,
  more: readonly string[] = [],
): void {
  const body = kept.bodies[encoding] as Buffer;
  const etag = tagIn(kept, encoding);
  const headers = [
    ...kept.headers,
    "etag",
    etag,
    "x-request-id",
    randomUUID(),
    "cache-status",
    CACHE_STATUS[served],
  ];
  if (more.length > 0) headers.push(...more);
  // Over plain http browsers ignore it, and a local demonstration must not bind other local programs.
  if (request.headers["x-forwarded-proto"] === "https")
    headers.push("strict-transport-security", "max-age=31536000; includeSubDomains");
  if (served === "stale") headers.push("age", String(Math.round((Date.now() - kept.at) / 1000)));
  if (isKnown(request, kept, etag)) {
    writeHead.call(response, 304, headers as never);
    end.call(response, "", "utf8");
    return;
  }
  if (encoding !== "identity") headers.push("content-encoding", encoding);
  headers.push("content-length", String(body.length));
  writeHead.call(response, 200, headers as never);
  if (request.method === "HEAD") end.call(response, "", "utf8");
  else end.call(response, body, "utf8");
}

/** Sends an answer that was held back and is not kept. */
export function sendWhole(response: ServerResponse, body: Buffer): void {
  response.setHeader("content-length", body.length);
  writeHead.call(response, response.statusCode);
  end.call(response, body, "utf8");
}

/** Whether who asks has this answer, in whichever encoding: by its tag, or else by its date (RFC 9110). */
function isKnown({ headers }: IncomingMessage, kept: KeptAnswer, etag: string): boolean {
  const tags = headers["if-none-match"];
  if (tags !== undefined) {
    if (tags === etag || tags.trim() === "*") return true;
    return tags.split(",").some((tag) => plain(tag) === kept.tag);
  }
  const since = headers["if-modified-since"];
  return since !== undefined && kept.lastModified !== null && kept.lastModified <= Date.parse(since);
}

function plain(tag: string): string {
  return tag
    .trim()
    .replace(/^W\//, "")
    .replace(/^"(.*?)(?:-(?:br|gzip))?"$/, "$1");
}
