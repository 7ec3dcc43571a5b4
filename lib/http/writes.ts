import type { IncomingMessage } from "node:http";
import ipaddr from "ipaddr.js";
import { LRUCache } from "lru-cache";

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
 * The address of the client, for the limiters: of IPv6 the network of 64 bits, since one connection has all of it. Behind
 * a proxy it is the one that the nearest proxy saw, and only where TRUST_PROXY says that there is one: anybody can send
 * such a header.
 */
export function clientAddressOf(request: IncomingMessage): string {
  const seen = process.env.TRUST_PROXY === "1" ? request.headers["x-forwarded-for"] : undefined;
  const last = String(seen ?? "")
    .split(",")
    .at(-1)
    ?.trim();
  return networkOf(last || (request.socket.remoteAddress ?? "unknown"));
}

const networks = new LRUCache<string, string>({ max: 2_000 });

function networkOf(address: string): string {
  const known = networks.get(address);
  if (known !== undefined) return known;
  const network = readNetwork(address);
  if (address.length < 100) networks.set(address, network);
  return network;
}

function readNetwork(address: string): string {
  if (!ipaddr.isValid(address)) return address;
  // An IPv4 address that is written as one of IPv6 is the same client.
  const read = ipaddr.process(address);
  return read instanceof ipaddr.IPv6
    ? `${read.parts
        .slice(0, 4)
        .map((part) => part.toString(16))
        .join(":")}::/64`
    : read.toString();
}
