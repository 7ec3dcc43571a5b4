import "server-only";
import { z } from "zod";
import { db } from "../../db/client";
import { NotFound } from "../../errors";
import { createEvent } from "../../events/create-event";
import { findEventForDesk } from "../../events/desk-events";
import { editEvent } from "../../events/edit-event";
import {
  archiveEvent,
  publishEvent,
  reopenEvent,
  returnEvent,
  reviewEvent,
  submitEvent,
} from "../../events/move-event";
import type { Endpoint } from "../endpoint";
import { defineWrite, type Told } from "./define-write";
import { getId, idAt } from "./names";
import { GivenDate, GivenParty, NullableText, noParams, PerhapsReasoned, SlugName, Text } from "./parts";

const tag = "events";
const params = z.strictObject({ slug: SlugName });

const EventFields = z.strictObject({
  slug: SlugName,
  title: Text,
  summary: Text,
  place: z.strictObject({
    name: Text,
    country: z.string().nullable().default(null),
    latitude: z.number().nullable().default(null),
    longitude: z.number().nullable().default(null),
  }),
  occurred: GivenDate,
  otherZones: z.array(Text).max(5).optional(),
  aliases: z.array(Text).max(50).optional(),
  parties: z.array(GivenParty).max(200).optional(),
});

async function partiesOf(parties: z.output<typeof GivenParty>[]) {
  const ids = parties.map(async ({ claimant, ...party }, at) => ({
    ...party,
    claimantId: await idAt(`parties.${at}.claimant`, "claimant", claimant),
  }));
  return Promise.all(ids);
}

export const postEvent = defineWrite({
  method: "POST",
  path: "/events",
  id: "createEvent",
  tag,
  summary: "Creates an event, as a draft.",
  scope: "log",
  params: noParams,
  body: EventFields,
  status: 201,
  needsVersion: false,
  async run({ body: { parties = [], ...event }, actor, now }) {
    return told(await createEvent(actor, { ...event, parties: await partiesOf(parties) }, now));
  },
});

export const patchEvent = defineWrite({
  method: "PATCH",
  path: "/events/{slug}",
  id: "editEvent",
  tag,
  summary: "Changes what is sent of an event, and leaves the rest as it is.",
  scope: "log",
  params,
  body: EventFields.partial().extend({ fourEyes: z.boolean().optional(), reason: NullableText.optional() }),
  status: 200,
  needsVersion: true,
  async run({ params: { slug }, body: { parties, ...changes }, actor, version, now }) {
    const event = await findEventForDesk(actor, slug);
    if (!event) throw new NotFound("event");
    const changed = { ...event.values, ...changes, ...(parties && { parties: await partiesOf(parties) }) };
    await editEvent(actor, { ...changed, version }, now);
    return told(event.values.id);
  },
});

const MOVES = [
  ["submit", submitEvent, "log", "Hands an event to the editors."],
  ["review", reviewEvent, "review", "Takes a submitted event into review."],
  ["return", returnEvent, "review", "Gives an event in review back, with the reason."],
  ["archive", archiveEvent, "log", "Lays a draft or a returned event aside, with the reason."],
  ["reopen", reopenEvent, "log", "Makes a draft again of an archived event, with the reason."],
  ["publish", publishEvent, "review", "Makes an event public. It is final."],
] as const;

export const eventMoves: readonly Endpoint[] = MOVES.map(([step, move, scope, summary]) =>
  defineWrite({
    method: "POST",
    path: `/events/{slug}/${step}`,
    id: `${step}Event`,
    tag,
    summary,
    scope,
    params,
    body: PerhapsReasoned,
    status: 200,
    needsVersion: true,
    async run({ params: { slug }, body: { reason }, actor, version, now }) {
      const id = await getId("event", slug);
      await move(actor, { id, version, reason } as never, now);
      return told(id);
    },
  }),
);

async function told(id: string): Promise<Told> {
  const { slug, version, recordStatus } = await db().event.findUniqueOrThrow({
    where: { id },
    select: { slug: true, version: true, recordStatus: true },
  });
  return { id: slug, version, recordStatus, path: `/events/${slug}`, desk: `/events/${slug}` };
}
