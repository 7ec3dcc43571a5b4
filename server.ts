import "./lib/http/unlink-immediates";
import { randomBytes, randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import compression from "compression";
import next from "next";
import { renderToStaticMarkup } from "react-dom/server";
import { noteChange, onReplica, replicaState, startReplica, stopReplica } from "./lib/db/replica";
import { env } from "./lib/env";
import { addressOf } from "./lib/front/address";
import { askerOf } from "./lib/front/asker";
import { listenForChanges } from "./lib/front/content-versions";
import { noCounts } from "./lib/front/counts";
import { newFront } from "./lib/front/front";
import { newGuard } from "./lib/front/guard";
import { hasToken, metricsOf } from "./lib/front/metrics";
import { refuse } from "./lib/front/refuse";
import { newRequestCounts, noteRequest } from "./lib/front/request-counts";
import type { EndTurn } from "./lib/front/turns";
import { type Answer, renderInto } from "./lib/http/answer";
import { failedPage } from "./lib/http/failed-page";
import { finishAnswer } from "./lib/http/finish-answer";
import { readinessOf } from "./lib/http/probes";
import { securityHeaders } from "./lib/http/security-headers";
import { endIfSlow, UPLOAD_SECONDS_MAX } from "./lib/http/slow-requests";
import { acceptsWrites, clientAddressOf, isFromHere } from "./lib/http/writes";
import { log } from "./lib/log";

export interface ServerOptions {
  dev: boolean;
  host: string;
  port: number;
  databaseUrl: string;
  version: string;
  commit: string | null;
}

export interface RunningServer {
  address: string;
  stop(): Promise<void>;
}

// No access log: addresses and search words are personal. What fails is logged with the id the reader was shown.
const defaultLocale = "en";
const drainSeconds = 10;
// Long enough for whoever shares out the requests to see that this instance leaves.
const leavingMs = 1_500;
const hearingMs = 3_000;
const readingMethods = new Set(["GET", "HEAD"]);

function tellOfDatabase(isThere: boolean): void {
  if (isThere) log.warn("The database answers again; pages are rendered anew.");
  else log.warn("The database does not answer: pages that are kept are given as they are, all others fail.");
}

/** Serves the app. Everything that every answer needs, whoever renders it, is decided here, in front of Next. */
export async function startServer({
  dev,
  host,
  port,
  databaseUrl,
  version,
  commit,
}: ServerOptions): Promise<RunningServer> {
  const http = createServer({
    headersTimeout: 15_000,
    // Of uploads, which may be large; any other request has less (lib/http/slow-requests.ts).
    requestTimeout: UPLOAD_SECONDS_MAX * 1_000,
    keepAliveTimeout: 65_000,
  });
  const app = next({ dev, hostname: host, port, httpServer: http, quiet: !dev });
  await app.prepare();
  const render = app.getRequestHandler();
  const readiness = readinessOf(databaseUrl);
  const compress = compression();
  const { KEPT_MEGABYTES, METRICS_TOKEN, DATABASE_REPLICA_URL, PAGES_PER_MINUTE } = env();
  startReplica();
  const reach = DATABASE_REPLICA_URL ? noteChange : undefined;
  const versions = listenForChanges({ databaseUrl, tell: tellOfDatabase, reach });
  // While developing, what is rendered changes with every file that is saved.
  const front = dev || KEPT_MEGABYTES === 0 ? null : newFront({ versions, bytesMax: KEPT_MEGABYTES * 1e6 });
  const guard = newGuard({ perMinute: dev ? 0 : PAGES_PER_MINUTE });
  const requests = newRequestCounts();
  const metrics = metricsOf({
    counts: front?.counts ?? noCounts(),
    requests,
    refusals: guard.refusals,
    inDatabase: () => readiness.look(),
    isDatabaseThere: versions.isCurrent,
    replica: replicaState,
  });

  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const pathname = pathnameOf(request.url);
    endIfSlow(request, pathname ?? "/");
    prepare(request, response, pathname ?? "/", dev);
    if (pathname === null) return sendText(response, 400, "This address is malformed.");
    if (pathname === "/health") return sendJson(response, 200, { status: "ok", version, commit });
    if (pathname === "/ready") {
      if (isLeaving)
        return sendJson(response, 503, { status: "not ready", reason: "this instance is stopping" });
      const { isReady, reason, chainHeadAgeSeconds } = await readiness.check();
      // When something was last written, published or not, is for whoever runs the site.
      const more = hasToken(request, METRICS_TOKEN) ? { chainHeadAgeSeconds } : {};
      const status = isReady ? "ready" : "not ready";
      return sendJson(response, isReady ? 200 : 503, { status, reason, ...more });
    }
    if (pathname === "/metrics") {
      if (!hasToken(request, METRICS_TOKEN))
        return sendText(response, 404, "There is nothing at this address.");
      response.writeHead(200, { "Content-Type": metrics.contentType, "Cache-Control": "no-store" });
      response.end(await metrics.metrics());
      return;
    }
    if (request.method === "OPTIONS" && pathname.startsWith("/api/")) return sendApiOptions(response);
    if (!readingMethods.has(request.method ?? "")) {
      if (!acceptsWrites(pathname)) return sendNotAllowed(response);
      if (!isFromHere(request, pathname))
        return sendText(response, 403, "This form was sent from another site.");
    }
    // Asked for by browsers and programs that read no page's <link>.
    if (pathname === "/favicon.ico") return sendRedirect(response, "/icon.svg");
    if (pathname === "/") return sendRedirect(response, `/${defaultLocale}${searchOf(request.url)}`);
    const asker = askerOf(request, pathname);
    const begin = async (): Promise<EndTurn | null> => {
      // The framework's own files are read once and then kept.
      if (addressOf(request)?.isFile) return () => {};
      const entered = await guard.enter(asker);
      for (const [name, value] of Object.entries(entered.headers)) response.setHeader(name, value);
      if (entered.end) return entered.end;
      await refuse(request, response, { pathname, locale: defaultLocale }, entered);
      return null;
    };
    await new Promise<void>((resolve) => compress(request, response, resolve));
    const answer: Answer = { status: null, isForReading: false };
    // While developing, the framework's own scripts need to find what it has written itself.
    if (!dev) answer.print = renderToStaticMarkup;
    const finished = (): Promise<void> => {
      finishAnswer(response, answer, {
        failed: () => {
          const isAway = answer.isAway || !versions.isCurrent();
          const page = failedPage(defaultLocale, requestIdOf(request), isAway ? "away" : "failed");
          return { status: isAway ? 503 : 500, page };
        },
        keepsScripts: dev,
      });
      const page = () => renderInto(answer, () => render(request, response));
      // Who has a session or a token reads what they wrote a moment ago.
      return addressOf(request) === null ? page() : onReplica(page);
    };
    if (front) await front.render(request, response, answer, finished, begin);
    else {
      const end = await begin();
      if (end) await finished().finally(end);
    }
    guard.note(asker, response);
  }

  let isLeaving = false;
  http.on("request", (request, response) => {
    // Who keeps a connection is asked to open the next one elsewhere.
    if (isLeaving) response.shouldKeepAlive = false;
    if (front?.answer(request, response)) return;
    noteRequest(requests, request, response);
    respond(request, response).catch((error: unknown) => {
      log.error({ requestId: requestIdOf(request), method: request.method, error }, "A request failed");
      if (response.headersSent) response.destroy();
      else sendText(response, 500, "Something went wrong here; it has been noted.");
    });
  });

  // What is rendered before changes are heard of cannot be kept: with many readers at once it would be rendered for each.
  await Promise.race([versions.begun, wait(hearingMs)]);
  await listen(http, port, host);
  return {
    address: originOf(http.address() as AddressInfo, host),
    async stop() {
      isLeaving = true;
      if (!dev && (await countConnections(http)) > 0) await wait(leavingMs);
      await drain(http);
      await Promise.allSettled([app.close(), readiness.close(), versions.stop(), stopReplica()]);
    },
  };
}

