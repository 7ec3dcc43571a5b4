import type { IncomingMessage } from "node:http";

// Forms: the desk's, those by which one comes to it, a reader's report of an error, and the choice of colours.
// Everything else is for reading.
const WRITABLE = [
  /^\/(?:theme|api\/.+)$/,
  /^\/[a-zA-Z-]{2,10}\/(?:desk|sign-in|sign-out|invitation|password)(?:\/.*)?$/,
  /^\/[a-zA-Z-]{2,10}\/claims\/[^/]+\/report-error$/,
];

/** Whether anything but reading may be asked of a path. */
export function acceptsWrites(pathname: string): boolean {
  return WRITABLE.some((pattern) => pattern.test(pathname));
}

/**
 * Whether a write comes from a page of this site, as the browser tells it: no other page can make a browser lie about
 * it. Programs send a token instead of a cookie, which no page of another site has.
 */
export function isFromHere(request: IncomingMessage, pathname: string): boolean {
  if (pathname.startsWith("/api/")) return true;
  const site = request.headers["sec-fetch-site"];
  if (site !== undefined && site !== "same-origin" && site !== "none") return false;
  const { origin } = request.headers;
  if (origin === undefined) return site !== undefined;
  if (!URL.canParse(origin)) return false;
  const host = request.headers["x-forwarded-host"] ?? request.headers.host;
  return new URL(origin).host === String(host).split(",", 1)[0]?.trim();
}

/**
 * The address of the client, for the limiter. Behind a proxy it is the one that the nearest proxy saw, and only where
 * TRUST_PROXY says that there is one: anybody can send such a header.
 */
export function clientAddressOf(request: IncomingMessage): string {
  const seen = process.env.TRUST_PROXY === "1" ? request.headers["x-forwarded-for"] : undefined;
  return (
    String(seen ?? "")
      .split(",")
      .at(-1)
      ?.trim() ||
    (request.socket.remoteAddress ?? "unknown")
  );
}
