import { execFile } from "node:child_process";
import { setTimeout as wait } from "node:timers/promises";
import { promisify } from "node:util";
import { Agent, request } from "undici";
import { db } from "../../lib/db/client";
import { env } from "../../lib/env";
import { visitEmbeddedDatabase } from "../embedded-database";
import { percentileOf } from "./bare-rows";
import { startDeskServer } from "./desk-server";
import { FORTY_CLAIMS, fillFortyClaims } from "./forty-claims";

/** What ten readers waited, in ms. */
type Waited = { asked: number; failed: number; p50: number; p95: number };
export type NoisyTimes = {
  what: string;
  /** Of one client. */
  perMinute: number;
  quiet: Waited;
  beside: Waited;
  noisy: { answered: number; refused: number };
}[];

const READERS = 10;
/** Of one reader: an ordinary one, who opens a page now and then. */
const EVERY_MS = 2_500;
const DAY_MS = 24 * 3600 * 1000;
const run = promisify(execFile);

const SUBJECTS = [
  {
    what: "a page that is not kept",
    limit: "PAGES_PER_MINUTE",
    path: `/en/events/${FORTY_CLAIMS}?x={n}`,
  },
  { what: "a search", limit: "SEARCHES_PER_MINUTE", path: "/en/search?q=ministry+{n}" },
  {
    what: "a read of the API",
    limit: "API_READS_PER_MINUTE",
    path: `/api/v1/claims?event=${FORTY_CLAIMS}&limit=40&from={day}`,
  },
] as const;

/**
 * Ten readers at addresses of their own, who ask for something new four times a second together: first alone, then
 * beside one client that asks for ten times what it may. All on this machine, so the noise costs them processor time too.
 */
export async function benchNoisy(seconds: number): Promise<NoisyTimes> {
  const { address, dataDir } = await startDeskServer({ TRUST_PROXY: "1" });
  process.env.DATA_DIR = dataDir;
  await visitEmbeddedDatabase();
  await fillFortyClaims();
  await db().$disconnect();
  const times: NoisyTimes = [];
  for (const [at, { what, limit, path }] of SUBJECTS.entries()) {
    const perMinute = env()[limit];
    const from = (phase: number) => `198.51.${10 * at + phase}`;
    await readersOf(address, path, from(0), 5);
    const quiet = await readersOf(address, path, from(1), seconds);
    const noise = [address, `203.0.113.${at}`, String((10 * perMinute) / 60), String(seconds), path];
    const [beside, { stdout }] = await Promise.all([
      readersOf(address, path, from(2), seconds),
      run(process.execPath, ["scripts/bench/noise.mjs", ...noise]),
    ]);
    const noisy = JSON.parse(stdout);
    times.push({ what, perMinute, quiet, beside, noisy });
  }
  return times;
}

/** Each asks at a steady pace, whether or not the last answer has come: who waits long does not ask less. */
async function readersOf(origin: string, path: string, network: string, seconds: number): Promise<Waited> {
  const agent = new Agent({ connections: 4 * READERS });
  const times: number[] = [];
  let failed = 0;
  const ask = async (reader: number): Promise<void> => {
    const begun = performance.now();
    const headers = { "x-forwarded-for": `${network}.${reader}`, accept: "text/html" };
    const answer = await request(origin + addressOf(path), { headers, dispatcher: agent });
    await answer.body.dump({ limit: 10_000_000 });
    times.push(performance.now() - begun);
    if (answer.statusCode !== 200) failed += 1;
  };
  const readers = Array.from({ length: READERS }, async (_, reader) => {
    await wait((reader * EVERY_MS) / READERS);
    const under: Promise<void>[] = [];
    for (const end = performance.now() + seconds * 1_000; performance.now() < end; await wait(EVERY_MS))
      under.push(ask(reader));
    await Promise.all(under);
  });
  await Promise.all(readers);
  await agent.close();
  return { asked: times.length, failed, p50: percentileOf(times, 50), p95: percentileOf(times, 95) };
}

/** Each address is asked for once: nothing of it can have been kept. */
let asked = 0;

function addressOf(path: string): string {
  asked += 1;
  const day = new Date(asked * DAY_MS).toISOString().slice(0, 10);
  return path.replace("{n}", String(asked)).replace("{day}", day);
}
