import { setTimeout as wait } from "node:timers/promises";
import { Client } from "pg";
import { type Announcement, CONTENT_CHANNEL } from "../history/content-channel";
import { type HeardChanges, nothingHeard } from "./heard-changes";

/** What this instance knows of changes that readers can see. */
export interface ContentVersions extends Pick<HeardChanges, "tick" | "holds" | "isBlanked"> {
  /** Whether the database answered within the last second, so that no change can have been missed. */
  isCurrent(): boolean;
  /** When it was asked for the first time what changed. */
  begun: Promise<void>;
  stop(): Promise<void>;
}

type Options = {
  databaseUrl: string;
  /** Of the database's state: told once each time that it goes and comes back. */
  tell: (isThere: boolean) => void;
  /** Waited for with the position of the log behind a change, before the change is heard. For read replicas. */
  reach?: ((lsn: string) => void) | undefined;
};

const POLL_MS = 300;
const CURRENT_MS = 1_000;
/** A process that was busy for a moment is no database that is away. */
const TOLD_AFTER_MS = 2_000;
/** Longer than a process is busy that renders its first pages: a connection that was given up would be made again, and again. */
const ANSWER_MS = 2_500;
const STOP_MS = 700;

/**
 * Hears from the database what changed for readers, on whichever instance: by its notifications, and for those that a
 * broken connection lost by asking a few times a second for what was raised since the last time.
 */
export function listenForChanges({ databaseUrl, tell, reach }: Options): ContentVersions {
  const heard = nothingHeard();
  let contactAt = performance.now();
  let isThere = true;
  let isStopped = false;
  let client: Client | null = null;
  /** Every transaction before this one had ended when it was last asked. */
  let horizon: bigint | null = null;
  const stopping = new AbortController();

  let begin: () => void = () => {};
  const begun = new Promise<void>((resolve) => (begin = resolve));

  const meet = (): void => {
    begin();
    contactAt = performance.now();
    if (!isThere) tell(true);
    isThere = true;
  };

  async function hear(db: Client, note: Announcement): Promise<void> {
    if (reach) {
      const [row] = await ask<{ lsn: string }>(db, "select pg_current_wal_insert_lsn()::text as lsn");
      reach(row?.lsn as string);
    }
    heard.add(note);
  }

  // One question after the other: notifications come while another is under way.
  let asked: Promise<unknown> = Promise.resolve();
  function ask<Row extends object>(db: Client, sql: string, values: unknown[] = []): Promise<Row[]> {
    const answer = asked.then(async () => (await db.query<Row>(sql, values)).rows);
    asked = answer.catch(() => {});
    return answer;
  }

  async function poll(db: Client): Promise<void> {
    const rows = await ask<Raised>(db, RAISED_SINCE, [horizon === null ? null : String(horizon)]);
    const next = BigInt(rows[0]?.horizon as string);
    // A database that was set back to an earlier state: nothing rendered before is known to hold.
    if (horizon !== null && next < horizon) heard.forget();
    horizon = next;
    for (const { chain, version } of rows) {
      // A notification that never came: what it said is not known, so nothing stored is kept.
      if (chain !== null && heard.isNew(chain, version))
        await hear(db, { chain, version, event: null, isBlanked: true });
    }
    meet();
  }

  async function listen(): Promise<void> {
    const db = new Client({
      connectionString: databaseUrl,
      connectionTimeoutMillis: ANSWER_MS,
      query_timeout: ANSWER_MS,
      keepAlive: true,
      application_name: "counterclaim front",
    });
    const lost = new AbortController();
    const end = (): void => lost.abort();
    db.on("error", end);
    db.on("end", end);
    db.on("notification", ({ channel, payload }) => {
      if (channel !== CONTENT_CHANNEL || !payload) return;
      hear(db, JSON.parse(payload)).catch(end);
    });
    client = db;
    try {
      await db.connect();
      await db.query(`listen ${CONTENT_CHANNEL}`);
      while (!isStopped && !lost.signal.aborted) {
        await poll(db);
        await wait(POLL_MS, undefined, { signal: AbortSignal.any([stopping.signal, lost.signal]) });
      }
    } finally {
      client = null;
      // Not waited for: a connection that hangs would not end.
      db.end().catch(() => {});
    }
  }

  async function run(): Promise<void> {
    while (!isStopped) {
      await listen().catch(() => {});
      if (isStopped) return;
      if (isThere && performance.now() - contactAt > TOLD_AFTER_MS) {
        isThere = false;
        tell(false);
      }
      await wait(POLL_MS, undefined, { signal: stopping.signal }).catch(() => {});
    }
  }
  const running = run();

  return {
    tick: heard.tick,
    holds: heard.holds,
    isBlanked: heard.isBlanked,
    begun,
    isCurrent: () => performance.now() - contactAt < CURRENT_MS,
    async stop() {
      isStopped = true;
      stopping.abort();
      await Promise.race([Promise.allSettled([running, client?.end()]), wait(STOP_MS)]);
    },
  };
}

type Raised = { horizon: string; chain: string | null; version: number };

/** What was raised in a transaction that had not ended by the last time, and the next horizon: a row of nulls if none. */
const RAISED_SINCE = `
  with now as (select pg_snapshot_xmin(pg_current_snapshot())::text as horizon)
  select now.horizon, chain.id as chain, chain.content_version as version
  from now left join chain on chain.content_xact >= $1::bigint`;
