import { afterAll, beforeAll, expect, inject, test, vi } from "vitest";
import { takeUse } from "../../lib/auth/throttle";
import { db, primary } from "../../lib/db/client";
import { noteChange, onReplica, replicaState, startReplica, stopReplica } from "../../lib/db/replica";
import { findEvent } from "../../lib/events/queries";
import { listMatching } from "../../lib/search/matching-records";
import { type Replica, startReplicaOf } from "../../scripts/postgres/replica";
import { aPublishedEvent } from "../factories/claims";

// A copy of the server that the tests run on; where that is not ours, its files are out of reach.
const isOurs = process.env.TEST_DATABASE_URL === undefined;
let replica: Replica;

const PATIENCE_MS = 10_000;

beforeAll(async () => {
  if (!isOurs) return;
  replica = await startReplicaOf(inject("serverUrl"), "replica", ["fsync=off"]);
  const name = new URL(process.env.DATABASE_URL as string).pathname.slice(1);
  process.env.DATABASE_REPLICA_URL = replica.url(name);
  Object.assign(globalThis, { counterclaimEnv: undefined });
  startReplica();
  await untilUsed();
  // Its files are copied first, and there are as many as other tests have made databases.
}, 90_000);

afterAll(async () => {
  await stopReplica();
  delete process.env.DATABASE_REPLICA_URL;
  await replica?.stop();
});

test.runIf(isOurs)("readers are answered by the replica, and who writes by the primary", async () => {
  await replica.ask("select pg_wal_replay_pause()");
  const { slug } = await aPublishedEvent();

  expect(await findEvent(slug)).not.toBeNull();
  expect(await onReplica(() => findEvent(slug))).toBeNull();
  expect(await onReplica(() => listMatching("measure", slug, null, 5))).toEqual([]);
  expect(replicaState().isUsed).toBe(true);
  expect(replicaState().reads.replica).toBeGreaterThan(3);
});

test.runIf(isOurs)("once a change is announced, nobody reads what was before it", async () => {
  const { slug } = await aPublishedEvent();
  expect(await onReplica(() => findEvent(slug))).toBeNull();

  noteChange(await placeInLog());
  expect(replicaState().isUsed).toBe(false);
  expect(await onReplica(() => findEvent(slug))).not.toBeNull();

  await vi.waitFor(() => expect(replicaState().lagBytes).toBeGreaterThan(0), PATIENCE_MS);
  await replica.ask("select pg_wal_replay_resume()");
  await untilUsed();
  const { reads } = replicaState();
  expect(await onReplica(() => findEvent(slug))).not.toBeNull();
  expect(replicaState().reads.primary).toBe(reads.primary);
  await vi.waitFor(() => expect(replicaState()).toMatchObject({ lagSeconds: 0, lagBytes: 0 }), PATIENCE_MS);
});

test.runIf(isOurs)("what is counted or written while a reader is answered is on the primary", async () => {
  const { id } = await aPublishedEvent();
  noteChange(await placeInLog());
  await untilUsed();

  expect(await onReplica(() => takeUse("fetch", "a reader"))).toBe(true);
  expect(await primary().rateLimit.count()).toBe(1);
  await onReplica(() => db().rateLimit.deleteMany());
  expect(await primary().rateLimit.count()).toBe(0);
  await onReplica(() => db().event.update({ where: { id }, data: { summary: "Told anew." } }));
  expect(await primary().event.findUnique({ where: { id } })).toMatchObject({ summary: "Told anew." });
});

test.runIf(isOurs)("a replica that stops fails no read, and is read from again when it is back", async () => {
  const [alone, together] = await onReplica(async () => {
    // On the replica they would sleep until long after this test is given up.
    const sleeping = () => db().$queryRaw<Asked[]>`
      select pg_is_in_recovery() as "isReplica",
        pg_sleep(case when pg_is_in_recovery() then 60 else 0 end)::text as slept`;
    const setting = db().$queryRaw`select set_config('statement_timeout', '30000', true)`;
    const asking = Promise.all([sleeping(), db().$transaction([setting, sleeping()])]);
    await vi.waitFor(async () => expect(await sleepers()).toBe(2), PATIENCE_MS);
    await replica.stop();
    return asking;
  });
  expect([alone[0]?.isReplica, together[1][0]?.isReplica]).toEqual([false, false]);
  await vi.waitFor(
    () => expect(replicaState()).toMatchObject({ isUsed: false, lagSeconds: null }),
    PATIENCE_MS,
  );
  expect(await onReplica(() => db().event.count())).toBeGreaterThan(0);

  await replica.start();
  await untilUsed();
  const { reads } = replicaState();
  await onReplica(() => db().event.count());
  expect(replicaState().reads.replica).toBe(reads.replica + 1);
});

test.runIf(isOurs)("a replica that became a primary of its own is left alone", async () => {
  await replica.ask("select pg_promote()");
  await vi.waitFor(() => expect(replicaState().isUsed).toBe(false), PATIENCE_MS);
  const rows = onReplica(() => db().$queryRaw`select pg_is_in_recovery() as "isReplica"`);
  expect(await rows).toEqual([{ isReplica: false }]);
});

type Asked = { isReplica: boolean };

async function untilUsed(): Promise<void> {
  await vi.waitFor(() => expect(replicaState().isUsed).toBe(true), PATIENCE_MS);
}

async function placeInLog(): Promise<string> {
  const rows = await primary().$queryRaw<{ lsn: string }[]>`select pg_current_wal_insert_lsn()::text as lsn`;
  return rows[0]?.lsn as string;
}

async function sleepers(): Promise<number> {
  const active = "select count(*)::int from pg_stat_activity where wait_event = 'PgSleep'";
  return (await replica.ask<{ count: number }>(active)).count;
}
