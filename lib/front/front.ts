import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from "node:http";
import { LRUCache } from "lru-cache";
import type { Answer } from "../http/answer";
import { type Address, addressOf, themeCookie } from "./address";
import { capture } from "./capture";
import type { ContentVersions } from "./content-versions";
import { type Counts, noCounts, noteRender } from "./counts";
import type { Rendered } from "./heard-changes";
import { bodyIn, type KeptAnswer, keptAnswer } from "./kept-answer";

import { readyEncoding, type Served, sendKept, sendWhole, wantedEncoding } from "./send-kept";
import type { EndTurn } from "./turns";

/** Keeps the finished answers of reads that have no session, and gives them to everybody who asks for the same. */
export interface Front {
  /** Gives what is kept, where it still holds. False: it has to be rendered. */
  answer(request: IncomingMessage, response: ServerResponse): boolean;
  /**
   * Answers by rendering, once for all who wait for it, and keeps what may be kept. `render` finishes by itself what
   * this does not hold back; `answer` is what the page says of itself meanwhile. `begin` waits until something may be
   * rendered for this client, and gives what ends its turn; or null, where it has answered by itself that it may not.
   */
  render(
    request: IncomingMessage,
    response: ServerResponse,
    answer: Answer,
    render: () => Promise<void>,
    begin: () => Promise<EndTurn | null>,
  ): Promise<void>;
  counts: Counts;
}

type Options = { versions: ContentVersions; bytesMax: number };

/** How a rendering ended: with what others may have, or why there is nothing for them. */
type Landed = KeptAnswer | "not_kept" | "failed" | "gone";

/** One rendering under way. */
type Flight = Rendered & { done: Promise<Landed> };

/** One reader, who waits for an answer that has to be rendered. */
type Asked = {
  request: IncomingMessage;
  response: ServerResponse;
  address: Address;
  answer: Answer;
  render: () => Promise<void>;
  conditions: Partial<IncomingHttpHeaders>;
};

const KIB = 1024;
const ENTRY_BYTES_MAX = 1024 * KIB;
/** Of an entry, beside its bodies: its headers above all. Measured. */
const ENTRY_BYTES = 5 * KIB;
/** Pages tell days, such as when something was retrieved: they are rendered again now and then without any change. */
const AGE_MAX_MS = 10 * 60_000;
/** How long a page may be shown without the database. */
const STALE_MAX_MS = 24 * 3600_000;

