import "server-only";
import type { Actor } from "../auth/actor";
import { authorise } from "../auth/authorise";
import { inTransaction } from "../db/transaction";
import { parseInput } from "../forms/parse-input";
import { MarkQueueSeen } from "./schema";

/**
 * Keeps up to when the actor has seen the queue: not beyond now, and never further back than before. It is their own, no
 * record, and has no history.
 */
export async function markQueueSeen(actor: Actor, input: MarkQueueSeen, now: Date): Promise<void> {
  authorise(actor, "queue:read");
  const { at } = parseInput(MarkQueueSeen, input);
  const seenAt = new Date(Math.min(at, now.getTime()));
  const actorId = actor.id;
  await inTransaction(async (tx) => {
    await tx.queueVisit.createMany({ data: [{ actorId, seenAt }], skipDuplicates: true });
    // Of two tabs the later time stays.
    await tx.queueVisit.updateMany({ where: { actorId, seenAt: { lt: seenAt } }, data: { seenAt } });
  });
}
