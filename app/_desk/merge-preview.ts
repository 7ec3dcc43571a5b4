import type { Actor } from "@/lib/auth/actor";
import { NotFound } from "@/lib/errors";
import { previewMerge } from "@/lib/merges/preview-merge";
import type { MergedKind } from "@/lib/merges/schema";
import type { MergePreview } from "@/lib/merges/types";

/** What a merge would move; null before the record that stays is chosen, or where there is none of that id. */
export async function findMergePreview(
  actor: Actor,
  kind: MergedKind,
  fromId: string,
  intoId: string | null,
): Promise<MergePreview | null> {
  if (intoId === null) return null;
  try {
    return await previewMerge(actor, kind, fromId, intoId);
  } catch (error) {
    if (error instanceof NotFound) return null;
    throw error;
  }
}
