import { AsyncLocalStorage } from "node:async_hooks";

/** What the front, which watches the replica, and the pages, which read from it, have in common. */
export type ReplicaShared = {
  /** Whether what runs now answers an anonymous reader, who may read from the replica. */
  readers: AsyncLocalStorage<true>;
  /** At the last look: a standby of this very primary that answers and is not far behind. */
  isFollowing: boolean;
  /** Places in the primary's log: what the replica has, and what it must have before anyone reads from it. */
  replayed: bigint;
  wanted: bigint;
  lagSeconds: number | null;
  lagBytes: number | null;
  /** Statements of anonymous readers since the start, by who answered them. */
  reads: { replica: number; primary: number };
  /** Those who wait for an answer of the replica, to be told when it is lost. */
  waiting: Set<() => void>;
  /** Have the replica looked at: until it has what is wanted now; or before it is read from again, as a read failed. */
  awaitChange: () => void;
  suspect: () => void;
  /** Closes what reads from it. */
  close: () => Promise<void>;
};

/** Of this process. The front and the pages are bundled apart, so it hangs on globalThis. */
export function replicaShared(): ReplicaShared {
  kept.counterclaimReplica ??= {
    readers: new AsyncLocalStorage(),
    isFollowing: false,
    replayed: 0n,
    wanted: 0n,
    lagSeconds: null,
    lagBytes: null,
    reads: { replica: 0, primary: 0 },
    waiting: new Set(),
    awaitChange: () => {},
    suspect: () => {},
    close: async () => {},
  };
  return kept.counterclaimReplica;
}
const kept = globalThis as { counterclaimReplica?: ReplicaShared };

/** Whether an anonymous reader may read from the replica now: it follows, and has every change that was announced. */
export function isReplicaUsable(shared: ReplicaShared): boolean {
  return shared.isFollowing && shared.replayed >= shared.wanted;
}
