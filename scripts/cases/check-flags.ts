import type { CaseEvent, CaseFlag } from "./case-shape";
import type { CaseState } from "./case-state";
import { minimaOf } from "./check-ranges";
import { type Expectation, listed } from "./expectation";

/** What the flags of a file assert, as far as a rule decides it here; the others are told and not counted. */
export function flagExpectations(event: CaseEvent): Expectation[] {
  const flags = event.expect.flags ?? [];
  return [
    ...(event.expect.flags ? [alarms(flags)] : []),
    ...flags.flatMap((flag): Expectation[] => {
      switch (flag.rule) {
        case "R8":
          return [oneOrigin(flag)];
        case "R9":
          return exceeding(flag, event);
        case "R15":
          return flag.claims.map(withoutOrigin);
        case "R16":
          return assertsAbsence(flag) ? [noAlarm(flag)] : [];
        default:
          return [told(flag)];
      }
    }),
  ];
}

const NOTHING = /\b(nothing|none (is|are|was|were))\b/i;
const NOT_RAISED =
  /\b(no|not|never|none|without)\s+((to|be|been|an?|any|such|under|open|R16)\s+)*(alarm|warn|flag|rais|exceed)/i;

/** Whether a flag says that nothing is to be raised about its claims. */
export function assertsAbsence({ note }: Pick<CaseFlag, "note">): boolean {
  return [NOTHING, NOT_RAISED].some((words) => words.test(note ?? ""));
}

function told({ rule, claims, note }: CaseFlag): Expectation {
  return {
    name: `${rule} flag ${listed(claims)}`,
    expected: note ?? "",
    got: () => "not looked at here",
    isInfo: true,
  };
}

/** R9: each documented count that a flag names exceeds the other claims that it names. */
function exceeding(flag: CaseFlag, { expect, claims }: CaseEvent): Expectation[] {
  const isDocumented = (key: string) => {
    if (expect.documentedMinimum) return expect.documentedMinimum.some(({ claim }) => claim === key);
    const basis = claims.find((claim) => claim.key === key)?.basis;
    return basis === "named_list" || basis === "physical_count";
  };
  const counts = flag.claims.filter(isDocumented);
  const others = flag.claims.filter((key) => !isDocumented(key));
  if (counts.length === 0 || others.length === 0) return [told(flag)];
  return counts.map((count) => ({
    name: `R9 flag ${count} against ${listed(others)}`,
    expected: `exceeds ${assertsAbsence(flag) ? "none" : listed(others)}`,
    got: (state) => {
      const minimum = minimaOf(state).find(({ claim }) => claim === count);
      return minimum
        ? `exceeds ${listed(others.filter((key) => minimum.exceeds.includes(key)))}`
        : "no minimum";
    },
  }));
}

/** R16: the claims under an alarm are those that flags name, and no others. */
function alarms(flags: readonly CaseFlag[]): Expectation {
  const named = flags.filter((flag) => flag.rule === "R16" && !assertsAbsence(flag));
  const inOrder = (keys: readonly string[]) => listed([...new Set(keys)].sort());
  return {
    name: "R16 claims under an alarm",
    expected: inOrder(named.flatMap(({ claims }) => claims)),
    got: (state) => inOrder(alarmsOf(state).flat()),
  };
}

function noAlarm({ claims }: CaseFlag): Expectation {
  return {
    name: `R16 flag ${listed(claims)}`,
    expected: "no alarm",
    got: (state) => {
      const shared = (alarm: string[]) => alarm.filter((key) => claims.includes(key)).length;
      const found = alarmsOf(state).filter((alarm) => shared(alarm) >= Math.min(2, claims.length));
      return found.length === 0 ? "no alarm" : `alarm of ${found.map(listed).join("; ")}`;
    },
  };
}

function alarmsOf({ summary, keyOf }: CaseState): string[][] {
  return summary.alarms.map(({ figureIds }) => figureIds.map(keyOf));
}

/** R15: no origin is known of the claim. Not counted yet. */
function withoutOrigin(key: string): Expectation {
  return {
    name: `R15 flag ${key}`,
    expected: "origin not found",
    got: (state) =>
      originOf(state, key)?.notFound ? "origin not found" : listed(originOf(state, key)?.keys ?? []),
    isInfo: true,
  };
}

/** R8: the claims have one origin. Not counted yet. */
function oneOrigin({ claims }: CaseFlag): Expectation {
  return {
    name: `R8 flag ${listed(claims)}`,
    expected: "origins: 1",
    got: (state) => `origins: ${new Set(claims.flatMap((key) => originOf(state, key)?.keys ?? [])).size}`,
    isInfo: true,
  };
}

function originOf({ origins, keyOf }: CaseState, key: string) {
  return [...origins.values()].find(({ claimId }) => keyOf(claimId) === key);
}
