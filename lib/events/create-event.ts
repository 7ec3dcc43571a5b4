import "server-only";
import { assertSlugIsFree } from "../addresses/former-slugs";
import type { Actor } from "../auth/actor";
import { authorise } from "../auth/authorise";
import type { Transaction } from "../db/client";
import { explainRefusals, type Refusals } from "../db/refusals";
import { inTransaction } from "../db/transaction";
import { Invalid } from "../errors";
import { parseInput } from "../forms/parse-input";
import { beginChain, recordRevision } from "../history/record-revision";
import { eventColumns, eventFields, type ParsedEvent } from "./event-row";
import { CreateEvent } from "./schema";

/** Opens a draft event with its parties, and the chain of its history. Returns its id. */
export async function createEvent(actor: Actor, input: CreateEvent, now: Date): Promise<string> {
  authorise(actor, "event:create");
  const event = parseInput(CreateEvent, input);

  return explainRefusals(EVENT_REFUSALS, () =>
    inTransaction(async (tx) => {
      await checkParties(tx, event.parties);
      const { id } = await tx.event.create({
        data: {
          ...eventColumns(event),
          createdAt: now,
          statusSince: now,
          changedAt: now,
          aliases: { create: event.aliases.map((name) => ({ name })) },
          parties: { create: event.parties },
        },
        select: { id: true },
      });
      await assertSlugIsFree(tx, "event", id, event.slug);
      const chain = await beginChain(tx, id);
      await recordRevision(tx, chain, actor, {
        at: now,
        action: "event.created",
        subjectKind: "event",
        subjectId: id,
        version: 1,
        after: eventFields(event),
      });
      return id;
    }),
  );
}

/** What the database says of an event where no rule said it before. */
export const EVENT_REFUSALS: Refusals = {
  event_slug_key: "Another event already uses this address.",
  event_alias_pkey: { aliases: "Name each alias once." },
  party_pkey: { parties: "Name each claimant once." },
  party_claimant_id_fkey: { parties: "This claimant is not on file: choose it again." },
};

/** A party is a claimant that stands for itself, and not one that was merged into another. */
export async function checkParties(tx: Transaction, parties: ParsedEvent["parties"]): Promise<void> {
  const merged = await tx.claimant.findFirst({
    where: { id: { in: parties.map(({ claimantId }) => claimantId) }, mergedIntoId: { not: null } },
    select: { name: true },
  });
  if (merged) throw new Invalid({ parties: `${merged.name} was merged into another: choose that one.` });
}
