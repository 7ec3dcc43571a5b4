import { claimValues, DATE_FIELDS, type ReadClaimForm } from "@/lib/claims/claim-form";
import type { DeskClaim } from "@/lib/claims/desk-claims";
import type { ClaimPreview } from "@/lib/claims/preview-claim";
import type { EditedClaim } from "@/lib/claims/schema";
import { readDate } from "@/lib/dates/read-date";
import type { FormTexts } from "@/lib/forms/read-form";

/**
 * What the form of a claim on file says. A date whose text nobody touched keeps its zone, which the text does not tell;
 * one that was typed anew is read on the clock of the event.
 */
export function readClaimEdit(
  fields: FormTexts,
  { read, context }: ClaimPreview,
  { values }: DeskClaim,
): ReadClaimForm {
  const dates = { ...read.dates };
  for (const name of DATE_FIELDS) {
    const typed = fields.text(name);
    const [edtf = "", zone = ""] = fields.raw(`${name}Kept`).split(" ");
    const kept = [values[name], { edtf, zone }].find((date) => typed !== null && date?.edtf === typed);
    if (kept) dates[name] = readDate(kept.edtf, { ...context, zone: kept.zone });
  }
  return { ...read, dates };
}

/** The values as a command takes them: whether its claimant denies a claim is no field of its form. */
export function editedValues(fields: FormTexts, read: ReadClaimForm, { values }: DeskClaim): EditedClaim {
  const typed = claimValues(fields, read) as EditedClaim;
  return values.standing === "disowned" ? { ...typed, standing: "disowned" } : typed;
}
