import { claimantTyped } from "@/lib/claimants/claimant-form";
import type { DeskClaimant } from "@/lib/claimants/desk-claimants";
import type { DeskEvent } from "@/lib/events/desk-events";
import { eventTyped } from "@/lib/events/event-form";
import type { Typed } from "@/lib/forms/form-state";
import type { DeskMeasure } from "@/lib/measures/desk-measures";
import { measureTyped } from "@/lib/measures/measure-form";
import type { DeskPublication } from "@/lib/publications/desk-publications";
import { publicationTyped } from "@/lib/publications/publication-form";
import type { DeskReport } from "@/lib/reports/desk-reports";
import { reportTyped } from "@/lib/reports/report-form";

// What the form of a record on file begins with, and what somebody else's version is compared by.

export function typedEvent({ values, claimants }: DeskEvent): Typed {
  const names = new Map(claimants.map(({ id, name }) => [id, name]));
  return { ...eventTyped(values, names), fourEyes: values.fourEyes ? ["yes"] : [] };
}

export function typedClaimant({ values, parent, publication, viaPublication }: DeskClaimant): Typed {
  return claimantTyped(values, {
    parent: named(parent),
    publication: named(publication),
    viaPublication: named(viaPublication),
  });
}

export function typedPublication({ values }: DeskPublication): Typed {
  return publicationTyped(values);
}

/** A measure names the whole that it is a part of by its id: the measures of its event tell its label. */
export function typedMeasure({ values }: DeskMeasure, measures: readonly DeskMeasure[]): Typed {
  const whole = measures.find((one) => one.values.id === values.partOfId);
  const text = (value: unknown) => (typeof value === "string" ? value : null);
  return measureTyped({
    ...values,
    demographic: text(values.demographic),
    nationality: text(values.nationality),
    area: text(values.area),
    periodEdtf: values.period?.edtf ?? null,
    partOf: whole ? { id: whole.values.id, label: whole.values.label } : null,
  });
}

export function typedReport({ values, publication }: DeskReport): Typed {
  return reportTyped({ ...values, publication: { id: publication.id, label: publication.name } });
}

function named(record: { id: string; name: string } | null) {
  return record && { id: record.id, label: record.name };
}
