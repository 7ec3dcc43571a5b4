import "server-only";
import type { SubjectKind } from "../../prisma/generated/enums";
import type { Actor } from "../auth/actor";
import { authorise } from "../auth/authorise";
import { db } from "../db/client";
import { readCursor, writeCursor } from "../db/cursor";

export type RedactionView = {
  id: string;
  subjectKind: SubjectKind;
  subjectId: string;
  field: string;
  reason: string;
  by: string;
  at: number;
};

const PAGE = 50;

/** What was redacted, the newest first, from a cursor on; with the cursor of the next page, or null. */
export async function listRedactions(
  actor: Actor,
  { after }: { after: string | null },
): Promise<{ rows: RedactionView[]; next: string | null }> {
  authorise(actor, "field:redact");
  const cursor = after === null ? null : readCursor(after);
  const found = await db().redaction.findMany({
    where: cursor
      ? { OR: [{ redactedAt: { lt: cursor.at } }, { redactedAt: cursor.at, id: { lt: cursor.id } }] }
      : {},
    orderBy: [{ redactedAt: "desc" }, { id: "desc" }],
    take: PAGE + 1,
  });
  const page = found.slice(0, PAGE);
  const people = await db().actor.findMany({
    where: { id: { in: page.map(({ redactedBy }) => redactedBy) } },
    select: { id: true, name: true },
  });
  const nameOf = new Map(people.map(({ id, name }) => [id, name]));
  const last = page.at(-1);
  return {
    rows: page.map(({ redactedBy, redactedAt, ...row }) => ({
      ...row,
      by: nameOf.get(redactedBy) ?? "",
      at: redactedAt.getTime(),
    })),
    next: found.length > PAGE && last ? writeCursor({ at: last.redactedAt, id: last.id }) : null,
  };
}
