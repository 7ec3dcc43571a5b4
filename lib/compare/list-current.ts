import "server-only";
import type { Prisma } from "../../prisma/generated/client";
import { db } from "../db/client";
import { published } from "../publishing/gate";
import { type ComparedRow, comparedSelect } from "./figure-rows";
import type { CompareChoice } from "./schema";
import type { ChosenMeasure } from "./types";

/** Current figures; who and what of those chosen has any; and how many there are beyond the limit. */
export type CurrentFigures = {
  rows: ComparedRow[];
  claimantIds: Set<string>;
  measureKeys: Set<string>;
  beyond: number;
};

/** A measure in one lane. */
export const laneKey = (measureId: string | null, lane: string) => `${measureId} ${lane}`;

/** Which figures the chosen claimants and measures mean; null: none, as nothing was chosen, or nothing public. */
export function meantBy(
  claimants: readonly { id: string }[],
  measures: readonly Pick<ChosenMeasure & { id: string }, "id" | "lane">[],
  choice: CompareChoice,
): Prisma.ClaimWhereInput | null {
  if (claimants.length + measures.length === 0) return null;
  // A choice of which nothing is public must not widen the other one.
  if (choice.claimants.length > 0 && claimants.length === 0) return null;
  if (choice.measures.length > 0 && measures.length === 0) return null;
  return {
    ...(claimants.length > 0 && { claimantId: { in: claimants.map(({ id }) => id) } }),
    ...(measures.length > 0 && { OR: measures.map(({ id, lane }) => ({ measureId: id, lane })) }),
  };
}

/** Of these figures the current ones that were not named already, the first stated first, and how many there are beyond the limit. */
export async function listCurrent(
  meant: Prisma.ClaimWhereInput,
  named: readonly string[],
  limit: number,
): Promise<CurrentFigures> {
  const where: Prisma.ClaimWhereInput = {
    ...published,
    type: "figure",
    lifecycle: "current",
    standing: { not: "disowned" },
    AND: [meant],
  };
  const others = { ...where, publicId: { notIn: [...named] } };
  const [rows, groups, count] = await Promise.all([
    db().claim.findMany({
      where: others,
      select: comparedSelect,
      orderBy: [{ statedEarliest: "asc" }, { statedLatest: "asc" }, { id: "asc" }],
      take: limit,
    }),
    db().claim.groupBy({ by: ["claimantId", "measureId", "lane"], where }),
    db().claim.count({ where: others }),
  ]);
  return {
    rows,
    claimantIds: new Set(groups.map(({ claimantId }) => claimantId)),
    measureKeys: new Set(groups.map(({ measureId, lane }) => laneKey(measureId, lane))),
    beyond: count - rows.length,
  };
}
