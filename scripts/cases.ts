import { readFileSync } from "node:fs";
import { readCases } from "./cases/case-file";
import { onScratchDatabase } from "./cases/scratch-database";
import { generateClient } from "./generate";
import { shutDown, stopOnSignals } from "./shutdown";

/**
 * npm run cases -- FILE: loads the contested events of a file into a scratch database and checks everything that the
 * file expects of them. 0: all of it follows; 1: something does not; 2: the file cannot be read.
 */
export async function main([path]: string[]): Promise<number> {
  const file = readFile(path);
  if (typeof file === "string") {
    console.error(file);
    return 2;
  }
  stopOnSignals();
  try {
    await generateClient();
    const { met, failed } = await onScratchDatabase(async () => {
      // Loaded only now: the commands need the generated client.
      const { runCases } = await import("./cases/run-cases");
      return runCases(file, console.log);
    });
    const events = `${file.events.length} ${file.events.length === 1 ? "event" : "events"}`;
    console.log(`${events}: ${met + failed} expectations, ${met} ok, ${failed} failed.`);
    return failed > 0 ? 1 : 0;
  } finally {
    await shutDown();
  }
}

function readFile(path: string | undefined) {
  if (!path) return "Say which file of cases to check: npm run cases -- FILE";
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    return `The file ${path} cannot be read: ${(error as Error).message}.`;
  }
  const file = readCases(text);
  return typeof file === "string" ? `The file ${path} is no file of cases: ${file}.` : file;
}
