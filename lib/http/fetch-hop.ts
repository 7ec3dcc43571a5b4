import type { LookupAddress, LookupOptions } from "node:dns";
import { isIP, type LookupFunction } from "node:net";
import { type buildConnector, Client, type Dispatcher } from "undici";
import { FetchStopped, failed, refused } from "./fetch-stopped";
import { areAllowed, literalAddressOf, normalAddress, type TargetRules } from "./fetch-target";
import { orAborted } from "./one-per-host";
import { readBody } from "./read-body";

export type HopTerms = TargetRules & {
  timeLimitMs: number;
  bytesMax: number;
  userAgent: string;
  /** All addresses of a name. */
  resolve: (host: string) => Promise<readonly string[]>;
  /** Connects to where `lookup` leads, whatever the name that it is asked for. */
  connectorTo: (lookup: LookupFunction) => buildConnector.connector;
};

export type Fetched = { status: number; contentType: string; charset: string | null; body: Buffer };

const TYPES = ["text/html", "application/xhtml+xml", "text/plain", "application/pdf"];
const REDIRECTS = [301, 302, 303, 307, 308];

/** One request, without following: what is there, or where it says to look instead. */
export async function fetchHop(
  target: URL,
  terms: HopTerms,
  signal: AbortSignal,
): Promise<Fetched | { location: string }> {
  const addresses = await addressesOf(target, terms, signal);
  let isConnected = false;
  const client = new Client(target.origin, {
    connect: connectorTo(addresses, terms, () => {
      isConnected = true;
    }),
    headersTimeout: terms.timeLimitMs,
    bodyTimeout: terms.timeLimitMs,
  });
  try {
    const response = await client.request({
      method: "GET",
      path: `${target.pathname}${target.search}`,
      headers: {
        "user-agent": terms.userAgent,
        accept: TYPES.join(", "),
        "accept-encoding": "gzip, deflate, br",
      },
      signal,
    });
    // Whoever reads the body meets its errors; the one who leaves it unread does not want them.
    response.body.on("error", () => {});
    return await readResponse(response, terms);
  } catch (error) {
    if (error instanceof FetchStopped) throw error;
    if (signal.aborted) throw failed("timed_out");
    throw failed(isConnected ? "broken_answer" : "unreachable", error);
  } finally {
    await client.destroy();
  }
}

async function addressesOf(target: URL, terms: HopTerms, signal: AbortSignal): Promise<string[]> {
  const literal = literalAddressOf(target);
  const found = literal ? [literal] : await orAborted(lookUp(target.hostname, terms), signal, "timed_out");
  if (found.length === 0) throw failed("no_such_host");
  if (!areAllowed(found, target, terms)) throw refused("not_public");
  return found.map(normalAddress);
}

async function lookUp(host: string, terms: HopTerms): Promise<readonly string[]> {
  try {
    return await terms.resolve(host);
  } catch (error) {
    throw failed("no_such_host", error);
  }
}

/** Connects to the addresses that were checked and to no others: a second look-up could give other ones. */
function connectorTo(
  addresses: readonly string[],
  terms: HopTerms,
  onConnected: () => void,
): buildConnector.connector {
  const connect = terms.connectorTo(lookupOf(addresses));
  return (options, callback) => {
    connect(options, (error, socket) => {
      if (error) return callback(error, null);
      if (!addresses.includes(normalAddress(socket.remoteAddress ?? ""))) {
        socket.destroy();
        return callback(refused("not_public"), null);
      }
      onConnected();
      callback(null, socket);
    });
  };
}

function lookupOf(addresses: readonly string[]): LookupFunction {
  const all: LookupAddress[] = addresses.map((address) => ({ address, family: isIP(address) }));
  return (_host, options: LookupOptions, callback) => {
    if (options.all) callback(null, all);
    else callback(null, all[0]?.address ?? "", all[0]?.family);
  };
}

async function readResponse(
  { statusCode: status, headers, body }: Dispatcher.ResponseData,
  { bytesMax }: HopTerms,
): Promise<Fetched | { location: string }> {
  const location = headerOf(headers.location);
  if (REDIRECTS.includes(status) && location !== "") return { location };

  const { contentType, charset } = readContentType(headerOf(headers["content-type"]));
  if (!TYPES.includes(contentType)) {
    // What a server says with a 404 matters less than that it is one.
    if (status >= 400) return { status, contentType, charset, body: Buffer.alloc(0) };
    throw refused("wrong_type");
  }
  if (Number(headerOf(headers["content-length"])) > bytesMax) throw refused("too_large");
  return {
    status,
    contentType,
    charset,
    body: await readBody(body, headerOf(headers["content-encoding"]), bytesMax),
  };
}

function headerOf(value: string | string[] | undefined): string {
  return (Array.isArray(value) ? value[0] : value)?.trim() ?? "";
}

function readContentType(header: string): Pick<Fetched, "contentType" | "charset"> {
  const [type = "", ...parameters] = header.split(";");
  const charset = parameters
    .map((parameter) => /^\s*charset\s*=\s*["']?([\w.:-]+)/i.exec(parameter)?.[1])
    .find((name) => name !== undefined);
  return { contentType: type.trim().toLowerCase(), charset: charset?.toLowerCase() ?? null };
}
