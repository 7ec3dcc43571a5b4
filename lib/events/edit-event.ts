import "server-only";
import { isDeepStrictEqual } from "node:util";
import { assertSlugIsFree, keepFormerSlug } from "../addresses/former-slugs";
import type { Actor } from "../auth/actor";
import { authorise } from "../auth/authorise";
import { assertMayEditRecord } from "../auth/may-edit";
import type { Transaction } from "../db/client";
import { explainRefusals } from "../db/refusals";
import { inTransaction } from "../db/transaction";
import { Conflict, Invalid, StaleVersion } from "../errors";
import { parseInput } from "../forms/parse-input";
import { recordRevision } from "../history/record-revision";
import { checkParties, EVENT_REFUSALS } from "./create-event";
import { eventColumns, eventFields, type ParsedEvent, valuesOf } from "./event-row";
import { holdEvent } from "./move-event";
import { EditEvent } from "./schema";
import { tellReadersOf } from "./tell-readers";

/**
 * Puts new values of an event in place of its old ones; an address that it gives up goes on to lead to it (R30). A
 * public event needs an editor, and a reason. Invalid where a claim would then be stated before the event (R31).
 */
export async function editEvent(actor: Actor, input: EditEvent, now: Date): Promise<void> {
  authorise(actor, "record:edit");
  const { id, version, fourEyes, reason, ...event } = parseInput(EditEvent, input);

  await explainRefusals(EVENT_REFUSALS, () =>
    inTransaction(async (tx) => {
      const { chain, event: stored } = await holdEvent(tx, id);
      if (stored.version !== version) throw new StaleVersion("event");
      assertMayEditRecord(actor, stored.recordStatus === "published", reason);
      if (stored.recordStatus === "archived")
        throw new Conflict("This event is archived: reopen it before you edit it.");
      const sets = { aliases: true, parties: true };
      const row = await tx.event.findUniqueOrThrow({ where: { id }, include: sets });
      const before = { ...eventFields(valuesOf(row)), fourEyes: row.fourEyes };
      const after = { ...eventFields(event), fourEyes };
      if (isDeepStrictEqual(before, after)) throw new Conflict("Nothing was changed.");
      await checkParties(tx, event.parties);
      await checkBegin(tx, id, event);

      await replaceSets(tx, id, event);
      await tx.event.update({
        where: { id },
        data: { ...eventColumns(event), fourEyes, version: version + 1 },
      });
      await keepFormerSlug(tx, "event", id, row.slug, event.slug);
      await assertSlugIsFree(tx, "event", id, event.slug);
      await recordRevision(tx, chain, actor, {
        at: now,
        action: "event.edited",
        subjectKind: "event",
        subjectId: id,
        version: version + 1,
        before,
        after: { ...after, reason },
      });
      await tellReadersOf(tx, [id], now);
    }),
  );
}

/** R31: what counts from the beginning of the event was not stated before it, unless it is a forecast. */
async function checkBegin(tx: Transaction, eventId: string, { occurred }: ParsedEvent): Promise<void> {
  const early = await tx.claim.findMany({
    where: {
      eventId,
      measure: { periodEarliest: null },
      statedLatest: { lt: new Date(occurred.earliest) },
      isForecast: false,
      lifecycle: { not: "entry_error" },
      recordStatus: { not: "archived" },
    },
    select: { publicId: true },
    orderBy: { number: "asc" },
    take: 5,
  });
  if (early.length === 0) return;
  const names = early.map(({ publicId }) => publicId).join(", ");
  throw new Invalid({ "occurred.edtf": `These claims would be stated before the event: ${names}.` });
}

async function replaceSets(
  tx: Transaction,
  eventId: string,
  { aliases, parties }: ParsedEvent,
): Promise<void> {
  await tx.eventAlias.deleteMany({ where: { eventId } });
  await tx.eventAlias.createMany({ data: aliases.map((name) => ({ eventId, name })) });
  await tx.party.deleteMany({ where: { eventId } });
  await tx.party.createMany({ data: parties.map((party) => ({ ...party, eventId })) });
}
