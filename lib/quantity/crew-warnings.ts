import { groupBy } from "../group-by";
import type { MeasureKind } from "../vocabulary";
import type { MeasureParts } from "./measure-parts";
import { byMoment, isSameMoment } from "./moment";
import { leastLow, type Row, type RowsByMeasure, withoutParts } from "./part-rows";
import { countsByOther, type SumWarning, sumWarning, total } from "./sum-warnings";

/**
 * What becomes of a person, of which one excludes the other. The injured may be rescued, captured or die as
 * well.
 */
const OUTCOMES: readonly MeasureKind[] = ["killed", "missing", "rescued", "captured"];

/**
 * R31: a claimant says of one moment that more people were killed, went missing, were rescued and were
 * captured than there were, by its latest figure for a crew or those aboard, of which people said them to be
 * parts.
 */
export function crewWarnings(
  crews: Row[],
  identity: string,
  rows: RowsByMeasure,
  parts: MeasureParts,
): SumWarning[] {
  const crew = crews.at(-1);
  if (!crew || !countsByOther(parts.measureOf(identity))) return [];

  const outcomes = parts
    .statedPartsOf(identity)
    .flat()
    .filter((part) => parts.measureOf(part)?.kinds.every((kind) => OUTCOMES.includes(kind)))
    .flatMap((part) => rows.get(part) ?? []);
  return momentsOf(outcomes).flatMap((atOnce) => {
    const byMeasure = groupBy(atOnce.sort(leastLow), ({ figure }) => parts.identityOf(figure.measureId));
    const least = [...byMeasure.values()].map(([first]) => first);
    const summed = withoutShared(withoutParts(least, parts), parts);
    const isAbove = summed.length > 1 && total(summed) > crew.high;
    return isAbove ? [sumWarning("outcomes_above_crew", crew, summed)] : [];
  });
}

function momentsOf(rows: Row[]): Row[][] {
  const moments: Row[][] = [];
  for (const row of rows.sort(byMoment)) {
    const last = moments.at(-1);
    if (last?.[0] && isSameMoment(last[0], row)) last.push(row);
    else moments.push([row]);
  }
  return moments;
}

/** Leaves out a set of several kinds that shares one with another row, as it cannot be split (R3). */
function withoutShared(rows: Row[], parts: MeasureParts): Row[] {
  const kindsOf = ({ figure }: Row) => parts.measureOf(parts.identityOf(figure.measureId))?.kinds ?? [];
  return rows.filter((row) => {
    const kinds = kindsOf(row);
    const others = rows.filter((other) => other !== row).flatMap(kindsOf);
    return new Set(kinds).size === 1 || !kinds.some((kind) => others.includes(kind));
  });
}
