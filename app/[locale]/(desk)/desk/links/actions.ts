"use server";

import { submit } from "@/app/_desk/submit";
import { acceptVia, declineVia, reopenVia } from "@/lib/attributions/decide-via";
import { decideOneOrigin, declineDuplicate, declineSupersession } from "@/lib/claims/decline-link";
import { reopenLink } from "@/lib/claims/reopen-link";
import type { DecideOneOrigin, SupersedeClaim } from "@/lib/claims/schema";
import { supersedeClaim } from "@/lib/claims/supersede-claim";
import type { FormState } from "@/lib/forms/form-state";
import { mergeDuplicate } from "@/lib/merges/merge-duplicate";
import { undoMerge } from "@/lib/merges/undo-merge";

/** The page that it is decided on: that of an event, or that of all. */
type Place = { locale: string; slug: string | null; tab: string };
type Read = { id: string; version: number };
/** The newer one or the duplicate, the older one or the kept one, and the version of the link. */
type Pair = { from: Read; into: Read; version: number };
type Via = { id: string; version: number; eventId: string };
type Declined = "declined" | "unsure";

/** Accepts that the newer of two figures takes the place of the older one. */
export async function acceptSuccessionAction(
  place: Place,
  pair: Pair,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  return submit(form, async (actor, fields, now) => {
    const { from: newer, into: older } = pair;
    const downwardReason = fields.text("downwardReason") as SupersedeClaim["downwardReason"];
    const says = { isCorrection: fields.flag("isCorrection"), speaksForBoth: fields.flag("speaksForBoth") };
    await supersedeClaim(actor, { newer, older, downwardReason, ...says, note: fields.text("note") }, now);
    return { to: after(place, "superseded", now) };
  });
}

/** Remembers that it does not, or that nobody can tell. */
export async function declineSuccessionAction(
  place: Place,
  pair: Pair,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  return submit(form, async (actor, fields, now) => {
    const two = { newer: { id: pair.from?.id }, older: { id: pair.into?.id } };
    const state = fields.raw("state") as Declined;
    const note = fields.text("note");
    await declineSupersession(actor, { ...two, state, note, version: pair.version }, now);
    return { to: after(place, "declined", now) };
  });
}

/** Makes one of two claims that are the same. */
export async function mergeDuplicateAction(
  place: Place,
  pair: Pair,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  return submit(form, async (actor, fields, now) => {
    const { from: duplicate, into: kept } = pair;
    const reason = fields.required("reason");
    await mergeDuplicate(actor, { duplicate, kept, reason, note: fields.text("note") }, now);
    return { to: after(place, "merged", now) };
  });
}

/** Makes a claim a duplicate of another, which an editor chose. */
export async function markDuplicateAction(
  place: Place,
  duplicate: Read,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  return submit(form, async (actor, fields, now) => {
    const [id = "", version = ""] = fields.raw("kept").split(" ");
    const { id: duplicateId, version: duplicateVersion } = duplicate;
    const two = {
      duplicate: { id: duplicateId, version: duplicateVersion },
      kept: { id, version: Number(version) },
    };
    const reason = fields.required("reason");
    await mergeDuplicate(actor, { ...two, reason, note: fields.text("note") }, now);
    return { to: after(place, "merged", now) };
  });
}

/** Remembers that two claims are not the same, or that nobody can tell. */
export async function declineDuplicateAction(
  place: Place,
  pair: Pair,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  return submit(form, async (actor, fields, now) => {
    const two = { duplicate: { id: pair.from?.id }, kept: { id: pair.into?.id } };
    const state = fields.raw("state") as Declined;
    await declineDuplicate(actor, { ...two, state, note: fields.text("note"), version: pair.version }, now);
    return { to: after(place, "declined", now) };
  });
}

/** Makes two claims again of one. */
export async function takeBackDuplicateAction(
  place: Place,
  merge: { mergeId: string },
  _: FormState,
  form: FormData,
): Promise<FormState> {
  return submit(form, async (actor, fields, now) => {
    await undoMerge(actor, { mergeId: merge.mergeId, reason: fields.required("reason") }, now);
    return { to: after(place, "reopened", now) };
  });
}

/** Decides whether two figures have one origin. */
export async function decideOriginAction(
  place: Place,
  pair: Pair,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  return submit(form, async (actor, fields, now) => {
    const state = fields.raw("state") as DecideOneOrigin["state"];
    const claims: [string, string] = [pair.from?.id, pair.into?.id];
    await decideOneOrigin(actor, { claims, state, note: fields.text("note"), version: pair.version }, now);
    return { to: after(place, state === "accepted" ? "origin" : "declined", now) };
  });
}

/** Takes back a decision on two claims. */
export async function reopenLinkAction(
  place: Place,
  link: Read,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  return submit(form, async (actor, fields, now) => {
    await reopenLink(actor, { id: link.id, version: link.version, reason: fields.text("reason") }, now);
    return { to: after(place, "reopened", now) };
  });
}

/** Accepts that a report had what is ticked from another one. */
export async function acceptViaAction(
  place: Place,
  via: Via,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  return submit(form, async (actor, fields, now) => {
    const attributionIds = fields.list("attributionIds");
    const chosen = { viaReportId: fields.text("viaReportId"), attributionIds };
    const { isCircle } = await acceptVia(
      actor,
      { ...readOf(via), ...chosen, note: fields.text("note") },
      now,
    );
    return { to: after(place, isCircle ? "circle" : "via", now) };
  });
}

/** Remembers that it had it from elsewhere, or that nobody can tell. */
export async function declineViaAction(
  place: Place,
  via: Via,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  return submit(form, async (actor, fields, now) => {
    const state = fields.raw("state") as Declined;
    await declineVia(actor, { ...readOf(via), state, note: fields.text("note") }, now);
    return { to: after(place, "declined", now) };
  });
}

/** Takes back a decision on whom a report was had from. */
export async function reopenViaAction(
  place: Place,
  via: Via,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  return submit(form, async (actor, fields, now) => {
    const { stayed } = await reopenVia(actor, { ...readOf(via), note: fields.text("note") }, now);
    return { to: after(place, stayed > 0 ? "stayed" : "reopened", now) };
  });
}

function readOf({ id, version, eventId }: Via): Via {
  return { id, version, eventId };
}

/** Each with an address of its own: two answers one after the other would else lead to the page as it is shown. */
function after({ locale, slug, tab }: Place, done: string, now: Date): string {
  const page = slug === null ? `links?tab=${tab}&` : `events/${slug}/links?`;
  return `/${locale}/desk/${page}done=${done}.${now.getTime().toString(36)}`;
}
