"use server";

import { submit } from "@/app/_desk/submit";
import { Invalid } from "@/lib/errors";
import type { FormState } from "@/lib/forms/form-state";
import { redactField } from "@/lib/redactions/redact-field";
import type { RedactableKind } from "@/lib/redactions/schema";

/** Removes the text of one field for good, and leads back to the page from which it was done. */
export async function redactFieldAction(
  { locale, back }: { locale: string; back: string },
  { kind, id, field }: { kind: RedactableKind; id: string; field: string },
  _: FormState,
  form: FormData,
): Promise<FormState> {
  return submit(form, async (actor, fields, now) => {
    // A place of the desk alone: what was bound to an action comes from the browser.
    if (!/^[\w/-]+$/.test(back)) throw new Invalid({ form: "There is no such page." });
    const reason = fields.required("reason");
    await redactField(actor, { subjectKind: kind, subjectId: id, field, reason }, now);
    return { to: `/${locale}/desk/${back}?done=redacted` };
  });
}