export function newFront({ versions, bytesMax }: Options): Front {
  const counts = noCounts();
  const flights = new Map<string, Flight>();
  const kept = new LRUCache<string, KeptAnswer>({
    maxSize: bytesMax,
    maxEntrySize: 2 * ENTRY_BYTES_MAX,
    sizeCalculation: bytesOf,
    dispose: (_, __, reason) => {
      if (reason === "evict") counts.evicted += 1;
    },
  });
  counts.held = () => ({ entries: kept.size, bytes: kept.calculatedSize });

  const holds = (entry: KeptAnswer, { isFile }: Address): boolean =>
    isFile || (versions.isCurrent() && versions.holds(entry) && Date.now() - entry.at < AGE_MAX_MS);

  /** Sends an entry in the encoding that is asked for, which is made once. */
  async function send(asked: Asked, entry: KeptAnswer, served: Served, more: readonly string[] = []) {
    const { request, response, address } = asked;
    const before = bytesOf(entry);
    const encoding = await bodyIn(entry, wantedEncoding(request, entry));
    if (bytesOf(entry) !== before && kept.peek(address.key) === entry) kept.set(address.key, entry);
    for (const name of response.getHeaderNames()) response.removeHeader(name);
    counts.served[served] += 1;
    Object.assign(request.headers, asked.conditions);
    sendKept(request, response, entry, encoding, served, more);
  }

  /** What may be shown though it cannot be rendered again just now. */
  function staleOf({ address }: Asked): KeptAnswer | null {
    const entry = kept.get(address.key);
    return entry && !versions.isBlanked(entry) && Date.now() - entry.at < STALE_MAX_MS ? entry : null;
  }

  /** Renders once for all who ask meanwhile. */
  async function lead(asked: Asked): Promise<void> {
    const { key, event } = asked.address;
    const rendered = { tick: versions.tick(), event };
    let land: (landed: Landed) => void = () => {};
    const flight: Flight = { ...rendered, done: new Promise((resolve) => (land = resolve)) };
    flights.set(key, flight);
    let landed: Landed = "failed";
    try {
      landed = await keep(asked, rendered);
    } finally {
      if (flights.get(key) === flight) flights.delete(key);
      land(landed);
    }
    if (typeof landed !== "string") await send(asked, landed, "fresh", limitsOf(asked.response));
  }

  /** Renders an answer and keeps it. What is not kept has been sent when this returns. */
  async function keep(asked: Asked, rendered: Rendered): Promise<Landed> {
    const { request, response, address, answer, render } = asked;
    const start = performance.now();
    const isHeld = () => response.statusCode >= 500 || mayBeKept(response, answer);
    const captured = await capture(response, { bytesMax: ENTRY_BYTES_MAX, isHeld }, render).catch((error) => {
      if (staleOf(asked) && !response.headersSent) return null;
      throw error;
    });
    if (captured?.outcome === "gone") return "gone";
    if (captured?.outcome !== "whole") counts.passed += 1;
    if (captured?.outcome === "sent") return "not_kept";
    if (captured === null || captured.status !== 200) {
      const stale = staleOf(asked);
      if (stale) await send(asked, stale, "stale");
      else if (captured) sendWhole(response, captured.body);
      return "failed";
    }
    noteRender(counts, performance.now() - start);
    const entry = keptAnswer(
      { headers: response.getHeaders(), body: captured.body },
      { ...rendered, at: Date.now(), isFile: address.isFile, isPage: answer.isForReading },
    );
    const encoding = await bodyIn(entry, wantedEncoding(request, entry));
    // The others can be made from any one, and the compressed ones are small.
    if (encoding !== "identity") delete entry.bodies.identity;
    if (!versions.isBlanked(entry)) kept.set(address.key, entry);
    return entry;
  }

  return {
    counts,
    answer(request, response) {
      const address = addressOf(request);
      if (!address) return false;
      const entry = kept.get(address.key);
      if (!entry || !holds(entry, address)) return false;
      const encoding = readyEncoding(request, entry);
      if (!encoding) return false;
      counts.served.hit += 1;
      sendKept(request, response, entry, encoding, "hit");
      return true;
    },
    async render(request, response, answer, render, begin) {
      const address = addressOf(request);
      let end: EndTurn | null = null;
      const pass = async (): Promise<void> => {
        end ??= await begin();
        if (!end) return;
        counts.passed += 1;
        await render();
      };
      try {
        if (!address) return await pass();
        const asked = { request, response, address, answer, render, conditions: askPlainly(request) };
        request.url = request.headers["x-address"] = address.url;
        while (!response.destroyed) {
          const entry = kept.get(address.key);
          if (entry && holds(entry, address)) return await send(asked, entry, "hit");
          // Nothing can be rendered without the database; asking for it in vain would keep the reader waiting.
          const stale = versions.isCurrent() ? null : staleOf(asked);
          if (stale) return await send(asked, stale, "stale");
          // Its answer has no body to keep.
          if (request.method === "HEAD") break;
          const flight = flights.get(address.key);
          if (!flight || !versions.holds(flight)) {
            if (end) return await lead(asked);
            end = await begin();
            if (!end) return;
            // Meanwhile somebody else may have begun, or ended.
            continue;
          }
          counts.waited += 1;
          const landed = await flight.done;
          if (typeof landed !== "string") return await send(asked, landed, "hit");
          if (landed === "gone") continue;
          const instead = landed === "failed" ? staleOf(asked) : null;
          if (instead) return await send(asked, instead, "stale");
          break;
        }
        if (response.destroyed) return;
        Object.assign(request.headers, asked.conditions);
        await pass();
      } finally {
        end?.();
      }
    },
  };
}

const CONDITIONS = ["if-none-match", "if-modified-since"] as const;
/** What an answer that everybody gets may depend on, or the server itself asks for. */
const TOLD = new Set(["host", "cookie", "accept-encoding", "connection", "content-security-policy"]);
const OWN = /^x-(?:forwarded-|address$|nonce$|request-id$|client-address$)/;

/**
 * Asks as anybody would: nothing that one reader's program says of itself reaches an answer that others get. Gives back
 * on which conditions it was asked for: kept is the whole answer, and whether it changed is found out here.
 */
function askPlainly({ headers }: IncomingMessage): Partial<IncomingHttpHeaders> {
  const conditions: Partial<IncomingHttpHeaders> = {};
  for (const name of CONDITIONS) if (headers[name] !== undefined) conditions[name] = headers[name];
  for (const name of Object.keys(headers)) if (!TOLD.has(name) && !OWN.test(name)) delete headers[name];
  if (headers.cookie !== undefined) headers.cookie = themeCookie(headers.cookie);
  return conditions;
}

/** What is left of a reader's own limit is told to that reader alone. */
function limitsOf(response: ServerResponse): string[] {
  return ["ratelimit", "ratelimit-policy"].flatMap((name) => {
    const value = response.getHeader(name);
    return value === undefined ? [] : [name, String(value)];
  });
}

/** A page that says that it is for reading, or anything else that says that everybody may keep it. */
function mayBeKept(response: ServerResponse, { isForReading }: Answer): boolean {
  if (response.statusCode !== 200 || response.hasHeader("set-cookie")) return false;
  const cacheControl = String(response.getHeader("cache-control") ?? "");
  return isForReading || (cacheControl.startsWith("public") && !cacheControl.includes("no-transform"));
}

function bytesOf({ bodies }: KeptAnswer): number {
  return Object.values(bodies).reduce((sum, body) => sum + body.length, ENTRY_BYTES);
}
