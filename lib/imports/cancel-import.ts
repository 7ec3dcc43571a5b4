import "server-only";
import type { Actor } from "../auth/actor";
import { authorise } from "../auth/authorise";
import { inTransaction } from "../db/transaction";
import { parseInput } from "../forms/parse-input";
import { holdRegister } from "../history/record-in-register";
import { recordRevision } from "../history/record-revision";
import { assertState, holdImport } from "./hold-import";
import { SeenImport } from "./requests";

/**
 * Stops an import: one that nobody took up yet at once, any other after the batch under way. What is logged stays, and
 * can be undone, or gone on with.
 */
export async function cancelImport(actor: Actor, input: SeenImport, now: Date): Promise<void> {
  authorise(actor, "import:make");
  const seen = parseInput(SeenImport, input);

  await inTransaction(async (tx) => {
    const chain = await holdRegister(tx);
    const held = await holdImport(tx, actor, seen);
    assertState(
      held,
      ["checking", "queued", "running"],
      "This import is not under way: there is nothing to stop.",
    );
    const isTakenUp = held.state === "running" || held.beatAt !== null;
    const state = held.state === "checking" ? "uploaded" : held.begunAt ? "cancelled" : "checked";
    await tx.import.update({
      where: { id: held.id },
      data: isTakenUp
        ? { cancelAskedAt: now }
        : {
            state,
            cancelAskedAt: null,
            ...(state === "cancelled" && { finishedAt: now }),
            version: held.version + 1,
          },
    });
    if (isTakenUp || state !== "cancelled") return;
    await recordRevision(tx, chain, actor, {
      at: now,
      action: "import.cancelled",
      subjectKind: "import",
      subjectId: held.id,
      version: held.version + 1,
      before: { state: held.state },
      after: { state, rowsDone: held.rowsDone, counts: held.counts as object as never },
    });
  });
}
