import "server-only";
import type { Transaction } from "../db/client";
import type { Refusals } from "../db/refusals";
import { Invalid, type Question } from "../errors";
import { claimColumns } from "./claim-row";
import { figureSelect, toFigure } from "./figures";
import { assertFitsMeasure, assertNotLogged, assertStatedInPeriod } from "./rules";
import type { ParsedValues } from "./schema";
import { isSameClaim, mayBeSameClaim, type Twin } from "./twins";

/** What the database says of a claim where no rule said it before. */
export const CLAIM_REFUSALS: Refusals = {
  claim_people_are_whole: { "quantity.low": "A count of people must be a whole number." },
  claim_of_standing_claimant: { claimantId: "This claimant was merged into another: choose that one." },
  claim_claimant_id_fkey: { claimantId: "This claimant is not on file: choose it again." },
  claim_submission_id_key: "This form was sent already, for another event: begin a new one.",
};

type EventOfClaim = { id: string; occurredEarliest: Date };

/**
 * Holds what was typed of a claim against the rules and what is on file: its claimant, and of a figure its measure, what
 * it is relative to, R27 and R31. `id` is that of the claim itself, where it has one. Throws Invalid or Conflict.
 */
export async function checkClaim(
  tx: Transaction,
  event: EventOfClaim,
  claim: ParsedValues,
  id: string | null,
): Promise<void> {
  await checkClaimant(tx, claim.claimantId);
  if (claim.type === "statement") return;

  const where = { id: claim.measureId, eventId: event.id, mergedIntoId: null };
  const measure = await tx.measure.findUnique({ where });
  if (!measure) throw new Invalid({ measureId: "Choose a measure of this event." });
  if (claim.relativeToId !== null) {
    const other = { id: claim.relativeToId, eventId: event.id };
    if (claim.relativeToId === id || !(await tx.claim.findUnique({ where: other })))
      throw new Invalid({ relativeToId: "Choose another claim of this event." });
  }
  assertFitsMeasure({ ...claim.quantity, raw: claim.wording.text }, measure.kinds);
  assertStatedInPeriod(claim, measure.periodEarliest?.getTime() ?? event.occurredEarliest.getTime());
  const kin = await listKin(tx, event.id, claim, id);
  const own = twinOf(claim);
  assertNotLogged(kin.find((other) => isSameClaim(own, other)) ?? null);
}

/** R28: the claims on file that a figure may be, for a person to say, the first logged first. */
export async function listQuestions(
  tx: Transaction,
  eventId: string,
  claim: ParsedValues,
): Promise<Question[]> {
  if (claim.type === "statement") return [];
  const kin = await listKin(tx, eventId, claim, null);
  const { lane } = claimColumns(claim);
  const twins = kin.filter((other) => other.lane === lane && mayBeSameClaim(twinOf(claim), other));
  const distinct = new Map(twins.map(({ id, publicId }) => [id, publicId]));
  return [...distinct].map(([claimId, publicId]) => ({ kind: "duplicate_of", claimId, publicId }));
}

async function checkClaimant(tx: Transaction, id: string): Promise<void> {
  const claimant = await tx.claimant.findUnique({ where: { id }, select: { mergedIntoId: true } });
  if (!claimant) throw new Invalid({ claimantId: "This claimant is not on file: choose it again." });
  if (claimant.mergedIntoId)
    throw new Invalid({ claimantId: "This claimant was merged into another: choose that one." });
}

type FigureValues = Extract<ParsedValues, { type: "figure" }>;

function twinOf(claim: FigureValues): Twin {
  return {
    quantity: { ...claim.quantity, raw: claim.wording.text },
    statedEarliest: claim.stated.earliest,
    statedLatest: claim.stated.latest,
    asOfEarliest: claim.asOf?.earliest ?? null,
    asOfLatest: claim.asOf?.latest ?? null,
  };
}

/** The other figures of a claimant and measure that stand in the way of a new one. */
async function listKin(tx: Transaction, eventId: string, claim: FigureValues, id: string | null) {
  const rows = await tx.claim.findMany({
    where: {
      eventId,
      claimantId: claim.claimantId,
      measureId: claim.measureId,
      lifecycle: { not: "entry_error" },
      recordStatus: { not: "archived" },
      ...(id && { id: { not: id }, OR: [{ mergedIntoId: null }, { mergedIntoId: { not: id } }] }),
    },
    select: { ...figureSelect, publicId: true, mergedInto: { select: { id: true, publicId: true } } },
    orderBy: { number: "asc" },
  });
  // What is the same as a duplicate is the same as the claim that was kept.
  return rows.flatMap(({ publicId, mergedInto, ...row }) => {
    const figure = toFigure(row);
    return figure ? [{ ...figure, ...(mergedInto ?? { publicId }) }] : [];
  });
}
