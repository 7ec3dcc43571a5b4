import "server-only";
import type { Prisma, ViaProposal } from "../../prisma/generated/client";
import type { Actor } from "../auth/actor";
import { authorise } from "../auth/authorise";
import type { Transaction } from "../db/client";
import { inTransaction } from "../db/transaction";
import { Conflict, Invalid, NotFound, StaleVersion } from "../errors";
import { holdEvent } from "../events/move-event";
import { tellReadersOf } from "../events/tell-readers";
import { parseInput } from "../forms/parse-input";
import type { FieldContent } from "../history/digest";
import { type HeldChain, recordRevision } from "../history/record-revision";
import type { LinkState } from "../vocabulary";
import { AcceptedVias, AcceptVia, DeclineVia, leadsTo, ReopenVia } from "./via-decisions";

/**
 * Accepts that a report had claims of an event from another one (R14): its attributions that name nobody name that one.
 * Tells whether the reports lead in a circle from then on, so that readers see no origin (R15); that refuses nothing.
 */
export async function acceptVia(
  actor: Actor,
  input: AcceptVia,
  now: Date,
): Promise<{ edited: number; isCircle: boolean }> {
  authorise(actor, "claim_link:decide");
  const { id, version, eventId, viaReportId: chosen, attributionIds, note } = parseInput(AcceptVia, input);

  return inTransaction(async (tx) => {
    const { chain, proposal } = await holdProposal(tx, id, version, eventId);
    if (proposal.state === "accepted") throw new Conflict("This was accepted already: take it back first.");
    const viaReportId = await chooseReport(tx, proposal, chosen);
    const rows = await tx.attribution.findMany({
      where: {
        ...ofReport(proposal.reportId, eventId),
        ...(attributionIds && { id: { in: attributionIds } }),
      },
      select: { id: true, version: true, carries: true },
      orderBy: { id: "asc" },
    });
    if (rows.length < (attributionIds?.length ?? 1))
      throw new Conflict(
        "The report names whom it had this from already, or carries it no longer: look again.",
      );

    const accepted: AcceptedVias = [];
    for (const row of rows) {
      // Who names the report that it had something from leaves nothing unattributed.
      const carries = row.carries === "unattributed" ? "via" : row.carries;
      await writeVia(tx, chain, actor, row, { viaReportId: null }, { viaReportId, carries }, now);
      accepted.push({ id: row.id, version: row.version + 1, carries: row.carries, viaReportId });
    }
    const done = { attributions: accepted };
    await decide(tx, chain, actor, proposal, { state: "accepted", note }, done, now);
    await tellReadersOf(tx, [eventId], now);
    return { edited: rows.length, isCircle: await isCircle(tx, eventId, proposal.reportId, viaReportId) };
  });
}

/** Remembers that a report was not had from another, or that nobody can tell, so that it is not asked again (R14). */
export async function declineVia(actor: Actor, input: DeclineVia, now: Date): Promise<void> {
  authorise(actor, "claim_link:decide");
  const { id, version, eventId, state, note } = parseInput(DeclineVia, input);

  await inTransaction(async (tx) => {
    const { chain, proposal } = await holdProposal(tx, id, version, eventId);
    if (proposal.state === "accepted") throw new Conflict("This was accepted already: take it back first.");
    await decide(tx, chain, actor, proposal, { state, note }, {}, now);
  });
}

/**
 * Takes back a decision on a proposal, which is then open again. Of one that was accepted, the attributions name nobody
 * again, but for those that somebody edited since. Returns how many did, and how many stayed as they are.
 */
export async function reopenVia(
  actor: Actor,
  input: ReopenVia,
  now: Date,
): Promise<{ cleared: number; stayed: number }> {
  authorise(actor, "claim_link:decide");
  const { id, version, eventId, note } = parseInput(ReopenVia, input);

  return inTransaction(async (tx) => {
    const { chain, proposal } = await holdProposal(tx, id, version, eventId);
    if (proposal.state === "proposed") throw new Conflict("This is open already: decide it.");
    const wasAccepted = proposal.state === "accepted";
    const accepted = wasAccepted ? await readAccepted(tx, chain, proposal) : [];
    const cleared = await clearVias(tx, chain, actor, accepted, now);
    await decide(tx, chain, actor, proposal, { state: "proposed", note }, {}, now);
    if (wasAccepted) await tellReadersOf(tx, [eventId], now);
    return { cleared, stayed: accepted.length - cleared };
  });
}

/** The attributions of a report in an event that name nobody whom it had the claim from. */
function ofReport(reportId: string, eventId: string): Prisma.AttributionWhereInput {
  return { reportId, claim: { eventId, mergedIntoId: null }, viaReportId: null, viaClaimantId: null };
}

/** Locks the history of an event, then reads a proposal that is about a report of it. */
async function holdProposal(tx: Transaction, id: string, version: number, eventId: string) {
  const { chain } = await holdEvent(tx, eventId);
  const proposal = await tx.viaProposal.findUnique({ where: { id } });
  if (!proposal) throw new NotFound("proposal");
  if (proposal.version !== version) throw new StaleVersion("proposal");
  const { reportId } = proposal;
  const isOfEvent = await tx.attribution.count({ where: { reportId, claim: { eventId } } });
  if (isOfEvent === 0) throw new NotFound("proposal");
  return { chain, proposal };
}

