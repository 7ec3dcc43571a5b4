"use server";

import { recordDifferences } from "@/app/_desk/record-differences";
import { recordRefusal } from "@/app/_desk/record-refusal";
import { typedEvent } from "@/app/_desk/record-typed";
import { submit } from "@/app/_desk/submit";
import { findSlug } from "@/lib/addresses/desk-address";
import type { Actor } from "@/lib/auth/actor";
import { Invalid } from "@/lib/errors";
import { findEventForDesk } from "@/lib/events/desk-events";
import { editEvent } from "@/lib/events/edit-event";
import { readEventForm } from "@/lib/events/event-form";
import { followEvent, unfollowEvent } from "@/lib/events/follow-event";
import {
  archiveEvent,
  publishEvent,
  reopenEvent,
  returnEvent,
  reviewEvent,
  submitEvent,
} from "@/lib/events/move-event";
import type { FormState } from "@/lib/forms/form-state";
import type { FormTexts } from "@/lib/forms/read-form";
import { slugOf } from "@/lib/forms/slug";
import { splitEvent } from "@/lib/merges/split-event";
import type { RecordStatus } from "@/lib/vocabulary";

type Which = { locale: string; id: string; slug: string };

/** Puts what was typed in place of an event. */
export async function editEventAction(which: Which, _: FormState, form: FormData): Promise<FormState> {
  const { locale, id } = which;
  const edit = async (actor: Actor, fields: FormTexts, now: Date) => {
    const { occurred, values } = readEventForm(fields, now.getTime());
    const slug = fields.text("slug") ?? slugOf(values.title, "event");
    const input = {
      ...values,
      id,
      slug,
      version: fields.number("version"),
      fourEyes: fields.flag("fourEyes"),
      reason: fields.text("reason"),
    };
    await recordRefusal(fields, { locale, dates: { occurred } }, () => editEvent(actor, input, now));
    return pageOf({ ...which, slug }, "saved");
  };
  return submit(form, edit, async (fields, actor) => {
    const slug = (await findSlug(actor, "event", id)) ?? which.slug;
    const event = await findEventForDesk(actor, slug);
    if (!event) return { version: 0, differences: [] };
    const differences = recordDifferences("event", fields.typed, typedEvent(event), locale);
    return { version: event.values.version, differences };
  });
}

/** Takes an event one step on its way to the public, or back. */
export async function moveEventAction(
  which: Which,
  to: RecordStatus,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  return submit(form, async (actor, fields, now) => {
    if (!Object.hasOwn(MOVES, to)) throw new Invalid({ form: "There is no such step." });
    // A blank reason is refused where one is needed.
    const input = { id: which.id, version: fields.number("version"), reason: fields.raw("reason") };
    await MOVES[to](actor, input, now);
    return pageOf(which, to);
  });
}

const MOVES = {
  submitted: submitEvent,
  in_review: reviewEvent,
  published: publishEvent,
  returned: returnEvent,
  archived: archiveEvent,
  draft: reopenEvent,
};

/** Puts an event on the first page of one's own desk, or takes it off. */
export async function followAction(
  which: Which,
  follows: boolean,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  return submit(form, async (actor, __, now) => {
    if (follows) await followEvent(actor, { eventId: which.id }, now);
    else await unfollowEvent(actor, { eventId: which.id });
    return pageOf(which, follows ? "followed" : "unfollowed");
  });
}

/** Moves the claims that were ticked to a new event, and leads there. */
export async function splitEventAction(
  which: Which & { claimIds: string[]; version: number },
  _: FormState,
  form: FormData,
): Promise<FormState> {
  return submit(form, async (actor, fields, now) => {
    const { occurred, values } = readEventForm(fields, now.getTime());
    const slug = fields.text("slug") ?? slugOf(values.title, "event");
    const input = {
      eventId: which.id,
      version: which.version,
      claimIds: which.claimIds,
      event: { slug, ...values },
      reason: fields.required("reason"),
    };
    const terms = { locale: which.locale, dates: { occurred } };
    await recordRefusal(fields, terms, () => splitEvent(actor, input, now));
    return pageOf({ ...which, slug }, "split");
  });
}

function pageOf({ locale, slug }: Which, done: string) {
  return { to: `/${locale}/desk/events/${slug}?done=${done}` };
}
