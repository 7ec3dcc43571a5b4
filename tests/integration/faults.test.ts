import { afterAll, beforeAll, expect, test } from "vitest";
import { db } from "../../lib/db/client";
import { drawFrom } from "../../scripts/bench/data/draw";
import { findFreePort } from "../../scripts/environment";
import { keepApp } from "../../scripts/faults/kept-app";
import { keepDatabase } from "../../scripts/faults/kept-database";
import { openLine } from "../../scripts/faults/line";
import { openWorld, playRound, type World } from "../../scripts/faults/rounds";

// The short form of npm run test:faults -- rounds, with the API alone. What is killed is its own, server and all.
let world: World;
const ending: (() => Promise<void>)[] = [];
const { DATABASE_URL } = process.env;

beforeAll(async () => {
  const database = await keepDatabase();
  ending.unshift(database.stop);
  const line = await openLine(database.url);
  ending.unshift(line.close);
  await useDatabase(database.url);
  const port = await findFreePort();
  const limits = { API_WRITES_PER_MINUTE: "100000", API_READS_PER_MINUTE: "100000" };
  const env = { ...process.env, ...limits, DATABASE_URL: line.url, PORT: String(port) };
  const args = ["--conditions=react-server", "--import", "tsx", "tests/support/serve-api.ts"];
  const app = keepApp({ args, env, port });
  ending.unshift(app.stop);
  world = await openWorld({ app, database, line, setClock: null }, drawFrom("short"), 2);
  await world.newsroom.openEvent();
}, 60_000);

afterAll(async () => {
  await useDatabase(DATABASE_URL);
  for (const end of ending) await end();
}, 60_000);

test.each(["kill-app", "cut", "kill-postgres"] as const)(
  "%s: all that was acknowledged is there once, and nothing is there in part",
  async (kind) => {
    const before = world.newsroom.ledger.length;
    const how = { isWhole: true, withImport: false, word: "" };
    const { faults } = await playRound(world, kind, drawFrom(`short ${kind}`), how);
    expect(faults).toEqual([]);
    expect(world.newsroom.ledger.length).toBeGreaterThan(before + 4);
  },
  60_000,
);

async function useDatabase(url: string | undefined): Promise<void> {
  await db().$disconnect();
  process.env.DATABASE_URL = url;
  Object.assign(globalThis, { counterclaimDb: undefined, counterclaimEnv: undefined });
}
