import "server-only";
import { createHash } from "node:crypto";
import { type RateLimiterAbstract, RateLimiterPrisma, type RateLimiterRes } from "rate-limiter-flexible";
import { db } from "../db/client";

export type Attempt =
  | {
      isAllowed: true /** Called after a success: the account's failures are forgotten. */;
      forgive(): Promise<void>;
    }
  | { isAllowed: false; retryAfterSeconds: number };

const MINUTE = 60;

// Per account from one address, so that a stranger elsewhere cannot lock a person out at once; per account from
// everywhere, against many addresses; per address, against many accounts.
const LIMITS = {
  accountAndAddress: { points: 5, duration: 15 * MINUTE },
  account: { points: 30, duration: 60 * MINUTE },
  address: { points: 60, duration: 15 * MINUTE },
} as const;

/**
 * Counts one attempt to sign in against the account and the client's address, in the database, so that it holds on
 * every instance. Keys are digests: neither address is stored.
 */
export async function takeAttempt(email: string, address: string): Promise<Attempt> {
  const keys = {
    accountAndAddress: digest(`${email} ${address}`),
    account: digest(email),
    address: digest(address),
  };
  const waits = await Promise.all(
    Object.entries(keys).map(([limit, key]) => secondsToWait(limit as keyof typeof LIMITS, key)),
  );
  const retryAfterSeconds = Math.max(...waits);
  if (retryAfterSeconds > 0) return { isAllowed: false, retryAfterSeconds };
  return {
    isAllowed: true,
    async forgive() {
      await Promise.all([
        limiter("accountAndAddress").delete(keys.accountAndAddress),
        limiter("account").reward(keys.account, 1),
        limiter("address").reward(keys.address, 1),
      ]);
    },
  };
}

/** Counts one use of a costly way by a key, such as asking for a link by e-mail. True while it is allowed. */
export async function takeUse(way: Way, key: string): Promise<boolean> {
  return (await secondsBeforeUse(way, key)) === 0;
}

/** Counts one use, as `takeUse` does, and says how long to wait where it is not allowed, in seconds; or 0. */
export async function secondsBeforeUse(way: Way, key: string): Promise<number> {
  return secondsToWait(way, digest(key));
}

type Way = Exclude<keyof typeof WAYS, keyof typeof LIMITS>;

const WAYS = {
  ...LIMITS,
  password_link: { points: 3, duration: 60 * MINUTE },
  password_change: { points: 10, duration: 15 * MINUTE },
  fetch: { points: 30, duration: MINUTE },
  evidence_file: { points: 60, duration: 60 * MINUTE },
  import_file: { points: 60, duration: 60 * MINUTE },
  // By a reader's address, and on one claim from everywhere.
  error_report_hour: { points: 5, duration: 60 * MINUTE },
  error_report_day: { points: 20, duration: 24 * 60 * MINUTE },
  error_report_claim: { points: 30, duration: 24 * 60 * MINUTE },
} as const;

/** What is left of a limit after one more use: `resetSeconds` until all of it is there again. */
export type Allowance = { isAllowed: boolean; limit: number; remaining: number; resetSeconds: number };

/** Counts one request of the API by a key, of so many that are allowed in a minute. */
export async function takeRequest(kind: "read" | "write", key: string, limit: number): Promise<Allowance> {
  const told = (left: RateLimiterRes, isAllowed: boolean): Allowance => ({
    isAllowed,
    limit,
    remaining: isAllowed ? left.remainingPoints : 0,
    resetSeconds: Math.max(1, Math.ceil(left.msBeforeNext / 1000)),
  });
  try {
    return told(await requestLimiter(kind, limit).consume(digest(key)), true);
  } catch (refusal) {
    if (refusal instanceof Error) throw refusal;
    return told(refusal as RateLimiterRes, false);
  }
}

function requestLimiter(kind: "read" | "write", limit: number): RateLimiterAbstract {
  const name = `${kind} ${limit}`;
  const made =
    requestLimiters.get(name) ??
    new RateLimiterPrisma({
      storeClient: db(),
      tableName: "rateLimit",
      keyPrefix: `api_${kind}`,
      points: limit,
      duration: MINUTE,
    });
  requestLimiters.set(name, made);
  return made;
}
const requestLimiters = new Map<string, RateLimiterAbstract>();

async function secondsToWait(limit: keyof typeof WAYS, key: string): Promise<number> {
  try {
    await limiter(limit).consume(key);
    return 0;
  } catch (refusal) {
    if (refusal instanceof Error) throw refusal;
    return Math.max(1, Math.ceil((refusal as RateLimiterRes).msBeforeNext / 1000));
  }
}

const limiters = new Map<keyof typeof WAYS, RateLimiterAbstract>();

function limiter(limit: keyof typeof WAYS): RateLimiterAbstract {
  const known = limiters.get(limit);
  if (known) return known;
  const made = new RateLimiterPrisma({
    storeClient: db(),
    tableName: "rateLimit",
    keyPrefix: limit,
    ...WAYS[limit],
  });
  limiters.set(limit, made);
  return made;
}

function digest(text: string): string {
  return createHash("sha256").update(text).digest("base64url");
}
