"use server";

import { assessmentDifferences } from "@/app/_desk/assessment-differences";
import { assessmentRefusal, readAssessment } from "@/app/_desk/assessment-typed";
import { submit } from "@/app/_desk/submit";
import { assessClaim } from "@/lib/assessments/assess-claim";
import { findAssessmentValues } from "@/lib/assessments/desk-assessment-values";
import type { Actor } from "@/lib/auth/actor";
import { type DeskClaim, findDeskClaim } from "@/lib/claims/desk-claims";
import { NotFound } from "@/lib/errors";
import type { FormState } from "@/lib/forms/form-state";

/** Appends an editor's assessment of a published claim. */
export async function assessClaimAction(
  { locale, publicId, id }: { locale: string; publicId: string; id: string },
  _: FormState,
  form: FormData,
): Promise<FormState> {
  return submit(
    form,
    async (actor, fields, now) => {
      const read = readAssessment(fields);
      const input = { ...read.assessment, claimId: id, version: fields.number("version") };
      await assessmentRefusal(fields, read, locale, () => assessClaim(actor, input, now));
      return { to: `/${locale}/desk/claims/${publicId}?done=assessed` };
    },
    async (fields, actor) => {
      const claim = await getClaim(actor, publicId);
      const newest = await findAssessmentValues(actor, claim.id, null);
      return { version: claim.version, differences: assessmentDifferences(fields, claim, newest, locale) };
    },
  );
}

async function getClaim(actor: Actor, publicId: string): Promise<DeskClaim> {
  const claim = await findDeskClaim(actor, publicId);
  if (!claim) throw new NotFound("claim");
  return claim;
}
