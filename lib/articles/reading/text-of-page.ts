import "server-only";
import { join } from "node:path";
import { Worker } from "node:worker_threads";

export type TextOfPage = { text: string } | { problem: "no_text" | "too_slow" | "busy" };

const TIME_LIMIT_MS = 5_000;
const HEAP_MB = 256;
const WORKERS_MAX = 2;
const WAITING_MAX = 8;
// Node runs it from its file, in development and built alike. Bundled with the pages, it would read none.
const WORKER = join(/* turbopackIgnore: true */ process.cwd(), "lib/articles/reading/article-worker.mjs");

/**
 * The text of the article on a page, taken out in a worker that ends with it: within 5 seconds and 256 MB, two pages at
 * once. A page on which the parsers run out of time, memory or stack is "too_slow"; where too many wait, "busy".
 */
export async function textOfPage(html: string, timeLimitMs = TIME_LIMIT_MS): Promise<TextOfPage> {
  if (!(await takeTurn())) return { problem: "busy" };
  try {
    return await runWorker(html, timeLimitMs);
  } finally {
    endTurn();
  }
}

async function runWorker(html: string, timeLimitMs: number): Promise<TextOfPage> {
  const worker = new Worker(/* turbopackIgnore: true */ WORKER, {
    workerData: html,
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
    // Nothing of the server: not what it was started with, and not what its environment holds.
    execArgv: [],
    env: {},
  });
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise((resolve, reject) => {
      timer = setTimeout(() => resolve({ problem: "too_slow" }), timeLimitMs);
      worker.once("message", resolve);
      worker.once("error", (error: NodeJS.ErrnoException) =>
        error.code === "ERR_WORKER_OUT_OF_MEMORY" ? resolve({ problem: "too_slow" }) : reject(error),
      );
      worker.once("exit", () => resolve({ problem: "too_slow" }));
    });
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}

// Pages and actions may be bundled apart, so what they share hangs on globalThis.
const kept = globalThis as { counterclaimReading?: { running: number; waiting: (() => void)[] } };
kept.counterclaimReading ??= { running: 0, waiting: [] };
const reading = kept.counterclaimReading;

async function takeTurn(): Promise<boolean> {
  if (reading.running < WORKERS_MAX) {
    reading.running += 1;
    return true;
  }
  if (reading.waiting.length >= WAITING_MAX) return false;
  // The turn is handed over as it is: nobody comes between.
  await new Promise<void>((go) => reading.waiting.push(go));
  return true;
}

function endTurn(): void {
  const next = reading.waiting.shift();
  if (next) next();
  else reading.running -= 1;
}
