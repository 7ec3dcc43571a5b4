import "server-only";
import type { z } from "zod";
import type { Actor } from "../auth/actor";
import { authorise } from "../auth/authorise";
import type { Transaction } from "../db/client";
import { explainRefusals, type Refusals } from "../db/refusals";
import { inTransaction } from "../db/transaction";
import { Invalid } from "../errors";
import { holdEvent } from "../events/move-event";
import { parseInput } from "../forms/parse-input";
import { type HeldChain, recordRevision } from "../history/record-revision";
import { measureColumns, measureFields } from "./measure-row";
import { DefineMeasure } from "./schema";

/** Says what a figure of an event may count. Two measures of one event never have the same set and scope (R6). */
export async function defineMeasure(actor: Actor, input: DefineMeasure, now: Date): Promise<string> {
  authorise(actor, "measure:define");
  const { eventId, ...measure } = parseInput(DefineMeasure, input);

  return explainRefusals(MEASURE_REFUSALS, () =>
    inTransaction(async (tx) => {
      const { chain } = await holdEvent(tx, eventId);
      return defineMeasureInto(tx, chain, actor, { eventId, ...measure }, now);
    }),
  );
}

/** `defineMeasure` in a transaction of the caller, who has asked for the permission and holds the event's chain. */
export async function defineMeasureInto(
  tx: Transaction,
  chain: HeldChain,
  actor: Actor,
  { eventId, ...measure }: z.output<typeof DefineMeasure>,
  now: Date,
): Promise<string> {
  await checkWhole(tx, eventId, measure.partOfId);
  const position = (await tx.measure.count({ where: { eventId } })) + 1;
  const { id } = await tx.measure.create({
    data: { eventId, ...measureColumns(measure), position, createdAt: now },
    select: { id: true },
  });
  await recordRevision(tx, chain, actor, {
    at: now,
    action: "measure.defined",
    subjectKind: "measure",
    subjectId: id,
    version: 1,
    after: { eventId, ...measureFields(measure), position },
  });
  return id;
}

/** What the database says of a measure where no rule said it before. */
export const MEASURE_REFUSALS: Refusals = {
  measure_event_id_slug_key: "This event already has a measure with this address.",
  measure_scope_key: "This event already has a measure with this set and scope: use that one.",
  measure_not_part_of_itself: { partOfId: "No measure is a part of itself." },
};

/** The whole that a measure counts a part of is a measure of the same event that stands for itself. */
export async function checkWhole(tx: Transaction, eventId: string, partOfId: string | null): Promise<void> {
  if (partOfId === null) return;
  const whole = { id: partOfId, eventId, mergedIntoId: null };
  if (!(await tx.measure.findUnique({ where: whole })))
    throw new Invalid({ partOfId: "Choose a measure of this event." });
}
