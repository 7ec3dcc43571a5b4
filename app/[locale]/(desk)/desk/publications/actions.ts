"use server";

import { recordDifferences } from "@/app/_desk/record-differences";
import { recordRefusal } from "@/app/_desk/record-refusal";
import { typedPublication } from "@/app/_desk/record-typed";
import { submit } from "@/app/_desk/submit";
import { findSlug } from "@/lib/addresses/desk-address";
import type { Actor } from "@/lib/auth/actor";
import type { FormState } from "@/lib/forms/form-state";
import type { FormTexts } from "@/lib/forms/read-form";
import { slugOf } from "@/lib/forms/slug";
import { findPublicationForDesk } from "@/lib/publications/desk-publications";
import { editPublication } from "@/lib/publications/edit-publication";
import { readPublicationForm } from "@/lib/publications/publication-form";

type Which = { locale: string; id: string; slug: string };

/** Puts what was typed in place of a publication. */
export async function editPublicationAction(which: Which, _: FormState, form: FormData): Promise<FormState> {
  const { locale, id } = which;
  const edit = async (actor: Actor, fields: FormTexts, now: Date) => {
    const values = readPublicationForm(fields);
    const slug = fields.text("slug") ?? slugOf(values.name, "publication");
    const kept = { id, slug, version: fields.number("version"), reason: fields.text("reason") };
    await recordRefusal(fields, { locale }, () => editPublication(actor, { ...values, ...kept }, now));
    return { to: `/${locale}/desk/publications/${slug}?done=saved` };
  };
  return submit(form, edit, async (fields, actor) => {
    const slug = (await findSlug(actor, "publication", id)) ?? which.slug;
    const publication = await findPublicationForDesk(actor, slug);
    if (!publication) return { version: 0, differences: [] };
    const differences = recordDifferences("publication", fields.typed, typedPublication(publication), locale);
    return { version: publication.values.version, differences };
  });
}
