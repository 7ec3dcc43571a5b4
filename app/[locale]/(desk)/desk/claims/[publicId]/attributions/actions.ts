"use server";

import { attributionDifferences, attributionInput } from "@/app/_desk/attribution-typed";
import { submit } from "@/app/_desk/submit";
import { attachReport } from "@/lib/attributions/attach-report";
import { editAttribution } from "@/lib/attributions/edit-attribution";
import type { Actor } from "@/lib/auth/actor";
import { problemsByField } from "@/lib/claims/claim-form";
import { findDeskClaim } from "@/lib/claims/desk-claims";
import { Invalid, NotFound } from "@/lib/errors";
import type { FormState } from "@/lib/forms/form-state";
import { makeProposal } from "@/lib/proposals/make-proposal";

type Place = { locale: string; publicId: string };

/** Attaches a report to a claim, or proposes it where the claim is public and an editor decides. */
export async function attachReportAction(
  { locale, publicId }: Place,
  verb: "attach" | "propose",
  _: FormState,
  form: FormData,
): Promise<FormState> {
  return submit(form, async (actor, fields, now) => {
    const claim = await getClaim(actor, publicId);
    const read = { claimId: claim.id, version: fields.number("version") };
    const attribution = attributionInput(fields, locale);
    await byField(async () => {
      if (verb === "propose")
        await makeProposal(
          actor,
          { kind: "report", ...read, attribution, reason: fields.required("reason") },
          now,
        );
      else await attachReport(actor, { ...read, attribution, reason: fields.text("reason") }, now);
    });
    return {
      to: `/${locale}/desk/claims/${publicId}?done=${verb === "propose" ? "proposed" : "attached"}`,
    };
  });
}

/** Changes how a report carries a claim. */
export async function editAttributionAction(
  { locale, publicId }: Place,
  id: string,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  return submit(
    form,
    async (actor, fields, now) => {
      const [version, reason] = [fields.number("version"), fields.text("reason")];
      const stored = await getAttribution(actor, publicId, id);
      const attribution = attributionInput(fields, locale, stored.values);
      await byField(() => editAttribution(actor, { id, version, attribution, reason }, now));
      return { to: `/${locale}/desk/claims/${publicId}?done=attribution` };
    },
    async (fields, actor) => {
      const now = await getAttribution(actor, publicId, id);
      return { version: now.version, differences: attributionDifferences(fields, now, locale) };
    },
  );
}

/** Tells the sentences of a command at the fields of the form. */
async function byField<T>(command: () => Promise<T>): Promise<T> {
  try {
    return await command();
  } catch (error) {
    if (!(error instanceof Invalid)) throw error;
    throw new Invalid(problemsByField(error.fields, "figure"), { cause: error });
  }
}

async function getClaim(actor: Actor, publicId: string) {
  const claim = await findDeskClaim(actor, publicId);
  if (!claim) throw new NotFound("claim");
  return claim;
}

async function getAttribution(actor: Actor, publicId: string, id: string) {
  const { attributions } = await getClaim(actor, publicId);
  const attribution = attributions.find((one) => one.id === id);
  if (!attribution) throw new NotFound("attribution");
  return attribution;
}
