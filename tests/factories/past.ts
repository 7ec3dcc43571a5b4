import { db } from "../../lib/db/client";
import type { EventPage } from "../../lib/events/types";
import { pageOf } from "../../lib/past/event-rows";
import { foldEvent } from "../../lib/past/fold-event";
import { asKnownAt } from "../../lib/past/known-at";
import { readMoment } from "../../lib/past/moment";
import { readFolded } from "../../lib/past/read-folded";

/** A page but for when it last changed: of a version that is when it was made, whatever became of the register since. */
export function withoutChange<Page extends EventPage | undefined>(page: Page): Page {
  return page && { ...page, changedAt: 0 };
}

/** What was known of an event at a moment, by its revisions alone: folded, filtered and derived anew. */
export async function recomputedAsOf(eventId: string, text: string): Promise<EventPage | null> {
  const { length } = await db().chain.findUniqueOrThrow({ where: { id: eventId } });
  const last = await db().revision.findFirstOrThrow({ orderBy: { at: "desc" }, select: { at: true } });
  const rows = foldEvent(await readFolded(eventId, length, last.at));
  const moment = rows && readMoment(text, rows.loaded.event.occurredZone);
  return rows && moment && withoutChange(pageOf(asKnownAt(rows, moment.until), null));
}
