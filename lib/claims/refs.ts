import type { Prisma } from "../../prisma/generated/client";
import { dateFrom } from "../dates/columns";
import type { UncertainDate } from "../dates/edtf";
import type { Wording } from "../format/wording";
import type { ClaimantRef, ClaimRef } from "./types";

export const claimantSelect = {
  slug: true,
  name: true,
  kind: true,
  parent: { select: { slug: true, name: true } },
} as const satisfies Prisma.ClaimantSelect;

/** What names a claim beside its claimant: the figure in its own words, and its dates. */
export const claimRefColumns = {
  id: true,
  publicId: true,
  wording: true,
  qualifier: true,
  statedEdtf: true,
  statedEarliest: true,
  statedLatest: true,
  statedZone: true,
  asOfEdtf: true,
  asOfEarliest: true,
  asOfLatest: true,
  asOfZone: true,
} as const satisfies Prisma.ClaimSelect;

/** What names a claim wherever it is mentioned: figure in its own words, claimant, date. */
export const claimRefSelect = {
  ...claimRefColumns,
  claimant: { select: { slug: true, name: true } },
} as const satisfies Prisma.ClaimSelect;

export function toClaimantRef({
  parent,
  ...claimant
}: Prisma.ClaimantGetPayload<{ select: typeof claimantSelect }>): ClaimantRef {
  return { ...claimant, partOf: parent };
}

export function toClaimRef(row: Prisma.ClaimGetPayload<{ select: typeof claimRefSelect }>): ClaimRef {
  return {
    publicId: row.publicId,
    claimant: row.claimant,
    raw: row.qualifier === null ? null : row.wording,
    qualifier: row.qualifier,
    stated: statedOf(row),
    asOf: asOfOf(row),
  };
}

export function statedOf(row: {
  statedEdtf: string;
  statedEarliest: Date;
  statedLatest: Date;
  statedZone: string;
}): UncertainDate {
  return {
    edtf: row.statedEdtf,
    earliest: row.statedEarliest.getTime(),
    latest: row.statedLatest.getTime(),
    zone: row.statedZone,
  };
}

export function asOfOf(row: {
  asOfEdtf: string | null;
  asOfEarliest: Date | null;
  asOfLatest: Date | null;
  asOfZone: string | null;
}): UncertainDate | null {
  return dateFrom(row.asOfEdtf, row.asOfEarliest, row.asOfLatest, row.asOfZone);
}

export function wordingOf(row: {
  wording: string;
  wordingLanguage: string;
  wordingTranslation: string | null;
  wordingTranslatedBy: string | null;
}): Wording {
  return {
    text: row.wording,
    language: row.wordingLanguage,
    translation: row.wordingTranslation,
    translatedBy: row.wordingTranslatedBy,
  };
}
