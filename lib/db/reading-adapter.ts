import type {
  SqlDriverAdapter,
  SqlDriverAdapterFactory,
  SqlQuery,
  SqlQueryable,
  Transaction,
} from "@prisma/driver-adapter-utils";
import { wasTakenTooLong } from "./constraint";
import { isReplicaUsable, type ReplicaShared } from "./replica-shared";

/**
 * For anonymous readers: each statement is asked of the replica while that is usable, else of the primary. One that
 * fails on the replica is asked again of the primary, with those before it in its transaction: a replica that goes away
 * fails no read, and what writes after all is written where it can be.
 */
export function readingAdapter(
  shared: ReplicaShared,
  replica: SqlDriverAdapterFactory,
  primary: SqlDriverAdapterFactory,
): SqlDriverAdapterFactory {
  return {
    provider: primary.provider,
    adapterName: primary.adapterName,
    connect: async () => adapterOf(shared, await replica.connect(), await primary.connect()),
  };
}

function adapterOf(shared: ReplicaShared, near: SqlDriverAdapter, main: SqlDriverAdapter): SqlDriverAdapter {
  return {
    provider: main.provider,
    adapterName: main.adapterName,
    queryRaw: (query) =>
      eitherOf(
        shared,
        () => near.queryRaw(query),
        () => main.queryRaw(query),
      ),
    executeRaw: (query) => main.executeRaw(query),
    executeScript: (script) => main.executeScript(script),
    getConnectionInfo: () => main.getConnectionInfo?.() ?? { supportsRelationJoins: true },
    startTransaction: (level) =>
      eitherOf(
        shared,
        async () =>
          transactionOf(shared, await near.startTransaction(level), () => main.startTransaction(level)),
        () => main.startTransaction(level),
      ),
    dispose: async () => {
      await Promise.all([near.dispose(), main.dispose()]);
    },
  };
}

/** A transaction that begins on the replica, and moves to the primary with all that it has asked when that fails. */
function transactionOf(
  shared: ReplicaShared,
  begun: Transaction,
  begin: () => Promise<Transaction>,
): Transaction {
  let current = begun;
  const asked: ((on: SqlQueryable) => Promise<unknown>)[] = [];

  async function ask<T>(statement: (on: SqlQueryable) => Promise<T>): Promise<T> {
    if (current !== begun) return statement(current);
    const answer = await eitherOf(
      shared,
      () => statement(begun),
      async () => {
        current = await begin();
        void giveBack(begun);
        for (const before of asked) await before(current);
        return statement(current);
      },
    );
    asked.push(statement);
    return answer;
  }

  return {
    provider: begun.provider,
    adapterName: begun.adapterName,
    options: begun.options,
    queryRaw: (query: SqlQuery) => ask((on) => on.queryRaw(query)),
    executeRaw: (query: SqlQuery) => ask((on) => on.executeRaw(query)),
    commit: () => current.commit(),
    rollback: () => current.rollback(),
  };
}

/** Ends what was begun on the replica. Its connection may be gone, or hang until its time is over. */
async function giveBack(begun: Transaction): Promise<void> {
  await begun.executeRaw({ sql: "ROLLBACK", args: [], argTypes: [] }).catch(() => {});
  await begun.rollback();
}

async function eitherOf<T>(
  shared: ReplicaShared,
  near: () => Promise<T>,
  main: () => Promise<T>,
): Promise<T> {
  if (isReplicaUsable(shared)) {
    try {
      const answer = await unlessLost(shared, near());
      shared.reads.replica += 1;
      return answer;
    } catch (error) {
      // It would take as long once more.
      if (wasTakenTooLong(error)) throw error;
      shared.suspect();
    }
  }
  shared.reads.primary += 1;
  return main();
}

/** The answer of the replica; an error as soon as it is found to be gone. */
function unlessLost<T>({ waiting }: ReplicaShared, answer: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const lose = () => reject(new Error("The replica went away."));
    waiting.add(lose);
    answer.then(resolve, reject).finally(() => waiting.delete(lose));
  });
}
