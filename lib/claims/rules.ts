import type { Claim } from "../../prisma/generated/client";
import type { UncertainDate } from "../dates/edtf";
import { Conflict, Invalid } from "../errors";
import { wordedNumber } from "../quantity/interval";
import type { Quantity } from "../quantity/quantity";
import { type QuantityProblem, quantityProblems } from "../quantity/validity";
import type { MeasureKind } from "../vocabulary";
import { toQuantity } from "./figures";
import type { SupersedeClaim } from "./schema";

/** R31: a figure whose bounds do not fit its qualifier, or a fraction of a person, is refused. */
export function assertFitsMeasure(quantity: Quantity, kinds: readonly MeasureKind[]): void {
  const problems = quantityProblems(quantity, kinds);
  if (problems.length === 0) return;
  throw new Invalid(
    Object.fromEntries(problems.map(({ field, problem }) => [`quantity.${field}`, sentences[problem]])),
  );
}

const sentences: Record<QuantityProblem["problem"], string> = {
  missing: "This qualifier needs a figure here.",
  not_expected: "This qualifier has no figure here: leave it empty.",
  unknown: "Choose one of the qualifiers.",
  not_a_number: "Give a number.",
  negative: "A figure cannot be negative.",
  fraction_of_people: "A count of people must be a whole number.",
  low_above_high: "The low figure must not be above the high figure.",
  bounds_differ: "This qualifier has one figure: give the same low and high.",
  not_zero: '"None" means zero.',
  not_one: '"Some" means one or more.',
  not_a_convention: "Use the bounds of the convention for this word.",
  outside_interval: "The central figure must lie within its interval.",
  wrong_reading: "This qualifier is read in another way.",
};

/**
 * R31: a claim stated, by its latest instant, before its measure's period begins is refused, unless it is a
 * forecast. A measure with no period of its own begins with its event. Instants in ms since 1970 UTC (R32).
 */
export function assertStatedInPeriod(
  claim: { stated: UncertainDate; isForecast: boolean },
  periodBegins: number,
): void {
  if (claim.isForecast || claim.stated.latest >= periodBegins) return;
  throw new Invalid({
    stated: "This was stated before what it counts began. Correct the date, or mark the claim as a forecast.",
  });
}

/**
 * R27: same event, claimant, measure, interval and as-of is the same claim. Where neither has an as-of, the three
 * days of R28 stand for it: said again later, the same number is a claim of its own.
 */
export function assertNotLogged(twin: { publicId: string } | null): void {
  if (!twin) return;
  throw new Conflict(`This is claim ${twin.publicId}, which is logged already: attach the report to it.`);
}

type Superseding = Pick<
  Claim,
  | "id"
  | "eventId"
  | "claimantId"
  | "measureId"
  | "lane"
  | "recordStatus"
  | "lifecycle"
  | "wording"
  | "qualifier"
  | "low"
  | "high"
  | "central"
  | "reading"
  | "asOfEarliest"
  | "asOfLatest"
  | "statedEarliest"
  | "statedLatest"
>;

/**
 * R18: a figure supersedes another only of the same claimant and measure, and when its as-of (else the stated
 * time) is not earlier; across a body and its parent only when a person says that it speaks for both. R11: never
 * across lanes. R20: a move of the worded number downward needs its reason.
 */
export function assertSupersedes(
  newer: Superseding,
  older: Superseding,
  decision: Pick<SupersedeClaim, "downwardReason" | "speaksForBoth">,
  claimants: readonly { id: string; parentId: string | null }[],
): void {
  if (newer.id === older.id) throw new Invalid({ newer: "Choose another figure: none takes its own place." });
  for (const claim of [newer, older]) {
    if (claim.recordStatus !== "published") throw new Conflict("Publish both claims first.");
    if (claim.lifecycle !== "current")
      throw new Conflict(`One of these claims is ${claim.lifecycle} already.`);
  }
  if (newer.measureId === null || newer.measureId !== older.measureId || newer.lane !== older.lane) {
    throw new Invalid({ newer: "A figure supersedes only a figure of the same measure and lane." });
  }
  if (newer.claimantId !== older.claimantId && !(decision.speaksForBoth && areKin(newer, older, claimants))) {
    throw new Invalid({ newer: "A figure supersedes only one of the same claimant: others disagree." });
  }
  if (latestOf(newer) < earliestOf(older)) {
    throw new Invalid({ newer: "The newer figure describes an earlier moment than the older one." });
  }
  if (fell(newer, older) && !decision.downwardReason) {
    throw new Invalid({ downwardReason: "Say why the figure fell, or that no reason was given." });
  }
}

function areKin(
  a: Superseding,
  b: Superseding,
  claimants: readonly { id: string; parentId: string | null }[],
) {
  const parentOf = (claim: Superseding) => claimants.find(({ id }) => id === claim.claimantId)?.parentId;
  return parentOf(a) === b.claimantId || parentOf(b) === a.claimantId;
}

function latestOf(claim: Superseding): number {
  return (claim.asOfLatest ?? claim.statedLatest).getTime();
}

function earliestOf(claim: Superseding): number {
  return (claim.asOfEarliest ?? claim.statedEarliest).getTime();
}

/** The worded number fell; of a figure with two, either of them. */
function fell(newer: Superseding, older: Superseding): boolean {
  if (saidNumber(newer) < saidNumber(older)) return true;
  const haveTwo = [newer, older].every(({ low, high }) => low !== null && high !== null);
  return haveTwo && (newer.high ?? 0) < (older.high ?? 0);
}

/** "Over 300" says 300, though its low bound is 301. NaN, which is above and below nothing, where no number was said. */
function saidNumber(claim: Superseding): number {
  const quantity = toQuantity(claim);
  return (quantity && wordedNumber(quantity)) ?? claim.low ?? claim.high ?? Number.NaN;
}
