import "server-only";
import type { Actor } from "../auth/actor";
import { authorise } from "../auth/authorise";
import { db } from "../db/client";
import type { Typed } from "../forms/form-state";

/** An article that its reader has not saved yet; the instant in ms since 1970 UTC. */
export type ArticleDraft = { id: string; values: Typed; updatedAt: number };

/** One's own unsaved article; null where there is none, or it is another's. */
export async function findArticle(actor: Actor, id: string): Promise<ArticleDraft | null> {
  authorise(actor, "draft:keep");
  const row = await db().draft.findUnique({
    where: { id, actorId: actor.id, form: "article" },
    select: { id: true, values: true, updatedAt: true },
  });
  return row && { id: row.id, values: row.values as Typed, updatedAt: row.updatedAt.getTime() };
}
