import { z } from "zod";
import { CURSOR } from "../db/cursor";
import { DateInput, optional, optionalText, Slug, text, wording } from "../forms/fields";
import {
  BASES,
  CARRIES,
  CLAIM_TYPES,
  DOWNWARD_REASONS,
  LIFECYCLES,
  MEASURE_KINDS,
  QUALIFIERS,
  READINGS,
  STANDINGS,
  TOPICS,
  VERIFICATIONS,
} from "../vocabulary";

// z.number() refuses a blank, which a coerced number would read as 0 and publish as "0 dead".
const Bound = z.number().min(0, "A figure cannot be negative.").max(Number.MAX_SAFE_INTEGER).nullable();

/** How one report carries the claim that is being logged. */
const AttributionInput = z
  .strictObject({
    reportId: z.uuid(),
    carries: z.enum(CARRIES),
    viaReportId: z.uuid().nullable().default(null),
    viaClaimantId: z.uuid().nullable().default(null),
    /** Where in the report, in our words. */
    locator: optionalText(500),
    /** The exact words of the report. */
    passage: wording(5000).nullable().default(null),
    /** The report's own figure, where it differs from the claim's. */
    drift: z
      .strictObject({ raw: text(300), qualifier: z.enum(QUALIFIERS).nullable() })
      .nullable()
      .default(null),
    misreport: optionalText(1000),
    downwardReason: z.enum(DOWNWARD_REASONS).nullable().default(null),
  })
  .refine((a) => a.viaReportId === null || a.viaClaimantId === null, {
    path: ["viaReportId"],
    error: "Name the report or the claimant that it was had from, not both.",
  })
  .refine((a) => a.carries !== "via" || a.viaReportId !== null || a.viaClaimantId !== null, {
    path: ["viaReportId"],
    error: "Name the report or the claimant that it was had from.",
  });

const common = {
  eventId: z.uuid(),
  claimantId: z.uuid(),
  wording: wording(2000),
  basis: z.enum(BASES),
  stated: DateInput,
  asOf: DateInput.nullable().default(null),
  eventTime: DateInput.nullable().default(null),
  isForecast: z.boolean().default(false),
  /** Recalled, seen in no report: the only claims that may be logged without one. */
  isFromMemory: z.boolean().default(false),
  standing: z.enum(STANDINGS).exclude(["disowned"]),
  attributions: z.array(AttributionInput).max(500),
};

const FigureInput = z.strictObject({
  ...common,
  type: z.literal("figure"),
  measureId: z.uuid(),
  /** The raw words of the quantity are the wording's text (R1). */
  quantity: z.strictObject({
    qualifier: z.enum(QUALIFIERS),
    low: Bound,
    high: Bound,
    central: Bound,
    reading: z.enum(READINGS),
  }),
  relativeToId: z.uuid().nullable().default(null),
});

const StatementInput = z.strictObject({ ...common, type: z.literal("statement"), topic: z.enum(TOPICS) });

export const LogClaim = z
  .discriminatedUnion("type", [FigureInput, StatementInput])
  .refine((claim) => claim.isFromMemory || claim.attributions.length > 0, {
    path: ["attributions"],
    error: "Name the report that carries this claim, or mark it as recalled from memory.",
  });
export type LogClaim = z.input<typeof LogClaim>;
export type ParsedClaim = z.output<typeof LogClaim>;

/** A claim, with the version that the caller read (R33). */
const ReadClaim = z.strictObject({ id: z.uuid(), version: z.number().int().min(1) });

export const SupersedeClaim = z.strictObject({
  newer: ReadClaim,
  older: ReadClaim,
  /** Needed for a downward move (R20). */
  downwardReason: z.enum(DOWNWARD_REASONS).nullable().default(null),
  /** A person says that the newer figure speaks for the body and for its parent (R18). */
  speaksForBoth: z.boolean().default(false),
  /** The claimant says that its older figure was wrong, not only out of date. */
  isCorrection: z.boolean().default(false),
  note: optionalText(1000),
});
export type SupersedeClaim = z.input<typeof SupersedeClaim>;

export const ReplaceClaim = z.strictObject({ newer: ReadClaim, older: ReadClaim, note: optionalText(1000) });
export type ReplaceClaim = z.input<typeof ReplaceClaim>;

/** Public, as the reason of every correction is (R24). */
const Reason = text(2000);

export const DisownClaim = z.strictObject({
  claimId: z.uuid(),
  version: z.number().int().min(1),
  reason: Reason,
  /** The claims of those who passed the figure on as this claimant's (R23). */
  passedOnBy: z
    .array(ReadClaim)
    .max(50)
    .refine((claims) => new Set(claims.map(({ id }) => id)).size === claims.length, "Name each claim once.")
    .default([]),
  note: optionalText(1000),
});
export type DisownClaim = z.input<typeof DisownClaim>;

/** Of the three ways in which a claim is taken back: retracted, corrected, or logged by mistake. */
export const WithdrawClaim = z.strictObject({
  claimId: z.uuid(),
  version: z.number().int().min(1),
  reason: Reason,
});
export type WithdrawClaim = z.input<typeof WithdrawClaim>;

// R33: a decision on a link carries the version of the decision that the caller saw, 0 where there was none.
const seenDecision = z.number().int().min(0).default(0);

export const DeclineSupersession = z.strictObject({
  newer: z.strictObject({ id: z.uuid() }),
  older: z.strictObject({ id: z.uuid() }),
  state: z.enum(["declined", "unsure"]),
  note: optionalText(1000),
  version: seenDecision,
});
export type DeclineSupersession = z.input<typeof DeclineSupersession>;

export const DecideOneOrigin = z
  .strictObject({
    claims: z.tuple([z.uuid(), z.uuid()]),
    state: z.enum(["accepted", "declined", "unsure"]),
    note: optionalText(1000),
    version: seenDecision,
  })
  .refine(({ state, note }) => state !== "accepted" || note !== null, {
    path: ["note"],
    error: "Say why the two have one origin: readers see it.",
  });
export type DecideOneOrigin = z.input<typeof DecideOneOrigin>;

// PostgreSQL has no year 0, and two days are added and taken away in a query.
const Day = z.iso
  .date()
  .refine((day) => day >= "0001-01-10" && day <= "9999-12-20", "Give a day of this calendar.");

/** The orders of the claims list; a minus is newest first. */
export const CLAIM_SORTS = ["-stated", "stated", "-published"] as const;

/** The filters of the claims list, as they stand in the address. Absent ones filter nothing. */
export const ListClaims = z.strictObject({
  q: optionalText(200),
  event: optional(Slug),
  claimant: optional(Slug),
  publication: optional(Slug),
  type: optional(z.enum(CLAIM_TYPES)),
  kind: optional(z.enum(MEASURE_KINDS)),
  topic: optional(z.enum(TOPICS)),
  verification: optional(z.enum(VERIFICATIONS)),
  lifecycle: optional(z.enum(LIFECYCLES)),
  contested: optional(z.literal("yes")),
  /** Stated on or after, on or before: days of the calendar where it was stated. */
  from: optional(Day),
  to: optional(Day),
  sort: optional(z.enum(CLAIM_SORTS)),
  /** Keyset cursors: after a row, or before one. */
  after: optional(z.string().regex(CURSOR)),
  before: optional(z.string().regex(CURSOR)),
});
export type ListClaims = z.output<typeof ListClaims>;
