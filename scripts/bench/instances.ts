import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { Agent, request } from "undici";
import { makeApiToken } from "../../lib/accounts/api-tokens";
import { createAccount } from "../../lib/accounts/open-account";
import { db } from "../../lib/db/client";
import { findFreePort } from "../environment";
import { migrate } from "../migrate";
import { type Cluster, ensureDatabase } from "../postgres/cluster";
import { dataFolder, removeEmbeddedPostgres, startEmbeddedPostgres } from "../postgres/embedded";
import { runSeed } from "../seed";
import { onShutdown } from "../shutdown";
import { percentileOf } from "./bare-rows";
import { type Instance, SECRET, startBalancer, startInstance } from "./run-instances";

export type InstancesResult = {
  balancer: string;
  changes: { trials: number; late: number; p95: number; worst: number };
  restart: {
    asked: number;
    failed: string[];
    writes: number;
    stops: number;
    longestStopMs: number;
    /** Exit codes other than 0. */
    unclean: (number | null)[];
  };
  outage: {
    asked: number;
    stale: number;
    failed: string[];
    writesRefused: number;
    otherAnswers: string[];
    recoveryMs: number;
  };
};

/** How much of each is done; less than the bars ask for tells less. */
export type Options = { trials: number; restarts: number; outageSeconds: number };

const EVENT = "makiivka-2023";
const READERS = 16;
const WRITERS = 2;

/**
 * Two instances on one PostgreSQL behind nginx (deploy/nginx.conf), all on this machine: how soon a change that one
 * commits is on the other's page; whether a request fails while both are restarted one after the other; and what
 * readers and writers get while PostgreSQL is stopped.
 */
export async function benchInstances(options: Options): Promise<InstancesResult> {
  const folder = join(dataFolder(), "bench-instances");
  await removeEmbeddedPostgres(folder);
  const start = () => startEmbeddedPostgres(folder);
  const place: { cluster: Cluster } = { cluster: await start() };
  onShutdown(async () => {
    await place.cluster.stop();
    await removeEmbeddedPostgres(folder);
  });
  await ensureDatabase(place.cluster, "counterclaim");
  const databaseUrl = place.cluster.url("counterclaim");
  await migrate(databaseUrl, () => {});
  await runSeed(databaseUrl);
  Object.assign(process.env, { DATABASE_URL: databaseUrl, AUTH_SECRET: SECRET });
  const token = await openProgram();

  const ports = [await findFreePort(), await findFreePort()] as const;
  // At once, as whatever runs them does: the second waits for the migrations and the build of the first.
  const instances = await Promise.all([
    startInstance(databaseUrl, ports[0]),
    startInstance(databaseUrl, ports[1]),
  ]);
  const { origin, name: balancer } = await startBalancer(ports);
  const changes = await timeChanges(instances, token, options.trials);
  const restart = await restartUnderLoad(origin, instances, token, options.restarts);
  const outage = await stopDatabase(origin, token, place, start, options.outageSeconds);
  return { balancer, changes, restart, outage };
}

async function openProgram(): Promise<string> {
  const now = new Date();
  const person = {
    name: "Bench",
    email: "bench@newsroom.example",
    password: "a password of the measurement",
  };
  const admin = await createAccount({ ...person, role: "admin" }, now);
  const token = await makeApiToken(
    admin,
    { actorId: admin.id, name: "Bench", scopes: ["read", "log", "review"] },
    now,
  );
  await db().$disconnect();
  return token;
}

/** From the answer to a change on the first instance until the second one's page has it, in ms. */
async function timeChanges([first, second]: readonly [Instance, Instance], token: string, trials: number) {
  const page = `${second.origin}/en/events/${EVENT}`;
  const address = `${first.origin}/api/v1/events/${EVENT}`;
  const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
  let etag = String((await ask(address, { headers })).headers.etag);
  const times: number[] = [];
  await ask(page);
  for (let trial = 1; trial <= trials; trial += 1) {
    const title = `Strike on a barracks, told for the ${trial}th time`;
    const body = JSON.stringify({ title, reason: "A trial." });
    const changed = await ask(address, { method: "PATCH", headers: { ...headers, "if-match": etag }, body });
    if (changed.status !== 200)
      throw new Error(`A change was refused with ${changed.status}: ${changed.text}`);
    etag = String(changed.headers.etag);
    const begun = performance.now();
    while (!(await ask(page)).text.includes(title)) if (performance.now() - begun > 10_000) break;
    times.push(performance.now() - begun);
  }
  return {
    trials,
    late: times.filter((ms) => ms > 1_000).length,
    p95: percentileOf(times, 95),
    worst: Math.max(...times),
  };
}

