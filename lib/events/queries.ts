import "server-only";
import type { Prisma } from "../../prisma/generated/client";
import { findLeadsTo } from "../addresses/leads-to";
import { listAttributionsByClaim } from "../attributions/queries";
import { figureSelect } from "../claims/figures";
import { listPublishedRefs } from "../claims/published-refs";
import { claimantSelect } from "../claims/refs";
import type { ClaimRef } from "../claims/types";
import { db } from "../db/client";
import { type Cursor, readCursor, writeCursor } from "../db/cursor";
import { measureSelect } from "../measures/measures";
import { published, publishedEvent } from "../publishing/gate";
import { listEditorsDecisions } from "./editors-decisions";
import { type LoadedEvent, toEventPage } from "./event-page";
import { listOtherParts } from "./other-parts";
import { rangeView } from "./range-view";
import type { EventSummary } from "./rules";
import type { EventPage, EventRow } from "./types";

const eventSelect = {
  id: true,
  slug: true,
  title: true,
  summary: true,
  placeName: true,
  country: true,
  latitude: true,
  longitude: true,
  occurredEdtf: true,
  occurredEarliest: true,
  occurredLatest: true,
  occurredZone: true,
  otherZones: true,
  headlineMeasureId: true,
  changedAt: true,
  publishedAt: true,
  version: true,
} as const satisfies Prisma.EventSelect;

export type EventRecord = Prisma.EventGetPayload<{ select: typeof eventSelect }>;

const claimSelect = {
  ...figureSelect,
  publicId: true,
  type: true,
  topic: true,
  claimant: { select: claimantSelect },
  wordingLanguage: true,
  wordingTranslation: true,
  wordingTranslatedBy: true,
  relativeToId: true,
  derived: true,
  statedEdtf: true,
  statedZone: true,
  asOfEdtf: true,
  asOfZone: true,
} as const satisfies Prisma.ClaimSelect;

export type EventClaim = Prisma.ClaimGetPayload<{ select: typeof claimSelect }>;

/**
 * A published event with all that its page shows, or null. `relationsOf`: the slug of a measure whose figures are compared
 * each with each. Fourteen queries, whatever the number of claims and with or without relations.
 */
export async function findEvent(slug: string, relationsOf: string | null = null): Promise<EventPage | null> {
  const loaded = await loadEvent(slug);
  return loaded && toEventPage(loaded, relationsOf);
}

/** The rows that the page of a published event is put together from, or null. Fourteen queries. */
export async function loadEvent(slug: string): Promise<LoadedEvent | null> {
  const event = await db().event.findFirst({ where: { slug, ...publishedEvent }, select: eventSelect });
  if (!event) return null;

  const ofEvent = { eventId: event.id };
  const [aliases, parties, measures, claims, attributions, links, parts, decisions] = await Promise.all([
    db().eventAlias.findMany({ where: ofEvent, orderBy: { name: "asc" } }),
    db().party.findMany({ where: ofEvent, select: { claimantId: true, side: true } }),
    db().measure.findMany({ where: ofEvent, select: measureSelect, orderBy: { position: "asc" } }),
    db().claim.findMany({
      where: { ...ofEvent, ...published },
      select: claimSelect,
      orderBy: [{ statedEarliest: "asc" }, { number: "asc" }],
    }),
    listAttributionsByClaim({ claim: { ...ofEvent, ...published } }),
    db().claimLink.findMany({
      where: {
        state: "accepted",
        kind: { in: ["supersedes", "replaces"] },
        toClaim: { ...ofEvent, ...published },
      },
      select: { fromClaimId: true, toClaimId: true },
    }),
    listOtherParts(event.id),
    listEditorsDecisions(event.id),
  ]);
  return { event, aliases, parties, measures, claims, attributions, links, parts, decisions };
}

/** The address to which that of a renamed or merged event leads, where that one is public; or null (R30). */
export async function findEventByFormerSlug(slug: string): Promise<string | null> {
  const id = await findLeadsTo("event", slug);
  const event =
    id && (await db().event.findFirst({ where: { id, ...publishedEvent }, select: { slug: true } }));
  return event && event.slug !== slug ? event.slug : null;
}

/**
 * The published events by latest change, each with its headline: the range of its headline measure with the
 * claimants at its ends, and counts; and the cursor of the next page. Five queries, whatever the number of events.
 */
export async function listEvents({ limit, after = null }: { limit: number; after?: string | null }) {
  const cursor = after === null ? null : readCursor(after);
  const found = await db().event.findMany({
    where: { ...publishedEvent, ...(cursor && isAfter(cursor)) },
    select: { ...eventSelect, derived: { select: { summary: true } } },
    orderBy: [{ changedAt: "desc" }, { id: "desc" }],
    take: limit + 1,
  });
  const events = found.slice(0, limit);
  const last = events.at(-1);
  const summaries = new Map(
    events.map(({ id, derived }) => [id, derived?.summary as unknown as EventSummary | undefined]),
  );
  const headlines = [...summaries.values()].flatMap((summary) => headlineOf(summary) ?? []);
  const [refs, measures] = await Promise.all([
    listPublishedRefs(headlines.flatMap(figureIdsOf)),
    db().measure.findMany({
      where: { id: { in: headlines.map(({ measureId }) => measureId) } },
      select: { id: true, label: true },
    }),
  ]);
  return {
    rows: events.map((event) => toEventRow(event, summaries.get(event.id), refs, measures)),
    next: found.length > limit && last ? writeCursor({ at: last.changedAt, id: last.id }) : null,
  };
}

function isAfter({ at, id }: Cursor): Prisma.EventWhereInput {
  return { OR: [{ changedAt: { lt: at } }, { changedAt: at, id: { lt: id } }] };
}

function headlineOf(summary: EventSummary | undefined) {
  return summary?.ranges.find(
    ({ measureId, lane }) => measureId === summary.headlineMeasureId && lane === "count",
  );
}

function figureIdsOf(range: EventSummary["ranges"][number]): string[] {
  return [
    ...(range.low?.figureIds ?? []),
    ...(range.high?.figureIds ?? []),
    ...range.documentedMinima.slice(0, 1).map(({ figureId }) => figureId),
  ];
}

function toEventRow(
  event: EventRecord,
  summary: EventSummary | undefined,
  refs: Map<string, ClaimRef>,
  measures: { id: string; label: string }[],
): EventRow {
  const headline = headlineOf(summary);
  const minimum = headline?.documentedMinima[0];
  const minimumBy = minimum && refs.get(minimum.figureId);
  return {
    slug: event.slug,
    title: event.title,
    placeName: event.placeName,
    occurred: {
      edtf: event.occurredEdtf,
      earliest: event.occurredEarliest.getTime(),
      latest: event.occurredLatest.getTime(),
      zone: event.occurredZone,
    },
    changedAt: event.changedAt.getTime(),
    headline: headline
      ? {
          measureLabel: measures.find(({ id }) => id === headline.measureId)?.label ?? "",
          range: rangeView(headline, refs),
          documentedMinimum: minimum && minimumBy ? { basis: minimum.basis, claim: minimumBy } : null,
        }
      : null,
    counts: summary?.counts ?? { claimants: 0, origins: 0, notFound: 0, reports: 0 },
    claimCount: (summary?.figureCount ?? 0) + (summary?.statementCount ?? 0),
    verificationCounts: summary?.verificationCounts ?? {},
    contestedCount: summary?.contestedCount ?? 0,
  };
}
