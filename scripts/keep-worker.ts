import { run } from "./child";
import { isShuttingDown, onShutdown } from "./shutdown";

/** With what a worker is started: what it drops is cleared away soon, so that a long import needs little memory. */
export const WORKER_FLAGS = [
  "--max-semi-space-size=8",
  "--max-old-space-size=256",
  "--conditions=react-server",
];

const RESTART_MS = 1_000;
const RESTART_MS_MAX = 30_000;

/**
 * Runs the worker beside the server, and starts it again when it dies, later each time that it does so at once. It is
 * stopped before all that was begun earlier.
 */
export function keepWorker(): void {
  const ended = runAgainAndAgain();
  onShutdown(() => ended);
}

async function runAgainAndAgain(): Promise<void> {
  let pause = RESTART_MS;
  while (!isShuttingDown()) {
    const begun = Date.now();
    const command = [...WORKER_FLAGS, "scripts/run.mjs", "worker"];
    const env = { ...process.env, WORKER_PARENT: String(process.pid) };
    const { code } = await run(process.execPath, command, { inherit: true, env });
    if (isShuttingDown()) return;
    pause = Date.now() - begun > RESTART_MS_MAX ? RESTART_MS : Math.min(pause * 2, RESTART_MS_MAX);
    console.error(`The worker ended unexpectedly (${code}); starting it again in ${pause / 1000} s.`);
    await untilStopped(pause);
  }
}

/** Waits, but not longer than until everything is stopped. */
async function untilStopped(ms: number): Promise<void> {
  for (const end = Date.now() + ms; Date.now() < end && !isShuttingDown(); )
    await new Promise((done) => setTimeout(done, 100));
}
