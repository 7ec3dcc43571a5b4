import "server-only";
import { z } from "zod";
import type { Prisma } from "../../../prisma/generated/client";
import { listPublishedRefs } from "../../claims/published-refs";
import { db } from "../../db/client";
import type { EventSummary } from "../../events/rules";
import { measureSelect, toScope } from "../../measures/measures";
import { publicMeasure } from "../../publishing/gate";
import { CAUSE_DEFINITIONS, MEASURE_KINDS, PERSON_CLASSES, TOTALS } from "../../vocabulary";
import { apiUrl } from "./addresses";
import { eventRef, measureRef, Ref } from "./parts";
import { claimIdsOfRange, ReportedRangeResource, rangeResource } from "./range";

export const MeasureResource = z
  .strictObject({
    slug: z.string(),
    url: z.url(),
    version: z.number().int(),
    event: Ref,
    label: z.string(),
    kinds: z
      .array(z.enum(MEASURE_KINDS))
      .meta({ description: "A set: killed and injured is killed or wounded." }),
    unit: z.string(),
    scope: z.strictObject({
      personClass: z.enum(PERSON_CLASSES),
      demographic: z.string().nullable(),
      nationality: z.string().nullable(),
      area: z.string().nullable(),
      period: z.string().nullable().meta({ description: "EDTF." }),
      cause: z.enum(CAUSE_DEFINITIONS),
      total: z.enum(TOTALS),
    }),
    isHeadline: z.boolean(),
    partOf: Ref.nullable().meta({ description: "The measure that this one counts a part of." }),
    ranges: z
      .array(ReportedRangeResource)
      .meta({ description: "What was reported, by lane. Never an average." }),
    links: z.strictObject({ self: z.url(), event: z.url() }),
  })
  .meta({
    description: "What is counted, of whom, within one event. Figures compete only within one measure.",
  });
export type MeasureResource = z.input<typeof MeasureResource>;

export const measureResourceSelect = {
  ...measureSelect,
  version: true,
  partOfId: true,
  event: { select: { slug: true, title: true, derived: { select: { summary: true } } } },
} as const satisfies Prisma.MeasureSelect;

type Row = Prisma.MeasureGetPayload<{ select: typeof measureResourceSelect }>;

/** Measures as the API tells them, in their order. Two queries, whatever their number. */
export async function measureResources(rows: readonly Row[]): Promise<MeasureResource[]> {
  const [refs, wholes] = await Promise.all([
    listPublishedRefs(rows.flatMap((row) => rangesOf(row).flatMap(claimIdsOfRange))),
    db().measure.findMany({
      where: { id: { in: rows.flatMap(({ partOfId }) => partOfId ?? []) }, ...publicMeasure },
      select: { id: true, slug: true, label: true },
    }),
  ]);
  return rows.map((row) => {
    const { slug, event } = row;
    const whole = wholes.find(({ id }) => id === row.partOfId);
    return {
      slug,
      url: measureRef(event.slug, row).url,
      version: row.version,
      event: eventRef(event),
      label: row.label,
      kinds: row.kinds,
      unit: row.unit,
      scope: toScope(row),
      isHeadline: summaryOf(row)?.headlineMeasureId === row.id,
      partOf: whole ? measureRef(event.slug, whole) : null,
      ranges: rangesOf(row).map((range) => rangeResource(range, refs)),
      links: { self: apiUrl(`/measures/${event.slug}/${slug}`), event: apiUrl(`/events/${event.slug}`) },
    };
  });
}

function summaryOf({ event }: Row): EventSummary | null {
  return (event.derived?.summary ?? null) as unknown as EventSummary | null;
}

function rangesOf(row: Row): EventSummary["ranges"] {
  return summaryOf(row)?.ranges.filter(({ measureId }) => measureId === row.id) ?? [];
}
