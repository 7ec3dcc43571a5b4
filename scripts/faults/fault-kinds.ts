import { setTimeout as wait } from "node:timers/promises";
import type { Draw } from "../bench/data/draw";
import type { KeptApp } from "./kept-app";
import { type KeptDatabase, run } from "./kept-database";
import type { Cut, Line } from "./line";

/** What faults are thrown at. */
export type Target = {
  app: KeptApp;
  database: KeptDatabase;
  line: Line;
  /** Puts the clock of the app and its worker so many ms ahead. Null: it cannot be done. */
  setClock: ((ms: number) => void) | null;
};

/** Throws a fault and takes it back, where somebody has to. Returns what was drawn, in words. */
type Fault = (target: Target, draw: Draw) => Promise<string>;

const MINUTE = 60_000;

export const FAULTS = {
  async "kill-app"({ app }, draw) {
    const times = 1 + draw.below(2);
    for (let time = 0; time < times; time += 1) {
      app.kill();
      if (time + 1 < times) await wait(500 + draw.below(3_000));
    }
    return times === 1 ? "once" : "twice";
  },
  async "kill-postgres"({ database }, draw) {
    const which = draw.one(["all", "postmaster", "backend"] as const);
    database.kill(which);
    return which;
  },
  async "kill-both"({ app, database }, draw) {
    const which = draw.one(["all", "postmaster"] as const);
    const isAppFirst = draw.chance(0.5);
    if (isAppFirst) app.kill();
    else database.kill(which);
    await wait(draw.below(300));
    if (isAppFirst) database.kill(which);
    else app.kill();
    return isAppFirst ? `the app, then ${which}` : `${which}, then the app`;
  },
  async "kill-worker"({ app }, draw) {
    const times = 1 + draw.below(2);
    let killed = 0;
    for (const end = Date.now() + 20_000; killed < times && Date.now() < end; ) {
      await wait(draw.below(400));
      if (app.killWorker()) killed += 1;
    }
    return `${killed} times`;
  },
  async cut({ line }, draw) {
    const before = line.cuts();
    const drawn: string[] = [];
    for (let left = 1 + draw.below(5); left > 0; left -= 1) {
      const cut = drawCut(draw);
      drawn.push(wordsOf(cut));
      const cuts = line.cuts();
      line.cutAt(cut);
      for (let waited = 0; waited < 2_000 && line.cuts() === cuts; waited += 5) await wait(5);
      await wait(draw.below(400));
    }
    if (draw.chance(0.3)) {
      line.cut();
      await wait(draw.below(2_000));
      line.mend();
      drawn.push("all at once");
    }
    return `${line.cuts() - before} of ${drawn.join(", ")}`;
  },
  async "disk-full"({ database }, draw) {
    const free = await database.fill();
    try {
      await wait(draw.below(500));
      // What is written next needs a new file of the log, for which there is no room.
      const isLogFull = draw.chance(0.5);
      if (isLogFull) await run(database.url, "select pg_switch_wal()").catch(() => {});
      await wait(1_500 + draw.below(2_500));
      return isLogFull ? "its log too" : "its tables";
    } finally {
      await free();
    }
  },
  async clock({ setClock }, draw) {
    if (!setClock) throw new Error("The clock of this app cannot be set.");
    const jumps: string[] = [];
    for (let left = 1 + draw.below(3); left > 0; left -= 1) {
      const ms = (draw.chance(0.5) ? 1 : -1) * draw.one([1, 20, 90, 26 * 60]) * MINUTE;
      jumps.push(`${ms / MINUTE} min`);
      setClock(ms);
      await wait(600 + draw.below(900));
    }
    setClock(0);
    return jumps.join(", ");
  },
  async slow({ line }, draw) {
    const ms = 200 + draw.below(2_800);
    line.delay(ms);
    await wait(2_500 + draw.below(2_500));
    line.delay(0);
    return `${ms} ms`;
  },
} satisfies Record<string, Fault>;

export type FaultKind = keyof typeof FAULTS;
export const FAULT_KINDS = Object.keys(FAULTS) as FaultKind[];

function drawCut(draw: Draw): Cut {
  if (draw.chance(0.5)) return { at: "commit", isSent: draw.chance(0.5) };
  return { after: draw.one(["asked", "answered"] as const), bytes: 1 + draw.below(12_000) };
}

function wordsOf(cut: Cut): string {
  if ("at" in cut) return cut.isSent ? "behind a COMMIT" : "before a COMMIT";
  return `behind ${cut.bytes} bytes ${cut.after}`;
}
