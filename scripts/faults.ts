import { generateClient } from "./generate";
import { Problem } from "./problem";
import { shutDown, stopOnSignals } from "./shutdown";

const PARTS = ["import"];

/** npm run test:faults [-- import]: what is left after things die in the middle; 1 where it is not what it should be. */
export async function main([part]: string[]): Promise<number> {
  if (part && !PARTS.includes(part))
    throw new Problem(`There is no part ${part}; say one of ${PARTS.join(", ")}.`);
  stopOnSignals();
  try {
    await generateClient();
    const { killImports } = await import("./faults/import");
    return await killImports();
  } finally {
    await shutDown();
  }
}
