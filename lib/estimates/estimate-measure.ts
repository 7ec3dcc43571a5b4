import "server-only";
import type { Actor } from "../auth/actor";
import { authorise } from "../auth/authorise";
import type { Transaction } from "../db/client";
import { inTransaction } from "../db/transaction";
import { Invalid } from "../errors";
import { tellReadersOf } from "../events/tell-readers";
import { parseInput } from "../forms/parse-input";
import { recordRevision } from "../history/record-revision";
import { holdMeasure } from "./hold-measure";
import { assertInputs, readEstimate } from "./rules";
import { EstimateMeasure } from "./schema";

/**
 * Appends an editor's best estimate of a measure, with its method and the claims that it was made with (R10); earlier
 * ones stay as they are. Public at once, as its event is. Returns the estimate's id.
 */
export async function estimateMeasure(actor: Actor, input: EstimateMeasure, now: Date): Promise<string> {
  authorise(actor, "measure:estimate");
  const { measureId, number, raw, method, inputs } = parseInput(EstimateMeasure, input);

  return inTransaction(async (tx) => {
    const { chain, event, measure } = await holdMeasure(tx, measureId, number);
    const { qualifier, low, high, central } = readEstimate(raw, measure);
    const publicIds = await checkInputs(tx, inputs, measureId);

    const said = { raw, qualifier, low, high, central, method };
    const { id } = await tx.bestEstimate.create({
      data: {
        ...said,
        measureId,
        number: number + 1,
        estimatedById: actor.id,
        estimatedAt: now,
        publishedAt: now,
        inputs: { create: inputs.map((claimId) => ({ claimId })) },
      },
      select: { id: true },
    });
    await recordRevision(tx, chain, actor, {
      at: now,
      action: "best_estimate.made",
      subjectKind: "best_estimate",
      subjectId: id,
      version: 1,
      after: { ...said, measureId, number: number + 1, inputs: publicIds },
    });
    await tellReadersOf(tx, [event.id], now);
    return id;
  });
}

/** The public ids of the claims that an estimate is made with, once it is known that each of them can be. */
async function checkInputs(tx: Transaction, ids: readonly string[], measureId: string): Promise<string[]> {
  const claims = await tx.claim.findMany({
    where: { id: { in: [...ids] } },
    select: {
      publicId: true,
      measureId: true,
      mergedIntoId: true,
      recordStatus: true,
      lifecycle: true,
      standing: true,
      verification: true,
    },
    orderBy: { number: "asc" },
  });
  if (claims.length < ids.length) throw new Invalid({ inputs: "One of these figures is not on file." });
  assertInputs(claims, measureId);
  return claims.map(({ publicId }) => publicId);
}
