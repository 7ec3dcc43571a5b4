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

/** How one report carries a claim. */
export const AttributionInput = z
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

export type AttributionInput = z.input<typeof AttributionInput>;
export type ParsedAttribution = z.output<typeof AttributionInput>;

/** What was typed of a claim, of either type. */
const valueFields = {
  claimantId: z.uuid(),
  wording: wording(2000),
  basis: z.enum(BASES),
  stated: DateInput,
  asOf: DateInput.nullable().default(null),
  eventTime: DateInput.nullable().default(null),
  isForecast: z.boolean().default(false),
  /** Recalled, seen in no report: the only claims that may be logged without one. */
  isFromMemory: z.boolean().default(false),
};

const figureFields = {
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
};

const statementFields = { type: z.literal("statement"), topic: z.enum(TOPICS) };

/** What a person says of a claim on file that may be the same one, or the one before it (R19, R28). */
const Answer = z.strictObject({
  kind: z.enum(["duplicate_of", "supersedes"]),
  claimId: z.uuid(),
  answer: z.enum(["yes", "no", "unsure"]),
  downwardReason: z.enum(DOWNWARD_REASONS).nullable().default(null),
  note: optionalText(1000),
});

const loggingFields = {
  eventId: z.uuid(),
  standing: z.enum(STANDINGS).exclude(["disowned"]),
  attributions: z.array(AttributionInput).max(500),
  /** Of the form: sent twice, it is logged once. */
  submissionId: z.uuid().nullable().default(null),
  answers: z
    .array(Answer)
    .max(50)
    .refine(
      (answers) => new Set(answers.map(({ kind, claimId }) => `${kind} ${claimId}`)).size === answers.length,
      "Answer each question once.",
    )
    .default([]),
};

export const LogClaim = z
  .discriminatedUnion("type", [
    z.strictObject({ ...valueFields, ...figureFields, ...loggingFields }),
    z.strictObject({ ...valueFields, ...statementFields, ...loggingFields }),
  ])
  .refine((claim) => claim.isFromMemory || claim.attributions.length > 0, {
    path: ["attributions"],
    error: "Name the report that carries this claim, or mark it as recalled from memory.",
  });
export type LogClaim = z.input<typeof LogClaim>;
export type ParsedClaim = z.output<typeof LogClaim>;

// A disowned claim stays disowned whatever else of it is edited: a rule holds it to that.
const standing = z.enum(STANDINGS);

/** What was typed of a claim on file, as an edit gives it: whole. */
export const EditedClaim = z.discriminatedUnion("type", [
  z.strictObject({ ...valueFields, ...figureFields, standing }),
  z.strictObject({ ...valueFields, ...statementFields, standing }),
]);
export type EditedClaim = z.input<typeof EditedClaim>;
export type ParsedValues = z.output<typeof EditedClaim>;

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
export const Reason = text(2000);

export const EditClaim = ReadClaim.extend({ claim: EditedClaim });
export type EditClaim = z.input<typeof EditClaim>;

export const AmendClaim = ReadClaim.extend({ claim: EditedClaim, reason: Reason });
export type AmendClaim = z.input<typeof AmendClaim>;

export const AssignClaim = z.strictObject({
  claimId: z.uuid(),
  /** Null: given back. */
  assigneeId: z.uuid().nullable(),
  /** Of the assignment that the caller read (R33), 0 where nobody ever had the claim. */
  version: z.number().int().min(0),
});
export type AssignClaim = z.input<typeof AssignClaim>;

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

export const DeclineDuplicate = z.strictObject({
  duplicate: z.strictObject({ id: z.uuid() }),
  kept: z.strictObject({ id: z.uuid() }),
  state: z.enum(["declined", "unsure"]),
  note: optionalText(1000),
  version: seenDecision,
});
export type DeclineDuplicate = z.input<typeof DeclineDuplicate>;

export const ReopenLink = z.strictObject({
  id: z.uuid(),
  /** Of the link (R33). */
  version: z.number().int().min(1),
  /** Public where readers see what is taken back, and needed there (R24). */
  reason: optionalText(2000),
});
export type ReopenLink = z.input<typeof ReopenLink>;

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
export const Day = z.iso
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
