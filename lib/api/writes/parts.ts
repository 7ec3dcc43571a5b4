import { z } from "zod";
import { Slug } from "../../forms/fields";
import {
  CARRIES,
  DOWNWARD_REASONS,
  PARTY_ROLES,
  QUALIFIERS,
  READINGS,
  RECORD_STATUSES,
} from "../../vocabulary";
import { PublicId } from "../reads/define-read";

// The commands hold what is sent against their own schemas: what stands here is the shape alone.

export const noParams = z.strictObject({});
/** The slug of a record on file. */
export const SlugName = Slug;
export const Text = z.string().max(20_000);
export const NullableText = Text.nullable();

export const GivenDate = z
  .strictObject({ edtf: z.string().max(100), zone: z.string().max(100) })
  .meta({ description: "A date, EDTF level 1, and the IANA zone in which it is read." });

export const GivenWording = z
  .strictObject({
    text: Text,
    language: z.string().max(40),
    translation: NullableText.default(null),
    translatedBy: NullableText.default(null),
  })
  .meta({ description: "The original text with its language (BCP 47), and a translation and whose." });

export const GivenQuantity = z
  .strictObject({
    qualifier: z.enum(QUALIFIERS),
    low: z.number().nullable(),
    high: z.number().nullable(),
    central: z.number().nullable().default(null),
    reading: z.enum(READINGS).default("stated"),
  })
  .meta({ description: "The figure. Left out, it is read from the wording." });

export const GivenAttribution = z
  .strictObject({
    report: PublicId,
    carries: z.enum(CARRIES),
    viaReport: PublicId.nullable().default(null),
    viaClaimant: SlugName.nullable().default(null),
    locator: NullableText.default(null),
    passage: GivenWording.nullable().default(null),
    drift: z
      .strictObject({ raw: Text, qualifier: z.enum(QUALIFIERS).nullable() })
      .nullable()
      .default(null),
    misreport: NullableText.default(null),
    downwardReason: z.enum(DOWNWARD_REASONS).nullable().default(null),
  })
  .meta({ description: "How one report carries the claim." });

export const GivenParty = z.strictObject({
  claimant: SlugName,
  side: NullableText.default(null),
  role: z.enum(PARTY_ROLES).nullable().default(null),
});

/** What is on file of a record after a write. */
export const Written = z
  .strictObject({
    id: z.string().meta({ description: "The slug or the short id by which it is named." }),
    version: z.int().meta({ description: "Send it back in If-Match, as the ETag has it." }),
    recordStatus: z
      .enum(RECORD_STATUSES)
      .nullable()
      .meta({ description: "Of events and claims: where it stands on its way to readers." }),
    deskUrl: z.url().meta({ description: "Its page on the desk, for who is signed in." }),
  })
  .meta({ description: "A record after it was written." });
export type Written = z.input<typeof Written>;

/** Why, in words. */
export const Reasoned = z.strictObject({ reason: Text });
export const PerhapsReasoned = z.strictObject({ reason: NullableText.default(null) });
