import { env } from "../env";
import { isReplicaUsable, replicaShared } from "./replica-shared";
import { parseLsn, watchReplica } from "./watch-replica";

/**
 * Does the work of one anonymous read: what it asks the database may be answered by the replica. Never for a request
 * that writes, or that is a signed-in person's or a token's: those see what they wrote only on the primary.
 */
export function onReplica<T>(work: () => Promise<T>): Promise<T> {
  return env().DATABASE_REPLICA_URL ? replicaShared().readers.run(true, work) : work();
}

/**
 * Says that something public has changed, and where the primary's log stood when it was committed or later
 * (pg_current_wal_insert_lsn()). Until the replica has come so far, the primary answers. To be called before anything
 * is rendered as of the change.
 */
export function noteChange(lsn: string): void {
  const shared = replicaShared();
  const at = parseLsn(lsn);
  if (at > shared.wanted) shared.wanted = at;
  if (shared.replayed < shared.wanted) shared.awaitChange();
}

/**
 * For metrics. Whether a replica is set and whether it answers anonymous reads now; how far it is behind the primary
 * (null while either does not answer); and the statements of anonymous readers since the start, by who answered.
 */
export function replicaState(): {
  isConfigured: boolean;
  isUsed: boolean;
  lagSeconds: number | null;
  lagBytes: number | null;
  reads: { replica: number; primary: number };
} {
  const shared = replicaShared();
  const { lagSeconds, lagBytes, reads } = shared;
  return {
    isConfigured: env().DATABASE_REPLICA_URL !== undefined,
    isUsed: isReplicaUsable(shared),
    lagSeconds,
    lagBytes,
    reads: { ...reads },
  };
}

let stopWatching: (() => Promise<void>) | undefined;

/** Begins to watch the replica, where one is set; it is read from once it has what the primary has now. */
export function startReplica(): void {
  const { DATABASE_URL, DATABASE_REPLICA_URL } = env();
  if (DATABASE_REPLICA_URL) stopWatching ??= watchReplica(DATABASE_URL, DATABASE_REPLICA_URL);
}

/** Ends the watch and the connections to the replica; the primary answers from now on. */
export async function stopReplica(): Promise<void> {
  await stopWatching?.();
  stopWatching = undefined;
  await replicaShared().close();
}
