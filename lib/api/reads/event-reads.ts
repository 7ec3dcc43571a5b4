import "server-only";
import { z } from "zod";
import { findLeadsTo } from "../../addresses/leads-to";
import { Day } from "../../claims/schema";
import { db } from "../../db/client";
import { readCursor, writeCursor } from "../../db/cursor";
import { NotFound } from "../../errors";
import { findEventByFormerSlug } from "../../events/queries";
import { Country, Slug } from "../../forms/fields";
import { findEventHistory } from "../../public-history/event-history";
import { publicMeasure, published, publishedEvent } from "../../publishing/gate";
import {
  EventResource,
  type EventResourceRow,
  eventResourceSelect,
  eventResources,
} from "../resources/event";
import { MeasureResource, measureResourceSelect, measureResources } from "../resources/measure";
import { RevisionResource, revisionResource } from "../resources/revision";
import { defineRead, InstantCursor, NumberCursor, pageFrom, paging } from "./define-read";
import { eventsBySlug, measuresOf } from "./including";
import { afterCursor, directionOf } from "./instant-keyset";

const EVENTS = "Events";
const MEASURES = "Measures";

const INCLUDES = { measures: z.array(MeasureResource) };
const SORTED_BY = { changed: "changedAt", occurred: "occurredEarliest", published: "publishedAt" } as const;

export const listEvents = defineRead({
  path: "/events",
  id: "listEvents",
  tag: EVENTS,
  summary: "List events, the last changed first.",
  params: z.strictObject({}),
  query: {
    ...paging(InstantCursor, ["-changed", "changed", "-occurred", "occurred", "-published", "published"]),
    country: Country.optional().meta({ description: "Where it happened: ISO 3166-1, two letters." }),
    claimant: Slug.optional().meta({ description: "Only events in which this claimant claims something." }),
    from: Day.optional().meta({ description: "Happened on this day or later, UTC." }),
    to: Day.optional().meta({ description: "Happened on this day or earlier, UTC." }),
  },
  data: EventResource,
  includes: INCLUDES,
  isList: true,
  async run({ query: { limit, after, sort, country, claimant, from, to }, include }) {
    const field = SORTED_BY[sort.replace("-", "") as keyof typeof SORTED_BY];
    const direction = directionOf(sort);
    const found = await db().event.findMany({
      where: {
        AND: [
          publishedEvent,
          country ? { country } : {},
          claimant ? { claims: { some: { ...published, claimant: { slug: claimant } } } } : {},
          from ? { occurredLatest: { gte: new Date(`${from}T00:00:00.000Z`) } } : {},
          to ? { occurredEarliest: { lte: new Date(`${to}T23:59:59.999Z`) } } : {},
          afterCursor(after, field, direction),
        ],
      },
      select: eventResourceSelect,
      orderBy: [{ [field]: direction }, { id: direction }],
      take: limit + 1,
    });
    const { rows, next } = pageFrom(found, limit, (row) =>
      writeCursor({ at: row[field as "changedAt"], id: row.id }),
    );
    return { rows: await told(rows, include), next };
  },
});

export const getEvent = defineRead({
  path: "/events/{slug}",
  id: "getEvent",
  tag: EVENTS,
  summary: "Read one event.",
  params: z.strictObject({ slug: Slug }),
  query: {},
  data: EventResource,
  includes: INCLUDES,
  isList: false,
  async run({ params: { slug }, include }) {
    const row = await db().event.findFirst({
      where: { slug, ...publishedEvent },
      select: eventResourceSelect,
    });
    if (!row) return { movedTo: `/events/${await presentSlug(slug)}` };
    const [event] = await told([row], include);
    return { row: event, version: row.version };
  },
});

export const listMeasures = defineRead({
  path: "/events/{slug}/measures",
  id: "listMeasures",
  tag: MEASURES,
  summary: "List what is counted of an event, in the order of its page.",
  params: z.strictObject({ slug: Slug }),
  query: paging(InstantCursor, ["position"]),
  data: MeasureResource,
  includes: {},
  isList: true,
  async run({ params: { slug }, query: { limit, after } }) {
    const event = await db().event.findFirst({ where: { slug, ...publishedEvent }, select: { id: true } });
    if (!event) return { movedTo: `/events/${await presentSlug(slug)}/measures` };
    const found = await db().measure.findMany({
      where: { AND: [publicMeasure, { eventId: event.id }, afterPosition(after)] },
      select: measureResourceSelect,
      orderBy: [{ position: "asc" }, { id: "asc" }],
      take: limit + 1,
    });
    const { rows, next } = pageFrom(found, limit, ({ position, id }) =>
      writeCursor({ at: new Date(position), id }),
    );
    return { rows: await measureResources(rows), next };
  },
});

