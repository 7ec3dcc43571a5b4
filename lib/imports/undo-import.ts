import "server-only";
import type { Actor } from "../auth/actor";
import { authorise } from "../auth/authorise";
import { inTransaction } from "../db/transaction";
import { Conflict, Forbidden, StaleVersion } from "../errors";
import { parseInput } from "../forms/parse-input";
import { sendImportJob } from "../jobs/send-import-job";
import { assertState, lockImport, mayUndo } from "./hold-import";
import { SeenImport } from "./requests";
import { runUndo } from "./run-undo";
import { inTheWay, listInTheWay } from "./undo-obstacles";

/**
 * Takes a whole import back, while nothing else was built on it: its claims are laid aside, those that it changed are
 * set back, and the events that it made are laid aside where they hold nothing else. A small one is undone at once, a
 * worker goes on with a large one. Conflict names what is in the way.
 */
export async function undoImport(actor: Actor, input: SeenImport, now: Date): Promise<void> {
  authorise(actor, "import:undo");
  const { publicId, version } = parseInput(SeenImport, input);

  const id = await inTransaction(async (tx) => {
    const held = await lockImport(tx, { publicId });
    if (!mayUndo(actor, held))
      throw new Forbidden("A colleague made this import: only they or an editor can undo it.");
    if (held.version !== version) throw new StaleVersion("import");
    const sentence = "This import put nothing on file that could be taken back.";
    assertState(held, held.begunAt ? ["done", "cancelled", "failed"] : [], sentence);
    const blocking = await listInTheWay(tx, held.id);
    if (blocking.length > 0) throw new Conflict(inTheWay(blocking));
    await tx.import.update({
      where: { id: held.id },
      data: {
        state: "undoing",
        undoAskedById: actor.id,
        failure: null,
        beatAt: null,
        cancelAskedAt: null,
        stepBegunAt: now,
        version: held.version + 1,
      },
    });
    return held.id;
  });
  const isOver = await runUndo(id, () => now, 1);
  if (!isOver) await sendImportJob("import-undo", id);
}
