import "server-only";
import type { Actor } from "../auth/actor";
import { authorise } from "../auth/authorise";
import { inTransaction } from "../db/transaction";
import { assertRoomForDraft, holdDrafts } from "../drafts/keep-draft";
import { parseInput } from "../forms/parse-input";
import { KeepArticle } from "./schema";

const FORM = "article";

/** Begins to look at an article: a draft of the actor alone, no record and without history. */
export async function beginArticle(actor: Actor, input: KeepArticle, now: Date): Promise<void> {
  authorise(actor, "draft:keep");
  const { id, values } = parseInput(KeepArticle, input);
  await inTransaction(async (tx) => {
    await holdDrafts(tx, actor);
    await assertRoomForDraft(tx, actor);
    await tx.draft.create({ data: { id, form: FORM, actorId: actor.id, values, updatedAt: now } });
  });
}

/** Keeps what was decided and typed so far. An article that was saved or thrown away meanwhile does not come back. */
export async function keepArticle(actor: Actor, input: KeepArticle, now: Date): Promise<void> {
  authorise(actor, "draft:keep");
  const { id, values } = parseInput(KeepArticle, input);
  await inTransaction(async (tx) => {
    await holdDrafts(tx, actor);
    const where = { id, actorId: actor.id, form: FORM };
    await tx.draft.updateMany({ where, data: { values, updatedAt: now } });
  });
}
