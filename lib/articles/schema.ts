import { z } from "zod";
import { CreateClaimant } from "../claimants/schema";
import type { AttributionInput, LogClaim } from "../claims/schema";
import { text } from "../forms/fields";
import { DefineMeasure } from "../measures/schema";
import { FileReport } from "../reports/schema";

/** The longest article that is kept while its claims are looked at, in UTF-16 units: about 60,000 words. */
export const ARTICLE_LENGTH_MAX = 400_000;

/** How many claims one article may give at once. */
export const ARTICLE_CLAIMS_MAX = 150;

/** The name by which the claims of an article mean a record that is made with them: "new:1". */
const NewRef = z.string().regex(/^new:\d{1,4}$/, "Choose from the list.");

/** Records that the article needs and that are not on file yet; what they are called is theirs, their address is found. */
const NewClaimant = z.strictObject({
  ref: NewRef,
  name: CreateClaimant.shape.name,
  kind: CreateClaimant.shape.kind,
  /** The publication of the report itself, speaking as its own. */
  isCarrier: z.boolean().default(false),
});
const NewMeasure = z.strictObject({
  ref: NewRef,
  label: text(200),
  kinds: DefineMeasure.def.in.shape.kinds,
  unit: text(100),
  personClass: DefineMeasure.def.in.shape.personClass,
  total: DefineMeasure.def.in.shape.total,
});

/** One claim of the article, that a person accepted. It is checked whole by the schemas of claims and attributions. */
const ArticleClaim = z.strictObject({
  /** The claim on file that the report is attached to instead (R27). */
  attachTo: z.uuid().nullable().default(null),
  /** What the person says of claims on file that may be the same (R28): they are asked, or it is another, or nobody knows. */
  whenAsked: z.enum(["ask", "no", "unsure"]).default("ask"),
  /** As a claim is logged, without its event and its reports; claimant and measure on file, or made with it. */
  claim: z.record(z.string(), z.unknown()),
  /** How the report carries it, without the report. */
  attribution: z.record(z.string(), z.unknown()),
});

/** Each of the records that are made has a ref of its own. */
const withOwnRefs = <T extends z.ZodType<readonly { ref: string }[]>>(made: T) =>
  made.refine((all) => new Set(all.map(({ ref }) => ref)).size === all.length, "Give each a ref of its own.");

export const LogArticle = z.strictObject({
  /** The draft in which it was looked at, which ends with it: sent twice, it is logged once. */
  draftId: z.uuid(),
  eventId: z.uuid(),
  report: z.union([
    z.strictObject({ id: z.uuid() }),
    FileReport.omit({ publicationId: true }).extend({
      publication: z.union([z.strictObject({ id: z.uuid() }), z.strictObject({ name: text(300) })]),
    }),
  ]),
  claimants: withOwnRefs(z.array(NewClaimant).max(2 * ARTICLE_CLAIMS_MAX)).default([]),
  measures: withOwnRefs(z.array(NewMeasure).max(ARTICLE_CLAIMS_MAX)).default([]),
  claims: z
    .array(ArticleClaim)
    .min(1, "Accept at least one claim.")
    .max(ARTICLE_CLAIMS_MAX, `Save at most ${ARTICLE_CLAIMS_MAX} claims at once.`),
});

type Claim = LogClaim extends infer One
  ? One extends unknown
    ? Omit<One, "eventId" | "attributions">
    : never
  : never;

export type LogArticle = Omit<z.input<typeof LogArticle>, "claims"> & {
  claims: {
    attachTo?: string | null;
    whenAsked?: "ask" | "no" | "unsure";
    claim: Claim;
    attribution: Omit<AttributionInput, "reportId">;
  }[];
};
export type ParsedArticle = z.output<typeof LogArticle>;

/** The fields of the desk's page of an article, as far as they were typed. */
export const KeepArticle = z.strictObject({
  id: z.uuid(),
  values: z
    .record(z.string().max(100), z.array(z.string().max(ARTICLE_LENGTH_MAX)).max(100))
    .refine((values) => Object.keys(values).length <= 4000, "Too many fields.")
    .refine((values) => sizeOf(values) <= 2 * ARTICLE_LENGTH_MAX, "This article is too long."),
});
export type KeepArticle = z.input<typeof KeepArticle>;

function sizeOf(values: Readonly<Record<string, readonly string[]>>): number {
  return Object.values(values).reduce((sum, texts) => sum + texts.join("").length, 0);
}
