import "server-only";
import type { Actor } from "../auth/actor";
import { authorise } from "../auth/authorise";
import { inTransaction } from "../db/transaction";
import { Conflict } from "../errors";
import { parseInput } from "../forms/parse-input";
import { sendImportJob } from "../jobs/send-import-job";
import { UNCHECKED } from "./change-reading";
import { assertState, holdImport } from "./hold-import";
import { SeenImport } from "./requests";

/** Asks for a dry run: a worker takes it up and tells what the file would do. Nothing but the import itself changes. */
export async function askCheck(actor: Actor, input: SeenImport, now: Date): Promise<void> {
  authorise(actor, "import:make");
  const seen = parseInput(SeenImport, input);

  const id = await inTransaction(async (tx) => {
    const held = await holdImport(tx, actor, seen);
    assertState(
      held,
      held.begunAt ? [] : ["uploaded", "checked", "failed", "cancelled"],
      "This import is under way or over: there is nothing to check.",
    );
    if (held.mapping === null) throw new Conflict("Say first what the columns of this file are.");
    const step = { beatAt: null, cancelAskedAt: null, stepBegunAt: now, stepFromRow: 0 };
    await tx.import.update({
      where: { id: held.id },
      data: { ...UNCHECKED, ...step, state: "checking", version: held.version + 1 },
    });
    return held.id;
  });
  await sendImportJob("import-check", id);
}
