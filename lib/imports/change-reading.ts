import "server-only";
import type { Prisma } from "../../prisma/generated/client";
import type { Actor } from "../auth/actor";
import { authorise } from "../auth/authorise";
import { inTransaction } from "../db/transaction";
import { Invalid } from "../errors";
import { parseInput } from "../forms/parse-input";
import { assertState, holdImport } from "./hold-import";
import { ChangeReading } from "./requests";

/** Corrects how a file is read, before it is run. What its check found is out of date then. */
export async function changeReading(actor: Actor, input: ChangeReading, _now: Date): Promise<void> {
  authorise(actor, "import:make");
  const { reading, ...seen } = parseInput(ChangeReading, input);

  await inTransaction(async (tx) => {
    const held = await holdImport(tx, actor, seen);
    assertOpen(held);
    if (reading.format !== held.format)
      throw new Invalid({ format: `This file is read as ${held.format.toUpperCase()}: upload it anew.` });
    if (held.format === "xlsx" && !reading.sheets.includes(reading.sheet ?? ""))
      throw new Invalid({ sheet: "Choose a sheet of this file." });
    await tx.importProblem.deleteMany({ where: { importId: held.id } });
    await tx.import.update({
      where: { id: held.id },
      data: { ...UNCHECKED, reading: reading as Prisma.InputJsonObject, version: held.version + 1 },
    });
  });
}

/** What a check found goes when what it looked at changes. */
export const UNCHECKED = {
  state: "uploaded",
  checkedAt: null,
  failure: null,
  rowsTotal: null,
  rowsDone: 0,
  placesDone: 0,
  counts: {},
  problemCount: 0,
} as const;

type Held = Awaited<ReturnType<typeof holdImport>>;

/** Conflict where the import is under way, over, or has put claims on file: those were read in one way. */
export function assertOpen(held: Held): void {
  const sentence = "This import was begun: upload the file again to read it in another way.";
  assertState(held, held.begunAt ? [] : ["uploaded", "checked", "failed", "cancelled"], sentence);
}
