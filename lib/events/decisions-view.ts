import type { ClaimRef } from "../claims/types";
import type { Lifecycle, Standing, Verification } from "../vocabulary";
import type { EstimateRow, TakenBackRow } from "./editors-decisions";
import type { EstimateView, EventPage } from "./types";

type InputClaim = { id: string; standing: Standing; verification: Verification; lifecycle: Lifecycle };
type Refs = ReadonlyMap<string, ClaimRef>;

/** How many claims that were taken back are told of on an event's page; the corrections page has all. */
export const TAKEN_BACK_SHOWN = 5;

/** The estimates of one measure, each with its inputs in the order of `claims`; what is not shown is not told of. */
export function estimateViews(
  rows: readonly EstimateRow[],
  measureId: string,
  claims: readonly InputClaim[],
  refs: Refs,
): EstimateView[] {
  return rows
    .filter((row) => row.measureId === measureId)
    .map(({ measureId: _, claimIds, ...row }) => ({
      ...row,
      inputs: claims.flatMap(({ id, standing, verification, lifecycle }) => {
        const claim = claimIds.includes(id) ? refs.get(id) : undefined;
        return claim ? [{ ...claim, standing, verification, lifecycle }] : [];
      }),
    }));
}

/** The claims that were taken back last, and whether there are more than are told of. */
export function takenBackView(rows: readonly TakenBackRow[], refs: Refs): EventPage["takenBack"] {
  const claims = rows.flatMap(({ claimId, kind, at, reason }) => {
    const claim = refs.get(claimId);
    return claim ? [{ claim, kind, at, reason }] : [];
  });
  return { claims: claims.slice(0, TAKEN_BACK_SHOWN), hasMore: claims.length > TAKEN_BACK_SHOWN };
}
