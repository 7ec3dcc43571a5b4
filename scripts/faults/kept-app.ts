import { type ChildProcess, spawn } from "node:child_process";
import { setTimeout as wait } from "node:timers/promises";
import { onShutdown } from "../shutdown";
import { childrenOf, killNow, titleOf } from "./processes";

/** An app that is started again when it ends, as whatever runs it in production does. */
export type KeptApp = {
  origin: string;
  /** Kills it as a crash would; its worker finds out by itself. */
  kill(): void;
  /** Kills the worker that it runs. False where there is none just now. */
  killWorker(): boolean;
  /** How often it was started. */
  starts(): number;
  /** The last of what it wrote. */
  said(): string;
  stop(): Promise<void>;
};

/** What Node is called with, and in which environment; it has to serve at this port of this machine. */
export type AppCommand = { args: readonly string[]; env: NodeJS.ProcessEnv; port: number };

const RESTART_MS = 200;
const SAID_MAX = 8_000;

export function keepApp({ args, env, port }: AppCommand): KeptApp {
  let child: ChildProcess | null = null;
  let starts = 0;
  let isStopped = false;
  let said = "";

  const keeping = (async () => {
    while (!isStopped) {
      const started = spawn(process.execPath, args, { env, stdio: ["ignore", "pipe", "pipe"] });
      child = started;
      starts += 1;
      for (const stream of [started.stdout, started.stderr])
        stream.on("data", (part: Buffer) => {
          said = (said + part).slice(-SAID_MAX);
        });
      await new Promise((ended) => started.once("exit", ended));
      child = null;
      await wait(RESTART_MS);
    }
  })();

  const stop = async () => {
    isStopped = true;
    child?.kill("SIGTERM");
    await keeping;
  };
  onShutdown(stop);
  return {
    origin: `http://127.0.0.1:${port}`,
    kill: () => void child?.kill("SIGKILL"),
    killWorker() {
      const workers = childrenOf(child?.pid ?? 0).filter((pid) => titleOf(pid).includes("\0worker"));
      killNow(workers);
      return workers.length > 0;
    },
    starts: () => starts,
    said: () => said,
    stop,
  };
}
