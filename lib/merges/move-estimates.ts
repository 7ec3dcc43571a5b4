import "server-only";
import type { Work } from "./steps";

type EstimateRow = { id: string; measureId: string; number: number };

/**
 * Best estimates go with what they estimate, each after those of the other measure. Their history is that of the merge
 * itself. Returns what they were.
 */
export async function moveEstimates(
  { tx }: Work,
  estimates: readonly EstimateRow[],
  measureId: string,
): Promise<EstimateRow[]> {
  const last = await tx.bestEstimate.aggregate({ where: { measureId }, _max: { number: true } });
  const first = (last._max.number ?? 0) + 1;
  for (const [place, { id }] of estimates.entries()) {
    await tx.bestEstimate.update({ where: { id }, data: { measureId, number: first + place } });
  }
  return estimates.map(({ id, measureId: before, number }) => ({ id, measureId: before, number }));
}
