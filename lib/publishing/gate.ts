import type { Prisma } from "../../prisma/generated/client";

/** An event that was merged into another is history: its address leads on, and nothing shows it (R30). */
export const publishedEvent = {
  recordStatus: "published",
  mergedIntoId: null,
} as const satisfies Prisma.EventWhereInput;

/**
 * The publish gate (R34): every public read of a claim goes through this condition, of anything that hangs on
 * claims through those below. Nothing else can reach a row that is not published. A claim that was found to be a
 * duplicate is history: its address leads to the one that was kept, and nothing shows it.
 */
export const published = {
  recordStatus: "published",
  mergedIntoId: null,
  event: publishedEvent,
} as const satisfies Prisma.ClaimWhereInput;

/** Attributions are public from their own publication on, and never before their claim. */
export const publishedAttribution = {
  publishedAt: { not: null },
  claim: published,
} as const satisfies Prisma.AttributionWhereInput;

/** Assessments are public from their own publication on, and never before their claim. */
export const publishedAssessment = {
  publishedAt: { not: null },
  claim: published,
} as const satisfies Prisma.AssessmentWhereInput;

/** A measure is public while a published claim uses it. */
export const publicMeasure = {
  claims: { some: published },
} as const satisfies Prisma.MeasureWhereInput;

/** A file is public while a published assessment names it as evidence. */
export const publishedEvidenceFile = {
  evidence: { some: { assessment: publishedAssessment } },
} as const satisfies Prisma.EvidenceFileWhereInput;

/**
 * A claimant is public while a published claim is its own or a member's, or was had from it; never once it was merged
 * into another.
 */
export const publicClaimant = {
  mergedIntoId: null,
  OR: [
    { claims: { some: published } },
    { members: { some: { claims: { some: published } } } },
    { passedOn: { some: publishedAttribution } },
  ],
} as const satisfies Prisma.ClaimantWhereInput;

/** A report is public while a published claim is carried by it, was had from it, or was assessed by it. */
export const publicReport = {
  OR: [
    { attributions: { some: publishedAttribution } },
    { passedOn: { some: publishedAttribution } },
    { evidence: { some: { assessment: publishedAssessment } } },
  ],
} as const satisfies Prisma.ReportWhereInput;

/**
 * A publication is public while one of its reports is, or a claimant that speaks through it or is known through it;
 * never once it was merged into another.
 */
export const publicPublication = {
  mergedIntoId: null,
  OR: [
    { reports: { some: publicReport } },
    { claimants: { some: publicClaimant } },
    { unnamed: { some: publicClaimant } },
  ],
} as const satisfies Prisma.PublicationWhereInput;
