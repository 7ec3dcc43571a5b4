import { deriveFrom, type EventInputs, type SummarisedClaim } from "../../lib/events/rules";
import type { ClaimantFacts, TracedAttribution } from "../../lib/origins/trace";
import type { Figure, Measure } from "../../lib/quantity/quantity";
import { quantityOf } from "../../lib/quantity/validity";

/** So many runs before the first that counts: a server has long been running too. */
const WARM_UP_RUNS = 10;

const DAY = 24 * 3600 * 1000;

/**
 * Milliseconds to derive everything of an event with so many claims and five attributions to each: the median of
 * `runs`. Ranges, minima, contests, origins, alarms and counts, as a command that changes an input does.
 */
export function benchSummary(claims: number, runs: number): number {
  const inputs = eventOf(claims);
  for (let warmUp = 0; warmUp < WARM_UP_RUNS; warmUp += 1) deriveFrom(inputs);
  const times = Array.from({ length: runs }, () => {
    const began = performance.now();
    deriveFrom(inputs);
    return performance.now() - began;
  });
  return times.sort((a, b) => a - b)[Math.floor(runs / 2)] ?? 0;
}

/** An event in which figures compete: ten measures, a claimant to every five claims, reports that copy reports. */
function eventOf(length: number): EventInputs {
  const draw = drawFrom(length);
  const measures = Array.from({ length: 10 }, (_, at) => aMeasure(at));
  const claimants = Array.from({ length: Math.ceil(length / 5) }, (_, at) => aClaimant(at, draw));
  const claims = Array.from({ length }, (_, at): SummarisedClaim => {
    const claimant = claimants[draw(claimants.length)] as ClaimantFacts;
    const figure = aFigure(at, `measure-${draw(10)}`, claimant, draw);
    const { low, high } = figure.quantity;
    return { ...figure, low, high, isDisowned: false, isEntryError: false, figure };
  });
  const attributions = claims.flatMap(({ id }, at) =>
    Array.from({ length: 5 }, (_, nth): TracedAttribution => {
      const isCopy = nth > 0 && draw(2) === 0;
      return {
        id: `${id}-${nth}`,
        claimId: id,
        reportId: `report-${at % 500}-${nth}`,
        carries: isCopy ? "via" : "paraphrase",
        viaReportId: isCopy ? `report-${at % 500}-${draw(nth)}` : null,
        viaClaimantId: !isCopy && draw(10) === 0 ? `claimant-${draw(claimants.length)}` : null,
      };
    }),
  );
  return {
    measures,
    claims,
    attributions,
    claimants: new Map(claimants.map((facts) => [facts.id, facts])),
    decisions: { passedOn: [], oneOrigin: [], separate: [] },
    published: new Map(),
    partOf: new Map(),
    editorsHeadline: null,
  };
}

function aMeasure(at: number): Measure {
  const scope = {
    personClass: "unspecified",
    demographic: null,
    nationality: null,
    area: `area ${at}`,
    period: null,
    cause: "unspecified",
    total: "running_total",
  } as const;
  return { id: `measure-${at}`, kinds: at % 2 === 0 ? ["killed"] : ["injured"], unit: "people", scope };
}

function aClaimant(at: number, draw: (below: number) => number): ClaimantFacts {
  const id = `claimant-${at}`;
  const side = [null, "east", "west"][draw(3)] ?? null;
  return {
    id,
    name: id,
    bodyId: `claimant-${at - (at % 3)}`,
    isUnnamed: draw(8) === 0,
    side,
    publication: null,
  };
}

function aFigure(
  at: number,
  measureId: string,
  claimant: ClaimantFacts,
  draw: (below: number) => number,
): Figure {
  const qualifier =
    (["exact", "exact", "about", "at_least", "up_to", "between"] as const)[draw(6)] ?? "exact";
  const n = 1 + draw(400);
  const made = quantityOf({ raw: `${n}`, qualifier, n, last: n + draw(50) }, ["killed"]);
  if (!made.ok) throw new Error(JSON.stringify(made.problems));
  const statedEarliest = draw(60) * DAY;
  return {
    id: `claim-${at}`,
    measureId,
    claimantId: claimant.id,
    isAnonymous: claimant.isUnnamed,
    lane: "count",
    basis: draw(20) === 0 ? "named_list" : "unstated",
    quantity: made.quantity,
    statedEarliest,
    statedLatest: statedEarliest + DAY - 1,
    asOfEarliest: null,
    asOfLatest: null,
    order: at,
    verification: "unverified",
    standing: "reported",
    lifecycle: draw(4) === 0 ? "superseded" : "current",
  };
}

/** The same numbers each time, so that two runs measure one thing: a linear congruential generator (Numerical Recipes). */
function drawFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
