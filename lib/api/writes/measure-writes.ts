import "server-only";
import { z } from "zod";
import { db } from "../../db/client";
import { Invalid, NotFound } from "../../errors";
import { defineMeasure } from "../../measures/define-measure";
import { listDeskMeasures } from "../../measures/desk-measures";
import { editMeasure } from "../../measures/edit-measure";
import { CAUSE_DEFINITIONS, MEASURE_KINDS, PERSON_CLASSES, TOTALS } from "../../vocabulary";
import { defineWrite, type Told } from "./define-write";
import { findMeasureId, getId } from "./names";
import { GivenDate, NullableText, SlugName, Text } from "./parts";

const tag = "events";

const MeasureFields = z.strictObject({
  slug: SlugName,
  label: Text,
  kinds: z.array(z.enum(MEASURE_KINDS)).max(20),
  unit: Text,
  personClass: z.enum(PERSON_CLASSES).optional(),
  demographic: NullableText.optional(),
  nationality: NullableText.optional(),
  area: NullableText.optional(),
  period: GivenDate.nullable().optional(),
  cause: z.enum(CAUSE_DEFINITIONS).optional(),
  total: z.enum(TOTALS),
  partOf: SlugName.nullable().optional().meta({ description: "The measure that this one counts a part of." }),
});

const UNSAID = {
  personClass: "unspecified",
  demographic: null,
  nationality: null,
  area: null,
  period: null,
  cause: "unspecified",
} as const;

async function partOfId(eventId: string, partOf: string | null | undefined) {
  if (partOf === undefined) return {};
  if (partOf === null) return { partOfId: null };
  const id = await findMeasureId(eventId, partOf);
  if (!id) throw new Invalid({ partOf: "There is no such measure in this event." });
  return { partOfId: id };
}

export const postMeasure = defineWrite({
  method: "POST",
  path: "/events/{slug}/measures",
  id: "defineMeasure",
  tag,
  summary: "Defines what is counted, of whom, in an event.",
  scope: "log",
  params: z.strictObject({ slug: SlugName }),
  body: MeasureFields,
  status: 201,
  needsVersion: false,
  async run({ params: { slug }, body: { partOf, ...measure }, actor, now }) {
    const eventId = await getId("event", slug);
    const input = { ...UNSAID, ...measure, eventId, ...(await partOfId(eventId, partOf)) };
    return told(slug, await defineMeasure(actor, input, now));
  },
});

export const patchMeasure = defineWrite({
  method: "PATCH",
  path: "/measures/{event}/{measure}",
  id: "editMeasure",
  tag,
  summary: "Changes what is sent of a measure, and leaves the rest as it is.",
  scope: "log",
  params: z.strictObject({ event: SlugName, measure: SlugName }),
  body: MeasureFields.partial().extend({ reason: NullableText.optional() }),
  status: 200,
  needsVersion: true,
  async run({ params, body: { partOf, ...changes }, actor, version, now }) {
    const eventId = await getId("event", params.event);
    const measures = await listDeskMeasures(actor, params.event);
    const measure = measures.find(({ values }) => values.slug === params.measure);
    if (!measure) throw new NotFound("measure");
    const changed = { ...measure.values, ...changes, ...(await partOfId(eventId, partOf)) };
    await editMeasure(actor, { ...changed, version }, now);
    return told(params.event, measure.values.id);
  },
});

async function told(event: string, id: string): Promise<Told> {
  const { slug, version } = await db().measure.findUniqueOrThrow({
    where: { id },
    select: { slug: true, version: true },
  });
  return {
    id: slug,
    version,
    path: `/measures/${event}/${slug}`,
    desk: `/events/${event}/measures/${slug}`,
  };
}
