"use server";

import { refresh } from "next/cache";
import type { QueueOutcome } from "@/app/_components/desk/queue/queue-outcome";
import { QUEUE_ACTS, type QueueAct } from "@/app/_components/desk/queue/queue-words";
import { readTick, type Tick } from "@/app/_components/desk/queue/tick";
import { submit } from "@/app/_desk/submit";
import type { Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/authorise";
import { assignClaim } from "@/lib/claims/assign-claim";
import { AppError, Invalid } from "@/lib/errors";
import { translator } from "@/lib/format/messages";
import type { FormState } from "@/lib/forms/form-state";
import { markQueueSeen } from "@/lib/queue/mark-queue-seen";
import { publishClaims, returnClaims, reviewClaims } from "@/lib/queue/move-many";
import type { MovedMany } from "@/lib/queue/types";

/** Does one thing with every claim that is ticked; what is refused holds up none of the others. */
export async function moveTickedAction(locale: string, _: FormState, form: FormData): Promise<FormState> {
  return submit(form, async (actor, fields, now) => {
    authorise(actor, "queue:read");
    const t = translator(locale);
    const act = QUEUE_ACTS.find((known) => known === fields.text("act"));
    if (!act) throw new Invalid({ form: t("desk.queue.acts.noStep") });
    const ticks = fields.list("ticked").map(readTick);
    if (ticks.length === 0) throw new Invalid({ ticked: t("desk.queue.acts.tickFirst") });
    const reason = fields.text("reason");
    if (act === "return" && reason === null) throw new Invalid({ reason: t("desk.queue.acts.whyReturn") });
    const moved = await moveTicked(actor, act, ticks, reason, now);
    refresh();
    return { message: "", result: outcomeOf(act, moved, ticks, locale) };
  });
}

/** Takes a claim in hand, or gives it back, from its own page. */
export async function takeClaimAction(
  { locale, publicId, id, version }: { locale: string; publicId: string; id: string; version: number },
  takes: boolean,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  return submit(form, async (actor, _fields, now) => {
    await assignClaim(actor, { claimId: id, assigneeId: takes ? actor.id : null, version }, now);
    return { to: `/${locale}/desk/claims/${publicId}?done=${takes ? "taken" : "givenBack"}` };
  });
}

/** Puts a claim into a colleague's hands, from its own page. */
export async function assignClaimAction(
  { locale, publicId, id, version }: { locale: string; publicId: string; id: string; version: number },
  _: FormState,
  form: FormData,
): Promise<FormState> {
  return submit(form, async (actor, fields, now) => {
    await assignClaim(actor, { claimId: id, assigneeId: fields.required("assigneeId"), version }, now);
    return { to: `/${locale}/desk/claims/${publicId}?done=assigned` };
  });
}

/** Keeps up to when the actor has seen the queue: as it stood when the page was made. */
export async function markSeenAction(
  at: { seen: number; address: string },
  _: FormState,
  form: FormData,
): Promise<FormState> {
  return submit(form, async (actor, _fields, now) => {
    await markQueueSeen(actor, { at: at.seen }, now);
    return { to: `${at.address}&done=seen` };
  });
}

async function moveTicked(
  actor: Actor,
  act: QueueAct,
  ticks: readonly Tick[],
  reason: string | null,
  now: Date,
): Promise<MovedMany> {
  const claims = ticks.map(({ id, version }) => ({ id, version }));
  if (act === "publish") return publishClaims(actor, { claims, reason }, now);
  if (act === "return") return returnClaims(actor, { claims, reason: reason ?? "" }, now);
  if (act === "review") return reviewClaims(actor, { claims, reason }, now);
  return assignTicked(actor, ticks, act === "take" ? actor.id : null, now);
}

async function assignTicked(
  actor: Actor,
  ticks: readonly Tick[],
  assigneeId: string | null,
  now: Date,
): Promise<MovedMany> {
  const moved: MovedMany = { done: [], refused: [] };
  for (const { id, publicId, assignmentVersion } of ticks) {
    try {
      await assignClaim(actor, { claimId: id, assigneeId, version: assignmentVersion }, now);
      moved.done.push(publicId);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      moved.refused.push({ publicId, message: error.message });
    }
  }
  return moved;
}

function outcomeOf(
  act: QueueAct,
  { done, refused }: MovedMany,
  ticks: readonly Tick[],
  locale: string,
): QueueOutcome {
  const t = translator(locale);
  const nameOf = (publicId: string) => ticks.find((tick) => tick.publicId === publicId)?.name ?? publicId;
  return {
    told: done.length > 0 ? t(`desk.queue.told.${act}`, { count: done.length }) : null,
    done: done.map((publicId) => ({ publicId, name: nameOf(publicId) })),
    refusedTold: refused.length > 0 ? t("desk.queue.told.refused", { count: refused.length }) : null,
    refused: refused.map(({ publicId, message }) => ({ publicId, message, name: nameOf(publicId) })),
  };
}
