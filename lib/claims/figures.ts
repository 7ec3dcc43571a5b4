import type { Prisma } from "../../prisma/generated/client";
import type { Figure, Quantity } from "../quantity/quantity";

/** What the rules of figures look at, and nothing else. */
export const figureSelect = {
  id: true,
  number: true,
  measureId: true,
  claimantId: true,
  claimant: { select: { kind: true } },
  lane: true,
  basis: true,
  wording: true,
  qualifier: true,
  low: true,
  high: true,
  central: true,
  reading: true,
  statedEarliest: true,
  statedLatest: true,
  asOfEarliest: true,
  asOfLatest: true,
  verification: true,
  standing: true,
  lifecycle: true,
} as const satisfies Prisma.ClaimSelect;

type FigureRow = Prisma.ClaimGetPayload<{ select: typeof figureSelect }>;

/** A stored figure claim as the rules of figures see it; null for a statement. */
export function toFigure(row: FigureRow): Figure | null {
  const quantity = toQuantity(row);
  if (!quantity || row.measureId === null) return null;
  return {
    id: row.id,
    order: row.number,
    measureId: row.measureId,
    claimantId: row.claimantId,
    isAnonymous: row.claimant.kind === "unnamed",
    lane: row.lane,
    basis: row.basis,
    quantity,
    statedEarliest: row.statedEarliest.getTime(),
    statedLatest: row.statedLatest.getTime(),
    asOfEarliest: row.asOfEarliest?.getTime() ?? null,
    asOfLatest: row.asOfLatest?.getTime() ?? null,
    verification: row.verification,
    standing: row.standing,
    lifecycle: row.lifecycle,
  };
}

/** The quantity of a stored claim in its own words (R1); null for a statement. */
export function toQuantity(
  row: Pick<FigureRow, "wording" | "qualifier" | "low" | "high" | "central" | "reading">,
): Quantity | null {
  if (row.qualifier === null || row.reading === null) return null;
  return {
    raw: row.wording,
    qualifier: row.qualifier,
    low: row.low,
    high: row.high,
    central: row.central,
    reading: row.reading,
  };
}
