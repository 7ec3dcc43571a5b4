import "server-only";
import { db } from "../db/client";
import { listEvents } from "../events/queries";
import type { EventRow } from "../events/types";
import { publishedEvent } from "../publishing/gate";
import { ENTRIES_MAX } from "./feed";

/** A public event as the feed of the site tells of it: `id` names it for good, whatever its address. */
export type ChangedEvent = { id: string; publishedAt: number; row: EventRow };

/** The public events that changed last in public, the newest change first. Five queries, whatever the number of events. */
export async function listChangedEvents(limit = ENTRIES_MAX): Promise<ChangedEvent[]> {
  const { rows } = await listEvents({ limit });
  const named = await db().event.findMany({
    where: { slug: { in: rows.map(({ slug }) => slug) }, ...publishedEvent },
    select: { id: true, slug: true, publishedAt: true },
  });
  const bySlug = new Map(named.map((event) => [event.slug, event]));
  return rows.flatMap((row) => {
    const { id, publishedAt } = bySlug.get(row.slug) ?? {};
    return id && publishedAt ? [{ id, publishedAt: publishedAt.getTime(), row }] : [];
  });
}
