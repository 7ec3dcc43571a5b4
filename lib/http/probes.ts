import { Pool } from "pg";
import { listPendingMigrations } from "../db/migrate";

export interface Readiness {
  isReady: boolean;
  reason: string | null;
  /** How long ago the history last grew, in seconds: what an operator knows to be busy must not stand still. */
  chainHeadAgeSeconds: number | null;
}

/** What the database tells of the work that goes on in it. */
export interface DatabaseLook {
  chainHeadAgeSeconds: number | null;
  /** null before a worker made its tables. */
  jobsWaiting: number | null;
}

interface Probes {
  /** Whether this instance can serve: the database answers and has every migration. Asked at most once a second. */
  check(): Promise<Readiness>;
  /** For metrics; null where the database does not answer. Asked at most once a second. */
  look(): Promise<DatabaseLook | null>;
  close(): Promise<void>;
}

/** What this instance says of itself and of its database. */
export function readinessOf(databaseUrl: string): Probes {
  const pool = new Pool({
    connectionString: databaseUrl,
    max: 1,
    connectionTimeoutMillis: 2000,
    query_timeout: 2000,
  });
  pool.on("error", () => {});
  return {
    check: onceASecond(() => ask(pool)),
    look: onceASecond(() => look(pool).catch(() => null)),
    close: () => pool.end(),
  };
}

function onceASecond<T>(work: () => Promise<T>): () => Promise<T> {
  let latest: Promise<T> | undefined;
  let askedAt = 0;
  return () => {
    if (!latest || Date.now() - askedAt > 1000) {
      askedAt = Date.now();
      latest = work();
    }
    return latest;
  };
}

async function ask(pool: Pool): Promise<Readiness> {
  const unready = (reason: string) => ({ isReady: false, reason, chainHeadAgeSeconds: null });
  try {
    const pending = await listPendingMigrations(pool);
    if (pending.length > 0) return unready(`${pending.length} migrations are not applied`);
    const { rows } = await pool.query(CHAIN_HEAD);
    return { isReady: true, reason: null, chainHeadAgeSeconds: rows[0]?.age ?? null };
  } catch {
    // Which host and why is for the log of the database's keeper, not for whoever can reach this address.
    return unready("the database does not answer");
  }
}

async function look(pool: Pool): Promise<DatabaseLook> {
  const head = await pool.query(CHAIN_HEAD);
  const { rows: has } = await pool.query("select to_regclass('pgboss.job') is not null as jobs");
  const jobs = has[0].jobs ? (await pool.query(JOBS_WAITING)).rows[0].waiting : null;
  return { chainHeadAgeSeconds: head.rows[0]?.age ?? null, jobsWaiting: jobs };
}

// Ids are in the order of time.
const CHAIN_HEAD =
  "select greatest(0, round(extract(epoch from now() - at)))::int as age from revision order by id desc limit 1";
const JOBS_WAITING = "select count(*)::int as waiting from pgboss.job where state in ('created', 'retry')";
