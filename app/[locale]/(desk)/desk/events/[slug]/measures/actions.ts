"use server";

import { recordDifferences } from "@/app/_desk/record-differences";
import { recordRefusal } from "@/app/_desk/record-refusal";
import { typedMeasure } from "@/app/_desk/record-typed";
import { submit } from "@/app/_desk/submit";
import type { Actor } from "@/lib/auth/actor";
import { findEventTime } from "@/lib/events/desk-event-time";
import type { FormState } from "@/lib/forms/form-state";
import type { FormTexts } from "@/lib/forms/read-form";
import { slugOf } from "@/lib/forms/slug";
import { listDeskMeasures } from "@/lib/measures/desk-measures";
import { editMeasure } from "@/lib/measures/edit-measure";
import { readMeasureForm } from "@/lib/measures/measure-form";

type Which = { locale: string; id: string; eventId: string; eventSlug: string };

/** Puts what was typed in place of a measure. */
export async function editMeasureAction(which: Which, _: FormState, form: FormData): Promise<FormState> {
  const { locale, id, eventId, eventSlug } = which;
  const edit = async (actor: Actor, fields: FormTexts, now: Date) => {
    const occurred = await findEventTime(actor, eventId);
    const { period, values } = readMeasureForm(fields, occurred, now.getTime());
    const slug = fields.text("slug") ?? slugOf(values.label, "measure");
    const kept = { id, slug, version: fields.number("version"), reason: fields.text("reason") };
    const terms = { locale, dates: { period }, chosen: ["partOfId"] };
    await recordRefusal(fields, terms, () => editMeasure(actor, { ...values, ...kept }, now));
    return { to: `/${locale}/desk/events/${eventSlug}/measures/${slug}?done=saved` };
  };
  return submit(form, edit, async (fields, actor) => {
    const measures = await listDeskMeasures(actor, eventSlug);
    const measure = measures.find((one) => one.values.id === id);
    if (!measure) return { version: 0, differences: [] };
    const current = typedMeasure(measure, measures);
    const differences = recordDifferences("measure", fields.typed, current, locale);
    return { version: measure.values.version, differences };
  });
}
