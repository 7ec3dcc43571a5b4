import "server-only";
import type { Actor } from "../auth/actor";
import { authorise } from "../auth/authorise";
import { db } from "../db/client";
import { FORMER_MEMBER, REDACTABLE, REDACTED, type RedactableKind } from "./schema";

/** A field that can be redacted: what it holds, and how many entries of the history hold it or held it. */
export type RedactableView = {
  field: string;
  text: string | null;
  isRedacted: boolean;
  revisionCount: number;
};

/** The fields of a record that can be redacted, with their texts, or null where there is no such record (R35). */
export async function findRedactable(
  actor: Actor,
  kind: RedactableKind,
  id: string,
): Promise<RedactableView[] | null> {
  authorise(actor, "field:redact");
  const texts = await textsOf(kind, id);
  if (!texts) return null;
  const revisions = await db().revision.findMany({
    where: { subjectKind: kind, subjectId: id },
    select: { content: { select: { fields: true } } },
  });
  return REDACTABLE[kind].map((field) => {
    const text = texts[field] ?? null;
    const holding = revisions.filter(({ content }) => {
      const fields = (content?.fields ?? {}) as Record<string, unknown>;
      return fields[field] !== null && Object.hasOwn(fields, field);
    });
    const isRedacted = text === REDACTED || text === FORMER_MEMBER;
    return { field, text, isRedacted, revisionCount: holding.length };
  });
}

type Texts = Record<string, string | null>;

async function textsOf(kind: RedactableKind, id: string): Promise<Texts | null> {
  const where = { id };
  switch (kind) {
    case "claim":
      return db().claim.findUnique({ where, select: { wording: true, returnReason: true } });
    case "attribution":
      return db().attribution.findUnique({
        where,
        select: { passage: true, misreport: true, locator: true },
      });
    case "report":
      return db().report.findUnique({
        where,
        select: { title: true, url: true, note: true, byline: true, credit: true },
      });
    case "claimant": {
      const row = await db().claimant.findUnique({
        where,
        select: { name: true, aliases: { select: { name: true } } },
      });
      return row && { name: row.name, aliases: joined(row.aliases) };
    }
    case "event": {
      const row = await db().event.findUnique({
        where,
        select: { title: true, summary: true, aliases: { select: { name: true } } },
      });
      return row && { ...row, aliases: joined(row.aliases) };
    }
    case "correction":
      return db().correction.findUnique({ where, select: { reason: true } });
    case "note":
      return db().note.findUnique({ where, select: { text: true } });
    case "actor":
      return db().actor.findUnique({ where, select: { name: true } });
    case "proposal":
      return db().proposal.findUnique({ where, select: { reason: true, answer: true } });
    case "error_report":
      return db().errorReport.findUnique({ where, select: { text: true, url: true, answer: true } });
    case "evidence_file": {
      // Told by its name: its bytes are no text.
      const row = await db().evidenceFile.findUnique({ where, select: { name: true, removedAt: true } });
      return row && { bytes: row.removedAt ? REDACTED : row.name };
    }
  }
}

function joined(aliases: readonly { name: string }[]): string | null {
  return aliases.length === 0 ? null : aliases.map(({ name }) => name).join("; ");
}
