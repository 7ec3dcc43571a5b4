import "server-only";
import { z } from "zod";
import type { Prisma } from "../../../prisma/generated/client";
import { listPublishedRefs } from "../../claims/published-refs";
import type { ClaimRef as ClaimRefView } from "../../claims/types";
import { db } from "../../db/client";
import type { EventSummary } from "../../events/rules";
import { groupBy } from "../../group-by";
import { RECORD_STATUSES } from "../../vocabulary";
import { apiUrl, pageUrl } from "./addresses";
import { Instant, instant, measureRef, Ref, UncertainDate, uncertainDate } from "./parts";
import { claimIdsOfRange, ReportedRangeResource, rangeResource } from "./range";

const Count = z.number().int().min(0);

export const EventResource = z
  .strictObject({
    slug: z.string(),
    url: z.url(),
    version: z.number().int(),
    title: z.string(),
    summary: z.string(),
    aliases: z
      .array(z.string())
      .meta({ description: "Other names of the event and of its place, in any script." }),
    place: z.strictObject({
      name: z.string(),
      country: z.string().nullable().meta({ description: "ISO 3166-1, two letters." }),
      latitude: z.number().nullable(),
      longitude: z.number().nullable(),
    }),
    occurred: UncertainDate,
    otherZones: z.array(z.string()),
    recordStatus: z.enum(RECORD_STATUSES),
    headlineMeasure: Ref.nullable(),
    headline: z
      .array(ReportedRangeResource)
      .meta({ description: "What was reported of the headline measure, by lane. Never an average." }),
    counts: z.strictObject({
      claimants: Count,
      origins: Count,
      originsNotFound: Count,
      reports: Count,
      figures: Count,
      statements: Count,
      contested: Count,
    }),
    publishedAt: Instant.nullable(),
    changedAt: Instant,
    links: z.strictObject({
      self: z.url(),
      measures: z.url(),
      claims: z.url(),
      revisions: z.url(),
      feed: z.url(),
    }),
  })
  .meta({ description: "A bounded happening in time and place." });
export type EventResource = z.input<typeof EventResource>;

export const eventResourceSelect = {
  id: true,
  slug: true,
  version: true,
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
  recordStatus: true,
  publishedAt: true,
  changedAt: true,
  aliases: { select: { name: true }, orderBy: { name: "asc" } },
  derived: { select: { summary: true } },
} as const satisfies Prisma.EventSelect;

export type EventResourceRow = Prisma.EventGetPayload<{ select: typeof eventResourceSelect }>;

/** Events as the API tells them, in their order. Two queries, whatever their number. */
export async function eventResources(rows: readonly EventResourceRow[]): Promise<EventResource[]> {
  const headlines = rows.flatMap((row) => headlineOf(summaryOf(row)));
  const measureIds = rows.flatMap((row) => summaryOf(row)?.headlineMeasureId ?? []);
  const [refs, measures] = await Promise.all([
    listPublishedRefs(headlines.flatMap(claimIdsOfRange)),
    db().measure.findMany({
      where: { id: { in: measureIds } },
      select: { id: true, slug: true, label: true },
    }),
  ]);
  const byId = groupBy(measures, ({ id }) => id);
  return rows.map((row) => toResource(row, refs, byId));
}

function summaryOf({ derived }: EventResourceRow): EventSummary | null {
  return (derived?.summary ?? null) as unknown as EventSummary | null;
}

function headlineOf(summary: EventSummary | null): EventSummary["ranges"] {
  return summary?.ranges.filter(({ measureId }) => measureId === summary.headlineMeasureId) ?? [];
}

function toResource(
  row: EventResourceRow,
  refs: ReadonlyMap<string, ClaimRefView>,
  measures: ReadonlyMap<string, { slug: string; label: string }[]>,
): EventResource {
  const summary = summaryOf(row);
  const [measure] = measures.get(summary?.headlineMeasureId ?? "") ?? [];
  const { slug } = row;
  return {
    slug,
    url: pageUrl(`/events/${slug}`),
    version: row.version,
    title: row.title,
    summary: row.summary,
    aliases: row.aliases.map(({ name }) => name),
    place: { name: row.placeName, country: row.country, latitude: row.latitude, longitude: row.longitude },
    occurred: uncertainDate({
      edtf: row.occurredEdtf,
      earliest: row.occurredEarliest.getTime(),
      latest: row.occurredLatest.getTime(),
      zone: row.occurredZone,
    }),
    otherZones: row.otherZones,
    recordStatus: row.recordStatus,
    headlineMeasure: measure ? measureRef(slug, measure) : null,
    headline: headlineOf(summary).map((range) => rangeResource(range, refs)),
    counts: countsOf(summary),
    publishedAt: row.publishedAt && instant(row.publishedAt),
    changedAt: instant(row.changedAt),
    links: {
      self: apiUrl(`/events/${slug}`),
      measures: apiUrl(`/events/${slug}/measures`),
      claims: apiUrl(`/claims?event=${slug}`),
      revisions: apiUrl(`/events/${slug}/revisions`),
      feed: new URL(`/feeds/events/${slug}/claims.atom`, apiUrl("")).href,
    },
  };
}

function countsOf(summary: EventSummary | null): EventResource["counts"] {
  const { claimants = 0, origins = 0, notFound = 0, reports = 0 } = summary?.counts ?? {};
  return {
    claimants,
    origins,
    originsNotFound: notFound,
    reports,
    figures: summary?.figureCount ?? 0,
    statements: summary?.statementCount ?? 0,
    contested: summary?.contestedCount ?? 0,
  };
}
