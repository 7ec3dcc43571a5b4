import type { Pool } from "pg";

/** The pool to the primary, as the client keeps it (lib/db/client.ts); null while nobody asked the database anything. */
export function poolState(): { total: number; inUse: number; waiting: number } | null {
  const { counterclaimPool: pool } = globalThis as { counterclaimPool?: Pool };
  if (!pool) return null;
  return { total: pool.totalCount, inUse: pool.totalCount - pool.idleCount, waiting: pool.waitingCount };
}
