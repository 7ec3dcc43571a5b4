import type { Prisma } from "../../prisma/generated/client";
import { figureSelect, toFigure } from "../claims/figures";
import { asOfOf, claimantSelect, statedOf, toClaimantRef, wordingOf } from "../claims/refs";
import type { ClaimRef } from "../claims/types";
import type { DerivedClaim } from "../events/rules";
import { measureSelect } from "../measures/measures";
import type { ComparedFigure } from "./types";

export const comparedSelect = {
  ...figureSelect,
  publicId: true,
  eventId: true,
  event: { select: { slug: true, title: true } },
  claimant: { select: claimantSelect },
  measure: { select: measureSelect },
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

export type ComparedRow = Prisma.ClaimGetPayload<{ select: typeof comparedSelect }>;

/** The ids of the claims that a row names: those that contest it, and the one that it is measured against. */
export function namedBy(row: Pick<ComparedRow, "derived" | "relativeToId">): string[] {
  const contest = contestOf(row);
  return [
    ...(contest ? [contest.nearestId, contest.farthestId] : []),
    ...(row.relativeToId ? [row.relativeToId] : []),
  ];
}

/** A stored figure as it is compared; null for a statement. `refs` names the public claims among those that rows name. */
export function toComparedFigure(
  row: ComparedRow,
  refs: ReadonlyMap<string, ClaimRef>,
  side: string | null,
): ComparedFigure | null {
  const figure = toFigure(row);
  if (!figure || !row.measure) return null;
  const { id, slug, label, kinds, unit, position } = row.measure;
  return {
    id: row.id,
    publicId: row.publicId,
    event: row.event,
    measure: {
      id,
      slug: row.lane === "estimate" ? `${slug}-estimates` : slug,
      label,
      kinds,
      unit,
      position,
    },
    figure,
    claimant: toClaimantRef(row.claimant),
    side,
    isAnonymous: figure.isAnonymous,
    quantity: figure.quantity,
    wording: wordingOf(row),
    relativeTo: (row.relativeToId && refs.get(row.relativeToId)) || null,
    stated: statedOf(row),
    asOf: asOfOf(row),
    basis: row.basis,
    lane: row.lane,
    standing: row.standing,
    verification: row.verification,
    lifecycle: row.lifecycle,
    contested: contestedBy(row, refs),
    earlier: [],
    attributions: [],
  };
}

function contestedBy(row: ComparedRow, refs: ReadonlyMap<string, ClaimRef>): ComparedFigure["contested"] {
  const contest = contestOf(row);
  const nearest = contest && refs.get(contest.nearestId);
  const farthest = contest && refs.get(contest.farthestId);
  return contest && nearest && farthest ? { nearest, farthest, count: contest.count } : null;
}

function contestOf({ derived }: Pick<ComparedRow, "derived">): DerivedClaim["contest"] | null {
  return (derived as DerivedClaim | null)?.contest ?? null;
}
