import "server-only";
import type { Prisma } from "../../prisma/generated/client";
import { findLeadsTo } from "../addresses/leads-to";
import { listPublishedRefs } from "../claims/published-refs";
import type { ClaimRef } from "../claims/types";
import { db } from "../db/client";
import { type Cursor, readCursor, writeCursor } from "../db/cursor";
import { publishedEvent } from "../publishing/gate";
import { toEventPage } from "./event-page";
import { type EventRecord, eventSelect } from "./event-select";
import { loadEvent } from "./load-event";
import { rangeView } from "./range-view";
import type { EventSummary } from "./rules";
import type { EventPage, EventRow } from "./types";

/**
 * A published event with all that its page shows, or null. `relationsOf`: the slug of a measure whose figures are compared
 * each with each. One query, whatever the number of claims and with or without relations.
 */
export async function findEvent(slug: string, relationsOf: string | null = null): Promise<EventPage | null> {
  const loaded = await loadEvent(slug);
  return loaded && toEventPage(loaded, relationsOf);
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
 * claimants at its ends, and counts; and the cursor of the next page. Four queries, whatever the number of events.
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
