import "server-only";
import type { Prisma } from "../../prisma/generated/client";
import { claimantSelect, statedOf, toClaimantRef, wordingOf } from "../claims/refs";
import type { ClaimantRef } from "../claims/types";
import type { UncertainDate } from "../dates/edtf";
import { db } from "../db/client";
import type { Wording } from "../format/wording";
import { Slug } from "../forms/fields";
import { findVersionAt } from "../past/find-version";
import { published, publishedEvent } from "../publishing/gate";

/** What a citation says of a claim, and since when it stands as it does (ms since 1970 UTC). */
export type CitedClaim = {
  publicId: string;
  version: number;
  changedAt: number;
  event: { slug: string; title: string };
  claimant: ClaimantRef;
  /** Null for a statement. */
  figure: { measure: { label: string } } | null;
  wording: Wording;
  stated: UncertainDate;
};

const claimSelect = {
  id: true,
  publicId: true,
  version: true,
  publishedAt: true,
  event: { select: { slug: true, title: true } },
  claimant: { select: claimantSelect },
  measure: { select: { label: true } },
  wording: true,
  wordingLanguage: true,
  wordingTranslation: true,
  wordingTranslatedBy: true,
  statedEdtf: true,
  statedEarliest: true,
  statedLatest: true,
  statedZone: true,
} as const satisfies Prisma.ClaimSelect;

/** A published claim as its present version is cited, or null (R34). */
export async function findCitedClaim(publicId: string): Promise<CitedClaim | null> {
  const row = await db().claim.findFirst({ where: { publicId, ...published }, select: claimSelect });
  if (!row?.publishedAt) return null;
  const { version } = row;
  const revision = await db().revision.findFirst({
    where: { subjectKind: "claim", subjectId: row.id, version },
    select: { at: true },
  });
  return {
    publicId,
    version,
    changedAt: (revision?.at ?? row.publishedAt).getTime(),
    event: row.event,
    claimant: toClaimantRef(row.claimant),
    figure: row.measure && { measure: row.measure },
    wording: wordingOf(row),
    stated: statedOf(row),
  };
}

/** `version`: the number of the last revision that readers see, by which its fixed versions are found. */
export type CitedEvent = { slug: string; title: string; version: number; changedAt: number };

/** A published event as its version of this moment (ms since 1970 UTC) is cited, or null (R34). */
export async function findCitedEvent(slug: string, now: number): Promise<CitedEvent | null> {
  if (!Slug.safeParse(slug).success) return null;
  const [row, version] = await Promise.all([
    db().event.findFirst({
      where: { slug, ...publishedEvent },
      select: { title: true, changedAt: true },
    }),
    findVersionAt(slug, now),
  ]);
  return row && version ? { slug, title: row.title, version, changedAt: row.changedAt.getTime() } : null;
}
