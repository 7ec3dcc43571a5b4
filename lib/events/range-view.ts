import type { ClaimRef } from "../claims/types";
import type { RangeEnd, RangeReading } from "../quantity/range";
import type { RangeEndView, ReportedRangeView } from "./types";

/** A reported range with its claims named; null where no figure enters it, or where a claim is not to be shown. */
export function rangeView(range: RangeReading, refs: ReadonlyMap<string, ClaimRef>): ReportedRangeView {
  const low = endView(range.low, refs);
  const high = endView(range.high, refs);
  return low && high ? { low, high } : null;
}

function endView(end: RangeEnd | null, refs: ReadonlyMap<string, ClaimRef>): RangeEndView | null {
  const claims = end?.figureIds.flatMap((id) => refs.get(id) ?? []) ?? [];
  const [first] = claims;
  if (!end || !first) return null;
  // A figure between two bounds would print both; only its one bound stands at this end.
  const isOneOfTwo = first.qualifier === "between" || first.qualifier === "estimate_ci";
  return { value: end.value, raw: isOneOfTwo ? null : first.raw, isOpen: end.isOpen, claims };
}
