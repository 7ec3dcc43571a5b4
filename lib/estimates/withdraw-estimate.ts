import "server-only";
import type { Actor } from "../auth/actor";
import { authorise } from "../auth/authorise";
import { inTransaction } from "../db/transaction";
import { Conflict } from "../errors";
import { tellReadersOf } from "../events/tell-readers";
import { parseInput } from "../forms/parse-input";
import { recordRevision } from "../history/record-revision";
import { holdMeasure } from "./hold-measure";
import { WithdrawEstimate } from "./schema";

/** Takes the standing estimate of a measure back: none stands from now on, and readers see which it was and why (R24). */
export async function withdrawEstimate(actor: Actor, input: WithdrawEstimate, now: Date): Promise<void> {
  authorise(actor, "measure:estimate");
  const { measureId, number, reason } = parseInput(WithdrawEstimate, input);

  await inTransaction(async (tx) => {
    const { chain, event, newest } = await holdMeasure(tx, measureId, number);
    if (!newest || newest.raw === null)
      throw new Conflict("No estimate of this measure stands: there is none to withdraw.");

    const { id } = await tx.bestEstimate.create({
      data: {
        measureId,
        number: number + 1,
        raw: null,
        method: reason,
        estimatedById: actor.id,
        estimatedAt: now,
        publishedAt: now,
      },
      select: { id: true },
    });
    await recordRevision(tx, chain, actor, {
      at: now,
      action: "best_estimate.withdrawn",
      subjectKind: "best_estimate",
      subjectId: id,
      version: 1,
      after: { measureId, number: number + 1, withdrawn: newest.raw, reason },
    });
    await tellReadersOf(tx, [event.id], now);
  });
}
