import { generateClient } from "./generate";
import { Problem } from "./problem";
import { shutDown, stopOnSignals } from "./shutdown";

const PARTS = ["import", "replica"];

/**
 * npm run test:faults [-- import | replica]: what is left after things die in the middle, and what readers meet
 * meanwhile; 1 where it is not what it should be.
 */
export async function main([part]: string[]): Promise<number> {
  if (part && !PARTS.includes(part))
    throw new Problem(`There is no part ${part}; say one of ${PARTS.join(", ")}.`);
  stopOnSignals();
  try {
    await generateClient();
    const wants = (name: string) => !part || part === name;
    const { killImports } = await import("./faults/import");
    const { disturbReplica } = await import("./faults/replica");
    const failed = [wants("import") && (await killImports()), wants("replica") && (await disturbReplica())];
    return failed.some(Boolean) ? 1 : 0;
  } finally {
    await shutDown();
  }
}
