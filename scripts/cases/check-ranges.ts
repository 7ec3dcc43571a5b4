import { ascending, firstStated } from "../../lib/quantity/compare";
import type { RangeEnd, RangeReading, ReportedRange } from "../../lib/quantity/range";
import type { CaseEnds, CaseEvent, CaseMinimum, CaseRange } from "./case-shape";
import type { CaseState } from "./case-state";
import { type Expectation, listed } from "./expectation";

/** R7: the measure at the head, the range of each measure and lane, and what does not feed the headline. */
export function rangeExpectations({ expect, claims }: CaseEvent): Expectation[] {
  const { headlineMeasure, reportedRange, notInHeadline } = expect;
  const found: Expectation[] = [];
  if (headlineMeasure !== undefined) {
    found.push({
      name: "R7 headlineMeasure",
      expected: headlineMeasure ?? "none",
      got: ({ summary, keyOf }) =>
        summary.headlineMeasureId === null ? "none" : keyOf(summary.headlineMeasureId),
    });
  }
  if (reportedRange !== undefined) found.push(...reportedRanges(reportedRange));
  if (notInHeadline !== undefined) {
    const figures = claims.filter(({ type }) => type === "figure").map(({ key }) => key);
    found.push(...leftOut(notInHeadline, headlineMeasure ?? null, figures));
  }
  return found;
}

function reportedRanges(ranges: readonly CaseRange[]): Expectation[] {
  const each = ranges.flatMap((range): Expectation[] => {
    const { measure, lane } = range;
    const find = (state: CaseState) => rangeOf(state, measure, lane);
    return [
      {
        name: `R7 reportedRange ${measure}/${lane}`,
        expected: endsOfFile(range),
        got: (state) => endsOf(find(state), state),
      },
      {
        name: `R7 reportedRange ${measure}/${lane} withAnonymous`,
        expected: endsOfFile(range.withAnonymous),
        got: (state) => endsOf(find(state)?.withAnonymous, state),
      },
    ];
  });
  const named = ranges.map(({ measure, lane }) => `${measure}/${lane}`);
  const others = ({ summary, keyOf }: CaseState) =>
    summary.ranges
      .map(({ measureId, lane }) => `${keyOf(measureId)}/${lane}`)
      .filter((name) => !named.includes(name));
  return [
    ...each,
    { name: "R7 reportedRange, no others", expected: "none", got: (state) => listed(others(state)) },
  ];
}

function rangeOf({ summary, keyOf }: CaseState, measure: string, lane: string): ReportedRange | undefined {
  return summary.ranges.find((range) => keyOf(range.measureId) === measure && range.lane === lane);
}

function endsOfFile(ends: CaseEnds): string {
  const end = (value: number | null, claimants: readonly string[], first: string | null, isOpen: boolean) => {
    // The first of a tie is named twice in the file: where the two differ, nothing can meet both.
    const inOrder = first === (claimants[0] ?? null) ? claimants : [`${first} first`, ...claimants];
    return endText(value, inOrder, isOpen);
  };
  return rangeText(
    end(ends.low, ends.lowClaimants, ends.lowClaimant, ends.lowOpen),
    end(ends.high, ends.highClaimants, ends.highClaimant, ends.highOpen),
    ends.fromMeasure?.low ?? null,
    ends.fromMeasure?.high ?? null,
  );
}

function endsOf(range: RangeReading | undefined, { figures, keyOf }: CaseState): string {
  if (!range) return "no such range";
  const claimantOf = new Map(figures.map(({ id, claimantId }) => [id, keyOf(claimantId)]));
  const end = (found: RangeEnd | null) => {
    if (!found) return endText(null, [], false);
    const claimants = found.figureIds.map((id) => claimantOf.get(id) ?? id);
    return endText(found.value, [...new Set(claimants)], found.isOpen);
  };
  const from = (found: RangeEnd | null) => (found?.fromMeasureId ? keyOf(found.fromMeasureId) : null);
  return rangeText(end(range.low), end(range.high), from(range.low), from(range.high));
}

function endText(value: number | null, claimants: readonly string[], isOpen: boolean): string {
  if (value === null) return isOpen ? "nothing, open" : "nothing";
  return `${value}${isOpen ? " open" : ""} (${claimants.join(", ")})`;
}

function rangeText(low: string, high: string, lowFrom: string | null, highFrom: string | null): string {
  const from = (measure: string | null) => (measure === null ? "" : ` from ${measure}`);
  return `${low}${from(lowFrom)} to ${high}${from(highFrom)}`;
}

function leftOut(
  keys: readonly string[],
  headline: string | null,
  figures: readonly string[],
): Expectation[] {
  const isCounted = (state: CaseState, key: string) => {
    const range = headline === null ? undefined : rangeOf(state, headline, "count");
    const id = state.figure(key)?.id;
    return id !== undefined && (range?.countedIds.includes(id) ?? false);
  };
  const each = keys.map(
    (key): Expectation => ({
      name: `R7 notInHeadline ${key}`,
      expected: "left out",
      got: (state) => {
        if (!state.figure(key)) return "no such figure";
        return isCounted(state, key) ? "counted" : "left out";
      },
    }),
  );
  const others = figures.filter((key) => !keys.includes(key));
  return [
    ...each,
    {
      name: "R7 notInHeadline, no others",
      expected: "none",
      got: (state) => listed(others.filter((key) => !isCounted(state, key))),
    },
  ];
}

/** R9: every documented count, the longest first, with the current figures that it exceeds. */
export function minimumExpectations(minima: readonly CaseMinimum[]): Expectation[] {
  const text = ({ measure, claim, claimant, n, basis, exceeds }: CaseMinimum) =>
    `${claim}: ${n} of ${measure} by ${claimant} (${basis}), exceeds ${listed([...exceeds].sort())}`;
  const rows = minima.map(
    (minimum, at): Expectation => ({
      name: `R9 documentedMinimum ${at + 1}`,
      expected: text(minimum),
      got: (state) => {
        const found = minimaOf(state)[at];
        return found ? text(found) : "none";
      },
    }),
  );
  return [
    ...rows,
    {
      name: "R9 documentedMinimum, no others",
      expected: "none",
      got: (state) => listed(minimaOf(state).slice(minima.length).map(text)),
    },
  ];
}

/** The documented minima of all measures, told as the file tells them. */
export function minimaOf({ summary, figures, keyOf }: CaseState): CaseMinimum[] {
  const byId = new Map(figures.map((figure) => [figure.id, figure]));
  const found = summary.ranges.flatMap(({ measureId, documentedMinima }) =>
    documentedMinima.flatMap((minimum) => {
      const figure = byId.get(minimum.figureId);
      return figure ? [{ measureId, minimum, figure }] : [];
    }),
  );
  return found
    .sort((a, b) => ascending(b.minimum.n, a.minimum.n) || firstStated(a.figure, b.figure))
    .map(({ measureId, minimum, figure }) => ({
      measure: keyOf(measureId),
      claim: keyOf(figure.id),
      claimant: keyOf(figure.claimantId),
      n: minimum.n,
      basis: minimum.basis,
      exceeds: minimum.exceeds.map(keyOf),
    }));
}
