"use server";

import { recordDifferences } from "@/app/_desk/record-differences";
import { recordRefusal } from "@/app/_desk/record-refusal";
import { typedClaimant } from "@/app/_desk/record-typed";
import { submit } from "@/app/_desk/submit";
import { findSlug } from "@/lib/addresses/desk-address";
import type { Actor } from "@/lib/auth/actor";
import { readClaimantForm } from "@/lib/claimants/claimant-form";
import { findClaimantForDesk } from "@/lib/claimants/desk-claimants";
import { editClaimant } from "@/lib/claimants/edit-claimant";
import type { FormState } from "@/lib/forms/form-state";
import type { FormTexts } from "@/lib/forms/read-form";
import { slugOf } from "@/lib/forms/slug";

type Which = { locale: string; id: string; slug: string };

/** Puts what was typed in place of a claimant. */
export async function editClaimantAction(which: Which, _: FormState, form: FormData): Promise<FormState> {
  const { locale, id } = which;
  const edit = async (actor: Actor, fields: FormTexts, now: Date) => {
    const values = readClaimantForm(fields);
    const slug = fields.text("slug") ?? slugOf(values.name, "claimant");
    const kept = { id, slug, version: fields.number("version"), reason: fields.text("reason") };
    await recordRefusal(fields, { locale, chosen: ["parentId", "publicationId", "viaPublicationId"] }, () =>
      editClaimant(actor, { ...values, ...kept }, now),
    );
    return { to: `/${locale}/desk/claimants/${slug}?done=saved` };
  };
  return submit(form, edit, async (fields, actor) => {
    const slug = (await findSlug(actor, "claimant", id)) ?? which.slug;
    const claimant = await findClaimantForDesk(actor, slug);
    if (!claimant) return { version: 0, differences: [] };
    const differences = recordDifferences("claimant", fields.typed, typedClaimant(claimant), locale);
    return { version: claimant.values.version, differences };
  });
}
