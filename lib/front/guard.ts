import type { ServerResponse } from "node:http";
import { LRUCache } from "lru-cache";
import { RateLimiterMemory } from "rate-limiter-flexible";
import type { Asker, Limit } from "./asker";
import { type EndTurn, newTurns } from "./turns";

/** What became of somebody who asks for what must be rendered: a turn, or when to come again. */
export type Entered = { end: EndTurn; headers: LimitHeaders } | Refused;
export type Refused = { end: null; limit: Limit; retryAfterSeconds: number; headers: LimitHeaders };
export type LimitHeaders = Record<"RateLimit" | "RateLimit-Policy", string> | Record<never, string>;

/** Keeps one client from having so much rendered that others wait for it. */
export interface Guard {
  enter(asker: Asker): Promise<Entered>;
  /** Remembers that a limit that all instances share is used up, so that nobody needs to ask the database again. */
  note(asker: Asker, response: ServerResponse): void;
  /** How often each limit refused somebody here. */
  refusals: Map<Limit, number>;
}

const MINUTE_SECONDS = 60;
/** From this part of the limit on a client is busy, and lets others go first. */
const BUSY_PART = 20;
const CLOSED_MAX = 10_000;
const USED_UP = /"(read|write|search|download)";r=0;/;

/** `perMinute`: how many answers are rendered for one client in a minute; 0: as many as it asks for. */
export function newGuard({ perMinute }: { perMinute: number }): Guard {
  const refusals = new Map<Limit, number>();
  const counts = new RateLimiterMemory({ points: perMinute, duration: MINUTE_SECONDS });
  const turns = newTurns();
  const closed = new LRUCache<string, { policy: string; until: number }>({ max: CLOSED_MAX });

  const refuse = (limit: Limit, retryAfterSeconds: number, headers: LimitHeaders = {}): Refused => {
    refusals.set(limit, (refusals.get(limit) ?? 0) + 1);
    return { end: null, limit, retryAfterSeconds, headers };
  };

  return {
    refusals,
    async enter({ limit, client, sharedKey }) {
      const shut = closed.get(sharedKey);
      const seconds = shut ? Math.ceil((shut.until - Date.now()) / 1000) : 0;
      if (shut && seconds > 0)
        return refuse(limit, seconds, {
          "RateLimit-Policy": shut.policy,
          RateLimit: `"${limit}";r=0;t=${seconds}`,
        });
      if (perMinute === 0) return { end: () => {}, headers: {} };

      const { consumedPoints, msBeforeNext } = await counts.penalty(client);
      const resetSeconds = Math.max(1, Math.ceil(msBeforeNext / 1000));
      // Of the API all instances together count, in front of each endpoint.
      const isCountedHere = !client.startsWith("api ");
      const own = limit === "form" ? "form" : "page";
      const headers = isCountedHere
        ? {
            "RateLimit-Policy": `"${own}";q=${perMinute};w=${MINUTE_SECONDS}`,
            RateLimit: `"${own}";r=${Math.max(0, perMinute - consumedPoints)};t=${resetSeconds}`,
          }
        : {};
      if (isCountedHere && consumedPoints > perMinute) return refuse(own, resetSeconds, headers);
      const end = await turns.take(client, consumedPoints > perMinute / BUSY_PART);
      return end ? { end, headers } : refuse(limit, 1, headers);
    },
    note({ sharedKey }, response) {
      if (response.statusCode !== 429) return;
      const seconds = Number(response.getHeader("retry-after"));
      const [, name] = USED_UP.exec(listed(response, "ratelimit")) ?? [];
      if (name === undefined || !(seconds > 0)) return;
      const policies = listed(response, "ratelimit-policy").split(", ");
      const policy = policies.find((one) => one.startsWith(`"${name}"`)) ?? "";
      closed.set(sharedKey, { policy, until: Date.now() + seconds * 1000 });
    },
  };
}

function listed(response: ServerResponse, name: string): string {
  return [response.getHeader(name) ?? ""].flat().join(", ");
}