// What a client sends under these names would be taken for ours, or for Next's own, further in.
const trustedNames =
  /^(x-middleware-.*|x-nonce|x-request-id|x-client-address|x-address|content-security-policy(-report-only)?)$/;

function prepare(request: IncomingMessage, response: ServerResponse, pathname: string, dev: boolean): void {
  const clientAddress = clientAddressOf(request);
  warnOfProxy(request);
  for (const name of Object.keys(request.headers)) {
    if (trustedNames.test(name)) delete request.headers[name];
  }
  const nonce = randomBytes(16).toString("base64");
  const isHttps = request.headers["x-forwarded-proto"] === "https";
  const headers = securityHeaders({ pathname, nonce, isHttps, dev });
  const requestId = randomUUID();
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  response.setHeader("X-Request-Id", requestId);
  // Next reads the nonce for its own scripts from the policy in the request.
  request.headers["content-security-policy"] = headers["Content-Security-Policy"];
  request.headers["x-nonce"] = nonce;
  request.headers["x-client-address"] = clientAddress;
  // Where a page leads back to after signing in. As it came: what is not in ASCII is escaped in an address.
  request.headers["x-address"] = request.url;
  request.headers["x-request-id"] = requestId;
}

let isWarnedOfProxy = false;

/** Behind a proxy that nobody named, all readers would be one client, and have the limits of one. */
function warnOfProxy({ headers }: IncomingMessage): void {
  if (isWarnedOfProxy || headers["x-forwarded-for"] === undefined || process.env.TRUST_PROXY === "1") return;
  isWarnedOfProxy = true;
  log.warn(
    "Requests come with X-Forwarded-For, and TRUST_PROXY is not 1: if a proxy of yours sends it, set TRUST_PROXY=1, or all readers share the limits of one.",
  );
}

