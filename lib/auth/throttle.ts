import "server-only";
import { createHash } from "node:crypto";
import { type RateLimiterAbstract, RateLimiterPrisma, type RateLimiterRes } from "rate-limiter-flexible";
import { Prisma } from "../../prisma/generated/client";
import { primary } from "../db/client";
import { PREPARED } from "../db/statement-name";

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
  // Its timer forgets what is past, of every way.
  limiter("address");
  const { points, resetSeconds } = await countRequest(`api_${kind}:${digest(key)}`);
  return {
    isAllowed: points <= limit,
    limit,
    remaining: Math.max(0, limit - points),
    resetSeconds: Math.max(1, Math.ceil(resetSeconds)),
  };
}

type Counted = { points: number; resetSeconds: number };
type Batch = { count: number; counted: Promise<Counted> };

// Of each key that is being counted, those who came since: all take turns at its row, so these go together.
const waiting = new Map<string, Batch>();
const counting = new Map<string, Promise<unknown>>();

/** How many were counted by a key in this minute, this one included, on every instance. */
async function countRequest(key: string): Promise<Counted> {
  const batch = waiting.get(key) ?? startBatch(key);
  batch.count += 1;
  const place = batch.count;
  const { points, resetSeconds } = await batch.counted;
  return { points: points - batch.count + place, resetSeconds };
}

function startBatch(key: string): Batch {
  const before = counting.get(key) ?? Promise.resolve();
  const batch: Batch = { count: 0, counted: before.then(() => countBatch(key)) };
  waiting.set(key, batch);
  const done = batch.counted.then(noop, noop);
  counting.set(key, done);
  void done.then(() => {
    if (counting.get(key) === done) counting.delete(key);
  });
  return batch;
}

const noop = () => {};

/** Counts those who wait. Nobody waits for the disk: a count that is lost with the machine is no loss. */
async function countBatch(key: string): Promise<Counted> {
  const { count } = waiting.get(key) as Batch;
  waiting.delete(key);
  const [row] = await primary().$queryRaw<Counted[]>`
    ${Prisma.raw(PREPARED)}
    with unwaited as materialized (select set_config('synchronous_commit', 'off', true))
    insert into rate_limit as held (key, points, expire)
      select ${key}, ${count}::int, now() + ${MINUTE} * interval '1 second' from unwaited
    on conflict (key) do update set
      points = case when held.expire <= now() then 0 else held.points end + excluded.points,
      expire = case when held.expire <= now() then excluded.expire else held.expire end
    returning points, extract(epoch from expire - now())::float8 as "resetSeconds"`;
  return row as Counted;
}

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
    storeClient: primary(),
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
