import { setTimeout as wait } from "node:timers/promises";
import { parseArgs } from "node:util";
import { makeApiToken } from "../../lib/accounts/api-tokens";
import { createAccount } from "../../lib/accounts/open-account";
import type { Actor } from "../../lib/auth/actor";
import { db } from "../../lib/db/client";
import { type Draw, drawFrom } from "../bench/data/draw";
import { Problem } from "../problem";
import { beginImport } from "./disturbed-import";
import { FAULT_KINDS, FAULTS, type FaultKind, type Target } from "./fault-kinds";
import { SMALL_ROWS } from "./import-file";
import { type Newsroom, openNewsroom } from "./newsroom";
import { startProduction } from "./production";
import { verifyWorld } from "./verify-world";

const WRITERS = 4;
const ROUNDS_PER_EVENT = 3;
/** What takes longest is verified each time so many rounds are over, and behind the last. */
const WHOLE_EVERY = 20;
/** In so many rounds one has an import under way, whatever its fault. */
const IMPORT_IN = 6;
const SERVED_MS = 60_000;

/** Where rounds are played: what faults are thrown at, and those who work there meanwhile. */
export type World = Target & { newsroom: Newsroom; journalist: Actor };

/** Puts a journalist and an editor on file, in the database of this process, and opens their newsroom at an app. */
export async function openWorld(target: Target, draw: Draw, writers: number): Promise<World> {
  const now = new Date();
  const account = (name: string, role: "admin" | "journalist" | "editor") =>
    createAccount(
      { name, role, email: `${role}@newsroom.example`, password: "a password of this trial" },
      now,
    );
  const admin = await account("Maksym Bondar", "admin");
  const [journalist, editor] = [
    await account("Olena Hrytsenko", "journalist"),
    await account("Iryna Savchuk", "editor"),
  ];
  const token = ({ id }: Actor) =>
    makeApiToken(admin, { actorId: id, name: "Trial", scopes: ["read", "log", "review"] }, now);
  const tokens = { journalist: await token(journalist), editor: await token(editor) };
  const newsroom = openNewsroom(target.app.origin, tokens, draw, writers);
  await untilServed(target, newsroom);
  return { ...target, newsroom, journalist };
}

export type Round = {
  seconds: number;
  servedAfterMs: number;
  writes: number;
  tried: number;
  faults: string[];
  told: string;
};

/** Throws one fault at the app while people write, and verifies what is left when it serves again. */
export async function playRound(
  world: World,
  kind: FaultKind,
  draw: Draw,
  { isWhole, withImport, word }: { isWhole: boolean; withImport: boolean; word: string },
): Promise<Round> {
  const { newsroom } = world;
  const began = performance.now();
  const from = newsroom.ledger.length;
  const finishImport = withImport
    ? await beginImport(world.journalist, word, draw.below(SMALL_ROWS * 0.8))
    : async () => [];
  const finishWork = newsroom.work();
  await wait(200 + draw.below(900));
  const told = await FAULTS[kind](world, draw);
  const over = performance.now();
  await untilServed(world, newsroom);
  const servedAfterMs = performance.now() - over;
  await wait(200);
  await finishWork();
  const ofImport = await finishImport();
  await freshConnections();
  const faults = [
    ...newsroom.complaints.splice(0),
    ...ofImport,
    ...(await verifyWorld(newsroom.ledger, isWhole)),
  ];
  await freshConnections();
  const written = newsroom.ledger.slice(from);
  return {
    seconds: (performance.now() - began) / 1_000,
    servedAfterMs,
    writes: written.length,
    tried: written.filter(({ tries }) => tries > 1).length,
    faults,
    told,
  };
}

/** What this process keeps of the database is of before the fault. */
async function freshConnections(): Promise<void> {
  await db().$disconnect();
  Object.assign(globalThis, { counterclaimDb: undefined });
}

async function untilServed({ app }: Target, newsroom: Newsroom): Promise<void> {
  for (const end = Date.now() + SERVED_MS; !(await newsroom.isServed()); await wait(100))
    if (Date.now() > end) throw new Error(`The app does not serve again. It said:\n${app.said()}`);
}

/**
 * npm run test:faults -- rounds [--rounds 20] [--seed 1] [--kind cut]: people write through the API of the production
 * server while it and its database are killed, cut off from each other, slowed down, and run out of room. 1 where anything
 * that was acknowledged is lost, or anything is there twice or in part. A seed draws the same faults, at the same moments;
 * what is under way then is for the machine to decide.
 */
export async function playRounds(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      rounds: { type: "string", default: "20" },
      seed: { type: "string", default: String(Date.now() % 1_000_000) },
      kind: { type: "string", multiple: true },
    },
  });
  const [rounds, seed] = [Number(values.rounds), Number(values.seed)];
  const kinds = values.kind ?? FAULT_KINDS;
  for (const kind of kinds)
    if (!(kind in FAULTS))
      throw new Problem(`There is no fault ${kind}; say some of ${FAULT_KINDS.join(", ")}.`);
  const world = await openWorld(await startProduction(), drawFrom(`newsroom ${seed}`), WRITERS);
  console.log(`${rounds} rounds from seed ${seed}; a full disk is ${world.database.disk}.`);
  let failed = 0;
  let done = 0;
  for (let n = 0; n < rounds; n += 1) {
    const draw = drawFrom(`round ${seed + n}`);
    const kind = draw.one(kinds) as FaultKind;
    const withImport = draw.below(IMPORT_IN) === 0 || kind === "kill-worker";
    const isWhole = (n + 1) % WHOLE_EVERY === 0 || n + 1 === rounds;
    const word = `r${n}-`;
    if (n % ROUNDS_PER_EVENT === 0) await world.newsroom.openEvent();
    const round = await playRound(world, kind, draw, { isWhole, withImport, word });
    done += round.writes;
    tellRound(seed + n, kind, withImport, round);
    if (round.faults.length > 0) failed += 1;
  }
  const { ledger, statuses } = world.newsroom;
  const open = ledger.filter(({ state }) => state === "open").length;
  console.log(
    `${rounds - failed} of ${rounds} rounds from seed ${seed} with nothing lost, doubled or half done: ${done} writes, ` +
      `${ledger.length - open} acknowledged, ${open} of which nobody heard. The app was started ${world.app.starts()} times, ` +
      `PostgreSQL ${world.database.starts()} times, ${world.line.cuts()} connections were cut. Answers beside success: ` +
      `${[...statuses].map(([status, times]) => `${status || "none"} ${times}`).join(", ") || "none"}.`,
  );
  return failed === 0 ? 0 : 1;
}

function tellRound(seed: number, kind: FaultKind, withImport: boolean, round: Round): void {
  const { faults, seconds, servedAfterMs, told, tried, writes } = round;
  console.log(
    `seed ${seed} ${kind} (${told})${withImport ? " during an import" : ""}: ${writes} writes, ${tried} sent again; ` +
      `served ${(servedAfterMs / 1_000).toFixed(1)} s after, ${seconds.toFixed(1)} s in all${faults.length ? "" : ", ok"}`,
  );
  for (const fault of faults.slice(0, 10)) console.log(`  FAULT ${fault}`);
}
