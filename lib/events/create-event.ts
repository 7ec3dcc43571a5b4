import "server-only";
import type { Actor } from "../auth/actor";
import { authorise } from "../auth/authorise";
import { dateColumns } from "../dates/columns";
import { explainRefusals, type Refusals } from "../db/refusals";
import { inTransaction } from "../db/transaction";
import { parseInput } from "../forms/parse-input";
import { beginChain, recordRevision } from "../history/record-revision";
import { CreateEvent } from "./schema";

/** Opens a draft event with its parties, and the chain of its history. Returns its id. */
export async function createEvent(actor: Actor, input: CreateEvent, now: Date): Promise<string> {
  authorise(actor, "event:create");
  const { place, occurred, aliases, parties, ...event } = parseInput(CreateEvent, input);

  return explainRefusals(REFUSALS, () =>
    inTransaction(async (tx) => {
      const { id } = await tx.event.create({
        data: {
          ...event,
          placeName: place.name,
          country: place.country,
          latitude: place.latitude,
          longitude: place.longitude,
          ...dateColumns("occurred", occurred),
          createdAt: now,
          changedAt: now,
          aliases: { create: aliases.map((name) => ({ name })) },
          parties: { create: parties },
        },
        select: { id: true },
      });
      const chain = await beginChain(tx, id);
      await recordRevision(tx, chain, actor, {
        at: now,
        action: "event.created",
        subjectKind: "event",
        subjectId: id,
        version: 1,
        after: { ...event, place, occurred: occurred.edtf, zone: occurred.zone, aliases, parties },
      });
      return id;
    }),
  );
}

const REFUSALS: Refusals = {
  event_slug_key: "Another event already uses this address.",
  event_alias_pkey: { aliases: "Name each alias once." },
  party_pkey: { parties: "Name each claimant once." },
  party_claimant_id_fkey: { parties: "This claimant is not on file: choose it again." },
};
