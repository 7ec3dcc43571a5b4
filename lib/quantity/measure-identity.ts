import { measureKey } from "./compare";
import type { Measure } from "./quantity";

/**
 * What a measure counts, as a text that two ids share exactly when they count the same (R6). Unknown ids
 * stand alone.
 */
export function measureIdentity(measures: readonly Measure[]): (measureId: string) => string {
  const keys = new Map(measures.map((measure) => [measure.id, measureKey(measure)]));
  return (measureId) => keys.get(measureId) ?? JSON.stringify({ id: measureId });
}
