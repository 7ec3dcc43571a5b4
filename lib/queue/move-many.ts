import "server-only";
import type { Actor } from "../auth/actor";
import { authorise } from "../auth/authorise";
import { holdClaim, reviewClaim, takeStep } from "../claims/move-claim";
import { db } from "../db/client";
import { inTransaction } from "../db/transaction";
import { AppError } from "../errors";
import { parseInput } from "../forms/parse-input";
import { MoveMany, ReturnMany } from "./schema";
import type { MovedMany } from "./types";

type Read = { id: string; version: number };

/**
 * Publishes claims one after the other, each by the rules of publishClaim and in a transaction of its own. One that is
 * only submitted is taken into review first, in the same transaction: refused, it stays as it was.
 */
export async function publishClaims(actor: Actor, input: MoveMany, now: Date): Promise<MovedMany> {
  authorise(actor, "claim:publish");
  const { claims, reason } = parseInput(MoveMany, input);
  return moveEach(claims, (claim) => endReview(actor, claim, reason, now, "published"));
}

/** Gives claims back to who logged them, as publishClaims publishes them, all for one reason. */
export async function returnClaims(actor: Actor, input: ReturnMany, now: Date): Promise<MovedMany> {
  authorise(actor, "claim:return");
  const { claims, reason } = parseInput(ReturnMany, input);
  return moveEach(claims, (claim) => endReview(actor, claim, reason, now, "returned"));
}

/** Takes submitted claims into review, each in a transaction of its own. */
export async function reviewClaims(actor: Actor, input: MoveMany, now: Date): Promise<MovedMany> {
  authorise(actor, "claim:review");
  const { claims, reason } = parseInput(MoveMany, input);
  return moveEach(claims, (claim) => reviewClaim(actor, { ...claim, reason }, now));
}

/** One refused claim holds up no other; whatever is no refusal ends the whole. */
async function moveEach(claims: readonly Read[], move: (claim: Read) => Promise<void>): Promise<MovedMany> {
  const rows = await db().claim.findMany({
    where: { id: { in: claims.map(({ id }) => id) } },
    select: { id: true, publicId: true },
  });
  const publicIdOf = new Map(rows.map(({ id, publicId }) => [id, publicId]));
  const moved: MovedMany = { done: [], refused: [] };
  for (const claim of claims) {
    const publicId = publicIdOf.get(claim.id) ?? claim.id;
    try {
      await move(claim);
      moved.done.push(publicId);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      moved.refused.push({ publicId, message: error.message });
    }
  }
  return moved;
}

async function endReview(
  actor: Actor,
  { id, version }: Read,
  reason: string | null,
  now: Date,
  to: "published" | "returned",
): Promise<void> {
  authorise(actor, "claim:review");
  await inTransaction(async (tx) => {
    const { claim } = await holdClaim(tx, id, version);
    let step = { id, version, reason };
    if (claim.recordStatus === "submitted") {
      await takeStep(tx, actor, { ...step, reason: null }, now, "claim.review_begun", "in_review");
      step = { ...step, version: version + 1 };
    }
    await takeStep(tx, actor, step, now, `claim.${to}`, to);
  });
}
