import "server-only";
import type { SubjectKind } from "../../prisma/generated/enums";
import type { RevisionView } from "../claims/types";
import { db } from "../db/client";
import { REDACTED } from "../redactions/schema";
import type { FieldContent } from "./digest";
import type { Action } from "./schema";

// Ids and codes that mean nothing to a reader; what they point at is on the page itself.
const INTERNAL = /(^id$|Id$|^number$)/;

/**
 * The revisions of one published record, the oldest first. Who, when and what is told of all of them; the values
 * of fields only from the revision that published it on: what was typed before was never public (R34), nor is why it was
 * published, which is for colleagues.
 */
export async function listRevisionsOf(subjectKind: SubjectKind, subjectId: string): Promise<RevisionView[]> {
  const rows = await db().revision.findMany({
    where: { subjectKind, subjectId },
    orderBy: { version: "asc" },
    select: {
      number: true,
      version: true,
      at: true,
      action: true,
      actorRole: true,
      actor: { select: { name: true } },
      hash: true,
      content: { select: { fields: true } },
    },
  });
  const publishing = rows.findIndex(({ action }) => action === `${subjectKind}.published`);
  return rows.map(({ at, actor, actorRole, action, content, ...row }, place) => ({
    ...row,
    at: at.getTime(),
    actor: { name: actor.name, role: actorRole },
    action: action as Action,
    changes: publishing !== -1 && place >= publishing ? changesOf(content?.fields, place === publishing) : [],
  }));
}

function changesOf(fields: unknown, isPublishing: boolean): RevisionView["changes"] {
  return Object.entries((fields ?? {}) as Record<string, FieldContent | null>)
    .filter(([field]) => !INTERNAL.test(field) && !(isPublishing && field === "reason"))
    .map(([field, content]) =>
      // R35: that something stood here is told, and what it was is not.
      content === null
        ? { field, before: null, after: REDACTED }
        : { field, before: content.before ?? null, after: content.after ?? null },
    );
}
