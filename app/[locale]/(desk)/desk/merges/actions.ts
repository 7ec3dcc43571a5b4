"use server";

import { refresh } from "next/cache";
import { submit } from "@/app/_desk/submit";
import { Invalid } from "@/lib/errors";
import { translator } from "@/lib/format/messages";
import type { FormState } from "@/lib/forms/form-state";
import { mergeClaimants } from "@/lib/merges/merge-claimants";
import { mergeEvents } from "@/lib/merges/merge-events";
import { mergeMeasures } from "@/lib/merges/merge-measures";
import { mergePublications } from "@/lib/merges/merge-publications";
import type { MergedKind } from "@/lib/merges/schema";
import { undoMerge } from "@/lib/merges/undo-merge";

type Read = { id: string; version: number };
type Pair = { kind: MergedKind; from: Read; into: Read; to: string };

const MERGES = {
  event: mergeEvents,
  claimant: mergeClaimants,
  publication: mergePublications,
  measure: mergeMeasures,
};

/** Merges one record into another, as both were read for the preview, and leads to the one that stays. */
export async function mergeAction(pair: Pair, _: FormState, form: FormData): Promise<FormState> {
  return submit(form, async (actor, fields, now) => {
    const { kind, from, into, to } = pair;
    if (!Object.hasOwn(MERGES, kind)) throw new Invalid({ form: "There is no such kind of record." });
    await MERGES[kind](actor, { from, into, reason: fields.required("reason") }, now);
    return { to: `${to}?done=merged` };
  });
}

/** Undoes a merge or a split, on the page on which it is listed. */
export async function undoMergeAction(
  { locale, mergeId }: { locale: string; mergeId: string },
  _: FormState,
  form: FormData,
): Promise<FormState> {
  return submit(form, async (actor, fields, now) => {
    const undone = await undoMerge(actor, { mergeId, reason: fields.required("reason") }, now);
    refresh();
    return { message: translator(locale)("desk.merge.undid", undone) };
  });
}
