import "server-only";
import type { Actor } from "../auth/actor";
import { authorise } from "../auth/authorise";
import { db } from "../db/client";
import type { NotedKind } from "./schema";

export type NoteView = { id: string; text: string; by: string; at: number };

const NOTES_MAX = 200;

/** What colleagues wrote about a record, the newest first, at most two hundred. */
export async function listNotes(
  actor: Actor,
  subjectKind: NotedKind,
  subjectId: string,
): Promise<NoteView[]> {
  authorise(actor, "note:write");
  const rows = await db().note.findMany({
    where: { subjectKind, subjectId },
    orderBy: [{ writtenAt: "desc" }, { id: "desc" }],
    take: NOTES_MAX,
    select: { id: true, text: true, writtenAt: true, writtenBy: { select: { name: true } } },
  });
  return rows.map(({ id, text, writtenAt, writtenBy }) => ({
    id,
    text,
    by: writtenBy.name,
    at: writtenAt.getTime(),
  }));
}
