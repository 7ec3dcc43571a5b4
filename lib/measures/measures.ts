import type { Prisma } from "../../prisma/generated/client";
import type { Measure, Scope } from "../quantity/quantity";

export const measureSelect = {
  id: true,
  slug: true,
  label: true,
  kinds: true,
  unit: true,
  personClass: true,
  demographic: true,
  nationality: true,
  area: true,
  periodEdtf: true,
  cause: true,
  total: true,
  position: true,
} as const satisfies Prisma.MeasureSelect;

export type MeasureRow = Prisma.MeasureGetPayload<{ select: typeof measureSelect }>;

/** A stored measure as the rules of figures see it. */
export function toMeasure(row: MeasureRow): Measure {
  return { id: row.id, kinds: row.kinds, unit: row.unit, scope: toScope(row) };
}

export function toScope(row: MeasureRow): Scope {
  return {
    personClass: row.personClass,
    demographic: row.demographic,
    nationality: row.nationality,
    area: row.area,
    period: row.periodEdtf,
    cause: row.cause,
    total: row.total,
  };
}
