import "server-only";
import type { Prisma } from "../../prisma/generated/client";
import { listClaimantFacts } from "../claimants/facts";
import type { Db } from "../db/client";
import { type DerivedClaim, supporterOf } from "../events/rules";
import { measureSelect, toMeasure } from "../measures/measures";
import {
  independenceTests,
  type Supporter,
  type TestEvidence,
  type TestResult,
} from "../origins/independence";
import { figureSelect, toFigure } from "./figures";

export const supporterSelect = {
  ...figureSelect,
  eventId: true,
  derived: true,
} as const satisfies Prisma.ClaimSelect;
type SupporterRow = Prisma.ClaimGetPayload<{ select: typeof supporterSelect }>;

/** A stored figure with what its independence rests on; null for a statement, and before its event was derived. */
export function toSupporter(row: SupporterRow): Supporter | null {
  const figure = toFigure(row);
  const derived = row.derived as DerivedClaim | null;
  return figure && derived && supporterOf(figure, derived);
}

/** One figure against another by the tests of R12. */
export type Tested = { supporter: Supporter; results: TestResult[] };

/** The tests of R12 for one figure against each of others of its event. Two queries, whatever their number. */
export async function testAgainst(
  db: Db,
  eventId: string,
  one: Supporter,
  others: readonly Supporter[],
): Promise<Tested[]> {
  const claimantIds = [one, ...others].flatMap(({ figure, roots }) => [
    figure.claimantId,
    ...roots.map(({ claimantId }) => claimantId),
  ]);
  const measureIds = [one, ...others].map(({ figure }) => figure.measureId);
  const [claimants, measures] = await Promise.all([
    listClaimantFacts(db, eventId, [...new Set(claimantIds)]),
    db.measure.findMany({ where: { id: { in: [...new Set(measureIds)] } }, select: measureSelect }),
  ]);
  const known = measures.map(toMeasure);
  return others.map((supporter) => ({
    supporter,
    results: independenceTests(one, supporter, claimants, known),
  }));
}

/** The claims that a piece of evidence names. */
export function claimIdsIn(evidence: TestEvidence): string[] {
  if (evidence.code === "shared_origin") return [evidence.claimId];
  return evidence.code === "open_alarm" ? evidence.claimIds : [];
}
