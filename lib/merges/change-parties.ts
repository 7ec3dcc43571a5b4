import "server-only";
import { sortedParties } from "../events/event-row";
import { groupBy } from "../group-by";
import type { Json } from "../history/digest";
import { recordInEvents, type Work } from "./steps";

/**
 * Does something to the parties of several held events, and records in each what its parties were and are. An event
 * whose parties stay as they were keeps its version.
 */
export async function changeParties(
  work: Work,
  eventIds: readonly string[],
  change: () => Promise<void>,
): Promise<void> {
  const ids = [...new Set(eventIds)];
  const before = await readParties(work, ids);
  await change();
  const after = await readParties(work, ids);
  const changed = ids.filter((id) => JSON.stringify(before.get(id)) !== JSON.stringify(after.get(id)));
  const where = { id: { in: changed } };
  const events = await work.tx.event.findMany({ where, select: { id: true, version: true } });
  await work.tx.event.updateMany({ where, data: { version: { increment: 1 } } });
  await recordInEvents(
    work,
    "event.edited",
    "event",
    events.map(({ id, version }) => ({
      id,
      eventId: id,
      version,
      before: { parties: before.get(id) ?? [] },
      after: { parties: after.get(id) ?? [] },
    })),
  );
}

async function readParties({ tx }: Work, eventIds: string[]): Promise<Map<string, Json[]>> {
  const rows = await tx.party.findMany({ where: { eventId: { in: eventIds } } });
  const byEvent = groupBy(rows, ({ eventId }) => eventId);
  return new Map([...byEvent].map(([id, parties]) => [id, sortedParties(parties)]));
}
