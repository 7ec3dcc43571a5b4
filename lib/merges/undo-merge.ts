import "server-only";
import type { Merge } from "../../prisma/generated/client";
import type { Actor } from "../auth/actor";
import { authorise } from "../auth/authorise";
import type { Transaction } from "../db/client";
import { inTransaction, MANY_EVENTS_MS } from "../db/transaction";
import { Conflict, NotFound } from "../errors";
import { parseInput } from "../forms/parse-input";
import { type HeldChain, recordRevision } from "../history/record-revision";
import { UndoMerge } from "./schema";
import { tellOfMerge, type Work } from "./steps";
import type { Undone } from "./types";
import { undoClaimants } from "./undo-claimants";
import { undoDuplicate } from "./undo-duplicate";
import { undoEvents } from "./undo-events";
import { undoMeasures } from "./undo-measures";
import { undoPublications } from "./undo-publications";
import { undoSplit } from "./undo-split";

/**
 * Undoes a merge or a split: what it moved goes back, as far as it still is where it was put; what went elsewhere
 * since stays there, and is counted. Refused where that would break a decision made since, or take from readers what
 * is public.
 */
export async function undoMerge(actor: Actor, input: UndoMerge, now: Date): Promise<Undone> {
  authorise(actor, "record:merge");
  const { mergeId, reason } = parseInput(UndoMerge, input);

  return inTransaction(async (tx) => {
    const found = await tx.merge.findUnique({ where: { id: mergeId } });
    if (!found) throw new NotFound("merge");
    const { work, chain, eventIds, claimId, undone } = await takeBack(tx, actor, found, now);

    await tx.merge.update({ where: { id: mergeId }, data: { undoneBy: actor.id, undoneAt: now } });
    await recordRevision(tx, chain, actor, {
      at: now,
      action: "merge.undone",
      subjectKind: "merge",
      subjectId: mergeId,
      version: 2,
      after: { ...undone, reason },
    });
    await tellOfMerge(work, eventIds, reason, claimId);
    return undone;
  }, MANY_EVENTS_MS);
}

/** What was done so far, and in which chain it stands that it was. */
export type TakenBack = {
  work: Work;
  chain: HeldChain;
  /** Where readers are told, as far as these are public. */
  eventIds: string[];
  /** The one claim that they are told of, if it is about one. */
  claimId?: string;
  undone: Undone;
};

function takeBack(tx: Transaction, actor: Actor, merge: Merge, now: Date): Promise<TakenBack> {
  if (merge.kind === "split") return undoSplit(tx, actor, merge, now);
  switch (merge.subjectKind) {
    case "claimant":
      return undoClaimants(tx, actor, merge, now);
    case "publication":
      return undoPublications(tx, actor, merge, now);
    case "measure":
      return undoMeasures(tx, actor, merge, now);
    case "event":
      return undoEvents(tx, actor, merge, now);
    case "claim":
      return undoDuplicate(tx, actor, merge, now);
    default:
      throw new Conflict("This merge cannot be undone.");
  }
}
