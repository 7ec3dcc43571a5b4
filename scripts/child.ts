import { type ChildProcess, type SpawnOptions, spawn, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

export interface Outcome {
  code: number;
  output: string;
}

const running = new Set<ChildProcess>();

interface RunOptions extends SpawnOptions {
  /** Shows what the program writes instead of collecting it. */
  inherit?: boolean;
  /** Lets it end by itself when everything else is stopped. */
  letFinish?: boolean;
}

/**
 * Runs a program to its end and gives its exit code and what it wrote. Each child leads its own process group, so
 * that Ctrl-C in the terminal reaches us alone and we decide in which order things stop.
 */
export function run(command: string, args: string[], options: RunOptions = {}): Promise<Outcome> {
  const { inherit = false, letFinish = false, ...spawnOptions } = options;
  return new Promise((resolve, reject) => {
    const stdio = inherit ? "inherit" : (["ignore", "pipe", "pipe"] as const);
    const child = spawn(command, args, {
      ...spawnOptions,
      stdio: stdio as SpawnOptions["stdio"],
      detached: process.platform !== "win32",
    });
    if (!letFinish) running.add(child);
    let output = "";
    const collect = (chunk: Buffer) => {
      output += chunk.toString();
    };
    child.stdout?.on("data", collect);
    child.stderr?.on("data", collect);
    child.once("error", (error) => {
      running.delete(child);
      reject(error);
    });
    child.once("close", (code) => {
      running.delete(child);
      resolve({ code: code ?? 1, output });
    });
  });
}

/** Ends the children that still run, with whatever they started themselves. */
export function stopChildren(): void {
  for (const { pid } of running) {
    if (pid) signalGroup(pid, "SIGTERM");
  }
}

/** Sends a signal to a process group; where there are no groups, to the process. */
export function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(process.platform === "win32" ? pid : -pid, signal);
  } catch {
    // Already gone.
  }
}

/** Whether a process runs, also when it belongs to someone else. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** Whether a pid noted earlier is still that program: after a crash or a reboot it may be anybody's, or a zombie. */
export function isRunningCommand(pid: number, word: string): boolean {
  return isRunning(pid) && commandLine(pid).includes(word);
}

function commandLine(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8");
  } catch {
    return spawnSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" }).stdout ?? "";
  }
}
