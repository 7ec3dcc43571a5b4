import { generateClient } from "./generate";
import { Problem } from "./problem";
import { shutDown, stopOnSignals } from "./shutdown";

// Loaded only when they are wanted: they need the database's client, which may not be there yet.
const PARTS: Record<string, (options: string[]) => Promise<number>> = {
  import: async () => (await import("./faults/import")).killImports(),
  replica: async () => (await import("./faults/replica")).disturbReplica(),
  rounds: async (options) => (await import("./faults/rounds")).playRounds(options),
};

/**
 * npm run test:faults [-- import | replica | rounds [OPTIONS]]: what is left after things die in the middle, and what
 * readers and writers meet meanwhile; 1 where it is not what it should be.
 */
export async function main([part, ...options]: string[]): Promise<number> {
  const play = part === undefined ? undefined : PARTS[part];
  if (part && !play)
    throw new Problem(`There is no part ${part}; say one of ${Object.keys(PARTS).join(", ")}.`);
  stopOnSignals();
  try {
    await generateClient();
    let failed = 0;
    for (const one of play ? [play] : Object.values(PARTS)) failed += await one(options);
    return failed === 0 ? 0 : 1;
  } finally {
    await shutDown();
  }
}
