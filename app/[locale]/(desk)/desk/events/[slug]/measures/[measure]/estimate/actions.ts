"use server";

import { estimateReading } from "@/app/_desk/estimate-reading";
import { submit } from "@/app/_desk/submit";
import type { Actor } from "@/lib/auth/actor";
import { Invalid, NotFound } from "@/lib/errors";
import { findMeasureToEstimate } from "@/lib/estimates/desk-measure";
import { estimateMeasure } from "@/lib/estimates/estimate-measure";
import { withdrawEstimate } from "@/lib/estimates/withdraw-estimate";
import { translator } from "@/lib/format/messages";
import type { FormState } from "@/lib/forms/form-state";
import { FormTexts } from "@/lib/forms/read-form";

/** The page of a measure's estimate. */
type Place = { locale: string; measureId: string; eventSlug: string; slug: string };

/** Publishes an editor's estimate, once they have seen how its words are read. */
export async function estimateAction(place: Place, _: FormState, form: FormData): Promise<FormState> {
  const state = await submit(
    form,
    async (actor, fields, now) => {
      const measure = await findMeasureToEstimate(actor, place.eventSlug, place.slug);
      if (!measure || measure.id !== place.measureId) throw new NotFound("measure");
      const { key, said, problem } = estimateReading(fields.raw("raw"), measure, place.locale);
      // What is left out is told of at once.
      const isWhole = fields.text("method") !== null && fields.list("inputs").length > 0;
      if (key !== null && isWhole && fields.raw("readAs") !== key)
        return { message: "", result: { key, said } };
      const input = {
        measureId: place.measureId,
        number: fields.number("version"),
        raw: fields.required("raw"),
        method: fields.required("method"),
        inputs: fields.list("inputs"),
      };
      await atField(problem, () => estimateMeasure(actor, input, now));
      return {
        to: `/${place.locale}/desk/events/${place.eventSlug}/measures/${place.slug}/estimate?done=made`,
      };
    },
    (fields, actor) => readAgain(actor, fields, place),
  );
  if (state.outcome !== "done") return state;
  // What was typed stays while the reading is looked at, and which estimate was read.
  const fields = new FormTexts(form);
  return { ...state, typed: fields.typed, version: fields.number("version") };
}

/** Takes the standing estimate back. */
export async function withdrawEstimateAction(
  { locale, measureId, eventSlug, slug }: Place,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  return submit(form, async (actor, fields, now) => {
    const number = fields.number("version");
    await withdrawEstimate(actor, { measureId, number, reason: fields.required("reason") }, now);
    return { to: `/${locale}/desk/events/${eventSlug}/measures/${slug}/estimate?done=withdrawn` };
  });
}

/** All that is wrong at once; a sentence about one of the inputs is one about them all. */
async function atField(problem: Record<string, string>, work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof Invalid)) throw error;
    const named = Object.entries(error.fields).map(([path, sentence]) => [
      path.replace(/\.\d+$/, ""),
      sentence,
    ]);
    // In the order of the form.
    const all: Record<string, string> = { ...problem, ...Object.fromEntries(named) };
    const order = ["raw", "inputs", "method"];
    const fields = Object.entries(all).toSorted(([a], [b]) => order.indexOf(a) - order.indexOf(b));
    throw new Invalid(Object.fromEntries(fields));
  }
}

/** What another editor published meanwhile, beside what was typed (R33). */
async function readAgain(actor: Actor, fields: FormTexts, { locale, eventSlug, slug }: Place) {
  const t = translator(locale);
  const newest = (await findMeasureToEstimate(actor, eventSlug, slug))?.estimates[0];
  if (!newest) return { version: 0, differences: [] };
  const theirs =
    newest.raw === null
      ? { raw: t("desk.estimate.conflict.withdrawn", { reason: newest.method }), method: "" }
      : { raw: newest.raw, method: newest.method };
  const differences = (["raw", "method"] as const)
    .map((field) => ({
      field,
      label: t(`desk.estimate.${field}`),
      mine: fields.raw(field),
      theirs: theirs[field],
      theirsValue: newest.raw === null ? fields.raw(field) : undefined,
    }))
    .filter(({ mine, theirs: other }) => mine !== other);
  return { version: newest.number, differences };
}
