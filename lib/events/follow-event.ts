import "server-only";
import type { Actor } from "../auth/actor";
import { authorise } from "../auth/authorise";
import { inTransaction } from "../db/transaction";
import { NotFound } from "../errors";
import { parseInput } from "../forms/parse-input";
import { FollowEvent } from "./schema";

/** Puts an event on the first page of one's own desk. A private choice, no record: it has no history. */
export async function followEvent(actor: Actor, input: FollowEvent, now: Date): Promise<void> {
  authorise(actor, "event:follow");
  const { eventId } = parseInput(FollowEvent, input);
  await inTransaction(async (tx) => {
    if (!(await tx.event.findUnique({ where: { id: eventId }, select: { id: true } })))
      throw new NotFound("event");
    const follow = { actorId: actor.id, eventId, followedAt: now };
    await tx.follow.createMany({ data: [follow], skipDuplicates: true });
  });
}

/** Takes an event off the first page of one's own desk. */
export async function unfollowEvent(actor: Actor, input: FollowEvent): Promise<void> {
  authorise(actor, "event:follow");
  const { eventId } = parseInput(FollowEvent, input);
  await inTransaction((tx) => tx.follow.deleteMany({ where: { actorId: actor.id, eventId } }));
}
