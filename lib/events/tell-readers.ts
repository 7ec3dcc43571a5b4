import "server-only";
import type { Transaction } from "../db/client";
import { announce } from "../history/announce";
import { publishedEvent } from "../publishing/gate";
import { deriveEvent } from "./derive-event";

/**
 * Computes again and dates those of these events that are public, after a change that their readers can see. Their
 * chains must be held, so that nobody else derives them meanwhile. The last step of a command, once for each event.
 */
export async function tellReadersOf(tx: Transaction, eventIds: readonly string[], now: Date): Promise<void> {
  for (const id of await dateEvents(tx, eventIds, now)) await deriveEvent(tx, id, now);
}

/** As `tellReadersOf`, where a name changed and nothing that figures follow from. Returns which events are public. */
export async function dateEvents(tx: Transaction, eventIds: readonly string[], now: Date): Promise<string[]> {
  const where = { id: { in: [...eventIds] }, ...publishedEvent };
  const events = await tx.event.findMany({ where, select: { id: true }, orderBy: { id: "asc" } });
  const ids = events.map(({ id }) => id);
  await tx.event.updateMany({ where: { id: { in: ids } }, data: { changedAt: now } });
  await announce(tx, ids, "event");
  return ids;
}
