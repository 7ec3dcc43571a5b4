import "server-only";
import type { Prisma } from "../../prisma/generated/client";
import type { SubjectKind } from "../../prisma/generated/enums";
import type { Actor } from "../auth/actor";
import { authorise } from "../auth/authorise";
import type { Transaction } from "../db/client";
import { type HeldChain, recordRevision } from "../history/record-revision";
import { FORMER_MEMBER, REDACTED } from "./schema";

export type FieldOfRecord = { subjectKind: SubjectKind; subjectId: string; field: string };

/**
 * Puts the marker in the place of a field's text in the row itself, or nothing where a marker would be taken for a
 * value. Records it on a record that has versions. A step of `redactField`.
 */
export async function blankRow(
  tx: Transaction,
  chain: HeldChain,
  actor: Actor,
  of: FieldOfRecord,
  now: Date,
): Promise<void> {
  authorise(actor, "field:redact");
  await writeMarker(tx, of, now);
  await recordOnSubject(tx, chain, actor, of, now);
}

async function writeMarker(tx: Transaction, of: FieldOfRecord, now: Date): Promise<void> {
  const { subjectKind, subjectId: id, field } = of;
  switch (subjectKind) {
    case "claim":
      await tx.claim.update({ where: { id }, data: CLAIM[field] ?? {} });
      break;
    case "attribution":
      await tx.attribution.update({ where: { id }, data: await attributionData(tx, id, field) });
      break;
    case "report":
      await tx.report.update({ where: { id }, data: REPORT[field] ?? {} });
      break;
    case "claimant":
      if (field === "aliases") await tx.claimantAlias.deleteMany({ where: { claimantId: id } });
      else await tx.claimant.update({ where: { id }, data: { name: REDACTED } });
      break;
    case "event":
      if (field === "aliases") await tx.eventAlias.deleteMany({ where: { eventId: id } });
      else if (field !== "reason") await tx.event.update({ where: { id }, data: { [field]: REDACTED } });
      break;
    case "correction":
      await tx.correction.update({ where: { id }, data: { reason: REDACTED } });
      break;
    case "note":
      await tx.note.update({ where: { id }, data: { text: REDACTED } });
      break;
    case "actor":
      await tx.actor.update({ where: { id }, data: { name: FORMER_MEMBER } });
      await tx.user.updateMany({ where: { id }, data: { name: FORMER_MEMBER, updatedAt: now } });
      break;
    case "proposal":
      await tx.proposal.update({ where: { id }, data: await proposalData(tx, id, field) });
      break;
    case "error_report":
      await tx.errorReport.update({ where: { id }, data: { [field]: field === "url" ? null : REDACTED } });
      break;
    case "evidence_file":
      await tx.evidenceFile.update({
        where: { id },
        data: { bytes: null, removedAt: now },
        select: { id: true },
      });
      break;
  }
}

/** Where a record has versions, so that whoever still has the text in a form does not bring it back (R33). */
async function recordOnSubject(
  tx: Transaction,
  chain: HeldChain,
  actor: Actor,
  { subjectKind, subjectId, field }: FieldOfRecord,
  now: Date,
): Promise<void> {
  const version = await nextVersion(tx, subjectKind, subjectId);
  if (version === null) return;
  await recordRevision(tx, chain, actor, {
    at: now,
    action: "redaction.made",
    subjectKind,
    subjectId,
    version,
    after: { redacted: field },
  });
}

async function nextVersion(tx: Transaction, kind: SubjectKind, id: string): Promise<number | null> {
  const args = { where: { id }, data: { version: { increment: 1 } }, select: { version: true } } as const;
  switch (kind) {
    case "claim":
      return (await tx.claim.update(args)).version;
    case "attribution":
      return (await tx.attribution.update(args)).version;
    case "report":
      return (await tx.report.update(args)).version;
    case "claimant":
      return (await tx.claimant.update(args)).version;
    case "event":
      return (await tx.event.update(args)).version;
    case "proposal":
      return (await tx.proposal.update(args)).version;
    case "error_report":
      return (await tx.errorReport.update(args)).version;
    case "actor":
      return (await tx.actor.update(args)).version;
    default:
      return null;
  }
}

/** Whether a field of a record holds no text that could be redacted. */
export async function isBlank(
  tx: Transaction,
  kind: SubjectKind,
  id: string,
  field: string,
): Promise<boolean> {
  const row = await readRow(tx, kind, id);
  const value = row?.[field] ?? null;
  return value === null || value === REDACTED || value === FORMER_MEMBER || String(value) === "";
}

function readRow(tx: Transaction, kind: SubjectKind, id: string): Promise<Record<string, unknown> | null> {
  const where = { id };
  const names = { aliases: { select: { name: true } } } as const;
  switch (kind) {
    case "claim":
      return tx.claim.findUnique({ where });
    case "attribution":
      return tx.attribution.findUnique({ where });
    case "report":
      return tx.report.findUnique({ where });
    case "claimant":
      return tx.claimant.findUnique({ where, include: names });
    case "event":
      return tx.event.findUnique({ where, include: names });
    case "correction":
      return tx.correction.findUnique({ where });
    case "note":
      return tx.note.findUnique({ where });
    case "actor":
      return tx.actor.findUnique({ where });
    case "proposal":
      return tx.proposal.findUnique({ where });
    case "error_report":
      return tx.errorReport.findUnique({ where });
    // Also of a file, whose bytes never come back once they were removed.
    default:
      return Promise.resolve(null);
  }
}

/** A figure keeps its bounds: they are facts, and only the words go. */
const CLAIM: Record<string, Prisma.ClaimUpdateInput> = {
  wording: { wording: REDACTED, wordingTranslation: null, wordingTranslatedBy: null },
  returnReason: { returnReason: null },
  reason: { returnReason: null },
};

// A marker in a byline or a credit would be taken for the name of one person in many reports (R14).
const REPORT: Record<string, Prisma.ReportUpdateInput> = {
  title: { title: REDACTED },
  url: { url: null, canonicalUrl: null, archiveUrl: null, archiveState: "none" },
  note: { note: REDACTED },
  byline: { byline: null },
  credit: { credit: null },
};

async function attributionData(
  tx: Transaction,
  id: string,
  field: string,
): Promise<Prisma.AttributionUpdateInput> {
  const row = await tx.attribution.findUniqueOrThrow({ where: { id } });
  if (field === "misreport") return { misreport: row.misreport && REDACTED };
  if (field === "passage")
    return { passage: row.passage && REDACTED, passageTranslation: null, passageTranslatedBy: null };
  if (field !== "locator") return {};
  // One report carries a claim once in one place, also where the places are no longer told.
  const { claimId, reportId } = row;
  const gone = { claimId, reportId, id: { not: id }, locator: { startsWith: REDACTED } };
  const others = await tx.attribution.count({ where: gone });
  return { locator: row.locator && (others === 0 ? REDACTED : `${REDACTED} ${others + 1}`) };
}

/** A field of what is proposed, unless it is one of the proposal's own. */
async function proposalData(tx: Transaction, id: string, field: string): Promise<Prisma.ProposalUpdateInput> {
  if (field === "reason") return { reason: REDACTED };
  if (field === "answer") return { answer: REDACTED };
  const { changes } = await tx.proposal.findUniqueOrThrow({ where: { id } });
  const proposed = changes as Record<string, unknown>;
  const value = proposed[field];
  const isWording = typeof value === "object" && value !== null;
  const marked = isWording ? { ...value, text: REDACTED, translation: null, translatedBy: null } : REDACTED;
  return { changes: { ...proposed, [field]: marked } as Prisma.InputJsonObject };
}
