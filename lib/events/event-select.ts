import type { Prisma } from "../../prisma/generated/client";
import { figureSelect } from "../claims/figures";
import { claimantSelect } from "../claims/refs";

/** What is read of an event for its page. */
export const eventSelect = {
  id: true,
  slug: true,
  title: true,
  summary: true,
  placeName: true,
  country: true,
  latitude: true,
  longitude: true,
  occurredEdtf: true,
  occurredEarliest: true,
  occurredLatest: true,
  occurredZone: true,
  otherZones: true,
  headlineMeasureId: true,
  changedAt: true,
  publishedAt: true,
  version: true,
} as const satisfies Prisma.EventSelect;

export type EventRecord = Prisma.EventGetPayload<{ select: typeof eventSelect }>;

/** What is read of a claim for the page of its event. */
export const eventClaimSelect = {
  ...figureSelect,
  publicId: true,
  type: true,
  topic: true,
  claimant: { select: claimantSelect },
  wordingLanguage: true,
  wordingTranslation: true,
  wordingTranslatedBy: true,
  relativeToId: true,
  derived: true,
  statedEdtf: true,
  statedZone: true,
  asOfEdtf: true,
  asOfZone: true,
} as const satisfies Prisma.ClaimSelect;

export type EventClaim = Prisma.ClaimGetPayload<{ select: typeof eventClaimSelect }>;
