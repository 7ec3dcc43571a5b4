import type { Claim } from "../../prisma/generated/client";
import type { UncertainDate } from "../dates/edtf";
import { Conflict, Invalid } from "../errors";
import { isStatedBeforePeriod } from "../quantity/consistency";
import type { Quantity } from "../quantity/quantity";
import { fell } from "../quantity/revision";
import { type QuantityProblem, quantityProblems } from "../quantity/validity";
import type { Lifecycle, MeasureKind, Total } from "../vocabulary";
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
  const { isForecast, stated } = claim;
  if (!isStatedBeforePeriod({ statedLatest: stated.latest, isForecast }, periodBegins)) return;
  throw new Invalid({
    stated: "This was stated before what it counts began. Correct the date, or mark the claim as a forecast.",
  });
}

/** R27: same event, claimant, measure, qualifier, interval and as-of is the same claim. */
export function assertNotLogged(twin: { publicId: string } | null): void {
  if (!twin) return;
  throw new Conflict(`This is claim ${twin.publicId}, which is logged already: attach the report to it.`);
}

export type Superseding = Pick<
  Claim,
  | "id"
  | "eventId"
  | "claimantId"
  | "measureId"
  | "lane"
  | "recordStatus"
  | "lifecycle"
  | "standing"
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
export type Kin = readonly { id: string; parentId: string | null }[];

/**
 * R18: a figure supersedes another only of the same claimant and measure, and when its as-of (else the stated
 * time) is not earlier; across a body and its parent only when a person says that it speaks for both. R11: never
 * across lanes. R20: a move of the worded number downward needs its reason. R21: one measure is one kind of total.
 */
export function assertSupersedes(
  newer: Superseding,
  older: Superseding,
  decision: Pick<SupersedeClaim, "downwardReason" | "speaksForBoth">,
  claimants: Kin,
): void {
  assertTwo(newer, older);
  assertCurrent(newer, older);
  assertOwned(newer);
  assertSuccession(newer, older, decision, claimants);
}

/** What of `assertSupersedes` must stay true of two figures for as long as one has the place of the other. */
export function assertSuccession(
  newer: Superseding,
  older: Superseding,
  decision: Pick<SupersedeClaim, "downwardReason" | "speaksForBoth">,
  claimants: Kin,
): void {
  assertSameMeasure(newer, older);
  if (newer.claimantId !== older.claimantId && !(decision.speaksForBoth && areKin(newer, older, claimants))) {
    throw new Invalid({ newer: "A figure supersedes only one of the same claimant: others disagree." });
  }
  assertNotEarlier(newer, older);
  const [said, saidBefore] = [toQuantity(newer), toQuantity(older)];
  if (said && saidBefore && fell(said, saidBefore) && !decision.downwardReason) {
    throw new Invalid({ downwardReason: "Say why the figure fell, or that no reason was given." });
  }
}

/** R19: what a person may be asked: whether one published figure supersedes another that it could supersede. */
export function assertMightSupersede(newer: Superseding, older: Superseding, claimants: Kin): void {
  assertTwo(newer, older);
  assertPublished(newer, older);
  assertSameMeasure(newer, older);
  if (newer.claimantId !== older.claimantId && !areKin(newer, older, claimants)) {
    throw new Invalid({
      newer: "A figure supersedes only one of the same claimant: there is nothing to decline.",
    });
  }
}

/** R28: what a person may be asked: whether two claims of one event, claimant and measure, or topic, are the same. */
export function assertMightBeOne(
  duplicate: Pick<Claim, "id" | "claimantId" | "measureId" | "topic" | "type">,
  kept: Pick<Claim, "id" | "claimantId" | "measureId" | "topic" | "type">,
): void {
  const refuse = (problem: string) => new Invalid({ kept: problem });
  if (duplicate.id === kept.id) throw refuse("Choose another claim: none is a duplicate of itself.");
  if (duplicate.claimantId !== kept.claimantId) throw refuse("One claim has one claimant: these have two.");
  if (duplicate.measureId !== kept.measureId || duplicate.topic !== kept.topic)
    throw refuse("One claim is about one thing: these are about two.");
}

/**
 * R22: a claimant puts a new count in the place of its own old one, of another measure of the same event. R21: not
 * a running total in the place of an increment, nor the other way. The lanes may differ: the claimant says so.
 */
export function assertReplaces(
  newer: Superseding,
  older: Superseding,
  measures: readonly { id: string; total: Total }[],
): void {
  assertTwo(newer, older);
  assertCurrent(newer, older);
  assertOwned(newer);
  assertReplacement(newer, older, measures);
}

