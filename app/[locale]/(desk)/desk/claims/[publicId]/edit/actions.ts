"use server";

import { claimRefusal } from "@/app/_desk/claim-refusal";
import { claimDifferences, typedClaim } from "@/app/_desk/claim-typed";
import { editedValues, readClaimEdit } from "@/app/_desk/read-claim-edit";
import { submit } from "@/app/_desk/submit";
import type { Actor } from "@/lib/auth/actor";
import { amendClaim } from "@/lib/claims/amend-claim";
import { type DeskClaim, findDeskClaim } from "@/lib/claims/desk-claims";
import { editClaim } from "@/lib/claims/edit-claim";
import { previewClaim } from "@/lib/claims/preview-claim";
import { NotFound } from "@/lib/errors";
import type { FormState } from "@/lib/forms/form-state";
import { makeProposal } from "@/lib/proposals/make-proposal";

export type EditVerb = "edit" | "amend" | "propose";

/** Changes a claim on file, in public where it is published, or proposes the change to an editor. */
export async function editClaimAction(
  { locale, publicId, verb }: { locale: string; publicId: string; verb: EditVerb },
  _: FormState,
  form: FormData,
): Promise<FormState> {
  return submit(
    form,
    async (actor, fields, now) => {
      const stored = await getClaim(actor, publicId);
      const read = readClaimEdit(fields, await previewClaim(actor, fields, now), stored);
      const claim = editedValues(fields, read, stored);
      const [id, version, reason] = [stored.id, fields.number("version"), fields.required("reason")];
      const done = await claimRefusal(fields, read, locale, async () => {
        if (verb === "propose")
          await makeProposal(actor, { kind: "correction", claimId: id, version, claim, reason }, now);
        else if (verb === "amend") await amendClaim(actor, { id, version, claim, reason }, now);
        else await editClaim(actor, { id, version, claim }, now);
        return DONE[verb];
      });
      return { to: `/${locale}/desk/claims/${publicId}?done=${done}` };
    },
    async (fields, actor) => {
      const now = await getClaim(actor, publicId);
      const theirs = await typedClaim(actor, now, now.values, new Date());
      return { version: now.version, differences: claimDifferences(fields, theirs, locale) };
    },
  );
}

const DONE = { edit: "edited", amend: "amended", propose: "proposed" };

async function getClaim(actor: Actor, publicId: string): Promise<DeskClaim> {
  const claim = await findDeskClaim(actor, publicId);
  if (!claim) throw new NotFound("claim");
  return claim;
}
