import type { UncertainDate } from "../dates/edtf";
import type { ReadDate } from "../dates/read-date";
import { dateInput, typedDate } from "../dates/typed-date";
import type { Typed } from "../forms/form-state";
import type { FormTexts } from "../forms/read-form";
import type { CauseDefinition, MeasureKind, PersonClass, Total } from "../vocabulary";
import type { DefineMeasure } from "./schema";

type Values = Omit<DefineMeasure, "eventId" | "slug">;
export type MeasureForm = { period: ReadDate | null; values: Values };

/** Reads the form of a measure of an event, whose time is given, in whose zone its period is told. */
export function readMeasureForm(fields: FormTexts, occurred: UncertainDate | null, now: number): MeasureForm {
  const zone = occurred?.zone ?? "UTC";
  const period = typedDate(fields, "period", { zone, now, near: occurred });
  const values = {
    label: fields.required("label"),
    kinds: fields.list("kinds") as MeasureKind[],
    unit: fields.required("unit"),
    personClass: (fields.text("personClass") ?? "unspecified") as PersonClass,
    demographic: fields.text("demographic"),
    nationality: fields.text("nationality"),
    area: fields.text("area"),
    period: period && dateInput(period, zone),
    cause: (fields.text("cause") ?? "unspecified") as CauseDefinition,
    total: fields.required("total") as Total,
    partOfId: fields.text("partOfId"),
  };
  return { period, values };
}

type Stored = Pick<DefineMeasure, "slug" | "label" | "kinds" | "unit" | "personClass" | "cause" | "total"> & {
  demographic: string | null;
  nationality: string | null;
  area: string | null;
  periodEdtf: string | null;
  partOf: { id: string; label: string } | null;
};

/** What the form of a measure holds to say what a stored one says. */
export function measureTyped(measure: Stored): Typed {
  return {
    slug: [measure.slug],
    label: [measure.label],
    kinds: measure.kinds,
    unit: [measure.unit],
    personClass: [measure.personClass],
    demographic: [measure.demographic ?? ""],
    nationality: [measure.nationality ?? ""],
    area: [measure.area ?? ""],
    period: [measure.periodEdtf ?? ""],
    cause: [measure.cause],
    total: [measure.total],
    partOfId: [measure.partOf?.id ?? ""],
    partOfIdLabel: [measure.partOf?.label ?? ""],
  };
}
