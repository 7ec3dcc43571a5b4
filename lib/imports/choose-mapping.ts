import "server-only";
import type { Prisma } from "../../prisma/generated/client";
import type { Actor } from "../auth/actor";
import { authorise } from "../auth/authorise";
import { inTransaction } from "../db/transaction";
import { Invalid } from "../errors";
import { parseInput } from "../forms/parse-input";
import { assertOpen, UNCHECKED } from "./change-reading";
import { holdImport } from "./hold-import";
import { ChooseMapping } from "./requests";

/**
 * Says how the columns of a file become claims, and whether these are handed in at once. What its check found is out of
 * date then. Whether the columns are there is for the check to say.
 */
export async function chooseMapping(actor: Actor, input: ChooseMapping, _now: Date): Promise<void> {
  authorise(actor, "import:make");
  const { mapping, isSubmitting, ...seen } = parseInput(ChooseMapping, input);

  await inTransaction(async (tx) => {
    const held = await holdImport(tx, actor, seen);
    assertOpen(held);
    if (mapping.format !== held.format)
      throw new Invalid({
        "mapping.format": `This mapping is for ${mapping.format.toUpperCase()}, and the file is ${held.format.toUpperCase()}.`,
      });
    const { disarmed: _, ...told } = mapping.reading;
    await tx.importProblem.deleteMany({ where: { importId: held.id } });
    await tx.import.update({
      where: { id: held.id },
      data: {
        ...UNCHECKED,
        // What the mapping says of the file holds, and can be corrected after.
        reading: { ...(held.reading as Prisma.JsonObject), ...told },
        mapping: mapping as unknown as Prisma.InputJsonObject,
        isSubmitting,
        version: held.version + 1,
      },
    });
  });
}
