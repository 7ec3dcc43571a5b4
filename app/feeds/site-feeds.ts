import { correctionFeed } from "@/app/_components/corrections/correction-feed";
import { eventsFeed } from "@/app/_components/feeds/events-feed";
import { BEGUN } from "@/app/_components/feeds/feed-head";
import { listCorrections } from "@/lib/claims/list-corrections";
import { listChangedEvents } from "@/lib/feeds/changed-events";
import { ENTRIES_MAX, type Feed } from "@/lib/feeds/feed";

/** The public events that changed last. */
export async function findEventsFeed(locale: string): Promise<Feed> {
  return eventsFeed(await listChangedEvents(), locale);
}

/** The newest corrections of the site (R26). */
export async function findCorrectionsFeed(locale: string): Promise<Feed> {
  const { rows } = await listCorrections({}, ENTRIES_MAX);
  return correctionFeed({ event: null, corrections: rows, begun: BEGUN, locale });
}
