import "server-only";
import type { Actor } from "../auth/actor";
import { authorise } from "../auth/authorise";
import { inTransaction } from "../db/transaction";
import { Conflict } from "../errors";
import { parseInput } from "../forms/parse-input";
import { sendImportJob } from "../jobs/send-import-job";
import { assertState, holdImport } from "./hold-import";
import { SeenImport } from "./requests";

/**
 * Asks for the claims of a checked file to be logged: a worker does it, in the name of who asks. One that was stopped,
 * or could not go on, goes on where it stood.
 */
export async function askRun(actor: Actor, input: SeenImport, now: Date): Promise<void> {
  authorise(actor, "import:make");
  authorise(actor, "claim:log");
  const seen = parseInput(SeenImport, input);

  const id = await inTransaction(async (tx) => {
    const held = await holdImport(tx, actor, seen);
    const states = held.begunAt ? (["cancelled", "failed"] as const) : (["checked"] as const);
    assertState(held, states, "This import was not checked, is under way, or is over.");
    if (held.isSubmitting) authorise(actor, "claim:submit");
    if ((await tx.importChunk.count({ where: { importId: held.id } })) === 0)
      throw new Conflict("This file was thrown away after a week: upload it again.");
    await tx.import.update({
      where: { id: held.id },
      data: {
        state: "queued",
        failure: null,
        beatAt: null,
        cancelAskedAt: null,
        stepBegunAt: now,
        version: held.version + 1,
      },
    });
    return held.id;
  });
  await sendImportJob("import-run", id);
}
