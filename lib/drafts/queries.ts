import "server-only";
import type { Actor } from "../auth/actor";
import { authorise } from "../auth/authorise";
import { db } from "../db/client";
import type { Typed } from "../forms/form-state";

/** A form that its author has not sent yet; the instant in ms since 1970 UTC. */
export type DraftView = { id: string; values: Typed; updatedAt: number };

/** An article whose claims were not saved yet; the instant in ms since 1970 UTC. */
export type ArticleDraftView = { id: string; title: string | null; updatedAt: number };

const SHOWN_MAX = 20;

/** One's own unfinished forms, the latest first. */
export async function listDrafts(actor: Actor): Promise<DraftView[]> {
  authorise(actor, "draft:keep");
  const rows = await db().draft.findMany({
    where: { actorId: actor.id, form: "claim" },
    select: { id: true, values: true, updatedAt: true },
    orderBy: [{ updatedAt: "desc" }, { id: "asc" }],
    take: SHOWN_MAX,
  });
  return rows.map(toDraft);
}

/** One's own articles whose claims were not saved yet, the latest first; without their texts. */
export async function listArticleDrafts(actor: Actor): Promise<ArticleDraftView[]> {
  authorise(actor, "draft:keep");
  const rows = await db().$queryRaw<{ id: string; title: string | null; updatedAt: Date }[]>`
    select id, nullif(trim(values->'title'->>0), '') as title, updated_at as "updatedAt" from draft
    where actor_id = ${actor.id}::uuid and form = 'article'
    order by updated_at desc, id asc limit ${SHOWN_MAX}`;
  return rows.map(({ id, title, updatedAt }) => ({ id, title, updatedAt: updatedAt.getTime() }));
}

/** One's own unfinished form; null where there is none, or it is another's. */
export async function findDraft(actor: Actor, id: string): Promise<DraftView | null> {
  authorise(actor, "draft:keep");
  const row = await db().draft.findUnique({
    where: { id, actorId: actor.id, form: "claim" },
    select: { id: true, values: true, updatedAt: true },
  });
  return row && toDraft(row);
}

function toDraft({ id, values, updatedAt }: { id: string; values: unknown; updatedAt: Date }): DraftView {
  return { id, values: values as Typed, updatedAt: updatedAt.getTime() };
}
