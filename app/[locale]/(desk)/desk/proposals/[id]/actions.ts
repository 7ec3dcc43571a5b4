"use server";

import { submit } from "@/app/_desk/submit";
import type { FormState } from "@/lib/forms/form-state";
import { acceptProposal, declineProposal } from "@/lib/proposals/decide-proposal";

/** Does what a proposal asks for, as it was held against the claim on the page. */
export async function acceptProposalAction(
  locale: string,
  { id, claimVersion }: { id: string; claimVersion: number },
  _: FormState,
  form: FormData,
): Promise<FormState> {
  return submit(form, async (actor, fields, now) => {
    await acceptProposal(actor, { id, version: fields.number("version"), claimVersion }, now);
    return { to: `/${locale}/desk/proposals?done=accepted` };
  });
}

/** Says no to a proposal, with an answer to its author. */
export async function declineProposalAction(
  locale: string,
  id: string,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  return submit(form, async (actor, fields, now) => {
    const [version, answer] = [fields.number("version"), fields.required("answer")];
    await declineProposal(actor, { id, version, answer }, now);
    return { to: `/${locale}/desk/proposals?done=declined` };
  });
}
