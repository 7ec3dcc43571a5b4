import { setTimeout as sleep } from "node:timers/promises";
import { db, primary } from "../../lib/db/client";
import { noteChange, onReplica, replicaState, startReplica, stopReplica } from "../../lib/db/replica";
import { onScratchDatabase, scratchFolder } from "../cases/scratch-database";
import { startEmbeddedPostgres } from "../postgres/embedded";
import { type Replica, startReplicaOf } from "../postgres/replica";
import { onShutdown } from "../shutdown";
import { postgresProcesses } from "./processes";

const CHANGES = 1_000;
const READERS = 8;
// A replica is sent what is flushed: with commits that do not wait for it, it would always be some way behind.
const flushing = ["fsync=off"];

/** What readers met: those who saw less than was announced when they began, and those who saw nothing at all. */
type Met = { reads: number; stale: number; longestMs: number; failures: string[] };

/**
 * Readers ask without a pause while a row is changed a thousand times, and its replica is paused, hangs, is broken
 * off and started again, and ends long reads for the sake of what it replays. 1 where a read failed, or saw what was
 * before a change that had been announced.
 */
export function disturbReplica(): Promise<number> {
  return onScratchDatabase(async () => {
    const { DATABASE_URL } = process.env;
    const replica = await startReplicaOf(DATABASE_URL as string, "replica", [
      "fsync=off",
      "max_standby_streaming_delay=0",
    ]);
    onShutdown(replica.stop);
    process.env.DATABASE_REPLICA_URL = replica.url(new URL(DATABASE_URL as string).pathname.slice(1));
    startReplica();
    await until(() => replicaState().isUsed);
    const faults = [
      ...(await meeting("a thousand changes", (change) => times(CHANGES, change))),
      ...(await meeting("replay paused", (change) => whilePaused(replica, change))),
      ...(await meeting("the replica hangs", (change) => whileHanging(replica, change))),
      ...(await meeting("the replica is broken off", (change) => whileGone(replica, change))),
      ...(await meeting("long reads in the way of replay", whileVacuumed)),
      ...(await meeting("the primary is away", whileAlone)),
    ];
    await stopReplica();
    await primary().$disconnect();
    await replica.stop();
    for (const fault of faults.slice(0, 20)) console.log(fault);
    return faults.length === 0 ? 0 : 1;
  }, flushing);
}

type Change = () => Promise<void>;

/** Lets readers ask while something happens, and says what they met. Returns what should not have been. */
async function meeting(what: string, happen: (change: Change) => Promise<void>): Promise<string[]> {
  await until(() => replicaState().isUsed);
  let announced = 0;
  let isOver = false;
  const met: Met = { reads: 0, stale: 0, longestMs: 0, failures: [] };
  const change = async () => {
    const number = announced + 1;
    const points = { points: number };
    await primary().rateLimit.upsert({
      where: { key: what },
      update: points,
      create: { key: what, ...points },
    });
    noteChange(await placeInLog());
    announced = number;
  };
  await change();
  const before = replicaState().reads;
  const reading = Array.from({ length: READERS }, async () => {
    while (!isOver) {
      const least = announced;
      const began = performance.now();
      await onReplica(() => db().rateLimit.findUniqueOrThrow({ where: { key: what } })).then(
        ({ points }) => {
          met.reads += 1;
          if (points < least) met.stale += 1;
        },
        (error: Error) => met.failures.push(error.message),
      );
      met.longestMs = Math.max(met.longestMs, performance.now() - began);
    }
  });
  await happen(change);
  const ended = performance.now();
  await until(() => replicaState().isUsed);
  const seconds = ((performance.now() - ended) / 1_000).toFixed(1);
  isOver = true;
  await Promise.all(reading);
  const { replica, primary: main } = replicaState().reads;
  const share = ((replica - before.replica) / (replica - before.replica + main - before.primary)) * 100;
  console.log(
    `${what}: ${announced} changes, ${met.reads} reads, ${met.failures.length} failed, ${met.stale} too old, the longest ` +
      `${met.longestMs.toFixed(0)} ms; ${share.toFixed(0)} % on the replica, which was read from again ${seconds} s after`,
  );
  return [...met.failures, ...(met.stale > 0 ? [`${what}: ${met.stale} reads were too old`] : [])];
}

async function whilePaused(replica: Replica, change: Change): Promise<void> {
  await replica.ask("select pg_wal_replay_pause()");
  await times(50, change);
  await replica.ask("select pg_wal_replay_resume()");
}

async function whileHanging(replica: Replica, change: Change): Promise<void> {
  await until(() => replicaState().isUsed);
  const pids = postgresProcesses(replica.folder);
  for (const pid of pids) process.kill(pid, "SIGSTOP");
  // Reads that are under way wait for it.
  await sleep(5_000);
  await times(100, change);
  for (const pid of pids) process.kill(pid, "SIGCONT");
}

async function whileGone(replica: Replica, change: Change): Promise<void> {
  await replica.stop();
  await times(100, change);
  await replica.start();
}

/** Nothing can be changed meanwhile, and the replica has all that was. */
async function whileAlone(): Promise<void> {
  await until(() => replicaState().isUsed);
  const main = await startEmbeddedPostgres(scratchFolder(), flushing);
  await main.stop();
  await sleep(5_000);
  await startEmbeddedPostgres(scratchFolder(), flushing);
}

/** On the replica a read sleeps over rows that are cleared away on the primary: replay does not wait for it. */
async function whileVacuumed(change: Change): Promise<void> {
  let isOver = false;
  const slow = Array.from({ length: 2 }, async () => {
    while (!isOver)
      await onReplica(
        () => db().$queryRaw`
          select key, pg_sleep(case when pg_is_in_recovery() then 1 else 0 end)::text from rate_limit`,
      );
  });
  for (let round = 0; round < 30; round += 1) {
    await times(10, change);
    await primary().$executeRaw`vacuum rate_limit`;
    await sleep(100);
  }
  isOver = true;
  await Promise.all(slow);
}

async function placeInLog(): Promise<string> {
  const rows = await primary().$queryRaw<{ lsn: string }[]>`select pg_current_wal_insert_lsn()::text as lsn`;
  return rows[0]?.lsn as string;
}

async function times(count: number, work: Change): Promise<void> {
  for (let n = 0; n < count; n += 1) await work();
}

async function until(holds: () => boolean): Promise<void> {
  for (let waited = 0; !holds(); waited += 50) {
    if (waited > 30_000) throw new Error(`The replica is not read from: ${JSON.stringify(replicaState())}`);
    await sleep(50);
  }
}
