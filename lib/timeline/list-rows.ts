import "server-only";
import type { Prisma } from "../../prisma/generated/client";
import { figureSelect } from "../claims/figures";
import { claimantSelect } from "../claims/refs";
import { db } from "../db/client";
import { measureSelect } from "../measures/measures";
import { published, publishedAttribution } from "../publishing/gate";

const claimSelect = {
  ...figureSelect,
  publicId: true,
  type: true,
  topic: true,
  claimant: { select: claimantSelect },
  wordingLanguage: true,
  wordingTranslation: true,
  wordingTranslatedBy: true,
  isForecast: true,
  statedEdtf: true,
  statedZone: true,
  asOfEdtf: true,
  asOfZone: true,
} as const satisfies Prisma.ClaimSelect;

export type TimelineClaim = Prisma.ClaimGetPayload<{ select: typeof claimSelect }>;

const linkSelect = {
  kind: true,
  fromClaimId: true,
  toClaimId: true,
  downwardReason: true,
} as const satisfies Prisma.ClaimLinkSelect;

export type TimelineLink = Prisma.ClaimLinkGetPayload<{ select: typeof linkSelect }>;

const reasonSelect = {
  claimId: true,
  downwardReason: true,
  report: { select: { publicId: true, publication: { select: { name: true } } } },
} as const satisfies Prisma.AttributionSelect;

/**
 * The published claims of an event, the first stated first, which of them took the place of which, why reports say that
 * a figure fell, the measures, and who stands on which side. Five queries, and what they select.
 */
export async function listTimelineRows(slug: string) {
  const ofEvent = { AND: [published, { event: { slug } }] };
  const [claims, links, reasons, measures, parties] = await Promise.all([
    db().claim.findMany({
      where: ofEvent,
      select: claimSelect,
      orderBy: [{ statedEarliest: "asc" }, { statedLatest: "asc" }, { number: "asc" }],
    }),
    db().claimLink.findMany({
      where: {
        state: "accepted",
        kind: { in: ["supersedes", "replaces"] },
        fromClaim: ofEvent,
        toClaim: ofEvent,
      },
      select: linkSelect,
      orderBy: { id: "asc" },
    }),
    db().attribution.findMany({
      where: { AND: [publishedAttribution, { claim: { event: { slug } }, downwardReason: { not: null } }] },
      select: reasonSelect,
      orderBy: [{ claimId: "asc" }, { id: "asc" }],
    }),
    db().measure.findMany({
      where: { event: { slug } },
      select: measureSelect,
      orderBy: { position: "asc" },
    }),
    db().party.findMany({ where: { event: { slug } }, select: { claimantId: true, side: true } }),
  ]);
  return { claims, links, reasons, measures, parties };
}

export type TimelineRows = Awaited<ReturnType<typeof listTimelineRows>>;
