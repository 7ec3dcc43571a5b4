import "server-only";
import type { Merge } from "../../prisma/generated/client";
import type { Transaction } from "../db/client";
import { Conflict } from "../errors";
import type { Undone } from "./types";

/** Conflict unless a merge still stands; asked once its locks are held. */
export async function assertStillMerged(tx: Transaction, { id }: Merge): Promise<void> {
  const merge = await tx.merge.findUniqueOrThrow({ where: { id } });
  if (merge.undoneAt) throw new Conflict("This merge was undone already.");
}

/** How many of what was moved goes back, and how many went elsewhere since. */
export function countUndone(pairs: readonly [wasMoved: number, goesBack: number][]): Undone {
  const moved = pairs.reduce((sum, [, goesBack]) => sum + goesBack, 0);
  const all = pairs.reduce((sum, [wasMoved]) => sum + wasMoved, 0);
  return { moved, stayed: all - moved };
}
