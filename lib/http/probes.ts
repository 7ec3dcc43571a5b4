import { Pool } from "pg";
import { listPendingMigrations } from "../db/migrate";

export interface Readiness {
  isReady: boolean;
  reason: string | null;
}

/** Answers whether this instance can serve: the database answers and has every migration. Asked at most once a second. */
export function readinessOf(databaseUrl: string): { check(): Promise<Readiness>; close(): Promise<void> } {
  const pool = new Pool({
    connectionString: databaseUrl,
    max: 1,
    connectionTimeoutMillis: 2000,
    query_timeout: 2000,
  });
  pool.on("error", () => {});
  let latest: Promise<Readiness> | undefined;
  let askedAt = 0;
  return {
    check() {
      if (!latest || Date.now() - askedAt > 1000) {
        askedAt = Date.now();
        latest = ask(pool);
      }
      return latest;
    },
    close: () => pool.end(),
  };
}

async function ask(pool: Pool): Promise<Readiness> {
  try {
    const pending = await listPendingMigrations(pool);
    if (pending.length > 0) return { isReady: false, reason: `${pending.length} migrations are not applied` };
    return { isReady: true, reason: null };
  } catch {
    // Which host and why is for the log of the database's keeper, not for whoever can reach this address.
    return { isReady: false, reason: "the database does not answer" };
  }
}
