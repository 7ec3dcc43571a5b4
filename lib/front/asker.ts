import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { env } from "../env";
import { clientAddressOf } from "../http/writes";

/** Which limit a request counts against, as `RateLimit` names it. */
export type Limit = "page" | "form" | "read" | "write" | "search" | "download";

/** For whom an answer would be made. */
export type Asker = {
  limit: Limit;
  /** By what this process counts and takes turns: the client's address, or the session that we began. */
  client: string;
  /** By what the limits that all instances share know it. */
  sharedKey: string;
};

const API = /^\/api\//;
const DOWNLOAD = /^\/export\/(?:[^/]+|events\/[^/]+(?:\/[^/]+\.[a-z]+)?)$/;
const SEARCH = /^\/(?:[a-zA-Z-]{2,10}|api\/v1)\/search$/;

/** Who asks for something that has to be rendered. Of a forged session nothing is believed. */
export function askerOf(request: IncomingMessage, pathname: string): Asker {
  const address = clientAddressOf(request);
  const isApi = API.test(pathname);
  const isRead = request.method === "GET" || request.method === "HEAD";
  const limit = limitOf(pathname, isApi, isRead);
  const { authorization } = request.headers;
  const session = isApi ? null : sessionOf(request.headers.cookie ?? "");
  // A token is nothing that could be believed here: one program that makes them up is one address all the same.
  const client = `${isApi ? "api" : isRead ? "page" : "form"} ${session ?? address}`;
  const token = isApi && authorization !== undefined ? digest(authorization) : null;
  return { limit, client, sharedKey: `${isApi ? "api " : ""}${limit} ${token ?? address}` };
}

function limitOf(pathname: string, isApi: boolean, isRead: boolean): Limit {
  if (SEARCH.test(pathname)) return "search";
  if (isApi) return isRead ? "read" : "write";
  if (!isRead) return "form";
  return DOWNLOAD.test(pathname) ? "download" : "page";
}

const SESSION = /(?:^|;\s*)(?:__Secure-)?counterclaim\.session_token=([^;]+)/;

/** The session of a cookie that this site signed; null where there is none, or anybody may have written it. */
function sessionOf(cookie: string): string | null {
  const { AUTH_SECRET } = env();
  const [, escaped = ""] = SESSION.exec(cookie) ?? [];
  const signed = decoded(escaped);
  const dot = signed.lastIndexOf(".");
  if (!AUTH_SECRET || dot < 1) return null;
  const token = signed.slice(0, dot);
  const made = createHmac("sha256", AUTH_SECRET).update(token).digest();
  const given = Buffer.from(signed.slice(dot + 1), "base64");
  return given.length === made.length && timingSafeEqual(given, made) ? `session ${digest(token)}` : null;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}

function digest(text: string): string {
  return createHash("sha256").update(text).digest("base64url");
}
