import "server-only";
import type { Actor } from "../auth/actor";
import { authorise } from "../auth/authorise";
import { inTransaction } from "../db/transaction";
import { Conflict, Invalid, StaleVersion } from "../errors";
import { parseInput } from "../forms/parse-input";
import { recordRevision } from "../history/record-revision";
import { deriveEvent } from "./derive-event";
import { holdEvent } from "./move-event";
import { ChooseHeadline } from "./schema";

/** Puts one of an event's own measures at its head, or with null the one that R7 finds. */
export async function chooseHeadline(actor: Actor, input: ChooseHeadline, now: Date): Promise<void> {
  authorise(actor, "event:choose_headline");
  const { eventId, version, measureId } = parseInput(ChooseHeadline, input);

  await inTransaction(async (tx) => {
    const { chain, event } = await holdEvent(tx, eventId);
    if (event.version !== version) throw new StaleVersion("event");
    if (event.headlineMeasureId === measureId) throw new Conflict("This is the event's choice already.");
    if (measureId !== null && !(await tx.measure.findUnique({ where: { id: measureId, eventId } })))
      throw new Invalid({ measureId: "Choose a measure of this event." });

    await tx.event.update({
      where: { id: eventId },
      data: { headlineMeasureId: measureId, version: version + 1, changedAt: now },
    });
    await recordRevision(tx, chain, actor, {
      at: now,
      action: "event.headline_chosen",
      subjectKind: "event",
      subjectId: eventId,
      version: version + 1,
      before: { headlineMeasureId: event.headlineMeasureId },
      after: { headlineMeasureId: measureId },
    });
    await deriveEvent(tx, eventId, now);
  });
}
