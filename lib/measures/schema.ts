import { z } from "zod";
import { DateInput, optionalText, Slug, text } from "../forms/fields";
import { CAUSE_DEFINITIONS, MEASURE_KINDS, type MeasureKind, PERSON_CLASSES, TOTALS } from "../vocabulary";

/** What a measure counts, of whom. */
const measureFields = {
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
};

export const DefineMeasure = z
  .strictObject({ eventId: z.uuid(), ...measureFields })
  .transform((measure) => ({ ...measure, kinds: asSet(measure.kinds) }));
export type DefineMeasure = z.input<typeof DefineMeasure>;

/** A measure as a whole, in place of what it was. It stays in its event. */
export const EditMeasure = z
  .strictObject({
    id: z.uuid(),
    version: z.number().int().min(1),
    ...measureFields,
    /** Why; readers of a public measure are told. */
    reason: optionalText(1000).default(null),
  })
  .transform((measure) => ({ ...measure, kinds: asSet(measure.kinds) }));
export type EditMeasure = z.input<typeof EditMeasure>;

/** A set has no order and no repeats: sorted, so that equal sets are equal in the database. */
function asSet(kinds: readonly MeasureKind[]): MeasureKind[] {
  return [...new Set(kinds)].sort();
}
