import "server-only";
import { isDeepStrictEqual } from "node:util";
import { assertSlugIsFree, keepFormerSlug } from "../addresses/former-slugs";
import type { Actor } from "../auth/actor";
import { authorise } from "../auth/authorise";
import { assertMayEditRecord } from "../auth/may-edit";
import type { Transaction } from "../db/client";
import { explainRefusals } from "../db/refusals";
import { inTransaction, MANY_EVENTS_MS } from "../db/transaction";
import { Conflict, Invalid, NotFound, StaleVersion } from "../errors";
import { dateEvents, tellReadersOf } from "../events/tell-readers";
import { parseInput } from "../forms/parse-input";
import { holdRegister } from "../history/record-in-register";
import { holdChains, recordRevision } from "../history/record-revision";
import { publicClaimant } from "../publishing/gate";
import { listEventsOfClaimants, listMembersOf } from "./claimant-events";
import { claimantFields, valuesOf } from "./claimant-row";
import { CLAIMANT_REFUSALS, checkBelongings } from "./create-claimant";
import { EditClaimant } from "./schema";

/**
 * Puts new values of a claimant in place of its old ones; an address that it gives up goes on to lead to it (R30). A
 * public claimant needs an editor, and a reason. Every public event that its claims stand in is computed again.
 */
export async function editClaimant(actor: Actor, input: EditClaimant, now: Date): Promise<void> {
  authorise(actor, "record:edit");
  const { id, version, reason, ...claimant } = parseInput(EditClaimant, input);

  await explainRefusals(CLAIMANT_REFUSALS, () =>
    inTransaction(async (tx) => {
      const chain = await holdRegister(tx);
      const stored = await readClaimant(tx, id, version);
      assertMayEditRecord(actor, await isPublic(tx, id), reason);
      const [before, after] = [claimantFields(valuesOf(stored)), claimantFields(claimant)];
      if (isDeepStrictEqual(before, after)) throw new Conflict("Nothing was changed.");
      await checkBelongings(tx, claimant);
      await checkNoCycle(tx, id, claimant.parentId);

      const eventIds = await listEventsOfClaimants(tx, [id]);
      await holdChains(tx, eventIds);
      const { aliases, ...columns } = claimant;
      await tx.claimantAlias.deleteMany({ where: { claimantId: id } });
      await tx.claimantAlias.createMany({ data: aliases.map((name) => ({ claimantId: id, name })) });
      await tx.claimant.update({ where: { id }, data: { ...columns, version: version + 1 } });
      await keepFormerSlug(tx, "claimant", id, stored.slug, claimant.slug);
      await assertSlugIsFree(tx, "claimant", id, claimant.slug);
      await recordRevision(tx, chain, actor, {
        at: now,
        action: "claimant.edited",
        subjectKind: "claimant",
        subjectId: id,
        version: version + 1,
        before,
        after: { ...after, reason },
      });
      const tell = FACTS.some((name) => stored[name] !== claimant[name]) ? tellReadersOf : dateEvents;
      await tell(tx, eventIds, now);
    }, MANY_EVENTS_MS),
  );
}

/** What of a claimant its independence of others follows from (R12, R17). */
const FACTS = ["kind", "parentId", "publicationId", "viaPublicationId"] as const;

async function readClaimant(tx: Transaction, id: string, version: number) {
  const stored = await tx.claimant.findUnique({ where: { id }, include: { aliases: true } });
  if (!stored) throw new NotFound("claimant");
  if (stored.version !== version) throw new StaleVersion("claimant");
  if (stored.mergedIntoId)
    throw new Conflict("This claimant was merged into another: change that one, or undo the merge.");
  return stored;
}

async function isPublic(tx: Transaction, id: string): Promise<boolean> {
  return (await tx.claimant.count({ where: { id, ...publicClaimant } })) > 0;
}

/** A body never belongs, at whatever distance, to itself. */
async function checkNoCycle(tx: Transaction, id: string, parentId: string | null): Promise<void> {
  if (parentId === null) return;
  const below = await listMembersOf(tx, [id]);
  if (below.includes(parentId))
    throw new Invalid({ parentId: "This body belongs to the claimant itself: choose another." });
}