async function chooseReport(tx: Transaction, proposal: ViaProposal, chosen: string | null): Promise<string> {
  if (proposal.viaReportId) {
    if (chosen !== null && chosen !== proposal.viaReportId)
      throw new Invalid({
        viaReportId: "Another report was proposed: decline this one, then edit the claim.",
      });
    return proposal.viaReportId;
  }
  const found = chosen === null ? null : await tx.report.findUnique({ where: { id: chosen } });
  if (!found) throw new Invalid({ viaReportId: "Choose the report that it was had from." });
  if (found.publicationId !== proposal.viaPublicationId)
    throw new Invalid({ viaReportId: "Choose a report of the publication that is credited." });
  if (found.id === proposal.reportId)
    throw new Invalid({ viaReportId: "A report cannot have had a claim from itself." });
  return found.id;
}

async function writeVia(
  tx: Transaction,
  chain: HeldChain,
  actor: Actor,
  row: { id: string; version: number; carries: AcceptedVias[number]["carries"] },
  before: { viaReportId: string | null },
  after: { viaReportId: string | null; carries: AcceptedVias[number]["carries"] },
  now: Date,
): Promise<void> {
  const version = row.version + 1;
  await tx.attribution.update({ where: { id: row.id }, data: { ...after, version } });
  await recordRevision(tx, chain, actor, {
    at: now,
    action: "attribution.edited",
    subjectKind: "attribution",
    subjectId: row.id,
    version,
    before: { ...before, carries: row.carries },
    after,
  });
}

const ACTIONS = {
  proposed: "via_proposal.reopened",
  accepted: "via_proposal.accepted",
  declined: "via_proposal.declined",
  unsure: "via_proposal.declined",
} as const satisfies Record<LinkState, string>;

async function decide(
  tx: Transaction,
  chain: HeldChain,
  actor: Actor,
  proposal: ViaProposal,
  decided: { state: LinkState; note: string | null },
  done: { attributions?: AcceptedVias },
  now: Date,
): Promise<void> {
  const isOpen = decided.state === "proposed";
  const version = proposal.version + 1;
  // Two events that have the report have two chains, so that both could decide it at once.
  const { count } = await tx.viaProposal.updateMany({
    where: { id: proposal.id, version: proposal.version },
    data: { ...decided, decidedBy: isOpen ? null : actor.id, decidedAt: isOpen ? null : now, version },
  });
  if (count === 0) throw new StaleVersion("proposal");
  const { state, note } = proposal;
  await recordRevision(tx, chain, actor, {
    at: now,
    action: ACTIONS[decided.state],
    subjectKind: "via_proposal",
    subjectId: proposal.id,
    version,
    before: { state, note },
    after: { ...decided, ...done },
  });
}

/** What accepting the proposal changed, by its history; Conflict where another event's history tells it. */
async function readAccepted(
  tx: Transaction,
  chain: HeldChain,
  { id, version }: ViaProposal,
): Promise<AcceptedVias> {
  const revision = await tx.revision.findFirst({
    where: { subjectKind: "via_proposal", subjectId: id, version },
    select: { chainId: true, content: { select: { fields: true } } },
  });
  if (revision && revision.chainId !== chain.id)
    throw new Conflict("This was accepted in another event: take it back there.");
  const fields = (revision?.content?.fields ?? {}) as Record<string, FieldContent | null>;
  return AcceptedVias.catch([]).parse(fields.attributions?.after);
}

/** Returns of how many attributions the report that they were had from was taken out again. */
async function clearVias(
  tx: Transaction,
  chain: HeldChain,
  actor: Actor,
  accepted: AcceptedVias,
  now: Date,
): Promise<number> {
  const ids = accepted.map(({ id }) => id);
  const [rows, edits] = await Promise.all([
    tx.attribution.findMany({
      where: { id: { in: ids } },
      select: { id: true, version: true, carries: true, viaReportId: true },
      orderBy: { id: "asc" },
    }),
    tx.revision.findMany({
      where: { subjectKind: "attribution", subjectId: { in: ids }, action: "attribution.edited" },
      select: { subjectId: true, version: true },
    }),
  ]);
  let cleared = 0;
  for (const row of rows) {
    const then = accepted.find(({ id }) => id === row.id);
    const isEdited = edits.some(
      ({ subjectId, version }) => subjectId === row.id && version > (then?.version ?? 0),
    );
    if (!then || isEdited || row.viaReportId !== then.viaReportId) continue;
    const { viaReportId } = row;
    await writeVia(tx, chain, actor, row, { viaReportId }, { viaReportId: null, carries: then.carries }, now);
    cleared += 1;
  }
  return cleared;
}

async function isCircle(tx: Transaction, eventId: string, reportId: string, viaReportId: string) {
  const steps = await tx.attribution.findMany({
    where: { claim: { eventId, mergedIntoId: null }, viaReportId: { not: null } },
    select: { reportId: true, viaReportId: true },
  });
  const joined = steps.flatMap((step) =>
    step.viaReportId ? [{ reportId: step.reportId, viaReportId: step.viaReportId }] : [],
  );
  return leadsTo(joined, viaReportId, reportId);
}
