import { stopChildren } from "./child";

const tasks: (() => Promise<void>)[] = [];
let stopping: Promise<void> | undefined;

/** Registers what has to be undone at the end. The last thing begun is the first to stop. */
export function onShutdown(task: () => Promise<void>): void {
  tasks.unshift(task);
}

/** Stops everything that was begun, once. */
export function shutDown(): Promise<void> {
  stopping ??= (async () => {
    stopChildren();
    for (const task of tasks) await task();
  })();
  return stopping;
}

export function isShuttingDown(): boolean {
  return stopping !== undefined;
}

/** From here on Ctrl-C, SIGTERM, a closed terminal and the end of npm stop everything that was begun. */
export function stopOnSignals(): void {
  const stop = () => {
    if (isShuttingDown()) return;
    console.log("\nStopping …");
    shutDown().then(
      () => process.exit(0),
      (error) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, stop);
  // Whoever read what we print may be gone (npm start | head); that is no reason to stop.
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});
  stopWithNpm(stop);
}

// npm passes on SIGINT and SIGTERM only. Killed in another way it would leave us behind, serving without a terminal.
function stopWithNpm(stop: () => void): void {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) stop();
  }, 500).unref();
}
