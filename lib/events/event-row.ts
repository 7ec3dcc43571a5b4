import type { z } from "zod";
import type { Event, EventAlias, Party } from "../../prisma/generated/client";
import { dateColumns } from "../dates/columns";
import type { Json } from "../history/digest";
import type { CreateEvent } from "./schema";

export type ParsedEvent = z.output<typeof CreateEvent>;
export type StoredEvent = Event & { aliases: EventAlias[]; parties: Party[] };

/** The columns of an event that hold what was typed of it; its names and parties are rows of their own. */
export function eventColumns({ place, occurred, aliases: _, parties: __, ...event }: ParsedEvent) {
  return {
    ...event,
    placeName: place.name,
    country: place.country,
    latitude: place.latitude,
    longitude: place.longitude,
    ...dateColumns("occurred", occurred),
  };
}

/** The fields of an event as its history keeps them: the date as its EDTF text and zone, sets in order. */
export function eventFields({
  place,
  occurred,
  aliases,
  parties,
  ...event
}: ParsedEvent): Record<string, Json> {
  return {
    ...event,
    place: { ...place },
    occurred: occurred.edtf,
    zone: occurred.zone,
    aliases: [...aliases].sort(),
    parties: sortedParties(parties),
  };
}

/** The parties of an event as its history keeps them. */
export function sortedParties(parties: ParsedEvent["parties"]): Json[] {
  return parties
    .map(({ claimantId, side, role }) => ({ claimantId, side, role }))
    .sort((a, b) => (a.claimantId < b.claimantId ? -1 : 1));
}

/** The way back: what was typed of a stored event. */
export function valuesOf(row: StoredEvent): ParsedEvent {
  return {
    slug: row.slug,
    title: row.title,
    summary: row.summary,
    place: {
      name: row.placeName,
      country: row.country,
      latitude: row.latitude,
      longitude: row.longitude,
    },
    occurred: {
      edtf: row.occurredEdtf,
      earliest: row.occurredEarliest.getTime(),
      latest: row.occurredLatest.getTime(),
      zone: row.occurredZone,
    },
    otherZones: row.otherZones,
    aliases: row.aliases.map(({ name }) => name),
    parties: row.parties.map(({ claimantId, side, role }) => ({ claimantId, side, role })),
  };
}
