"use server";

import { claimRefusal } from "@/app/_desk/claim-refusal";
import { KEPT_FIELDS } from "@/app/_desk/kept-fields";
import { submit } from "@/app/_desk/submit";
import { attributionValues, claimValues } from "@/lib/claims/claim-form";
import { getPublicId } from "@/lib/claims/find-public-id";
import { logClaim } from "@/lib/claims/log-claim";
import { submitClaim } from "@/lib/claims/move-claim";
import { previewClaim } from "@/lib/claims/preview-claim";
import type { LogClaim } from "@/lib/claims/schema";
import { discardDraft } from "@/lib/drafts/keep-draft";
import type { FormState } from "@/lib/forms/form-state";
import type { FormTexts } from "@/lib/forms/read-form";

/** Logs a claim, and leads to it, or back to the form for the next claim of the same report. */
export async function logClaimAction(locale: string, _: FormState, form: FormData): Promise<FormState> {
  return submit(form, async (actor, fields, now) => {
    const { read } = await previewClaim(actor, fields, now);
    const attribution = attributionValues(fields);
    const input = {
      ...claimValues(fields, read),
      eventId: fields.required("eventId"),
      attributions: attribution ? [attribution] : [],
      submissionId: fields.text("submissionId"),
      answers: answersOf(fields),
    } as LogClaim;
    const id = await claimRefusal(fields, read, locale, () => logClaim(actor, input, now));
    if (fields.flag("submitForReview")) await submitClaim(actor, { id, version: 1 }, now);
    const draftId = fields.text("draftId");
    if (draftId) await discardDraft(actor, { id: draftId });
    return { to: placeAfter(fields, await getPublicId(actor, id), locale) };
  });
}

function answersOf(fields: FormTexts): LogClaim["answers"] {
  return fields
    .list("question")
    .map((question) => {
      const [kind = "", claimId = ""] = question.split(" ");
      return {
        kind: kind as "duplicate_of" | "supersedes",
        claimId,
        answer: fields.raw(`answer ${question}`) as "yes" | "no" | "unsure",
        downwardReason: fields.text(`reason ${question}`) as null,
        note: null,
      };
    })
    .filter(({ answer }) => (answer as string) !== "");
}

function placeAfter(fields: FormTexts, publicId: string, locale: string): string {
  if (fields.raw("next") !== "another") return `/${locale}/desk/claims/${publicId}`;
  const kept = KEPT_FIELDS.flatMap((name) => (fields.text(name) === null ? [] : [[name, fields.raw(name)]]));
  return `/${locale}/desk/claims/log?${new URLSearchParams([...kept, ["saved", publicId]] as string[][])}`;
}
