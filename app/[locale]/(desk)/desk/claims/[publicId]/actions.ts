"use server";

import { submit } from "@/app/_desk/submit";
import { disownClaim } from "@/lib/claims/disown-claim";
import {
  archiveClaim,
  publishClaim,
  reopenClaim,
  returnClaim,
  reviewClaim,
  submitClaim,
} from "@/lib/claims/move-claim";
import { markCorrected, markEntryError, retractClaim } from "@/lib/claims/withdraw-claim";
import { Invalid } from "@/lib/errors";
import type { FormState } from "@/lib/forms/form-state";

/** The page of a claim, and the version of the claim that was read on it (R33). */
type Place = { locale: string; publicId: string; id: string };

const MOVES = {
  submitted: submitClaim,
  reviewed: reviewClaim,
  published: publishClaim,
};
const MOVES_BACK = {
  returned: returnClaim,
  archived: archiveClaim,
  reopened: reopenClaim,
};

/** Moves a claim on in its review. */
export async function moveClaimAction(
  { locale, publicId, id }: Place,
  move: keyof typeof MOVES,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  return submit(form, async (actor, fields, now) => {
    if (!Object.hasOwn(MOVES, move)) throw new Invalid({ form: "There is no such step." });
    const input = { id, version: fields.number("version"), reason: fields.text("reason") };
    await MOVES[move](actor, input, now);
    return { to: placeAfter(locale, publicId, move) };
  });
}

/** Gives a claim back to who logged it, lays it aside, or makes a draft of it again. */
export async function moveClaimBackAction(
  { locale, publicId, id }: Place,
  back: keyof typeof MOVES_BACK,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  return submit(form, async (actor, fields, now) => {
    if (!Object.hasOwn(MOVES_BACK, back)) throw new Invalid({ form: "There is no such step." });
    const input = { id, version: fields.number("version"), reason: fields.required("reason") };
    await MOVES_BACK[back](actor, input, now);
    return { to: placeAfter(locale, publicId, back) };
  });
}

const WITHDRAWALS = { retracted: retractClaim, corrected: markCorrected, entry_error: markEntryError };

/** Takes a published claim back in public. */
export async function withdrawClaimAction(
  { locale, publicId, id }: Place,
  how: keyof typeof WITHDRAWALS,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  return submit(form, async (actor, fields, now) => {
    if (!Object.hasOwn(WITHDRAWALS, how)) throw new Invalid({ form: "There is no such step." });
    const input = { claimId: id, version: fields.number("version"), reason: fields.required("reason") };
    await WITHDRAWALS[how](actor, input, now);
    return { to: placeAfter(locale, publicId, how) };
  });
}

/** Keeps that the named claimant denies a claim, with who passed it on. */
export async function disownClaimAction(
  { locale, publicId, id }: Place,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  return submit(form, async (actor, fields, now) => {
    const passedOnBy = fields.list("passedOnBy").map((chosen) => {
      const [id = "", version = ""] = chosen.split(" ");
      return { id, version: Number(version) };
    });
    const reason = fields.required("reason");
    const version = fields.number("version");
    await disownClaim(actor, { claimId: id, version, reason, passedOnBy, note: fields.text("note") }, now);
    return { to: placeAfter(locale, publicId, "disowned") };
  });
}

function placeAfter(locale: string, publicId: string, done: string): string {
  return `/${locale}/desk/claims/${publicId}?done=${done}`;
}
