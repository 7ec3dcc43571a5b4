import { z } from "zod";
import { DateInput, optionalText, Slug, text } from "../forms/fields";
import { CAUSE_DEFINITIONS, MEASURE_KINDS, PERSON_CLASSES, TOTALS } from "../vocabulary";

export const DefineMeasure = z
  .strictObject({
    eventId: z.uuid(),
    slug: Slug,
    label: text(200),
    kinds: z.array(z.enum(MEASURE_KINDS)).min(1, "Choose at least one kind."),
    unit: text(100),
    personClass: z.enum(PERSON_CLASSES),
    demographic: optionalText(200),
    nationality: optionalText(200),
    area: optionalText(200),
    period: DateInput.nullable(),
    cause: z.enum(CAUSE_DEFINITIONS),
    total: z.enum(TOTALS),
    partOfId: z.uuid().nullable().default(null),
  })
  // A set has no order and no repeats: sorted, so that equal sets are equal in the database.
  .transform((measure) => ({ ...measure, kinds: [...new Set(measure.kinds)].sort() }));
export type DefineMeasure = z.input<typeof DefineMeasure>;
