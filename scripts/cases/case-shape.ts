import { z } from "zod";
import type {
  Basis,
  Carries,
  CauseDefinition,
  ClaimantKind,
  DownwardReason,
  Lane,
  Lifecycle,
  MeasureKind,
  PartyRole,
  PersonClass,
  Qualifier,
  Reading,
  Standing,
  Topic,
  Total,
} from "../../lib/vocabulary";

/**
 * The shape of the records in a file of acceptance cases. What is absent is unknown; codes and dates are left to the
 * commands to refuse.
 */

/** A code of a closed list, which the commands check. */
const code = <T extends string>() => z.custom<T>((value) => typeof value === "string", "Give a code.");
const words = z.string().nullable().default(null);
const number = z.number().nullable().default(null);
const names = z.array(z.string()).default([]);
/** How one record of an event names another. */
const Key = z.string().min(1);
const OptionalKey = Key.nullable().default(null);

export const CaseParty = z.object({ claimant: Key, role: code<PartyRole>().nullable().default(null) });

export const CaseClaimant = z.object({
  key: Key,
  name: z.string(),
  aliases: names,
  kind: code<ClaimantKind>(),
  partOf: OptionalKey,
  side: words,
});
export type CaseClaimant = z.infer<typeof CaseClaimant>;

export const CasePublication = z.object({ key: Key, name: z.string(), family: words, country: words });
export type CasePublication = z.infer<typeof CasePublication>;

export const CaseReport = z.object({
  key: Key,
  publication: Key,
  url: words,
  title: words,
  published: words,
  note: words,
});
export type CaseReport = z.infer<typeof CaseReport>;

export const CaseMeasure = z.object({
  key: Key,
  label: words,
  kinds: z.array(code<MeasureKind>()),
  scope: z.object({
    personClass: code<PersonClass>(),
    demographic: words,
    nationality: words,
    area: words,
    period: words,
    cause: code<CauseDefinition>(),
    total: code<Total>(),
  }),
  unit: z.string(),
});
export type CaseMeasure = z.infer<typeof CaseMeasure>;

const Attribution = z.object({
  report: Key,
  carries: code<Carries>(),
  via: OptionalKey,
  passage: words,
  misreport: words,
  wording: z
    .object({ raw: z.string(), qualifier: code<Qualifier>().nullable().default(null) })
    .nullable()
    .default(null),
  reason: code<DownwardReason>().nullable().default(null),
});
export type CaseAttribution = z.infer<typeof Attribution>;

const Quantity = z.object({
  raw: z.string(),
  qualifier: code<Qualifier>(),
  low: number,
  high: number,
  central: number,
  reading: code<Reading>(),
  relativeTo: OptionalKey,
});

export const CaseClaim = z.object({
  key: Key,
  type: z.enum(["figure", "statement"]),
  claimant: Key,
  measure: OptionalKey,
  statement: words,
  topic: code<Topic>().nullable().default(null),
  quantity: Quantity.nullable().default(null),
  statedOn: words,
  asOf: words,
  attributions: z.array(Attribution).default([]),
  supersedes: OptionalKey,
  revisionReason: code<DownwardReason>().nullable().default(null),
  replaces: OptionalKey,
  passedOnFrom: OptionalKey,
  basis: code<Basis>().default("unstated"),
  lane: code<Lane>().default("count"),
  memory: z.boolean().default(false),
  standing: code<Standing>(),
  lifecycle: code<Lifecycle>().default("current"),
});
export type CaseClaim = z.infer<typeof CaseClaim>;

const Ends = z.object({
  low: number,
  lowClaimant: OptionalKey,
  lowClaimants: names,
  lowOpen: z.boolean().default(false),
  high: number,
  highClaimant: OptionalKey,
  highClaimants: names,
  highOpen: z.boolean().default(false),
  fromMeasure: z.object({ low: OptionalKey, high: OptionalKey }).nullable().default(null),
});
export type CaseEnds = z.infer<typeof Ends>;

const ReportedRange = Ends.extend({ measure: Key, lane: code<Lane>(), withAnonymous: Ends });
export type CaseRange = z.infer<typeof ReportedRange>;

const DocumentedMinimum = z.object({
  measure: Key,
  claim: Key,
  claimant: Key,
  n: z.number(),
  basis: code<Basis>(),
  exceeds: z.array(Key).default([]),
});
export type CaseMinimum = z.infer<typeof DocumentedMinimum>;

const Flag = z.object({ rule: z.string(), claims: z.array(Key).default([]), note: words });
export type CaseFlag = z.infer<typeof Flag>;

const Pair = z.tuple([Key, Key]);
export type KeyPair = z.infer<typeof Pair>;

/** What must follow; a field that is absent asserts nothing. */
export const CaseExpect = z.object({
  headlineMeasure: Key.nullable().optional(),
  reportedRange: z.array(ReportedRange).optional(),
  documentedMinimum: z.array(DocumentedMinimum).optional(),
  supersessions: z.array(Pair).optional(),
  askSupersession: z.array(Pair).optional(),
  replacements: z.array(Pair).optional(),
  incompatible: z.array(Pair).optional(),
  incomparable: z.array(z.tuple([Key, Key], z.string().nullable())).optional(),
  flags: z.array(Flag).optional(),
  notInHeadline: z.array(Key).optional(),
});
export type CaseExpect = z.infer<typeof CaseExpect>;

export const CaseHead = z.object({
  slug: z.string(),
  title: z.string(),
  place: z.object({ name: z.string(), aliases: names, country: words, lat: number, lon: number }),
  occurred: z.object({ edtf: z.string(), timeZone: z.string() }),
});

/** One contested event, its records and what must follow from them. */
export type CaseEvent = z.infer<typeof CaseHead> & {
  parties: z.infer<typeof CaseParty>[];
  claimants: CaseClaimant[];
  publications: CasePublication[];
  reports: CaseReport[];
  measures: CaseMeasure[];
  claims: CaseClaim[];
  expect: CaseExpect;
  /** Records that are not of the shape, and why: "claims mod_63: quantity.low: …". */
  unread: string[];
};
