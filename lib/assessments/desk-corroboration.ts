import "server-only";
import type { Actor } from "../auth/actor";
import { authorise } from "../auth/authorise";
import { listDeskRefs } from "../claims/desk-refs";
import { claimIdsIn } from "../claims/supporters";
import type { ClaimRef, TestView } from "../claims/types";
import { db } from "../db/client";
import { readInputs } from "../events/read-inputs";
import { deriveFrom, supporterOf } from "../events/rules";
import { areIndependent, independenceTests, type TestResult } from "../origins/independence";
import { firstStated } from "../quantity/compare";
import type { Figure } from "../quantity/quantity";

/** A figure that may corroborate another, with the tests of R12 as they stand now. */
export type Candidate = { id: string; claim: ClaimRef; tests: TestView[]; isIndependent: boolean };

/** What may corroborate a claim; and where nothing can, why. `count`: also those that are not listed. */
export type Corroborations = {
  candidates: Candidate[];
  count: number;
  independentCount: number;
  nothing: "statement" | "gone" | "alone" | null;
};

const CANDIDATES_MAX = 100;

/**
 * The published figures of other claimants, for the same measure of the event, that stand and were not refuted: each
 * with the tests of R12 computed now. Those that pass all first, then those that can be true together, then by how many
 * they pass. Null where there is no such published claim. Eleven queries at most.
 */
export async function listCorroborations(actor: Actor, publicId: string): Promise<Corroborations | null> {
  authorise(actor, "claim:assess");
  const row = await db().claim.findUnique({
    where: { publicId },
    select: { id: true, eventId: true, recordStatus: true },
  });
  if (row?.recordStatus !== "published") return null;
  // As the command computes them: a claim of an event that is not public yet has nothing kept beside it.
  const inputs = await readInputs(db(), row.eventId);
  const own = inputs.claims.find(({ id }) => id === row.id)?.figure;
  if (!own) return noneBecause("statement");
  if (!stands(own)) return noneBecause("gone");

  const { claims } = deriveFrom(inputs);
  const supporter = (figure: Figure) => {
    const derived = claims.get(figure.id);
    return derived ? [supporterOf(figure, derived)] : [];
  };
  const [self] = supporter(own);
  const others = inputs.claims.flatMap(({ figure }) => (figure && mayCorroborate(figure, own) ? figure : []));
  if (!self || others.length === 0) return noneBecause("alone");

  const tested = others.flatMap(supporter).map((other) => ({
    figure: other.figure,
    results: independenceTests(self, other, inputs.claimants, inputs.measures),
  }));
  const shown = tested.toSorted(likeliestFirst).slice(0, CANDIDATES_MAX);
  const refs = await listDeskRefs(actor, shown.flatMap(claimIdsOf));
  const candidates = shown.flatMap(({ figure: { id }, results }): Candidate[] => {
    const claim = refs.get(id);
    const tests = results.map((result) => ({
      ...result,
      claims: claimIdsIn(result.evidence).flatMap((named) => refs.get(named) ?? []),
    }));
    return claim ? [{ id, claim, tests, isIndependent: areIndependent(results) }] : [];
  });
  const independentCount = tested.filter(({ results }) => areIndependent(results)).length;
  return {
    candidates,
    count: tested.length,
    independentCount,
    nothing: null,
  };
}

function noneBecause(nothing: NonNullable<Corroborations["nothing"]>): Corroborations {
  return { candidates: [], count: 0, independentCount: 0, nothing };
}

function stands({ lifecycle, standing }: Figure): boolean {
  return lifecycle === "current" && standing !== "disowned";
}

function mayCorroborate(figure: Figure, own: Figure): boolean {
  return (
    figure.measureId === own.measureId &&
    figure.claimantId !== own.claimantId &&
    stands(figure) &&
    figure.verification !== "refuted"
  );
}

type Tested = { figure: Figure; results: TestResult[] };

function claimIdsOf({ figure, results }: Tested): string[] {
  return [figure.id, ...results.flatMap(({ evidence }) => claimIdsIn(evidence))];
}

function likeliestFirst(a: Tested, b: Tested): number {
  return (
    Number(areIndependent(b.results)) - Number(areIndependent(a.results)) ||
    Number(isCompatible(b)) - Number(isCompatible(a)) ||
    passedCount(b) - passedCount(a) ||
    firstStated(a.figure, b.figure)
  );
}

function isCompatible({ results }: Tested): boolean {
  return results.some(({ test, passed }) => test === "compatible" && passed);
}

function passedCount({ results }: Tested): number {
  return results.filter(({ passed }) => passed).length;
}
