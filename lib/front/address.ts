import type { IncomingMessage } from "node:http";
import { LRUCache } from "lru-cache";
import { isTracking } from "../reports/tracking";

/** An address whose answer is the same for everybody who has no session. */
export type Address = {
  /** By what its answer is kept: the address as it is rendered, and the colours that its page is told. */
  key: string;
  /** Path and query, without what only tells how somebody came here. */
  url: string;
  /** The slug of the event that its answer is about, or null where it is a list, or anything else. */
  event: string | null;
  /** The framework's own files: they never change. */
  isFile: boolean;
};

const URL_MAX = 2_000;
const FILES = "/_next/static/";
const SESSION = "counterclaim.session_token=";
const DESK = /^\/[a-zA-Z-]{2,10}\/(?:desk|sign-in|sign-out|invitation|password)(?:[/?]|$)/;
// A file of evidence is large, and never changes: whoever has it knows it by its digest.
const NEVER = /^\/(?:health|ready|metrics|theme|files|api\/v1\/me)(?:[/?]|$)/;
/** Pages, pictures, files and feeds of one event. */
const OF_EVENT =
  /^\/(?:[a-zA-Z-]{2,10}\/events|embed\/(?:events|measures)|export\/(?:events|measures)|feeds\/events|api\/v1\/events)\/([a-z0-9-]+)(?:[/?]|$)/;
const WITHOUT_THEME = /^\/(?:api|embed|export|feeds|oembed|sitemaps|_next)\//;
// What the framework's own scripts ask for is not a page.
const OWN_REQUESTS = ["rsc", "next-action", "next-router-state-tree", "next-router-prefetch"];

/** The address of a read that a kept answer may serve; null for anything else, above all with a session or a token. */
export function addressOf(request: IncomingMessage): Address | null {
  const { method, headers, url = "" } = request;
  if (method !== "GET" && method !== "HEAD") return null;
  const read = readUrl(url);
  if (read === null || read.isFile) return read;
  if (headers.authorization !== undefined || headers.range !== undefined) return null;
  if (OWN_REQUESTS.some((name) => headers[name] !== undefined)) return null;
  const { cookie } = headers;
  if (cookie === undefined) return read;
  if (cookie.includes(SESSION)) return null;
  const theme = WITHOUT_THEME.test(read.url) ? "" : themeCookie(cookie);
  return theme === "" ? read : { ...read, key: `${theme} ${read.url}` };
}

// One page is asked for again and again under a few forms of its address: reading them costs more than all the rest.
const addresses = new LRUCache<string, { read: Address | null }>({ max: 2_000 });

function readUrl(url: string): Address | null {
  const before = addresses.get(url);
  if (before) return before.read;
  const read = readAddress(url);
  if (url.length < 500) addresses.set(url, { read });
  return read;
}

function readAddress(url: string): Address | null {
  if (url.length > URL_MAX || !url.startsWith("/") || DESK.test(url) || NEVER.test(url)) return null;
  if (url.startsWith(FILES)) return { key: url, url, event: null, isFile: true };
  const plain = withoutTracking(url);
  return { key: plain, url: plain, event: OF_EVENT.exec(plain)?.[1] ?? null, isFile: false };
}

/** Of all cookies the choice of colours, as it is told to a page; "" where there is none. */
export function themeCookie(cookie: string): string {
  return /(?:^|;\s*)(theme=(?:light|dark))(?:;|$)/.exec(cookie)?.[1] ?? "";
}

/** Readers who come by a thousand different links read one page. */
function withoutTracking(url: string): string {
  const start = url.indexOf("?");
  if (start === -1) return url;
  const kept = url
    .slice(start + 1)
    .split("&")
    .filter((pair) => pair !== "" && !isTracking(pair.split("=", 1)[0] as string));
  return kept.length === 0 ? url.slice(0, start) : `${url.slice(0, start)}?${kept.join("&")}`;
}
