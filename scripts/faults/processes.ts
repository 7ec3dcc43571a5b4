import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Of the PostgreSQL whose data are in this folder: its own process, and those that it began. */
export function postgresProcesses(folder: string): [postmaster: number, ...children: number[]] {
  const postmaster = Number(readFileSync(join(folder, "postmaster.pid"), "utf8").split("\n")[0]);
  return [postmaster, ...childrenOf(postmaster)];
}

/** The processes that a process began. */
export function childrenOf(parent: number): number[] {
  return readdirSync("/proc")
    .filter((pid) => /^\d+$/.test(pid) && parentOf(pid) === parent)
    .map(Number);
}

function parentOf(pid: string): number | null {
  try {
    return Number(/^PPid:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]);
  } catch {
    return null;
  }
}

/** What a process was called with, or what it calls itself; empty where it is gone. */
export function titleOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8");
  } catch {
    return "";
  }
}

/** Ends processes as a crash would. Those that are gone already are left out. */
export function killNow(pids: readonly number[]): void {
  for (const pid of pids)
    try {
      process.kill(pid, "SIGKILL");
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
    }
}
