import "server-only";
import type { Actor } from "../auth/actor";
import { authorise } from "../auth/authorise";
import { inTransaction } from "../db/transaction";
import { parseInput } from "../forms/parse-input";
import { recordRevision } from "../history/record-revision";
import { holdChainOf } from "../history/subject-chain";
import { WriteNote } from "./schema";

/** Tells colleagues something about a record. Returns the note's id. It is never public, and stays as it was written. */
export async function writeNote(actor: Actor, input: WriteNote, now: Date): Promise<string> {
  authorise(actor, "note:write");
  const note = parseInput(WriteNote, input);

  return inTransaction(async (tx) => {
    const { chain } = await holdChainOf(tx, note.subjectKind, note.subjectId);
    const { id } = await tx.note.create({
      data: { ...note, writtenById: actor.id, writtenAt: now },
      select: { id: true },
    });
    await recordRevision(tx, chain, actor, {
      at: now,
      action: "note.written",
      subjectKind: "note",
      subjectId: id,
      version: 1,
      after: note,
    });
    return id;
  });
}
