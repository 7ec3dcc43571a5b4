import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { isRunningCommand } from "./child";
import { Problem } from "./problem";

/** Who holds a lock: a process of ours, and what it said about itself. */
export interface Holder {
  pid: number;
  note: string;
}

/** Takes the lock or says who has it. One left by a crash is taken over. */
export function tryLock(file: string, note = ""): Holder | null {
  for (;;) {
    try {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, JSON.stringify({ pid: process.pid, note }), { flag: "wx" });
      return null;
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === "EACCES" || code === "EPERM" || code === "EROFS") {
        throw new Problem(
          `${dirname(file)} cannot be written to (${code}); start as the user whom the folder belongs to.`,
        );
      }
      if (code !== "EEXIST") throw error;
    }
    const holder = readHolder(file);
    if (holder) return holder;
    rmSync(file, { force: true });
  }
}

/** Changes what the holder says about itself, without letting go. */
export function noteOnLock(file: string, note: string): void {
  writeFileSync(`${file}.new`, JSON.stringify({ pid: process.pid, note }));
  renameSync(`${file}.new`, file);
}

/** Runs the work while no other process of this project runs under the same lock. */
export async function withLock<T>(
  file: string,
  onWait: (holder: Holder) => void,
  work: () => Promise<T>,
): Promise<T> {
  let holder = tryLock(file);
  if (holder) onWait(holder);
  while (holder) {
    await new Promise((resolve) => setTimeout(resolve, 300));
    holder = tryLock(file);
  }
  try {
    return await work();
  } finally {
    release(file);
  }
}

/** The living process that holds the lock, or null. */
export function readHolder(file: string): Holder | null {
  try {
    const holder: Holder = JSON.parse(readFileSync(file, "utf8"));
    return holder.pid !== process.pid && isRunningCommand(holder.pid, "run.mjs") ? holder : null;
  } catch {
    return null;
  }
}

export function release(file: string): void {
  rmSync(file, { force: true });
}
