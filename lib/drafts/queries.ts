import "server-only";
import type { Actor } from "../auth/actor";
import { authorise } from "../auth/authorise";
import { db } from "../db/client";
import type { Typed } from "../forms/form-state";

/** A form that its author has not sent yet; the instant in ms since 1970 UTC. */
export type DraftView = { id: string; values: Typed; updatedAt: number };

const SHOWN_MAX = 20;

/** One's own unfinished forms, the latest first. */
export async function listDrafts(actor: Actor): Promise<DraftView[]> {
  authorise(actor, "draft:keep");
  const rows = await db().draft.findMany({
    where: { actorId: actor.id },
    select: { id: true, values: true, updatedAt: true },
    orderBy: [{ updatedAt: "desc" }, { id: "asc" }],
    take: SHOWN_MAX,
  });
  return rows.map(toDraft);
}

/** One's own unfinished form; null where there is none, or it is another's. */
export async function findDraft(actor: Actor, id: string): Promise<DraftView | null> {
  authorise(actor, "draft:keep");
  const row = await db().draft.findUnique({
    where: { id, actorId: actor.id },
    select: { id: true, values: true, updatedAt: true },
  });
  return row && toDraft(row);
}

function toDraft({ id, values, updatedAt }: { id: string; values: unknown; updatedAt: Date }): DraftView {
  return { id, values: values as Typed, updatedAt: updatedAt.getTime() };
}