const PAGES = [
  "/en",
  `/en/events/${EVENT}`,
  "/en/claims",
  "/en/corrections",
  "/api/v1/events",
  "/feeds/events.atom",
];

/** Stops and starts one after the other, as often as is asked for, while others read and write. */
async function restartUnderLoad(
  origin: string,
  instances: readonly Instance[],
  token: string,
  times: number,
): Promise<InstancesResult["restart"]> {
  const stops: { code: number | null; ms: number }[] = [];
  const refused: string[] = [];
  let writes = 0;
  const { asked, failed } = await underLoad(origin, async () => {
    let isOver = false;
    const writers = Array.from({ length: WRITERS }, async () => {
      while (!isOver) {
        writes += 1;
        const answer = await logPublication(origin, token).catch(failure);
        if (answer.status !== 201) refused.push(`A write: ${answer.status} ${answer.text.slice(0, 80)}`);
        await wait(20);
      }
    });
    try {
      for (let time = 0; time < times; time += 1)
        for (const instance of instances) {
          stops.push(await instance.stop());
          await instance.start();
          await wait(1_000);
        }
    } finally {
      isOver = true;
      await Promise.all(writers);
    }
  });
  return {
    asked,
    writes,
    failed: [...failed, ...refused],
    stops: stops.length,
    longestStopMs: Math.max(...stops.map(({ ms }) => ms)),
    unclean: stops.map(({ code }) => code).filter((code) => code !== 0),
  };
}

/** Sixteen readers, who go on asking while something is done. */
async function underLoad(origin: string, work: () => Promise<void>) {
  for (const path of PAGES) await ask(origin + path);
  let isOver = false;
  const failed: string[] = [];
  let asked = 0;
  let stale = 0;
  const readers = Array.from({ length: READERS }, async (_, reader) => {
    for (let n = reader; !isOver; n += 1) {
      const path = PAGES[n % PAGES.length] as string;
      asked += 1;
      const answer = await ask(origin + path).catch(failure);
      if (answer.status !== 200) failed.push(`${path}: ${answer.status} ${answer.text.slice(0, 80)}`);
      if ("age" in answer.headers) stale += 1;
      // Not as fast as can be: what is asked here is who fails, not how many get through.
      await wait(10);
    }
  });
  try {
    await work();
  } finally {
    isOver = true;
    await Promise.all(readers);
  }
  return { asked, failed, stale };
}

async function stopDatabase(
  origin: string,
  token: string,
  place: { cluster: Cluster },
  start: () => Promise<Cluster>,
  seconds: number,
) {
  const write = () => logPublication(origin, token).catch(failure);
  const begun = await write();
  if (begun.status !== 201) throw new Error(`A write was refused with ${begun.status}: ${begun.text}`);
  let writesRefused = 0;
  const otherAnswers: string[] = [];
  let recoveryMs = 0;
  const { asked, failed, stale } = await underLoad(origin, async () => {
    await place.cluster.stop();
    for (const end = Date.now() + seconds * 1_000; Date.now() < end; await wait(500)) {
      const answer = await write();
      if (answer.status === 503 && answer.headers["retry-after"]) writesRefused += 1;
      else otherAnswers.push(`A write: ${answer.status} ${answer.text.slice(0, 80)}`);
      // Pages that nobody asked for before cannot be had; that must not keep anybody from those that can.
      for (const { status, text } of await Promise.all(Array.from({ length: 4 }, () => askUnseen(origin))))
        if (status !== 503) otherAnswers.push(`A page that nobody saw: ${status} ${text.slice(0, 80)}`);
    }
    place.cluster = await start();
    const back = performance.now();
    while ((await write()).status !== 201) await wait(50);
    while ("age" in (await ask(origin + PAGES[0])).headers) await wait(50);
    recoveryMs = performance.now() - back;
    await wait(2_000);
  });
  return { asked, stale, failed, writesRefused, otherAnswers, recoveryMs };
}

const askUnseen = (origin: string) => ask(`${origin}/en/claims?q=${randomUUID()}`).catch(failure);

/** A write through the API, of a record that nobody else names. */
function logPublication(origin: string, token: string) {
  const slug = `daily-${randomUUID()}`;
  return ask(`${origin}/api/v1/publications`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    body: JSON.stringify({ name: slug, slug }),
  });
}

const failure = (error: Error) => ({
  status: 0,
  headers: {} as Record<string, undefined>,
  text: error.message,
});

type Asking = { method?: "GET" | "POST" | "PATCH"; headers?: Record<string, string>; body?: string };
const agent = new Agent({ connections: 32 });

async function ask(url: string, { method = "GET", headers = {}, body }: Asking = {}) {
  const answer = await request(url, { method, headers, body: body ?? null, dispatcher: agent });
  return { status: answer.statusCode, headers: answer.headers, text: await answer.body.text() };
}
