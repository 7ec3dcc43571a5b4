import "server-only";
import type { SubjectKind } from "../../prisma/generated/enums";
import type { Actor } from "../auth/actor";
import { authorise } from "../auth/authorise";
import { listEventsOfClaimants } from "../claimants/claimant-events";
import type { Transaction } from "../db/client";
import { inTransaction } from "../db/transaction";
import { Conflict } from "../errors";
import { dateEvents, tellReadersOf } from "../events/tell-readers";
import { parseInput } from "../forms/parse-input";
import { type HeldChain, holdChains, recordRevision } from "../history/record-revision";
import { holdChainOf } from "../history/subject-chain";
import { blankRow, isBlank } from "./blank-row";
import { type Copy, listCopies } from "./copies";
import { type ParsedRedaction, RedactField } from "./schema";

/**
 * Removes the text of one field of a record, or the bytes of a file, for good: from the record, from every revision of it, from proposals and
 * corrections that say the same, and from drafts that name it (R35). The reason is public; the chain still verifies.
 */
export async function redactField(actor: Actor, input: RedactField, now: Date): Promise<void> {
  authorise(actor, "field:redact");
  const redaction = parseInput(RedactField, input);
  const { subjectKind, subjectId } = redaction;

  await inTransaction(async (tx) => {
    const { chain, eventId } = await holdChainOf(tx, subjectKind, subjectId);
    const others = eventId ? [] : await listEventsShowing(tx, subjectKind, subjectId);
    await holdChains(tx, others);
    await assertNotGone(tx, redaction);
    const copies = await listCopies(tx, redaction);
    for (const copy of [{ ...redaction, fields: fieldsOf(redaction) }, ...copies]) {
      await redactCopy(tx, chain, actor, copy, redaction.reason, now);
    }
    await tx.draft.deleteMany({ where: { id: { in: await listDraftsNaming(tx, redaction) } } });
    if (eventId) await tellReadersOf(tx, [eventId], now);
    else await dateEvents(tx, others, now);
  });
}

/** The events on whose pages a record outside events is shown. */
async function listEventsShowing(tx: Transaction, kind: SubjectKind, id: string): Promise<string[]> {
  if (kind === "claimant") return listEventsOfClaimants(tx, [id]);
  if (kind !== "report" && kind !== "evidence_file") return [];
  const rows = await tx.claim.findMany({
    where:
      kind === "report"
        ? { attributions: { some: { OR: [{ reportId: id }, { viaReportId: id }] } } }
        : { assessments: { some: { evidence: { some: { fileId: id } } } } },
    distinct: ["eventId"],
    select: { eventId: true },
  });
  return rows.map(({ eventId }) => eventId);
}

/** A text that comes back after its redaction, as in a later amendment or move, can be redacted again. */
async function assertNotGone(tx: Transaction, { subjectKind, subjectId, field }: ParsedRedaction) {
  const where = { subjectKind_subjectId_field: { subjectKind, subjectId, field } };
  const wasRedacted = (await tx.redaction.findUnique({ where })) !== null;
  if (!wasRedacted || !(await isBlank(tx, subjectKind, subjectId, field))) return;
  const revisions = await listRevisions(tx, subjectKind, subjectId);
  if (!revisions.some(({ fields }) => (fields[field] ?? null) !== null))
    throw new Conflict("This field was redacted already.");
}

async function listRevisions(tx: Transaction, subjectKind: SubjectKind, subjectId: string) {
  const revisions = await tx.revision.findMany({
    where: { subjectKind, subjectId },
    select: { id: true, content: { select: { fields: true } } },
  });
  return revisions.map(({ id, content }) => ({
    id,
    fields: (content?.fields ?? {}) as Record<string, unknown>,
  }));
}

/** A field by the names that it has in revisions: an address leaves traces under three, why a claim went back under two. */
function fieldsOf({ subjectKind, field }: ParsedRedaction): string[] {
  if (subjectKind === "claim" && field === "returnReason") return ["returnReason", "reason"];
  if (subjectKind === "claim" && field === "reason") return ["reason", "returnReason"];
  return subjectKind === "report" && field === "url" ? ["url", "canonicalUrl", "archiveUrl"] : [field];
}

async function redactCopy(
  tx: Transaction,
  chain: HeldChain,
  actor: Actor,
  { subjectKind, subjectId, fields }: Copy,
  reason: string,
  now: Date,
): Promise<void> {
  const revisions = await listRevisions(tx, subjectKind, subjectId);
  for (const [at, field] of fields.entries()) {
    const kept = revisions.filter((revision) => Object.hasOwn(revision.fields, field));
    // The first is the field itself; the others are traces of it, which a record may not have.
    if (at > 0 && kept.length === 0) continue;
    await keepRedaction(tx, chain, actor, { subjectKind, subjectId, field, reason }, now);
    for (const { id, fields: left } of kept) {
      left[field] = null;
      await tx.revisionContent.update({ where: { revisionId: id }, data: { fields: left as object } });
    }
  }
  await blankRow(tx, chain, actor, { subjectKind, subjectId, field: fields[0] ?? "" }, now);
}

/** The record of the redaction itself, which lets the database remove a text from the history. Kept once for a field. */
async function keepRedaction(
  tx: Transaction,
  chain: HeldChain,
  actor: Actor,
  redaction: { subjectKind: SubjectKind; subjectId: string; field: string; reason: string },
  now: Date,
): Promise<void> {
  const { subjectKind, subjectId, field } = redaction;
  const where = { subjectKind_subjectId_field: { subjectKind, subjectId, field } };
  if (await tx.redaction.findUnique({ where })) return;
  const { id } = await tx.redaction.create({
    data: { ...redaction, redactedBy: actor.id, redactedAt: now },
    select: { id: true },
  });
  await recordRevision(tx, chain, actor, {
    at: now,
    action: "redaction.made",
    subjectKind: "redaction",
    subjectId: id,
    version: 1,
    after: redaction,
  });
}

/** Which forms that somebody has begun name this record? They may hold the text. */
async function listDraftsNaming(
  tx: Transaction,
  { subjectKind, subjectId }: ParsedRedaction,
): Promise<string[]> {
  const names = [subjectId, ...(await otherNames(tx, subjectKind, subjectId))].map((name) => `%${name}%`);
  const drafts = await tx.$queryRaw<{ id: string }[]>`
    select id from draft where values::text like any(${names})`;
  return drafts.map(({ id }) => id);
}

/** A claim and a report are named by their address, too; an attribution by its claim. */
async function otherNames(tx: Transaction, kind: SubjectKind, id: string): Promise<string[]> {
  const select = { id: true, publicId: true } as const;
  if (kind === "report") return [(await tx.report.findUniqueOrThrow({ where: { id }, select })).publicId];
  if (kind === "claim") return [(await tx.claim.findUniqueOrThrow({ where: { id }, select })).publicId];
  if (kind !== "attribution") return [];
  const { claim } = await tx.attribution.findUniqueOrThrow({ where: { id }, select: { claim: { select } } });
  return [claim.id, claim.publicId];
}
