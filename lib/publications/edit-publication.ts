import "server-only";
import { isDeepStrictEqual } from "node:util";
import { assertSlugIsFree, keepFormerSlug } from "../addresses/former-slugs";
import type { Actor } from "../auth/actor";
import { authorise } from "../auth/authorise";
import { assertMayEditRecord } from "../auth/may-edit";
import type { Transaction } from "../db/client";
import { explainRefusals } from "../db/refusals";
import { inTransaction, MANY_EVENTS_MS } from "../db/transaction";
import { Conflict, NotFound, StaleVersion } from "../errors";
import { dateEvents, tellReadersOf } from "../events/tell-readers";
import { parseInput } from "../forms/parse-input";
import { holdRegister } from "../history/record-in-register";
import { holdChains, recordRevision } from "../history/record-revision";
import { publicPublication } from "../publishing/gate";
import { familyNamed, PUBLICATION_REFUSALS } from "./create-publication";
import { listEventsOfPublications } from "./publication-events";
import { publicationFields, valuesOf } from "./publication-row";
import { EditPublication } from "./schema";

/**
 * Puts new values of a publication in place of its old ones; an address that it gives up goes on to lead to it (R30).
 * A public publication needs an editor, and a reason. Where its family changes, every public event is computed again
 * in which independence rests on it (R12).
 */
export async function editPublication(actor: Actor, input: EditPublication, now: Date): Promise<void> {
  authorise(actor, "record:edit");
  const { id, version, reason, ...publication } = parseInput(EditPublication, input);

  await explainRefusals(PUBLICATION_REFUSALS, () =>
    inTransaction(async (tx) => {
      const chain = await holdRegister(tx);
      const stored = await readPublication(tx, id, version);
      const isPublic = (await tx.publication.count({ where: { id, ...publicPublication } })) > 0;
      assertMayEditRecord(actor, isPublic, reason);
      const [before, after] = [publicationFields(valuesOf(stored)), publicationFields(publication)];
      if (isDeepStrictEqual(before, after)) throw new Conflict("Nothing was changed.");

      const eventIds = await listEventsOfPublications(tx, [id]);
      await holdChains(tx, eventIds);
      const { aliases, family, ...columns } = publication;
      await tx.publicationAlias.deleteMany({ where: { publicationId: id } });
      await tx.publicationAlias.createMany({ data: aliases.map((name) => ({ publicationId: id, name })) });
      const ofFamily = family ? familyNamed(family) : { disconnect: true };
      await tx.publication.update({
        where: { id },
        data: { ...columns, family: ofFamily, version: version + 1 },
      });
      await keepFormerSlug(tx, "publication", id, stored.slug, publication.slug);
      await assertSlugIsFree(tx, "publication", id, publication.slug);
      await recordRevision(tx, chain, actor, {
        at: now,
        action: "publication.edited",
        subjectKind: "publication",
        subjectId: id,
        version: version + 1,
        before,
        after: { ...after, reason },
      });
      const tell = before.family === after.family ? dateEvents : tellReadersOf;
      await tell(tx, eventIds, now);
    }, MANY_EVENTS_MS),
  );
}

async function readPublication(tx: Transaction, id: string, version: number) {
  const sets = { aliases: true, family: true };
  const stored = await tx.publication.findUnique({ where: { id }, include: sets });
  if (!stored) throw new NotFound("publication");
  if (stored.version !== version) throw new StaleVersion("publication");
  if (stored.mergedIntoId)
    throw new Conflict("This publication was merged into another: change that one, or undo the merge.");
  return stored;
}
