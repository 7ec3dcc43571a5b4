import type { z } from "zod";
import type { Measure } from "../../prisma/generated/client";
import type { UncertainDate } from "../dates/edtf";
import type { Json } from "../history/digest";
import type { DefineMeasure } from "./schema";

export type ParsedMeasure = Omit<z.output<typeof DefineMeasure>, "eventId">;

/** The columns of a measure that hold what was typed of it. */
export function measureColumns({ period, ...measure }: ParsedMeasure) {
  return { ...measure, ...periodColumns(period) };
}

function periodColumns(period: UncertainDate | null) {
  return {
    periodEdtf: period?.edtf ?? null,
    periodEarliest: period && new Date(period.earliest),
    periodLatest: period && new Date(period.latest),
  };
}

/** The fields of a measure as its history keeps them. */
export function measureFields({ period, ...measure }: ParsedMeasure): Record<string, Json> {
  return { ...measure, period: period?.edtf ?? null };
}

/** The same fields of a stored measure. */
export function storedFields(row: Measure): Record<string, Json> {
  return {
    slug: row.slug,
    label: row.label,
    kinds: row.kinds,
    unit: row.unit,
    personClass: row.personClass,
    demographic: row.demographic,
    nationality: row.nationality,
    area: row.area,
    period: row.periodEdtf,
    cause: row.cause,
    total: row.total,
    partOfId: row.partOfId,
  };
}

/** The columns of a measure that a copy of it in another event takes over: all but its place there. */
export function copiedColumns(row: Measure) {
  return {
    label: row.label,
    kinds: row.kinds,
    unit: row.unit,
    personClass: row.personClass,
    demographic: row.demographic,
    nationality: row.nationality,
    area: row.area,
    periodEdtf: row.periodEdtf,
    periodEarliest: row.periodEarliest,
    periodLatest: row.periodLatest,
    cause: row.cause,
    total: row.total,
  };
}
