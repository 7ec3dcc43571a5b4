"use server";

import { submit } from "@/app/_desk/submit";
import { declineSupersession } from "@/lib/claims/decline-link";
import { replaceClaim } from "@/lib/claims/replace-claim";
import type { DeclineSupersession, SupersedeClaim } from "@/lib/claims/schema";
import { supersedeClaim } from "@/lib/claims/supersede-claim";
import type { FormState } from "@/lib/forms/form-state";
import type { FormTexts } from "@/lib/forms/read-form";

type Read = { id: string; version: number };
type Pair = { newer: Read; older: Read; version: number };

/** Accepts that the newer of two figures takes the place of the older one. */
export async function acceptSupersessionAction(
  locale: string,
  publicId: string,
  { newer, older }: Pair,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  return submit(form, async (actor, fields, now) => {
    await supersedeClaim(actor, { newer, older, ...decisionOf(fields) }, now);
    return { to: `/${locale}/desk/claims/${publicId}?done=superseded` };
  });
}

/** Remembers that it does not, or that nobody can tell. */
export async function declineSupersessionAction(
  locale: string,
  publicId: string,
  { newer, older, version }: Pair,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  return submit(form, async (actor, fields, now) => {
    const state = fields.raw("state") as DeclineSupersession["state"];
    const two = { newer: { id: newer.id }, older: { id: older.id } };
    await declineSupersession(actor, { ...two, state, note: fields.text("note"), version }, now);
    return { to: `/${locale}/desk/claims/${publicId}?done=declined` };
  });
}

/** Marks an older figure of the same claimant, chosen by an editor, as superseded or replaced by this one. */
export async function supersedeAction(
  locale: string,
  publicId: string,
  newer: Read,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  return submit(form, async (actor, fields, now) => {
    const [id = "", version = ""] = fields.raw("older").split(" ");
    const older = { id, version: Number(version) };
    if (fields.raw("how") === "replaces")
      await replaceClaim(actor, { newer, older, note: fields.text("note") }, now);
    else await supersedeClaim(actor, { newer, older, ...decisionOf(fields) }, now);
    return { to: `/${locale}/desk/claims/${publicId}?done=superseded` };
  });
}

function decisionOf(
  fields: FormTexts,
): Pick<SupersedeClaim, "downwardReason" | "speaksForBoth" | "isCorrection" | "note"> {
  return {
    downwardReason: fields.text("downwardReason") as SupersedeClaim["downwardReason"],
    speaksForBoth: fields.flag("speaksForBoth"),
    isCorrection: fields.flag("isCorrection"),
    note: fields.text("note"),
  };
}
