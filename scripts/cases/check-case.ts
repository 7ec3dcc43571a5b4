import type { CaseEvent } from "./case-shape";
import type { CaseState } from "./case-state";
import { flagExpectations } from "./check-flags";
import { pairExpectations } from "./check-pairs";
import { minimumExpectations, rangeExpectations } from "./check-ranges";
import { type Expectation, listed } from "./expectation";

/** Everything that a file expects of one of its events, known before the event is loaded. */
export function expectationsOf(event: CaseEvent): Expectation[] {
  return [
    asGiven(event),
    inStep,
    ...rangeExpectations(event),
    ...(event.expect.documentedMinimum ? minimumExpectations(event.expect.documentedMinimum) : []),
    ...pairExpectations(event),
    ...flagExpectations(event),
  ];
}

/** What came of one expectation. */
export type Outcome = { name: string; state: "ok" | "FAIL" | "info"; expected: string; got: string };

/** Holds an expectation against an event as it was loaded; null: the event itself was refused. */
export function checkExpectation(
  { name, expected, got, isInfo }: Expectation,
  state: CaseState | null,
): Outcome {
  const found = state ? got(state) : "the event is not on file";
  if (isInfo) return { name, state: "info", expected, got: found };
  return { name, state: found === expected ? "ok" : "FAIL", expected, got: found };
}

/** The states that people decided stand as the file gives them, so that what follows is asked of the right event. */
function asGiven({ claims }: CaseEvent): Expectation {
  return {
    name: "lifecycle, standing and lane of every claim",
    expected: "as given",
    got: (state) => {
      const others = claims.flatMap(({ key, lifecycle, standing, lane }) => {
        const found = state.claims.get(key);
        const given = `${lifecycle}, ${standing}, ${lane}`;
        const is = found ? `${found.lifecycle}, ${found.standing}, ${found.lane}` : "not on file";
        return is === given ? [] : [`${key} is ${is}, not ${given}`];
      });
      return others.length === 0 ? "as given" : others.join("; ");
    },
  };
}

const inStep: Expectation = {
  name: "what is kept beside the event and its claims",
  expected: "as computed now",
  got: ({ stale }) => (stale.length === 0 ? "as computed now" : `stale: ${listed(stale)}`),
};
