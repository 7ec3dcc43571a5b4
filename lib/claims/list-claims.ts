import "server-only";
import type { Prisma } from "../../prisma/generated/client";
import { db } from "../db/client";
import { readCursor, writeCursor } from "../db/cursor";
import { published } from "../publishing/gate";
import { toQuantity } from "./figures";
import { matchingClaims } from "./matching-claims";
import { claimantSelect, statedOf, toClaimantRef, wordingOf } from "./refs";
import type { ListClaims } from "./schema";
import type { ClaimRow } from "./types";

/** One page of a list, with the cursors of its neighbours; null where there is none. */
export type ClaimsPage = { rows: ClaimRow[]; previous: string | null; next: string | null };

const rowSelect = {
  id: true,
  publicId: true,
  type: true,
  event: { select: { slug: true, title: true } },
  claimant: { select: claimantSelect },
  measure: { select: { label: true, kinds: true, unit: true } },
  wording: true,
  wordingLanguage: true,
  wordingTranslation: true,
  wordingTranslatedBy: true,
  qualifier: true,
  low: true,
  high: true,
  central: true,
  reading: true,
  topic: true,
  statedEdtf: true,
  statedEarliest: true,
  statedLatest: true,
  statedZone: true,
  publishedAt: true,
  reportCount: true,
  standing: true,
  verification: true,
  lifecycle: true,
  isContested: true,
  recordStatus: true,
} as const satisfies Prisma.ClaimSelect;

type Row = Prisma.ClaimGetPayload<{ select: typeof rowSelect }>;
type Match = { id: string; at: Date };

/**
 * One page of the published claims that fit all filters. Six queries, whatever the number of claims; reads no
 * more rows than the page shows and one.
 */
export async function listClaims(query: ListClaims, limit = 50): Promise<ClaimsPage> {
  const { matches, hasEarlier, hasLater } = await listMatches(query, limit);
  const rows = await listClaimRows(matches.map(({ id }) => id));
  const first = matches[0];
  const last = matches.at(-1);
  return {
    rows,
    previous: hasEarlier && first ? writeCursor(first) : null,
    next: hasLater && last ? writeCursor(last) : null,
  };
}

/** The rows of these published claims, in their order; those that are not public are left out (R34). */
export async function listClaimRows(ids: readonly string[]): Promise<ClaimRow[]> {
  const found = await db().claim.findMany({
    where: { id: { in: [...ids] }, ...published },
    select: rowSelect,
  });
  const byId = new Map(found.map((row) => [row.id, toClaimRow(row)]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

async function listMatches(query: ListClaims, limit: number) {
  const cursorText = query.before ?? query.after;
  const cursor = cursorText === null ? null : readCursor(cursorText);
  const isBackward = cursor !== null && query.before !== null;
  const found = await db().$queryRaw<Match[]>(matchingClaims(query, cursor, isBackward, limit + 1));
  const hasMore = found.length > limit;
  const matches = found.slice(0, limit);
  if (isBackward) matches.reverse();
  return {
    matches,
    hasEarlier: isBackward ? hasMore : cursor !== null,
    hasLater: isBackward ? true : hasMore,
  };
}

function toClaimRow(row: Row): ClaimRow {
  const quantity = toQuantity(row);
  return {
    publicId: row.publicId,
    type: row.type,
    event: row.event,
    claimant: toClaimantRef(row.claimant),
    figure:
      quantity && row.measure
        ? { quantity, measureLabel: row.measure.label, kinds: row.measure.kinds, unit: row.measure.unit }
        : null,
    wording: wordingOf(row),
    topic: row.topic,
    stated: statedOf(row),
    reportCount: row.reportCount,
    standing: row.standing,
    verification: row.verification,
    lifecycle: row.lifecycle,
    isContested: row.isContested,
    recordStatus: row.recordStatus,
  };
}