export const getMeasure = defineRead({
  path: "/measures/{event}/{measure}",
  id: "getMeasure",
  tag: MEASURES,
  summary: "Read one measure of an event.",
  params: z.strictObject({ event: Slug, measure: Slug }),
  query: {},
  data: MeasureResource,
  includes: { event: EventResource },
  isList: false,
  async run({ params: { event: eventSlug, measure: slug }, include }) {
    const row = await db().measure.findFirst({
      where: { slug, event: { slug: eventSlug, ...publishedEvent }, ...publicMeasure },
      select: measureResourceSelect,
    });
    if (!row) return { movedTo: await presentMeasure(eventSlug, slug) };
    const [measure] = await measureResources([row]);
    if (!measure) throw new NotFound("measure");
    const included = include.has("event")
      ? { included: { event: (await eventsBySlug([eventSlug])).get(eventSlug) } }
      : {};
    return { row: { ...measure, ...included }, version: row.version };
  },
});

export const listEventRevisions = defineRead({
  path: "/events/{slug}/revisions",
  id: "listEventRevisions",
  tag: "Revisions",
  summary: "List all that happened in public to an event and what belongs to it, the newest first.",
  params: z.strictObject({ slug: Slug }),
  query: paging(NumberCursor, ["-number"]),
  data: RevisionResource,
  includes: {},
  isList: true,
  async run({ params: { slug }, query: { limit, after } }) {
    const history = await findEventHistory(slug, { before: after ? Number(after) : null }, limit);
    if (!history) return { movedTo: `/events/${await presentSlug(slug)}/revisions` };
    return {
      rows: history.entries.map(revisionResource),
      next: history.next === null ? null : String(history.next),
    };
  },
});

async function told(rows: readonly EventResourceRow[], include: ReadonlySet<string>) {
  const events = await eventResources(rows);
  if (include.size === 0) return events;
  const measures = await measuresOf(rows.map(({ id }) => id));
  return events.map((event, at) => ({
    ...event,
    included: { measures: measures.get(rows[at]?.id ?? "") ?? [] },
  }));
}

/** Of an event that no longer has this address; NotFound where it leads nowhere (R30). */
async function presentSlug(slug: string): Promise<string> {
  const present = await findEventByFormerSlug(slug);
  if (present === null) throw new NotFound("event");
  return present;
}

/** Where a measure is whose event was renamed or that was merged into another of its event; or NotFound (R30). */
async function presentMeasure(eventSlug: string, slug: string): Promise<string> {
  const eventId = await findLeadsTo("event", eventSlug);
  const measure =
    eventId &&
    (await db().measure.findFirst({
      where: { eventId, slug, event: publishedEvent },
      select: { slug: true, event: { select: { slug: true } }, mergedInto: { select: { id: true } } },
    }));
  if (!measure) throw new NotFound("measure");
  const present = await db().measure.findFirst({
    where: {
      AND: [publicMeasure, measure.mergedInto ? { id: measure.mergedInto.id } : { eventId, slug }],
    },
    select: { slug: true },
  });
  const path = present && `/measures/${measure.event.slug}/${present.slug}`;
  if (!path || path === `/measures/${eventSlug}/${slug}`) throw new NotFound("measure");
  return path;
}

/** A place in the order of an event's measures, whose cursor holds the position in place of an instant. */
function afterPosition(text: string | undefined): object {
  const cursor = text === undefined ? null : readCursor(text);
  if (!cursor) return {};
  const position = Math.max(Math.min(cursor.at.getTime(), POSITION_MAX), -POSITION_MAX);
  return { OR: [{ position: { gt: position } }, { position, id: { gt: cursor.id } }] };
}

// What an integer of the database holds.
const POSITION_MAX = 2_147_483_647;
