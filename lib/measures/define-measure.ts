import "server-only";
import type { Actor } from "../auth/actor";
import { authorise } from "../auth/authorise";
import type { Transaction } from "../db/client";
import { explainRefusals, type Refusals } from "../db/refusals";
import { inTransaction } from "../db/transaction";
import { Invalid } from "../errors";
import { holdEvent } from "../events/move-event";
import { parseInput } from "../forms/parse-input";
import { recordRevision } from "../history/record-revision";
import { DefineMeasure } from "./schema";

/** Says what a figure of an event may count. Two measures of one event never have the same set and scope (R6). */
export async function defineMeasure(actor: Actor, input: DefineMeasure, now: Date): Promise<string> {
  authorise(actor, "measure:define");
  const { period, ...measure } = parseInput(DefineMeasure, input);

  return explainRefusals(REFUSALS, () =>
    inTransaction(async (tx) => {
      const { chain } = await holdEvent(tx, measure.eventId);
      await checkWhole(tx, measure);
      const position = (await tx.measure.count({ where: { eventId: measure.eventId } })) + 1;
      const { id } = await tx.measure.create({
        data: {
          ...measure,
          periodEdtf: period?.edtf ?? null,
          periodEarliest: period && new Date(period.earliest),
          periodLatest: period && new Date(period.latest),
          position,
          createdAt: now,
        },
        select: { id: true },
      });
      await recordRevision(tx, chain, actor, {
        at: now,
        action: "measure.defined",
        subjectKind: "measure",
        subjectId: id,
        version: 1,
        after: { ...measure, period: period?.edtf ?? null, position },
      });
      return id;
    }),
  );
}

const REFUSALS: Refusals = {
  measure_event_id_slug_key: "This event already has a measure with this address.",
  measure_scope_key: "This event already has a measure with this set and scope: use that one.",
};

async function checkWhole(
  tx: Transaction,
  { partOfId, eventId }: { partOfId: string | null; eventId: string },
) {
  if (partOfId === null || (await tx.measure.findUnique({ where: { id: partOfId, eventId } }))) return;
  throw new Invalid({ partOfId: "Choose a measure of this event." });
}
