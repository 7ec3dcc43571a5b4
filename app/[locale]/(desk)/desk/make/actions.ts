"use server";

import { describeChoice } from "@/app/_desk/choice-in-words";
import { recordRefusal } from "@/app/_desk/record-refusal";
import { submit } from "@/app/_desk/submit";
import { type SlugPlace, withFreeSlug } from "@/lib/addresses/free-slug";
import { readClaimantForm } from "@/lib/claimants/claimant-form";
import { createClaimant } from "@/lib/claimants/create-claimant";
import { NotFound } from "@/lib/errors";
import { createEvent } from "@/lib/events/create-event";
import { findEventTime } from "@/lib/events/desk-event-time";
import { readEventForm } from "@/lib/events/event-form";
import type { FormState } from "@/lib/forms/form-state";
import type { FormTexts } from "@/lib/forms/read-form";
import { slugOf } from "@/lib/forms/slug";
import { defineMeasure } from "@/lib/measures/define-measure";
import { readMeasureForm } from "@/lib/measures/measure-form";
import { createPublication } from "@/lib/publications/create-publication";
import { readPublicationForm } from "@/lib/publications/publication-form";
import { fileReport } from "@/lib/reports/file-report";
import { readReportForm } from "@/lib/reports/report-form";
import type { ChoiceKind } from "@/lib/search/schema";

// Each gives the record as a choice, to the dialog that missed it; a form that is a page of its own leads to it.

/** Creates an event. */
export async function makeEventAction(locale: string, _: FormState, form: FormData): Promise<FormState> {
  return submit(form, async (actor, fields, now) => {
    const { occurred, values } = readEventForm(fields, now.getTime());
    const record = await recordRefusal(fields, { locale, dates: { occurred } }, () =>
      withSlug(fields, { kind: "event" }, values.title, (slug) =>
        createEvent(actor, { slug, ...values }, now),
      ),
    );
    return made("event", record, fields, locale);
  });
}

/** Registers a claimant. */
export async function makeClaimantAction(locale: string, _: FormState, form: FormData): Promise<FormState> {
  return submit(form, async (actor, fields, now) => {
    const values = readClaimantForm(fields);
    const chosen = ["parentId", "publicationId", "viaPublicationId"];
    const record = await recordRefusal(fields, { locale, chosen }, () =>
      withSlug(fields, { kind: "claimant" }, values.name, (slug) =>
        createClaimant(actor, { slug, ...values }, now),
      ),
    );
    return made("claimant", record, fields, locale);
  });
}

/** Registers a publication. */
export async function makePublicationAction(
  locale: string,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  return submit(form, async (actor, fields, now) => {
    const values = readPublicationForm(fields);
    const record = await recordRefusal(fields, { locale }, () =>
      withSlug(fields, { kind: "publication" }, values.name, (slug) =>
        createPublication(actor, { slug, ...values }, now),
      ),
    );
    return made("publication", record, fields, locale);
  });
}

/** Defines a measure of the event whose id the form carries. */
export async function makeMeasureAction(locale: string, _: FormState, form: FormData): Promise<FormState> {
  return submit(form, async (actor, fields, now) => {
    const eventId = fields.required("eventId");
    const occurred = await findEventTime(actor, eventId);
    if (!occurred) throw new NotFound("event");
    const { period, values } = readMeasureForm(fields, occurred, now.getTime());
    const terms = { locale, dates: { period }, chosen: ["partOfId"] };
    const record = await recordRefusal(fields, terms, () =>
      withSlug(fields, { kind: "measure", eventId }, values.label, (slug) =>
        defineMeasure(actor, { eventId, slug, ...values }, now),
      ),
    );
    return made("measure", record, fields, locale);
  });
}

/** Files a report. */
export async function makeReportAction(locale: string, _: FormState, form: FormData): Promise<FormState> {
  return submit(form, async (actor, fields, now) => {
    const { published, values } = readReportForm(fields, now.getTime());
    const terms = { locale, dates: { published }, chosen: ["publicationId"] };
    const id = await recordRefusal(fields, terms, () => fileReport(actor, values, now));
    return made("report", { id, slug: "" }, fields, locale);
  });
}

type Made = { id: string; slug: string };

// An address that a person typed is taken as it is, and refused where it is another's.
function withSlug(
  fields: FormTexts,
  place: SlugPlace,
  name: string,
  create: (slug: string) => Promise<string>,
): Promise<Made> {
  const typed = fields.text("slug");
  const command = async (slug: string) => ({ id: await create(slug), slug });
  return typed === null ? withFreeSlug(place, slugOf(name, place.kind), command) : command(typed);
}

async function made(kind: ChoiceKind, { id, slug }: Made, fields: FormTexts, locale: string) {
  const choice = await describeChoice(kind, id, locale);
  if (fields.raw("then") !== "page") return { message: "", result: choice };
  if (kind !== "measure") return { to: `/${locale}/desk/${kind}s/${choice?.extra?.publicId ?? slug}` };
  const event = await describeChoice("event", fields.raw("eventId"), locale);
  return { to: `/${locale}/desk/events/${event?.extra?.slug ?? ""}` };
}