/** The path of a request, or null when it is not one: an escape that decodes to nothing, or no path at all. */
function pathnameOf(url = ""): string | null {
  const pathname = url.split("?", 1)[0] as string;
  if (!pathname.startsWith("/")) return null;
  try {
    decodeURIComponent(pathname);
    return pathname;
  } catch {
    return null;
  }
}

function requestIdOf(request: IncomingMessage): string {
  return String(request.headers["x-request-id"]);
}

function searchOf(url = ""): string {
  const start = url.indexOf("?");
  return start === -1 ? "" : url.slice(start);
}

function sendText(response: ServerResponse, status: number, text: string): void {
  response
    .writeHead(status, { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" })
    .end(`${text}\n`);
}

function sendNotAllowed(response: ServerResponse): void {
  response.setHeader("Allow", "GET, HEAD");
  sendText(response, 405, "This address can only be read.");
}

/** Pages of other sites may read the API. What writes needs a token, which no page of another site has by itself. */
function sendApiOptions(response: ServerResponse): void {
  response
    .writeHead(204, {
      "Access-Control-Allow-Origin": "*",
      "Access-Control-Allow-Methods": "GET, HEAD, OPTIONS",
      "Access-Control-Allow-Headers": "Authorization, If-None-Match",
      "Access-Control-Max-Age": "86400",
    })
    .end();
}

function sendJson(response: ServerResponse, status: number, body: object): void {
  response
    .writeHead(status, { "Content-Type": "application/json", "Cache-Control": "no-store" })
    .end(JSON.stringify(body));
}

function sendRedirect(response: ServerResponse, location: string): void {
  response.writeHead(307, { Location: location }).end();
}

function listen(http: ReturnType<typeof createServer>, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    http.once("error", reject);
    http.listen(port, host, () => {
      http.off("error", reject);
      resolve();
    });
  });
}

function originOf({ port }: AddressInfo, host: string): string {
  const name = ["0.0.0.0", "::", "127.0.0.1"].includes(host) ? "localhost" : host;
  return `http://${name.includes(":") ? `[${name}]` : name}:${port}`;
}

function countConnections(http: ReturnType<typeof createServer>): Promise<number> {
  return new Promise((resolve) => http.getConnections((error, count) => resolve(error ? 0 : count)));
}

// Requests that have begun are finished; browsers keep connections open without asking anything, those are closed.
async function drain(http: ReturnType<typeof createServer>): Promise<void> {
  const closed = new Promise<void>((resolve) => http.close(() => resolve()));
  const idle = setInterval(() => http.closeIdleConnections(), 100);
  const late = setTimeout(() => http.closeAllConnections(), drainSeconds * 1000);
  await closed;
  clearInterval(idle);
  clearTimeout(late);
}
