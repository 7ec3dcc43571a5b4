import "server-only";
import { z } from "zod";
import type { Actor } from "../auth/actor";
import { authorise } from "../auth/authorise";
import type { Transaction } from "../db/client";
import { inTransaction } from "../db/transaction";
import { Conflict, NotFound } from "../errors";
import { parseInput } from "../forms/parse-input";
import { KeepDraft, OfDraft } from "./schema";

const DRAFTS_MAX = 100;

/**
 * Keeps a form as far as its author typed it, in the place of what was kept before. It is theirs alone, is no record
 * and has no history; whoever keeps a hundred throws some away first. One that was sent meanwhile is not kept.
 */
export async function keepDraft(actor: Actor, input: KeepDraft, now: Date): Promise<void> {
  authorise(actor, "draft:keep");
  const { id, form, values } = parseInput(KeepDraft, input);

  await inTransaction(async (tx) => {
    await holdDrafts(tx, actor);
    if (await isSent(tx, values)) return;
    const kept = { values, updatedAt: now };
    const { count } = await tx.draft.updateMany({ where: { id, actorId: actor.id }, data: kept });
    if (count > 0) return;
    await assertRoomForDraft(tx, actor);
    // Somebody else's draft has this id, which nobody finds by guessing.
    if (await tx.draft.findUnique({ where: { id } })) throw new NotFound("draft");
    await tx.draft.create({ data: { id, form, actorId: actor.id, ...kept } });
  });
}

/** Throws one's own draft away: it was saved, or is not wanted. One that is gone already is no failure. */
export async function discardDraft(actor: Actor, input: OfDraft): Promise<void> {
  authorise(actor, "draft:keep");
  const { id } = parseInput(OfDraft, input);
  await inTransaction(async (tx) => {
    await holdDrafts(tx, actor);
    await tx.draft.deleteMany({ where: { id, actorId: actor.id } });
  });
}

/** What a pause in typing sends can arrive after the form itself was sent: the two take turns. */
export async function holdDrafts(tx: Transaction, actor: Actor): Promise<void> {
  await tx.$queryRaw`select id from actor where id = ${actor.id}::uuid for no key update`;
}

/** Conflict where one keeps a hundred drafts already. */
export async function assertRoomForDraft(tx: Transaction, actor: Actor): Promise<void> {
  if ((await tx.draft.count({ where: { actorId: actor.id } })) < DRAFTS_MAX) return;
  throw new Conflict("You keep a hundred unfinished forms: finish some, or throw them away.");
}

async function isSent(tx: Transaction, values: KeepDraft["values"]): Promise<boolean> {
  const submission = z.uuid().safeParse(values.submissionId?.[0]);
  if (!submission.success) return false;
  const where = { submissionId: submission.data };
  return (await tx.claim.findUnique({ where, select: { id: true } })) !== null;
}
