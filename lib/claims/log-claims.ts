import "server-only";
import type { Event } from "../../prisma/generated/client";
import type { Actor } from "../auth/actor";
import { authorise } from "../auth/authorise";
import type { Transaction } from "../db/client";
import { insertRows } from "../db/insert-rows";
import { newId } from "../db/new-id";
import { newPublicId } from "../db/public-id";
import { explainRefusals } from "../db/refusals";
import { inTransaction } from "../db/transaction";
import { Invalid } from "../errors";
import { holdEvent } from "../events/move-event";
import { parseInput } from "../forms/parse-input";
import { type Change, type HeldChain, recordRevisions } from "../history/record-revision";
import { attributionColumns, attributionFields } from "./attribution-row";
import { type BatchOnFile, readBatchOnFile } from "./batch-on-file";
import { assertFits, findSame, questionsOf } from "./check-claim";
import { claimColumns, fieldsOf } from "./claim-row";
import { LOGGING_REFUSALS } from "./log-claim";
import type { Pretended } from "./pretended";
import { LogClaim, type ParsedClaim } from "./schema";

/** What became of one claim of a batch. */
export type LoggedOutcome =
  | { did: "logged"; id: string; version: number }
  /** R27, or the same form sent twice: the claim on file. */
  | { did: "same"; id: string; publicId: string }
  /** R28: left out until a person says. */
  | { did: "asked"; publicIds: string[] }
  | { did: "refused"; fields: Record<string, string> };

export type BatchOptions = {
  /** Hands the claims in at once. */
  isSubmitting: boolean;
  /** What may be the same claim (R28): left out, or logged with the answer that nobody can tell yet. */
  questions: "leave_out" | "unsure";
};

/**
 * Logs many claims of one event in one transaction, by the rules of `logClaim` and with the same history, in a number of
 * statements that does not depend on how many there are. The outcomes stand in the order of the claims; what is refused
 * leaves the others alone. Claims of one batch count against each other.
 */
export async function logClaims(
  actor: Actor,
  input: { eventId: string; claims: readonly LogClaim[] },
  options: BatchOptions,
  now: Date,
): Promise<LoggedOutcome[]> {
  authorise(actor, "claim:log");
  if (options.isSubmitting) authorise(actor, "claim:submit");
  return explainRefusals(LOGGING_REFUSALS, () =>
    inTransaction(async (tx) => {
      const held = await holdEvent(tx, input.eventId);
      return logClaimsInto(tx, held, actor, input.claims, options, now);
    }),
  );
}

type Held = { chain: HeldChain; event: Event };

/**
 * `logClaims` in a transaction of the caller, who has asked for the permissions and holds the event. Where a record that
 * a claim names is merged away in the meantime, the database refuses the whole; run anew, that claim alone is refused.
 */
export async function logClaimsInto(
  tx: Transaction,
  { chain, event }: Held,
  actor: Actor,
  claims: readonly LogClaim[],
  options: BatchOptions,
  now: Date,
): Promise<LoggedOutcome[]> {
  const decisions = await checkClaimsInto(tx, event, actor, claims, options.questions);
  const last = await tx.claim.aggregate({ where: { eventId: event.id }, _max: { number: true } });
  let number = last._max.number ?? 0;
  const rows: Rows = { claims: [], attributions: [], links: [] };
  const changes: Change[] = [];
  const outcomes = decisions.map((decision): LoggedOutcome => {
    if (decision.did !== "log") return decision;
    number += 1;
    const batch = { eventId: event.id, actor, now, isSubmitting: options.isSubmitting, number };
    const made = rowsOf(decision, batch);
    rows.claims.push(made.claim);
    rows.attributions.push(...made.attributions);
    rows.links.push(...made.links);
    changes.push(...made.changes);
    return { did: "logged", id: decision.id, version: made.version };
  });
  await recordRevisions(tx, chain, actor, changes, insertAll(tx, rows));
  return outcomes;
}

async function insertAll(tx: Transaction, { claims, attributions, links }: Rows): Promise<void> {
  await insertRows(tx, "claim", claims);
  await insertRows(tx, "attribution", attributions);
  await insertRows(tx, "claim_link", links);
}

type Made = ReturnType<typeof rowsOf>;
type Rows = {
  claims: Made["claim"][];
  attributions: Made["attributions"];
  links: Made["links"];
};

type ToLog = { did: "log"; id: string; publicId: string; claim: ParsedClaim; unsureOf: string[] };
type Decision = ToLog | Exclude<LoggedOutcome, { did: "logged" }>;

/** What `logClaimsInto` would do with each claim; writes nothing. `pretended`: what a dry run takes to be on file beside. */
export async function checkClaimsInto(
  tx: Transaction,
  event: Pick<Event, "id" | "occurredEarliest">,
  actor: Actor,
  claims: readonly LogClaim[],
  questions: BatchOptions["questions"],
  pretended: Pretended | null = null,
): Promise<Decision[]> {
  const parsed = claims.map(parseOne);
  const onFile = await readBatchOnFile(
    tx,
    event.id,
    parsed.flatMap((one) => ("claim" in one ? [one.claim] : [])),
    pretended,
  );
  const seen = new Map<string, ToLog>();
  return parsed.map((one) => {
    if (!("claim" in one)) return one;
    const decision = decide(one.claim, event, actor, onFile, seen, questions);
    if (decision.did === "log") {
      onFile.add(decision.claim, decision.id, decision.publicId);
      if (decision.claim.submissionId) seen.set(decision.claim.submissionId, decision);
    }
    return decision;
  });
}

