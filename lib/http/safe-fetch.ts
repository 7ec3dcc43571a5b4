import "server-only";
import { lookup } from "node:dns/promises";
import { buildConnector } from "undici";
import { env } from "../env";
import { siteUrl } from "../format/site-url";
import { type Fetched, fetchHop, type HopTerms } from "./fetch-hop";
import { type FetchFailure, type FetchRefusal, FetchStopped, failed, refused } from "./fetch-stopped";
import { checkedSwitch, targetProblem, toTarget } from "./fetch-target";
import { inTurn } from "./one-per-host";

export type FetchProblem = FetchRefusal | FetchFailure;

export type FetchResult =
  /** `url` is where it was found, after redirects. Any status counts, from 400 on perhaps without a body. */
  ({ state: "fetched"; url: string } & Fetched) | { state: "refused" | "failed"; problem: FetchProblem };

/** What tests put in place of the world; the rules themselves have no options. */
export type FetchOptions = Partial<
  Pick<HopTerms, "timeLimitMs" | "bytesMax" | "allowsLoopback" | "ownUrl" | "resolve" | "connectorTo">
>;

const REDIRECTS_MAX = 5;

/**
 * Fetches a page that somebody named, and nothing of the inside: http or https at their own ports, only where
 * every address of the host is public, again at each of at most 5 redirects, connected to the very address that
 * was checked. 10 seconds and 5 MB in all; HTML, text and PDF; no cookies; one request at a time to each host.
 * Never throws for what the network does, and tells of it by a code alone.
 */
export async function safeFetch(url: string, options: FetchOptions = {}): Promise<FetchResult> {
  const terms = termsOf(options);
  const deadline = new AbortController();
  const timer = setTimeout(() => deadline.abort(), terms.timeLimitMs);
  try {
    return await follow(url, terms, deadline.signal);
  } catch (error) {
    if (error instanceof FetchStopped) return { state: error.state, problem: error.problem };
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

function termsOf(options: FetchOptions): HopTerms {
  const { NODE_ENV, SITE_URL } = process.env;
  const isOn = options.allowsLoopback ?? env().ALLOW_PRIVATE_FETCH;
  const timeLimitMs = options.timeLimitMs ?? 10_000;
  return {
    bytesMax: 5_000_000,
    ownUrl: siteUrl(),
    userAgent: `Counterclaim (+${siteUrl()})`,
    resolve: async (host) => (await lookup(host, { all: true })).map(({ address }) => address),
    connectorTo: (lookup) => buildConnector({ lookup, timeout: timeLimitMs }),
    ...options,
    timeLimitMs,
    allowsLoopback: checkedSwitch(isOn, { NODE_ENV, SITE_URL }),
  };
}

async function follow(url: string, terms: HopTerms, signal: AbortSignal): Promise<FetchResult> {
  let target = toTarget(url);
  if (!target) throw refused("not_an_address");

  for (let redirects = 0; redirects <= REDIRECTS_MAX; redirects++) {
    const problem = targetProblem(target, terms);
    if (problem) throw refused(problem);
    const here: URL = target;
    const found = await inTurn(here.hostname, signal, () => fetchHop(here, terms, signal));
    if ("status" in found) return { state: "fetched", url: here.href, ...found };

    target = toTarget(found.location, here);
    if (!target) throw failed("broken_answer");
  }
  throw refused("too_many_redirects");
}
