import { type ChildProcess, spawn } from "node:child_process";
import { db } from "../../lib/db/client";
import { verifyHistory } from "../../lib/history/verify-history";
import { askCheck } from "../../lib/imports/ask-check";
import { askRun } from "../../lib/imports/ask-run";
import { checkImport } from "../../lib/imports/check-import";
import { chooseMapping } from "../../lib/imports/choose-mapping";
import { runImport } from "../../lib/imports/run-import";
import { uploadImport } from "../../lib/imports/upload-import";
import { endBoss } from "../../lib/jobs/boss";
import { onScratchDatabase } from "../cases/scratch-database";
import { signalGroup } from "../child";
import { describeImports } from "./describe-imports";
import { EARLIER, FAULT_MAPPING, LATER, ROWS } from "./import-file";
import { makeActor } from "./make-actor";

const KILLS = 5;
const LIMIT_MS = 170_000;

/**
 * A file of 20,000 rows is imported twice, each time into an empty database: once undisturbed, once by a worker that is
 * killed with -9 five times in the middle. What is then on file is compared row by row.
 */
export async function killImports(): Promise<number> {
  const undisturbed = await onScratchDatabase(() => inFreshDatabase(() => importBoth(runHere)));
  console.log(`Undisturbed: ${undisturbed.length} rows on file.`);
  const disturbed = await onScratchDatabase(() => inFreshDatabase(() => importBoth(runKilled)));
  console.log(`Killed ${KILLS} times: ${disturbed.length} rows on file.`);
  const differences = differencesOf(undisturbed, disturbed);
  for (const line of differences.slice(0, 20)) console.log(line);
  console.log(differences.length === 0 ? "No difference." : `${differences.length} rows differ.`);
  return differences.length === 0 ? 0 : 1;
}

/** What this process keeps is of one database. */
async function inFreshDatabase<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } finally {
    await endBoss();
    await db().$disconnect();
    Object.assign(globalThis, { counterclaimDb: undefined, counterclaimEnv: undefined });
  }
}

type Run = (id: string) => Promise<void>;
const clock = () => new Date();

/** An earlier file of the same data set first, so that there are claims that stay the same and some that change. */
async function importBoth(run: Run): Promise<string[]> {
  const actor = await makeActor();
  for (const [fileName, text, way] of [
    ["earlier.csv", EARLIER, runHere],
    ["later.csv", LATER, run],
  ] as const) {
    const { publicId } = await uploadImport(actor, { fileName, bytes: bytesOf(text()) }, clock());
    await chooseMapping(
      actor,
      { publicId, version: 1, mapping: FAULT_MAPPING, isSubmitting: false },
      clock(),
    );
    await askCheck(actor, { publicId, version: 2 }, clock());
    const { id } = await db().import.findUniqueOrThrow({ where: { publicId } });
    await checkImport(id, clock);
    const checked = await db().import.findUniqueOrThrow({ where: { id } });
    await askRun(actor, { publicId, version: checked.version }, clock());
    const begun = Date.now();
    await way(id);
    const done = await db().import.findUniqueOrThrow({ where: { id } });
    const seconds = ((Date.now() - begun) / 1000).toFixed(1);
    console.log(`${fileName}: ${done.state} after ${seconds} s, ${JSON.stringify(done.counts)}`);
    if (JSON.stringify(done.counts) !== JSON.stringify(checked.counts))
      console.log(`  its check had said ${JSON.stringify(checked.counts)}`);
  }
  const { breaks } = await db().$transaction(verifyHistory, { timeout: 120_000 });
  return [
    ...breaks.map(({ chainId, number }) => `broken chain ${chainId} ${number}`),
    ...(await describeImports()),
  ];
}

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text);
}

function runHere(id: string): Promise<void> {
  return runImport(id, clock);
}

/** By workers of their own, each killed at a random point of its share of the rows but for the last. */
async function runKilled(id: string): Promise<void> {
  const end = Date.now() + LIMIT_MS;
  for (let kill = 1; kill <= KILLS; kill += 1) {
    const worker = startWorker();
    const target = Math.floor(((kill - 1 + Math.random()) / (KILLS + 0.5)) * ROWS);
    const rowsDone = await until(end, id, ({ state, rowsDone }) => state === "running" && rowsDone >= target);
    await pause(Math.random() * 150);
    await killed(worker);
    console.log(`  killed behind row ${rowsDone}`);
  }
  const worker = startWorker();
  await until(end, id, ({ state }) => state !== "running" && state !== "queued");
  await killed(worker);
}

function startWorker(): ChildProcess {
  const env = { ...process.env, WORKER_PARENT: String(process.pid) };
  const command = ["--conditions=react-server", "scripts/run.mjs", "worker"];
  return spawn(process.execPath, command, { env, stdio: "inherit", detached: true });
}

async function until(
  end: number,
  id: string,
  isThere: (row: { rowsDone: number; state: string }) => boolean,
) {
  for (;;) {
    const row = await db().import.findUniqueOrThrow({
      where: { id },
      select: { rowsDone: true, state: true },
    });
    if (isThere(row)) return row.rowsDone;
    if (Date.now() > end) throw new Error(`The import stands at row ${row.rowsDone}, ${row.state}.`);
    await pause(20);
  }
}

async function killed(worker: ChildProcess): Promise<void> {
  const ended = new Promise((done) => worker.once("close", done));
  signalGroup(worker.pid as number, "SIGKILL");
  await ended;
}

function pause(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms));
}

/** Both are in one order: what is in one only. */
function differencesOf(one: readonly string[], other: readonly string[]): string[] {
  const count = (lines: readonly string[]) => {
    const counts = new Map<string, number>();
    for (const line of lines) counts.set(line, (counts.get(line) ?? 0) + 1);
    return counts;
  };
  const [a, b] = [count(one), count(other)];
  return [...new Set([...a.keys(), ...b.keys()])]
    .filter((line) => a.get(line) !== b.get(line))
    .map(
      (line) => `${(a.get(line) ?? 0) > (b.get(line) ?? 0) ? "undisturbed only" : "killed only"}: ${line}`,
    );
}
