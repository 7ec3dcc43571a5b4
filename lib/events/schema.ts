import { z } from "zod";
import { Country, DateInput, optionalText, Slug, TimeZone, text } from "../forms/fields";
import { PARTY_ROLES } from "../vocabulary";

export const CreateEvent = z.strictObject({
  slug: Slug,
  title: text(300),
  summary: text(2000),
  place: z.strictObject({
    name: text(300),
    country: Country.nullable(),
    latitude: z.number().min(-90).max(90).nullable(),
    longitude: z.number().min(-180).max(180).nullable(),
  }),
  occurred: DateInput,
  /** Further zones in which the time of the event is told. */
  otherZones: z.array(TimeZone).max(5).default([]),
  aliases: z.array(text(300)).max(50).default([]),
  parties: z
    .array(
      z.strictObject({
        claimantId: z.uuid(),
        side: text(100).nullable(),
        role: z.enum(PARTY_ROLES).nullable(),
      }),
    )
    .default([]),
});
export type CreateEvent = z.input<typeof CreateEvent>;

/** An event as a whole, in place of what it was. */
export const EditEvent = CreateEvent.extend({
  id: z.uuid(),
  version: z.number().int().min(1),
  /** Whether somebody else than who logged a claim must publish it. */
  fourEyes: z.boolean(),
  /** Why; readers of a public event are told. */
  reason: optionalText(1000).default(null),
});
export type EditEvent = z.input<typeof EditEvent>;

/**
 * One step of a record on its way to the public, with the version that the caller read (R33). The reason is kept in its
 * history for colleagues; readers never see it.
 */
export const MoveRecord = z.strictObject({
  id: z.uuid(),
  version: z.number().int().min(1),
  reason: optionalText(2000).default(null),
});
export type MoveRecord = z.input<typeof MoveRecord>;

/** One step back, or aside: nobody takes it without saying why. */
export const MoveBack = MoveRecord.extend({ reason: text(2000) });
export type MoveBack = z.input<typeof MoveBack>;

export const ChooseHeadline = z.strictObject({
  eventId: z.uuid(),
  version: z.number().int().min(1),
  /** Null: the measure that the rule finds (R7). */
  measureId: z.uuid().nullable(),
});
export type ChooseHeadline = z.input<typeof ChooseHeadline>;

export const FollowEvent = z.strictObject({ eventId: z.uuid() });
export type FollowEvent = z.input<typeof FollowEvent>;
