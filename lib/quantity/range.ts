import type { LeftOutReason } from "../events/types";
import type { Lane } from "../vocabulary";
import { ascending, firstStated, measureKey } from "./compare";
import { type DocumentedMinimum, documentedMinima } from "./documented-minimum";
import { entersRange, isDocumentedCount } from "./interval";
import type { Figure, Measure } from "./quantity";

/** One end of a reported range. */
export type RangeEnd = {
  value: number;
  /** A figure with this very bound has no high (at the high end) or no low (at the low end). */
  isOpen: boolean;
  /** All figures with this bound, the first stated first. */
  figureIds: string[];
  /** The other measure whose zero made this end (R3); null when a figure of this measure stands here. */
  fromMeasureId: string | null;
};

/** A range, what went into it (zeros of other measures too), and why the rest of its measure and lane did not. */
export type RangeReading = {
  low: RangeEnd | null;
  high: RangeEnd | null;
  countedIds: string[];
  leftOut: { figureId: string; reason: LeftOutReason }[];
};

export type ReportedRange = RangeReading & {
  measureId: string;
  lane: Lane;
  /** The same with the figures of unnamed claimants in it. */
  withAnonymous: RangeReading;
  /** R9: all of them, the greatest first, unnamed claimants included. */
  documentedMinima: DocumentedMinimum[];
};

/**
 * The reported range of each measure and lane that has figures (R7), the headline's with identified
 * claimants only. In the order of measure ids, counts before estimates; the order of the input changes
 * nothing. Takes n log n steps.
 */
export function reportedRanges(figures: readonly Figure[], measures: readonly Measure[]): ReportedRange[] {
  const groups = byMeasureAndLane(figures);
  const zeros = zerosForParts(groups, measures);
  return groups.map(({ measureId, lane, figures: own }) => {
    const borrowed = zeros.get(groupKey(measureId, lane)) ?? [];
    return {
      measureId,
      lane,
      ...read(own, borrowed, measureId, false),
      withAnonymous: read(own, borrowed, measureId, true),
      documentedMinima: documentedMinima(own),
    };
  });
}

type Group = { measureId: string; lane: Lane; figures: Figure[] };

function byMeasureAndLane(figures: readonly Figure[]): Group[] {
  const groups = new Map<string, Group>();
  for (const figure of [...figures].sort(firstStated)) {
    const { measureId, lane } = figure;
    const key = groupKey(measureId, lane);
    const group = groups.get(key) ?? { measureId, lane, figures: [] };
    group.figures.push(figure);
    groups.set(key, group);
  }
  return [...groups.values()].sort(
    (a, b) => ascending(a.measureId, b.measureId) || ascending(a.lane, b.lane),
  );
}

function groupKey(measureId: string, lane: Lane): string {
  return JSON.stringify([measureId, lane]);
}

/** R3: none of a set is none of each part of the set, where the rest of the scope is the same. */
function zerosForParts(groups: Group[], measures: readonly Measure[]): Map<string, Figure[]> {
  const known = new Map(measures.map((measure) => [measure.id, measure]));
  const sameScope = new Map<string, Measure[]>();
  for (const measure of known.values()) {
    const key = measureKey(measure, ["kinds"]);
    const sharing = sameScope.get(key) ?? [];
    sharing.push(measure);
    sameScope.set(key, sharing);
  }

  const zeros = new Map<string, Figure[]>();
  for (const { measureId, lane, figures } of groups) {
    const whole = known.get(measureId);
    const none = figures.filter(isNone);
    if (!whole || none.length === 0) continue;
    for (const part of sameScope.get(measureKey(whole, ["kinds"])) ?? []) {
      if (!isPartOf(part, whole)) continue;
      const key = groupKey(part.id, lane);
      zeros.set(key, (zeros.get(key) ?? []).concat(none));
    }
  }
  return zeros;
}

function isNone(figure: Figure): boolean {
  return figure.quantity.qualifier === "none" && whyLeftOut(figure, true) === null;
}

function isPartOf(part: Measure, whole: Measure): boolean {
  const kinds = new Set(part.kinds);
  return kinds.size < new Set(whole.kinds).size && [...kinds].every((kind) => whole.kinds.includes(kind));
}

/** Why a figure stays out of its range (R4, R5, R7, R9); null when it enters. */
export function whyLeftOut(figure: Figure, withAnonymous: boolean): LeftOutReason | null {
  const { qualifier } = figure.quantity;
  if (figure.lifecycle !== "current") return figure.lifecycle;
  if (figure.standing === "disowned") return "disowned";
  if (figure.verification === "refuted") return "refuted";
  if (qualifier === "words" || qualifier === "some" || qualifier === "not_stated") return qualifier;
  if (isDocumentedCount(figure)) return "documented";
  if (!entersRange(qualifier) || statedBounds(figure).length === 0) return "not_stated";
  return figure.isAnonymous && !withAnonymous ? "anonymous" : null;
}

function statedBounds({ quantity: { low, high } }: Figure): number[] {
  return [low, high].filter((bound) => bound !== null).filter(Number.isFinite);
}

function read(own: Figure[], borrowed: Figure[], measureId: string, withAnonymous: boolean): RangeReading {
  const leftOut: RangeReading["leftOut"] = [];
  for (const figure of own) {
    const reason = whyLeftOut(figure, withAnonymous);
    if (reason) leftOut.push({ figureId: figure.id, reason });
  }
  const counted = [...own, ...borrowed]
    .filter((figure) => whyLeftOut(figure, withAnonymous) === null)
    .sort(firstStated);
  return {
    low: endOf(counted, "low", measureId),
    high: endOf(counted, "high", measureId),
    countedIds: counted.map((figure) => figure.id),
    leftOut,
  };
}

function endOf(counted: Figure[], end: "low" | "high", measureId: string): RangeEnd | null {
  const first = counted[0];
  if (!first) return null;

  let value = end === "low" ? Infinity : -Infinity;
  for (const bound of counted.flatMap(statedBounds)) {
    value = end === "low" ? Math.min(value, bound) : Math.max(value, bound);
  }
  const standing = counted.filter((figure) => statedBounds(figure).includes(value));
  const ownsEnd = standing.some((figure) => figure.measureId === measureId);
  return {
    value,
    isOpen: standing.some((figure) => figure.quantity[end] === null),
    figureIds: standing.map((figure) => figure.id),
    fromMeasureId: ownsEnd ? null : (standing[0]?.measureId ?? null),
  };
}
