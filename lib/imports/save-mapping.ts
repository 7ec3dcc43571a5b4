import "server-only";
import type { Prisma } from "../../prisma/generated/client";
import type { Actor } from "../auth/actor";
import { authorise } from "../auth/authorise";
import { explainRefusals } from "../db/refusals";
import { inTransaction } from "../db/transaction";
import { NotFound, StaleVersion } from "../errors";
import { parseInput } from "../forms/parse-input";
import type { Json } from "../history/digest";
import { holdRegister } from "../history/record-in-register";
import { recordRevision } from "../history/record-revision";
import { SaveMapping } from "./requests";

/** Keeps a mapping under a name for the next file of its kind, or puts another in its place. Returns its id. */
export async function saveMapping(actor: Actor, input: SaveMapping, now: Date): Promise<string> {
  authorise(actor, "import_mapping:save");
  const { name, mapping, version } = parseInput(SaveMapping, input);
  const data = {
    name,
    mapping: mapping as unknown as Prisma.InputJsonObject,
    savedById: actor.id,
    savedAt: now,
  };

  return explainRefusals(MAPPING_REFUSALS, () =>
    inTransaction(async (tx) => {
      const chain = await holdRegister(tx);
      const before = version === null ? null : await tx.importMapping.findUnique({ where: { name } });
      if (version !== null && !before) throw new NotFound("mapping");
      if (before && before.version !== version) throw new StaleVersion("mapping");
      const next = (before?.version ?? 0) + 1;
      const { id } = before
        ? await tx.importMapping.update({ where: { id: before.id }, data: { ...data, version: next } })
        : await tx.importMapping.create({ data });
      await recordRevision(tx, chain, actor, {
        at: now,
        action: before ? "import_mapping.edited" : "import_mapping.saved",
        subjectKind: "import_mapping",
        subjectId: id,
        version: next,
        before: before ? { name, mapping: before.mapping as Json } : {},
        after: { name, mapping: mapping as unknown as Json },
      });
      return id;
    }),
  );
}

const MAPPING_REFUSALS = {
  import_mapping_name_key: { name: "There is a mapping by this name: choose another." },
};
