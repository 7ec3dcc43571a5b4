import "server-only";
import type { Prisma } from "../../prisma/generated/client";
import type { Transaction } from "../db/client";
import type { Refusals } from "../db/refusals";
import { Invalid, type Question } from "../errors";
import type { Lane, MeasureKind } from "../vocabulary";
import { laneOf } from "./claim-row";
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

/** What is on file of what a claim names: null where nothing is. */
export type OnFile = {
  claimant: { mergedIntoId: string | null } | null;
  /** A standing measure of the event. */
  measure: { kinds: MeasureKind[]; periodEarliest: Date | null } | null;
  /** Another claim of the event, where it is relative to one. */
  relativeTo: { id: string } | null;
  /** Its claimant's other figures of the measure, as far as they may be the same, the first logged first. */
  kin: readonly Kin[];
};

/** A figure on file that another may be the same as, by the claim that stands for it. */
export type Kin = Twin & { id: string; publicId: string; lane: Lane };

/**
 * Holds what was typed of a claim against the rules and what is on file: its claimant, and of a figure its measure, what
 * it is relative to, R27 and R31. `id` is that of the claim itself, where it has one. Throws Invalid or Conflict. Returns
 * what is on file of it.
 */
export async function checkClaim(
  tx: Transaction,
  event: EventOfClaim,
  claim: ParsedValues,
  id: string | null,
): Promise<OnFile> {
  const onFile = await readOnFile(tx, event.id, claim, id);
  assertFits(event, claim, onFile);
  assertNotLogged(findSame(claim, onFile.kin));
  return onFile;
}

/** R27: the figure on file that is the same claim; null where there is none. */
export async function findSameClaim(
  tx: Transaction,
  eventId: string,
  claim: ParsedValues,
): Promise<Kin | null> {
  return claim.type === "statement" ? null : findSame(claim, await listKin(tx, eventId, claim, null));
}

/** R28: the claims on file that a figure may be, for a person to say, the first logged first. */
export async function listQuestions(
  tx: Transaction,
  eventId: string,
  claim: ParsedValues,
): Promise<Question[]> {
  return claim.type === "statement" ? [] : questionsOf(claim, await listKin(tx, eventId, claim, null));
}

/** The rules of `checkClaim` but for R27, on what was read before. Throws Invalid. */
export function assertFits(event: EventOfClaim, claim: ParsedValues, onFile: OnFile): void {
  const { claimant, measure, relativeTo } = onFile;
  if (!claimant) throw new Invalid({ claimantId: "This claimant is not on file: choose it again." });
  if (claimant.mergedIntoId)
    throw new Invalid({ claimantId: "This claimant was merged into another: choose that one." });
  if (claim.type === "statement") return;

  if (!measure) throw new Invalid({ measureId: "Choose a measure of this event." });
  if (claim.relativeToId !== null && !relativeTo)
    throw new Invalid({ relativeToId: "Choose another claim of this event." });
  assertFitsMeasure({ ...claim.quantity, raw: claim.wording.text }, measure.kinds);
  assertStatedInPeriod(claim, measure.periodEarliest?.getTime() ?? event.occurredEarliest.getTime());
}

/** R27: the figure on file that is the same claim, among those read before. */
export function findSame(claim: ParsedValues, kin: readonly Kin[]): Kin | null {
  if (claim.type === "statement") return null;
  const own = twinOf(claim);
  return kin.find((other) => isSameClaim(own, other)) ?? null;
}

/** The rule of `listQuestions`, on what was read before. */
export function questionsOf(claim: ParsedValues, kin: readonly Kin[]): Question[] {
  if (claim.type === "statement") return [];
  const own = twinOf(claim);
  const lane = laneOf(claim.basis);
  const twins = kin.filter((other) => other.lane === lane && mayBeSameClaim(own, other));
  const distinct = new Map(twins.map(({ id, publicId }) => [id, publicId]));
  return [...distinct].map(([claimId, publicId]) => ({ kind: "duplicate_of", claimId, publicId }));
}

async function readOnFile(
  tx: Transaction,
  eventId: string,
  claim: ParsedValues,
  id: string | null,
): Promise<OnFile> {
  const { claimantId } = claim;
  const claimant = await tx.claimant.findUnique({
    where: { id: claimantId },
    select: { mergedIntoId: true },
  });
  if (claim.type === "statement") return { claimant, measure: null, relativeTo: null, kin: [] };

  const { measureId, relativeToId } = claim;
  const measure = await tx.measure.findUnique({ where: { id: measureId, eventId, mergedIntoId: null } });
  const relativeTo =
    relativeToId !== null && relativeToId !== id
      ? await tx.claim.findUnique({ where: { id: relativeToId, eventId }, select: { id: true } })
      : null;
  return { claimant, measure, relativeTo, kin: await listKin(tx, eventId, claim, id) };
}

export type FigureValues = Extract<ParsedValues, { type: "figure" }>;

/** A figure that is being logged, as the rules of duplicates see it (R27, R28). */
export function twinOf(claim: FigureValues): Twin {
  return {
    quantity: { ...claim.quantity, raw: claim.wording.text },
    statedEarliest: claim.stated.earliest,
    statedLatest: claim.stated.latest,
    asOfEarliest: claim.asOf?.earliest ?? null,
    asOfLatest: claim.asOf?.latest ?? null,
  };
}

/** The other figures of a claimant and measure that stand in the way of a new one. */
async function listKin(
  tx: Transaction,
  eventId: string,
  claim: FigureValues,
  id: string | null,
): Promise<Kin[]> {
  const rows = await tx.claim.findMany({
    where: {
      eventId,
      claimantId: claim.claimantId,
      measureId: claim.measureId,
      ...inTheWay,
      ...(id && { id: { not: id }, OR: [{ mergedIntoId: null }, { mergedIntoId: { not: id } }] }),
    },
    select: kinSelect,
    orderBy: { number: "asc" },
  });
  return rows.flatMap((row) => toKin(row) ?? []);
}

/** What was logged by mistake, or laid aside, stands in nobody's way. */
export const inTheWay = {
  lifecycle: { not: "entry_error" },
  recordStatus: { not: "archived" },
} as const satisfies Prisma.ClaimWhereInput;

export const kinSelect = {
  ...figureSelect,
  publicId: true,
  mergedInto: { select: { id: true, publicId: true } },
} as const satisfies Prisma.ClaimSelect;

/** What is the same as a duplicate is the same as the claim that was kept. */
export function toKin(row: Prisma.ClaimGetPayload<{ select: typeof kinSelect }>): Kin | null {
  const { publicId, mergedInto, ...figure } = row;
  const told = toFigure(figure);
  return told && { ...told, ...(mergedInto ?? { publicId }) };
}
