import "server-only";
import type { Prisma } from "../../prisma/generated/client";
import type { Actor } from "../auth/actor";
import { authorise } from "../auth/authorise";
import { dateColumns } from "../dates/columns";
import type { UncertainDate } from "../dates/edtf";
import type { Transaction } from "../db/client";
import { newPublicId } from "../db/public-id";
import { explainRefusals, type Refusals } from "../db/refusals";
import { inTransaction } from "../db/transaction";
import { Invalid } from "../errors";
import { holdEvent } from "../events/move-event";
import { parseInput } from "../forms/parse-input";
import type { Json } from "../history/digest";
import { type HeldChain, recordRevision } from "../history/record-revision";
import { assertFitsMeasure, assertNotLogged, assertStatedInPeriod } from "./rules";
import { LogClaim, type ParsedClaim } from "./schema";

/** Logs one claim as a draft, with the reports that carry it. Returns its id. Nothing of it is public yet. */
export async function logClaim(actor: Actor, input: LogClaim, now: Date): Promise<string> {
  authorise(actor, "claim:log");
  const claim = parseInput(LogClaim, input);

  return explainRefusals(REFUSALS, () =>
    inTransaction(async (tx) => {
      const { chain, event } = await holdEvent(tx, claim.eventId);
      if (claim.type === "figure") await checkFigure(tx, claim, event.occurredEarliest.getTime());

      const row = await claimRow(tx, actor, claim, now);
      const { id } = await tx.claim.create({ data: row, select: { id: true } });
      await recordRevision(tx, chain, actor, {
        at: now,
        action: "claim.logged",
        subjectKind: "claim",
        subjectId: id,
        version: 1,
        after: fieldsOf(claim, row.publicId),
      });
      for (const attribution of claim.attributions) {
        await attach(tx, chain, actor, id, attribution, now);
      }
      return id;
    }),
  );
}

const REFUSALS: Refusals = {
  claim_people_are_whole: { "quantity.low": "A count of people must be a whole number." },
  claim_claimant_id_fkey: { form: "This claimant is not on file: choose it again." },
  attribution_report_id_fkey: { form: "This report is not on file: choose it again." },
  attribution_via_report_id_fkey: { form: "This report is not on file: choose it again." },
  attribution_via_claimant_id_fkey: { form: "This claimant is not on file: choose it again." },
  attribution_not_via_itself: { form: "A report cannot have had a claim from itself." },
  attribution_claim_report_locator_key: { form: "The same report is named twice for the same place in it." },
};

async function checkFigure(tx: Transaction, claim: ParsedClaim & { type: "figure" }, eventBegins: number) {
  const measure = await tx.measure.findUnique({ where: { id: claim.measureId, eventId: claim.eventId } });
  if (!measure) throw new Invalid({ measureId: "Choose a measure of this event." });
  if (
    claim.relativeToId &&
    !(await tx.claim.findUnique({ where: { id: claim.relativeToId, eventId: claim.eventId } }))
  ) {
    throw new Invalid({ relativeToId: "Choose a claim of this event." });
  }

  assertFitsMeasure({ ...claim.quantity, raw: claim.wording.text }, measure.kinds);
  assertStatedInPeriod(claim, measure.periodEarliest?.getTime() ?? eventBegins);
  const twin = await tx.claim.findFirst({
    where: {
      eventId: claim.eventId,
      claimantId: claim.claimantId,
      measureId: claim.measureId,
      low: claim.quantity.low,
      high: claim.quantity.high,
      // R32: one instant may be written in two ways.
      asOfEarliest: claim.asOf && new Date(claim.asOf.earliest),
      asOfLatest: claim.asOf && new Date(claim.asOf.latest),
      ...(claim.asOf === null && statedAround(claim.stated)),
      qualifier: claim.quantity.qualifier,
      lifecycle: { not: "entry_error" },
      recordStatus: { not: "archived" },
    },
    select: { publicId: true },
  });
  assertNotLogged(twin);
}

const SAME_DAYS = 3;

/** Stated within three days of a date, as near as the two dates are known (R28). */
function statedAround({ earliest, latest }: UncertainDate): Prisma.ClaimWhereInput {
  const margin = SAME_DAYS * 24 * 3600 * 1000;
  return {
    statedEarliest: { lte: new Date(latest + margin) },
    statedLatest: { gte: new Date(earliest - margin) },
  };
}

async function claimRow(tx: Transaction, actor: Actor, claim: ParsedClaim, now: Date) {
  const last = await tx.claim.aggregate({ where: { eventId: claim.eventId }, _max: { number: true } });
  return {
    publicId: newPublicId(),
    number: (last._max.number ?? 0) + 1,
    eventId: claim.eventId,
    claimantId: claim.claimantId,
    type: claim.type,
    wording: claim.wording.text,
    wordingLanguage: claim.wording.language,
    wordingTranslation: claim.wording.translation,
    wordingTranslatedBy: claim.wording.translatedBy,
    basis: claim.basis,
    // Model and survey make the lane of estimates (R11).
    lane: claim.basis === "model" || claim.basis === "survey" ? ("estimate" as const) : ("count" as const),
    standing: claim.standing,
    isForecast: claim.isForecast,
    isFromMemory: claim.isFromMemory,
    ...dateColumns("stated", claim.stated),
    ...dateColumns("asOf", claim.asOf),
    ...dateColumns("eventTime", claim.eventTime),
    loggedAt: now,
    loggedById: actor.id,
    ...(claim.type === "figure"
      ? { measureId: claim.measureId, relativeToId: claim.relativeToId, ...claim.quantity }
      : { topic: claim.topic }),
  };
}

/** The fields of a claim as its history keeps them: dates as their EDTF text, all else as it was given. */
function fieldsOf({ attributions: _, ...claim }: ParsedClaim, publicId: string): Record<string, Json> {
  return {
    ...claim,
    publicId,
    stated: claim.stated.edtf,
    asOf: claim.asOf?.edtf ?? null,
    eventTime: claim.eventTime?.edtf ?? null,
    recordStatus: "draft",
  };
}

async function attach(
  tx: Transaction,
  chain: HeldChain,
  actor: Actor,
  claimId: string,
  { passage, drift, ...attribution }: ParsedClaim["attributions"][number],
  now: Date,
): Promise<void> {
  const { id } = await tx.attribution.create({
    data: {
      ...attribution,
      claimId,
      passage: passage?.text ?? null,
      passageLanguage: passage?.language ?? null,
      passageTranslation: passage?.translation ?? null,
      passageTranslatedBy: passage?.translatedBy ?? null,
      driftRaw: drift?.raw ?? null,
      driftQualifier: drift?.qualifier ?? null,
      createdAt: now,
    },
    select: { id: true },
  });
  await recordRevision(tx, chain, actor, {
    at: now,
    action: "attribution.attached",
    subjectKind: "attribution",
    subjectId: id,
    version: 1,
    after: { ...attribution, claimId, passage, drift },
  });
}
