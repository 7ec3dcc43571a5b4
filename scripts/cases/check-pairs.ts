import { compare } from "../../lib/quantity/compare";
import type { Figure } from "../../lib/quantity/quantity";
import { proposeSupersessions } from "../../lib/quantity/revision";
import type { LinkKind } from "../../lib/vocabulary";
import type { CaseEvent, KeyPair } from "./case-shape";
import type { CaseState } from "./case-state";
import { type Expectation, listed, pairOf } from "./expectation";

/** R6, R18, R19 and R22: how claims stand to each other, two at a time. */
export function pairExpectations({ expect, claims }: CaseEvent): Expectation[] {
  const { supersessions, askSupersession, replacements, incompatible, incomparable } = expect;
  const claimantOf = new Map(claims.map(({ key, claimant }) => [key, claimant]));
  const isOfOne = ([older, newer]: KeyPair) => claimantOf.get(older) === claimantOf.get(newer);
  return [
    ...(supersessions ? linked("R18 supersessions", "supersedes", supersessions) : []),
    ...(supersessions ?? []).map((pair) => proposedBefore(pair, isOfOne(pair))),
    ...(askSupersession ? asked(askSupersession) : []),
    ...(replacements ? linked("R22 replacements", "replaces", replacements) : []),
    ...(incompatible ? incompatibles(incompatible) : []),
    ...(incomparable ?? []).map(([one, other]) => ({
      name: `R6 incomparable ${pairOf(one, other)}`,
      expected: "incomparable",
      got: (state: CaseState) => relationOf(state, one, other),
    })),
  ];
}

/** Exactly these links of one kind, [old, new], that a person accepted. */
function linked(field: string, kind: LinkKind, pairs: readonly KeyPair[]): Expectation[] {
  const own = ({ links }: CaseState) => links.filter((link) => link.kind === kind);
  const each = pairs.map(
    ([older, newer]): Expectation => ({
      name: `${field} ${older} > ${newer}`,
      expected: "accepted",
      got: (state) =>
        own(state).find((link) => link.older === older && link.newer === newer)?.state ?? "no link",
    }),
  );
  const named = pairs.map(([older, newer]) => `${older} > ${newer}`);
  const others = (state: CaseState) =>
    own(state)
      .filter(({ state }) => state === "accepted")
      .map(({ older, newer }) => `${older} > ${newer}`)
      .filter((name) => !named.includes(name));
  return [...each, { name: `${field}, no others`, expected: "none", got: (state) => listed(others(state)) }];
}

/** R19: the system proposes, or asks, what a person accepts. */
function proposedBefore([older, newer]: KeyPair, isOfOneClaimant: boolean): Expectation {
  const expected = "proposed or asked";
  return {
    name: `R19 before it was decided, ${older} > ${newer}`,
    expected,
    got: (state) => {
      const { proposals, ask } = proposalsOf(undecided(state), without(state, older, newer));
      const isProposed = proposals.some((one) => one.older === older && one.newer === newer);
      const isAsked = ask.includes(pairOf(older, newer));
      return isProposed || isAsked ? expected : "neither proposed nor asked";
    },
    // R18: only a person says that a newer figure speaks for a body and its parent; nobody is asked it.
    isInfo: !isOfOneClaimant,
  };
}

/** The event before anything in it was superseded. */
function undecided(state: CaseState): CaseState {
  const accepted = state.links.filter((link) => link.kind === "supersedes" && link.state === "accepted");
  const older = new Set(accepted.map((link) => link.older));
  const figures = state.figures.map(
    (figure): Figure => (older.has(state.keyOf(figure.id)) ? { ...figure, lifecycle: "current" } : figure),
  );
  return { ...state, figures };
}

function without({ links }: CaseState, older: string, newer: string): CaseState["links"] {
  return links.filter((link) => link.older !== older || link.newer !== newer);
}

/** What people are asked of an event when these links are decided. */
function proposalsOf({ figures, measures, keyOf, figure }: CaseState, links: CaseState["links"]) {
  const decided = links
    .filter(({ kind }) => kind === "supersedes")
    .flatMap(({ older, newer }) => {
      const [olderId, newerId] = [figure(older)?.id, figure(newer)?.id];
      return olderId && newerId ? [{ olderId, newerId }] : [];
    });
  const { proposals, ask } = proposeSupersessions(figures, measures, decided);
  return {
    proposals: proposals.map(({ olderId, newerId }) => ({ older: keyOf(olderId), newer: keyOf(newerId) })),
    ask: ask.map(({ ids: [one, other] }) => pairOf(keyOf(one), keyOf(other))),
  };
}

function asked(pairs: readonly KeyPair[]): Expectation[] {
  const found = (state: CaseState) => proposalsOf(state, state.links).ask;
  return exactly(
    "R18 askSupersession",
    pairs,
    (state, pair) => (found(state).includes(pair) ? "asked" : "not asked"),
    "asked",
    found,
  );
}

function incompatibles(pairs: readonly KeyPair[]): Expectation[] {
  const standing = ({ figures }: CaseState) =>
    figures.filter((figure) => figure.lifecycle === "current" && figure.standing !== "disowned");
  const found = (state: CaseState) => {
    const figures = standing(state);
    return figures.flatMap((one, at) =>
      figures
        .slice(at + 1)
        .filter((other) => compare(one, other, state.measures).relation === "incompatible")
        .map((other) => pairOf(state.keyOf(one.id), state.keyOf(other.id))),
    );
  };
  return exactly(
    "R6 incompatible",
    pairs,
    (state, pair, [one, other]) =>
      found(state).includes(pair) ? "incompatible" : `${relationOf(state, one, other)}, or not both standing`,
    "incompatible",
    found,
  );
}

/** These pairs, whichever of two comes first, and no others. */
function exactly(
  field: string,
  pairs: readonly KeyPair[],
  got: (state: CaseState, pair: string, keys: KeyPair) => string,
  expected: string,
  found: (state: CaseState) => string[],
): Expectation[] {
  const named = pairs.map(([one, other]) => pairOf(one, other));
  return [
    ...pairs.map((keys): Expectation => {
      const pair = pairOf(...keys);
      return { name: `${field} ${pair}`, expected, got: (state) => got(state, pair, keys) };
    }),
    {
      name: `${field}, no others`,
      expected: "none",
      got: (state) => listed(found(state).filter((pair) => !named.includes(pair))),
    },
  ];
}

function relationOf({ figure, measures }: CaseState, one: string, other: string): string {
  const [a, b] = [figure(one), figure(other)];
  if (!a || !b) return `${a ? other : one} is no figure on file`;
  return compare(a, b, measures).relation;
}
