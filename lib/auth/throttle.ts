import "server-only";
import { createHash } from "node:crypto";
import { type RateLimiterAbstract, RateLimiterPrisma, type RateLimiterRes } from "rate-limiter-flexible";
import { Prisma } from "../../prisma/generated/client";
import { primary } from "../db/client";
import { PREPARED } from "../db/statement-name";
import { env } from "../env";
import { TooOften } from "../errors";
import { isUnreachable } from "../unreachable";

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
  address: { points: () => env().SIGN_INS_PER_ADDRESS, duration: 15 * MINUTE },
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

/** Counts a use by an account. Throws TooOften, which leaves a form as it was typed. */
export async function countUse(way: "form" | "article", actorId: string): Promise<void> {
  const seconds = await secondsBeforeUse(way, actorId);
  if (seconds > 0) throw new TooOften(seconds);
}

type Way = Exclude<keyof typeof WAYS, keyof typeof LIMITS>;

const WAYS = {
  ...LIMITS,
  password_link: { points: 3, duration: 60 * MINUTE },
  password_change: { points: 10, duration: 15 * MINUTE },
  fetch: { points: () => env().ARTICLES_PER_MINUTE, duration: MINUTE },
  article: { points: () => env().ARTICLES_PER_MINUTE, duration: MINUTE },
  form: { points: () => env().FORMS_PER_MINUTE, duration: MINUTE },
  evidence_file: { points: 60, duration: 60 * MINUTE },
  import_file: { points: 60, duration: 60 * MINUTE },
  // By a reader's address, and on one claim from everywhere.
  error_report_hour: { points: 5, duration: 60 * MINUTE },
  error_report_day: { points: 20, duration: 24 * 60 * MINUTE },
  error_report_claim: { points: 30, duration: 24 * 60 * MINUTE },
} as const;

/** What is counted of programs and readers, who are told what is left of it. */
export type RequestKind = "read" | "write" | "search" | "download";
/** Whether a request is allowed, and how long until all of its limit is there again. `headers` tell programs so. */
export type Allowance = { isAllowed: boolean; resetSeconds: number; headers: Record<string, string> };

/** Counts one request by a key, of so many that are allowed in a minute. */
export async function takeRequest(kind: RequestKind, key: string): Promise<Allowance> {
  // Its timer forgets what is past, of every way.
  limiter("address");
  const limit = limitOf(kind);
  const { points, resetSeconds } = await countRequest(`request_${kind}:${digest(key)}`);
  const isAllowed = points <= limit;
  // What is stored is rounded to a thousandth, perhaps up.
  const seconds = Math.min(MINUTE, Math.max(1, Math.ceil(resetSeconds)));
  return {
    isAllowed,
    resetSeconds: seconds,
    headers: {
      "RateLimit-Policy": `"${kind}";q=${limit};w=${MINUTE}`,
      RateLimit: `"${kind}";r=${Math.max(0, limit - points)};t=${seconds}`,
      ...(isAllowed ? {} : { "Retry-After": String(seconds) }),
    },
  };
}

/**
 * Counts what a reader asks for, as `takeRequest` does; null where the database that counts cannot be reached: readers
 * are answered from elsewhere meanwhile.
 */
export async function takeReading(kind: "search" | "download", address: string): Promise<Allowance | null> {
  try {
    return await takeRequest(kind, `address ${address}`);
  } catch (error) {
    if (isUnreachable(error)) return null;
    throw error;
  }
}

function limitOf(kind: RequestKind): number {
  const settings = env();
  return {
    read: settings.API_READS_PER_MINUTE,
    write: settings.API_WRITES_PER_MINUTE,
    search: settings.SEARCHES_PER_MINUTE,
    download: settings.DOWNLOADS_PER_MINUTE,
  }[kind];
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
  const { points, duration } = WAYS[limit];
  const made = new RateLimiterPrisma({
    storeClient: primary(),
    tableName: "rateLimit",
    keyPrefix: limit,
    points: typeof points === "number" ? points : points(),
    duration,
  });
  limiters.set(limit, made);
  return made;
}

function digest(text: string): string {
  return createHash("sha256").update(text).digest("base64url");
}
