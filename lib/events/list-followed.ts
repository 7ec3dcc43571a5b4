import "server-only";
import type { Actor } from "../auth/actor";
import { authorise } from "../auth/authorise";
import { db } from "../db/client";
import type { RecordStatus } from "../vocabulary";

/** An event on somebody's desk: the instant of its last public change in ms since 1970 UTC. */
export type FollowedEvent = {
  slug: string;
  title: string;
  recordStatus: RecordStatus;
  changedAt: number;
  /** Claims that are with the editors: submitted or in review. */
  waiting: number;
};

const SHOWN_MAX = 30;

/** The events that the actor follows, the latest change first. */
export async function listFollowed(actor: Actor): Promise<FollowedEvent[]> {
  authorise(actor, "event:follow");
  const rows = await db().event.findMany({
    where: { follows: { some: { actorId: actor.id } }, mergedIntoId: null },
    select: {
      slug: true,
      title: true,
      recordStatus: true,
      changedAt: true,
      _count: { select: { claims: { where: { recordStatus: { in: ["submitted", "in_review"] } } } } },
    },
    orderBy: [{ changedAt: "desc" }, { id: "asc" }],
    take: SHOWN_MAX,
  });
  return rows.map(({ changedAt, _count, ...row }) => ({
    ...row,
    changedAt: changedAt.getTime(),
    waiting: _count.claims,
  }));
}