/** What of `assertReplaces` must stay true of two figures for as long as one has the place of the other. */
export function assertReplacement(
  newer: Superseding,
  older: Superseding,
  measures: readonly { id: string; total: Total }[],
): void {
  if (newer.eventId !== older.eventId) throw new Invalid({ newer: "Choose a figure of the same event." });
  if (newer.claimantId !== older.claimantId) {
    throw new Invalid({ newer: "Only the claimant itself puts another count in the place of its own." });
  }
  if (newer.measureId === null || older.measureId === null)
    throw new Invalid({ newer: "Choose two figures." });
  if (newer.measureId === older.measureId) {
    throw new Invalid({ newer: "Both count the same: a newer figure of one measure supersedes the older." });
  }
  const totalOf = ({ measureId }: Superseding) => measures.find(({ id }) => id === measureId)?.total;
  if (totalOf(newer) !== totalOf(older)) {
    throw new Invalid({ newer: "A running total and an increment never take each other's place." });
  }
  assertNotEarlier(newer, older);
}

/**
 * R23: what a claimant denies was published as its own, and is disowned once. Whoever passed it on is another
 * claimant with a figure of the same measure, however worded, who does not deny it too.
 */
export function assertDisowns(claim: Superseding, passedOnBy: readonly Superseding[]): void {
  assertPublished(claim, ...passedOnBy);
  if (claim.standing === "disowned") throw new Conflict("This claim is disowned already.");
  if (claim.lifecycle === "entry_error")
    throw new Conflict("This claim was logged by mistake: nobody made it.");
  for (const other of passedOnBy) {
    if (other.claimantId === claim.claimantId) {
      throw new Invalid({
        passedOnBy: "Name the claim of another claimant: nobody passes on its own figure.",
      });
    }
    if (claim.measureId === null || other.measureId !== claim.measureId) {
      throw new Invalid({ passedOnBy: "Name a figure of the same measure." });
    }
    if (other.standing === "disowned" || other.lifecycle === "entry_error") {
      throw new Conflict("One of these claims is disowned, or was logged by mistake: it passed nothing on.");
    }
  }
}

/** R24: what is taken back is public and current. Our own mistake is one whatever became of the claim since. */
export function assertWithdraws(claim: Pick<Claim, "recordStatus" | "lifecycle">, to: Lifecycle): void {
  assertPublished(claim);
  if (to !== "entry_error") assertCurrent(claim);
  if (claim.lifecycle === to) throw new Conflict("This claim is marked as an entry error already.");
}

/** R16: the figures of two claimants in one event may have one origin, and a person says so of published ones. */
export function assertMayShareOrigin(one: Superseding, other: Superseding): void {
  const refuse = (problem: string) => new Invalid({ claims: problem });
  if (one.measureId === null || other.measureId === null) throw refuse("Choose two figures.");
  if (one.claimantId === other.claimantId) throw refuse("Choose the figures of two claimants.");
  assertPublished(one, other);
}

function assertTwo(newer: Superseding, older: Superseding): void {
  if (newer.id === older.id) throw new Invalid({ newer: "Choose another figure: none takes its own place." });
}

export function assertPublished(...claims: Pick<Claim, "recordStatus">[]): void {
  if (claims.some(({ recordStatus }) => recordStatus !== "published")) {
    throw new Conflict(claims.length === 1 ? "Publish this claim first." : "Publish these claims first.");
  }
}

function assertCurrent(...claims: Pick<Claim, "recordStatus" | "lifecycle">[]): void {
  assertPublished(...claims);
  const gone = claims.find(({ lifecycle }) => lifecycle !== "current");
  if (!gone) return;
  const which = claims.length === 1 ? "This claim" : "One of these claims";
  throw new Conflict(`${which} is no longer current (${gone.lifecycle.replace("_", " ")}): look again.`);
}

function assertOwned({ standing }: Superseding): void {
  if (standing === "disowned") throw new Conflict("The newer figure is disowned: it takes nobody's place.");
}

function assertSameMeasure(newer: Superseding, older: Superseding): void {
  if (newer.measureId !== null && newer.measureId === older.measureId && newer.lane === older.lane) return;
  throw new Invalid({ newer: "A figure supersedes only a figure of the same measure and lane." });
}

function assertNotEarlier(newer: Superseding, older: Superseding): void {
  const begins = older.asOfEarliest ?? older.statedEarliest;
  if ((newer.asOfLatest ?? newer.statedLatest) >= begins) return;
  throw new Invalid({ newer: "The newer figure describes an earlier moment than the older one." });
}

export function areKin(a: Superseding, b: Superseding, claimants: Kin): boolean {
  const parentOf = (claim: Superseding) => claimants.find(({ id }) => id === claim.claimantId)?.parentId;
  return parentOf(a) === b.claimantId || parentOf(b) === a.claimantId;
}
