import { readFileSync } from "node:fs";

/** Runs another script as npm does, and then prints how long that took and the most memory that this process had. */
export async function main([script = "", ...args]: string[]): Promise<number> {
  const begun = performance.now();
  const { main: run } = await import(`../${script}.ts`);
  const code = (await run(args)) ?? 0;
  const seconds = (performance.now() - begun) / 1000;
  console.log(JSON.stringify({ seconds, peakBytes: peakOfThisProcess() }));
  return code;
}

/** The most memory that this process has had so far, in bytes. */
export function peakOfThisProcess(): number {
  try {
    const status = readFileSync("/proc/self/status", "utf8");
    return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1]) * 1024;
  } catch {
    return process.resourceUsage().maxRSS * 1024;
  }
}
