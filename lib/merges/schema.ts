import { z } from "zod";
import { CreateEvent } from "../events/schema";
import { optionalText, text } from "../forms/fields";
import { PARTY_ROLES } from "../vocabulary";

/** What can be merged: two records of one of these kinds that are one. */
export const MERGED_KINDS = ["event", "claimant", "publication", "measure"] as const;
export type MergedKind = (typeof MERGED_KINDS)[number];

/** A record, with the version that the caller read (R33). */
const ReadRecord = z.strictObject({ id: z.uuid(), version: z.number().int().min(1) });

/** Public: it stands among the corrections of every event that is touched (R24). */
const Reason = text(2000);

export const MergeRecords = z
  .strictObject({
    /** The record that is given up; its address leads to the other one (R30). */
    from: ReadRecord,
    into: ReadRecord,
    reason: Reason,
  })
  .refine(({ from, into }) => from.id !== into.id, {
    path: ["into"],
    error: "Choose another record: none is merged into itself.",
  });
export type MergeRecords = z.input<typeof MergeRecords>;

/** Two claims that are one (R27, R28): the one that is given up, and the one that is kept. */
export const MergeDuplicate = z
  .strictObject({
    duplicate: ReadRecord,
    kept: ReadRecord,
    /** Public, where both claims are. */
    reason: Reason,
    /** Kept with the link. */
    note: optionalText(1000),
  })
  .refine(({ duplicate, kept }) => duplicate.id !== kept.id, {
    path: ["kept"],
    error: "Choose another claim: none is a duplicate of itself.",
  });
export type MergeDuplicate = z.input<typeof MergeDuplicate>;

export const SplitEvent = z.strictObject({
  eventId: z.uuid(),
  version: z.number().int().min(1),
  /** The claims that go to the new event. */
  claimIds: z.array(z.uuid()).min(1, "Choose at least one claim.").max(2000),
  event: CreateEvent,
  reason: Reason,
});
export type SplitEvent = z.input<typeof SplitEvent>;

export const UndoMerge = z.strictObject({ mergeId: z.uuid(), reason: Reason });
export type UndoMerge = z.input<typeof UndoMerge>;

const Ids = z.array(z.uuid());
const Names = z.array(z.string());

/** What a merge of two claimants moved to the one that stays. */
export const ClaimantsMoved = z.strictObject({
  claims: Ids,
  /** `isDropped`: the other one had a part in that event already, which stayed as it was. */
  parties: z.array(
    z.strictObject({
      eventId: z.uuid(),
      side: z.string().nullable(),
      role: z.enum(PARTY_ROLES).nullable(),
      isDropped: z.boolean(),
    }),
  ),
  members: Ids,
  /** Attributions that name it as whom a claim was had from. */
  attributions: Ids,
  /** Names that the other one did not have. */
  aliases: Names,
});
export type ClaimantsMoved = z.output<typeof ClaimantsMoved>;

/** What a merge of two publications moved. */
export const PublicationsMoved = z.strictObject({
  reports: Ids,
  /** Claimants that speak through it, and unnamed ones that are known through it. */
  speaking: Ids,
  unnamed: Ids,
  aliases: Names,
});
export type PublicationsMoved = z.output<typeof PublicationsMoved>;

const EstimateMoved = z.strictObject({ id: z.uuid(), measureId: z.uuid(), number: z.number().int() });

/** What a merge of two measures of one event moved. */
export const MeasuresMoved = z.strictObject({
  claims: Ids,
  estimates: z.array(EstimateMoved),
  /** Measures that count a part of it. */
  parts: Ids,
  wasHeadline: z.boolean(),
});
export type MeasuresMoved = z.output<typeof MeasuresMoved>;

/** What making a claim a duplicate moved to the one that is kept. */
export const DuplicateMoved = z.strictObject({ attributions: Ids });
export type DuplicateMoved = z.output<typeof DuplicateMoved>;

const ClaimMoved = z.strictObject({ id: z.uuid(), measureId: z.uuid().nullable() });
const MeasurePair = z.strictObject({ from: z.uuid(), into: z.uuid() });

/** What a merge of two events moved. */
export const EventsMoved = z.strictObject({
  /** Each with the measure that it had. */
  claims: z.array(ClaimMoved),
  /** What was added to the number of each claim. */
  numberShift: z.number().int(),
  /** Measures that count the same in both: the claims moved over, the measure stayed behind. */
  joined: z.array(MeasurePair),
  /** Measures that moved themselves, with what they were. */
  measures: z.array(
    z.strictObject({
      id: z.uuid(),
      slug: z.string(),
      position: z.number().int(),
      partOfId: z.uuid().nullable(),
    }),
  ),
  estimates: z.array(EstimateMoved),
  parties: z.array(
    z.strictObject({
      claimantId: z.uuid(),
      side: z.string().nullable(),
      role: z.enum(PARTY_ROLES).nullable(),
      isDropped: z.boolean(),
    }),
  ),
  aliases: Names,
  corrections: Ids,
  follows: z.array(z.strictObject({ actorId: z.uuid(), followedAt: z.string(), isDropped: z.boolean() })),
  headlineMeasureId: z.uuid().nullable(),
});
export type EventsMoved = z.output<typeof EventsMoved>;

/** What a split moved to the new event. */
export const SplitMoved = z.strictObject({
  claims: z.array(ClaimMoved),
  /** Each measure of the claims, and its copy. */
  measures: z.array(MeasurePair),
  corrections: Ids,
});
export type SplitMoved = z.output<typeof SplitMoved>;