function parseOne(claim: LogClaim): { claim: ParsedClaim } | Exclude<Decision, ToLog> {
  try {
    return { claim: parseInput(LogClaim, claim) };
  } catch (error) {
    return refusalOf(error);
  }
}

function decide(
  claim: ParsedClaim,
  event: Pick<Event, "id" | "occurredEarliest">,
  actor: Actor,
  onFile: BatchOnFile,
  seen: ReadonlyMap<string, ToLog>,
  questions: BatchOptions["questions"],
): Decision {
  if (claim.eventId !== event.id) return { did: "refused", fields: { eventId: "This is another event." } };
  if (claim.answers.length > 0)
    return { did: "refused", fields: { answers: "Answers are given one claim at a time." } };
  const sent = onFile.submitted.get(claim.submissionId ?? "");
  const earlier = sent?.eventId === event.id ? sent : undefined;
  if (earlier && earlier.loggedById !== actor.id)
    return { did: "refused", fields: { form: "Somebody else sent this form already: begin a new one." } };
  const before = earlier ?? seen.get(claim.submissionId ?? "");
  if (before) return { did: "same", id: before.id, publicId: before.publicId };
  const own = onFile.of(claim);
  try {
    assertFits(event, claim, own);
    const same = findSame(claim, own.kin);
    if (same) return { did: "same", id: same.id, publicId: same.publicId };
    const asked = questionsOf(claim, own.kin);
    if (asked.length > 0 && questions === "leave_out")
      return { did: "asked", publicIds: asked.map(({ publicId }) => publicId) };
    assertAttributions(claim, onFile);
    if (sent) throw new Invalid({ form: "This form was sent already, for another event: begin a new one." });
    const unsureOf = asked.map(({ claimId }) => claimId);
    return { did: "log", id: newId(), publicId: newPublicId(), claim, unsureOf };
  } catch (error) {
    return refusalOf(error);
  }
}

function refusalOf(error: unknown): Exclude<Decision, ToLog> {
  if (!(error instanceof Invalid)) throw error;
  return { did: "refused", fields: error.fields };
}

/** What the database would refuse of one claim, said before it would refuse the whole batch. */
function assertAttributions({ attributions }: ParsedClaim, { reports, claimants }: BatchOnFile): void {
  const places = new Set<string>();
  for (const { reportId, viaReportId, viaClaimantId, locator } of attributions) {
    const place = `${reportId} ${locator ?? ""}`;
    if (!reports.has(reportId)) throw refused("attribution_report_id_fkey");
    if (viaReportId === reportId) throw refused("attribution_not_via_itself");
    if (viaReportId !== null && !reports.has(viaReportId)) throw refused("attribution_via_report_id_fkey");
    if (viaClaimantId !== null && !claimants.has(viaClaimantId))
      throw refused("attribution_via_claimant_id_fkey");
    if (places.has(place)) throw refused("attribution_claim_report_locator_key");
    places.add(place);
  }
}

function refused(constraint: string): Invalid {
  return new Invalid(LOGGING_REFUSALS[constraint] as Record<string, string>);
}

type Batch = { eventId: string; actor: Actor; now: Date; isSubmitting: boolean; number: number };

/** The rows of one claim and the changes that its history records, in the order of logging one by one. */
function rowsOf(
  { id, publicId, claim, unsureOf }: ToLog,
  { eventId, actor, now, isSubmitting, number }: Batch,
) {
  const of = { at: now, version: 1 };
  const logged: Change = {
    ...of,
    action: "claim.logged",
    subjectKind: "claim",
    subjectId: id,
    after: { eventId, ...fieldsOf(claim), publicId, recordStatus: "draft" },
  };
  const attributions = claim.attributions.map((attribution) => ({
    row: { ...attributionColumns(attribution), id: newId(), claimId: id, createdAt: now },
    fields: attributionFields(attribution),
  }));
  const attached = attributions.map(
    ({ row, fields }): Change => ({
      ...of,
      action: "attribution.attached",
      subjectKind: "attribution",
      subjectId: row.id,
      after: { ...fields, claimId: id, reason: null },
    }),
  );
  const links = unsureOf.map((toClaimId) => {
    const link = { kind: "duplicate_of", fromClaimId: id, toClaimId, state: "unsure" };
    return { ...link, downwardReason: null, note: null };
  });
  const linkRows = links.map((link) => ({ ...link, id: newId(), decidedBy: actor.id, decidedAt: now }));
  const remembered = links.map(
    (link, at): Change => ({
      ...of,
      action: "claim_link.declined",
      subjectKind: "claim_link",
      subjectId: linkRows[at]?.id ?? "",
      after: link,
    }),
  );
  const status = isSubmitting ? ("submitted" as const) : ("draft" as const);
  const submitted: Change = {
    at: now,
    version: 2,
    action: "claim.submitted",
    subjectKind: "claim",
    subjectId: id,
    before: { recordStatus: "draft" },
    after: { recordStatus: status },
  };
  const version = isSubmitting ? 2 : 1;
  const columns = { measureId: null, relativeToId: null, qualifier: null, low: null, high: null };
  return {
    version,
    claim: {
      ...columns,
      central: null,
      reading: null,
      topic: null,
      ...claimColumns(claim),
      id,
      publicId,
      number,
      eventId,
      type: claim.type,
      recordStatus: status,
      version,
      loggedAt: now,
      statusSince: now,
      loggedById: actor.id,
      submissionId: claim.submissionId,
    },
    attributions: attributions.map(({ row }) => row),
    links: linkRows,
    changes: [logged, ...attached, ...remembered, ...(isSubmitting ? [submitted] : [])],
  };
}
