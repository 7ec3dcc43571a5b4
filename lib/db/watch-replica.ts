import { Pool } from "pg";
import { type ReplicaShared, replicaShared } from "./replica-shared";

/** Further behind than this, the replica is left alone, whatever has been announced. */
const LAG_SECONDS_MAX = 10;
/** How often it is looked at, in ms: ordinarily, and at least while a change is waited for. */
const EVERY_MS = 1_000;
const WAITING_MS = 100;
/** How soon after a change it is looked at first: it has most of them by then. Each further look waits twice as long. */
const SOON_MS = 2;
/** Who takes longer to tell how it is does not answer. */
const ANSWER_MS = 2_000;
/** Moments that are remembered while it is behind. */
const MOMENTS_MAX = 100;

// Two servers that share both are one and its copy. The address of another one by mistake would show other figures.
const IDENTITY =
  "(select system_identifier from pg_control_system()) || ' ' || current_database() as identity";
const PRIMARY = `select pg_current_wal_lsn() as lsn, ${IDENTITY}`;
const REPLICA = `select pg_is_in_recovery() as "isStandby", pg_last_wal_replay_lsn() as lsn, ${IDENTITY}`;

/** A moment, in ms, by which the primary had written so far. */
type Moment = { at: number; lsn: bigint };

/** Looks at the replica again and again, and keeps what is known of it in `replicaShared()`. Returns what ends it. */
export function watchReplica(primaryUrl: string, replicaUrl: string): () => Promise<void> {
  const shared = replicaShared();
  const primary = poolOf(primaryUrl);
  const replica = poolOf(replicaUrl);
  // One that begins anew may for a while have less than it had.
  replica.on("error", suspect);
  let missing: Moment[] = [];
  let identity: string | undefined;
  let askedAt = Number.NEGATIVE_INFINITY;
  let isPrimaryAway = true;
  let looking: Promise<void> | undefined;
  let isSuspect = false;
  let pause = SOON_MS;
  let isStopped = false;
  let timer: NodeJS.Timeout | undefined;

  async function askPrimary(now: number): Promise<void> {
    askedAt = now;
    const told = await ask(primary, PRIMARY);
    isPrimaryAway = told === null;
    if (!told?.lsn) return;
    const lsn = parseLsn(told.lsn);
    // At the first look: whatever was committed before this process began is waited for as well.
    if (identity === undefined && lsn > shared.wanted) shared.wanted = lsn;
    identity = told.identity;
    if (lsn <= (missing.at(-1)?.lsn ?? shared.replayed)) return;
    if (missing.length >= MOMENTS_MAX) missing.pop();
    missing.push({ at: now, lsn });
  }

  async function askReplica(): Promise<void> {
    const told = await ask(replica, REPLICA);
    if (!told?.isStandby || !told.lsn || identity === undefined || told.identity !== identity) {
      Object.assign(shared, { isFollowing: false, lagSeconds: null, lagBytes: null });
      // As nothing of it is known any more: one that comes back may have been made anew.
      shared.replayed = 0n;
      return;
    }
    const replayed = parseLsn(told.lsn);
    shared.replayed = replayed;
    missing = missing.filter(({ lsn }) => lsn > replayed);
    const [oldest, latest] = [missing[0], missing.at(-1)];
    const lagSeconds = oldest ? (performance.now() - oldest.at) / 1_000 : 0;
    shared.lagSeconds = isPrimaryAway ? null : lagSeconds;
    shared.lagBytes = isPrimaryAway ? null : latest ? Number(latest.lsn - replayed) : 0;
    // With the primary away nothing changes any more, and nobody else could answer.
    shared.isFollowing = isPrimaryAway || lagSeconds <= LAG_SECONDS_MAX;
  }

  async function look(): Promise<void> {
    const now = performance.now();
    if (now - askedAt >= EVERY_MS) await askPrimary(now);
    isSuspect = false;
    await askReplica();
    if (isSuspect) shared.isFollowing = false;
    else if (!shared.isFollowing) loseAll(shared);
  }

  function lookNow(): void {
    clearTimeout(timer);
    if (isStopped) return;
    looking ??= look().finally(() => {
      looking = undefined;
      const isAwaited = shared.isFollowing && shared.replayed < shared.wanted;
      const wait = isAwaited || isSuspect ? pause : EVERY_MS;
      pause = Math.min(pause * 2, WAITING_MS);
      clearTimeout(timer);
      if (!isStopped) timer = setTimeout(lookNow, wait).unref();
    });
  }

  function suspect(): void {
    isSuspect = true;
    shared.isFollowing = false;
    lookNow();
  }

  shared.awaitChange = () => {
    pause = SOON_MS;
    lookNow();
  };
  shared.suspect = suspect;
  lookNow();
  return async () => {
    isStopped = true;
    clearTimeout(timer);
    Object.assign(shared, { awaitChange: () => {}, suspect: () => {} });
    await looking;
    Object.assign(shared, { isFollowing: false, replayed: 0n, wanted: 0n, lagSeconds: null, lagBytes: null });
    loseAll(shared);
    await Promise.all([primary.end(), replica.end()]);
  };
}

/** A place in the log, as PostgreSQL writes it ("16/B374D848"), as the number of bytes before it. */
export function parseLsn(lsn: string): bigint {
  const [high = "", low = ""] = lsn.split("/");
  return (BigInt(`0x${high}`) << 32n) + BigInt(`0x${low}`);
}

type Told = { lsn: string | null; identity: string; isStandby?: boolean };

async function ask(pool: Pool, question: string): Promise<Told | null> {
  try {
    const { rows } = await pool.query<Told>(question);
    return rows[0] ?? null;
  } catch {
    return null;
  }
}

function poolOf(connectionString: string): Pool {
  const pool = new Pool({
    connectionString,
    max: 1,
    connectionTimeoutMillis: ANSWER_MS,
    query_timeout: ANSWER_MS,
  });
  // A connection that the server ends while nobody uses it; the next look finds out.
  pool.on("error", () => {});
  return pool;
}

function loseAll({ waiting }: ReplicaShared): void {
  for (const lose of waiting) lose();
  waiting.clear();
}
