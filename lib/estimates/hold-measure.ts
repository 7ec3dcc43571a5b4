import "server-only";
import type { Transaction } from "../db/client";
import { Conflict, NotFound, StaleVersion } from "../errors";
import { holdEvent } from "../events/move-event";

/**
 * Locks the history of a measure's event for this transaction, then reads the measure and its newest estimate. Throws
 * StaleVersion where another was made since `number` was read (R33).
 */
export async function holdMeasure(tx: Transaction, measureId: string, number: number) {
  const found = await tx.measure.findUnique({ where: { id: measureId }, select: { eventId: true } });
  if (!found) throw new NotFound("measure");
  const { chain, event } = await holdEvent(tx, found.eventId);
  const measure = await tx.measure.findUniqueOrThrow({ where: { id: measureId } });
  if (measure.mergedIntoId) throw new Conflict("This measure was merged into another: go on in that one.");
  const newest = await tx.bestEstimate.findFirst({ where: { measureId }, orderBy: { number: "desc" } });
  if ((newest?.number ?? 0) !== number) throw new StaleVersion("estimate");
  return { chain, event, measure, newest };
}
