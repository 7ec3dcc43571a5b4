import "server-only";
import type { Actor } from "../auth/actor";
import { authorise } from "../auth/authorise";
import type { Transaction } from "../db/client";
import { newPublicId } from "../db/public-id";
import { explainRefusals, type Refusals } from "../db/refusals";
import { inTransaction } from "../db/transaction";
import { Conflict, Invalid, NeedsAnswer, type Question } from "../errors";
import { holdEvent } from "../events/move-event";
import { parseInput } from "../forms/parse-input";
import { type Change, type HeldChain, recordRevision, recordRevisions } from "../history/record-revision";
import { assertAnswers } from "./answers";
import { attributionColumns, attributionFields } from "./attribution-row";
import { CLAIM_REFUSALS, checkClaim, questionsOf } from "./check-claim";
import { claimColumns, fieldsOf } from "./claim-row";
import { decideLink } from "./decline-link";
import type { Superseding } from "./rules";
import { LogClaim, type ParsedAttribution, type ParsedClaim } from "./schema";

/**
 * Logs one claim as a draft, with the reports that carry it. Returns its id. Nothing of it is public yet. A form sent
 * twice logs one claim. Throws NeedsAnswer where a claim on file may be the same one (R28) and nobody said.
 */
export async function logClaim(actor: Actor, input: LogClaim, now: Date): Promise<string> {
  authorise(actor, "claim:log");
  const claim = parseInput(LogClaim, input);

  return explainRefusals(LOGGING_REFUSALS, () =>
    inTransaction(async (tx) => {
      const held = await holdEvent(tx, claim.eventId);
      return (await findSubmitted(tx, actor, claim)) ?? (await logClaimInto(tx, held, actor, claim, now));
    }),
  );
}

/** `logClaim` in a transaction of the caller, who has asked for the permission and holds the event. Returns the claim's id. */
export async function logClaimInto(
  tx: Transaction,
  { chain, event }: Awaited<ReturnType<typeof holdEvent>>,
  actor: Actor,
  claim: ParsedClaim,
  now: Date,
): Promise<string> {
  const { kin } = await checkClaim(tx, event, claim, null);
  await checkAnswers(tx, claim, questionsOf(claim, kin));

  const last = await tx.claim.aggregate({ where: { eventId: event.id }, _max: { number: true } });
  const row = await tx.claim.create({
    data: {
      publicId: newPublicId(),
      number: (last._max.number ?? 0) + 1,
      eventId: event.id,
      type: claim.type,
      ...claimColumns(claim),
      loggedAt: now,
      statusSince: now,
      loggedById: actor.id,
      submissionId: claim.submissionId,
    },
  });
  const logged: Change = {
    at: now,
    action: "claim.logged",
    subjectKind: "claim",
    subjectId: row.id,
    version: 1,
    after: { eventId: event.id, ...fieldsOf(claim), publicId: row.publicId, recordStatus: "draft" },
  };
  const attached: Change[] = [];
  for (const attribution of claim.attributions) attached.push(await putOn(tx, row.id, attribution, now));
  await recordRevisions(tx, chain, actor, [logged, ...attached]);
  await keepAnswers(tx, chain, actor, row, claim, now);
  return row.id;
}

/** What the database says of an attribution where no rule said it before. */
export const ATTRIBUTION_REFUSALS: Refusals = {
  attribution_report_id_fkey: { form: "This report is not on file: choose it again." },
  attribution_via_report_id_fkey: { form: "This report is not on file: choose it again." },
  attribution_via_claimant_id_fkey: { form: "This claimant is not on file: choose it again." },
  attribution_not_via_itself: { form: "A report cannot have had a claim from itself." },
};

/** And of a claim with its attributions. */
export const LOGGING_REFUSALS: Refusals = {
  ...CLAIM_REFUSALS,
  ...ATTRIBUTION_REFUSALS,
  attribution_claim_report_locator_key: { form: "The same report is named twice for the same place in it." },
};

/** The claim that this very form was logged as before; Conflict where somebody else sent it. */
async function findSubmitted(tx: Transaction, actor: Actor, { submissionId, eventId }: ParsedClaim) {
  if (submissionId === null) return null;
  const found = await tx.claim.findUnique({
    where: { submissionId, eventId },
    select: { id: true, loggedById: true },
  });
  if (found && found.loggedById !== actor.id)
    throw new Conflict("Somebody else sent this form already: begin a new one.");
  return found?.id ?? null;
}

/** R28: what may be the same claim is asked until a person says that it is not, or that nobody can tell. */
async function checkAnswers(
  tx: Transaction,
  claim: ParsedClaim,
  questions: readonly Question[],
): Promise<void> {
  const duplicates = claim.answers.filter(({ kind }) => kind === "duplicate_of");
  const same = duplicates.find(({ answer }) => answer === "yes");
  if (same) {
    const found = await tx.claim.findUnique({
      where: { id: same.claimId, eventId: claim.eventId },
      select: { publicId: true },
    });
    if (!found) throw new Invalid({ answers: "Choose a claim of the same event." });
    throw new Invalid({ answers: `Attach the report to claim ${found.publicId} instead.` });
  }
  const answered = new Set(duplicates.map(({ claimId }) => claimId));
  const open = questions.filter(({ claimId }) => !answered.has(claimId));
  if (open.length > 0) throw new NeedsAnswer(open);
}

/** R19: an answer is remembered. That a figure takes another's place is proposed, for an editor to decide. */
async function keepAnswers(
  tx: Transaction,
  chain: HeldChain,
  actor: Actor,
  row: Superseding,
  { answers }: ParsedClaim,
  now: Date,
): Promise<void> {
  for (const { kind, claimId, answer, downwardReason, note } of answers) {
    const other = await tx.claim.findUnique({ where: { id: claimId } });
    const claimants = await tx.claimant.findMany({
      where: { id: { in: [row.claimantId, ...(other ? [other.claimantId] : [])] } },
      select: { id: true, parentId: true },
    });
    assertAnswers(kind, row, other, claimants);
    const state = answer === "yes" ? "proposed" : answer === "no" ? "declined" : "unsure";
    const link = { kind, fromClaimId: row.id, toClaimId: claimId, state, downwardReason, note } as const;
    await decideLink(tx, chain, actor, link, now);
  }
}

/** Writes how one report carries a claim, with its revision and why, if said. The chain must be held. */
export async function attach(
  tx: Transaction,
  chain: HeldChain,
  actor: Actor,
  claimId: string,
  attribution: ParsedAttribution,
  now: Date,
  reason: string | null = null,
): Promise<string> {
  const attached = await putOn(tx, claimId, attribution, now, reason);
  await recordRevision(tx, chain, actor, attached);
  return attached.subjectId;
}

/** Writes how one report carries a claim. Returns what its revision has to say. */
async function putOn(
  tx: Transaction,
  claimId: string,
  attribution: ParsedAttribution,
  now: Date,
  reason: string | null = null,
): Promise<Change> {
  const { id } = await tx.attribution.create({
    data: { ...attributionColumns(attribution), claimId, createdAt: now },
    select: { id: true },
  });
  return {
    at: now,
    action: "attribution.attached",
    subjectKind: "attribution",
    subjectId: id,
    version: 1,
    after: { ...attributionFields(attribution), claimId, reason },
  };
}
