import "server-only";
import type { Merge } from "../../prisma/generated/client";
import type { Actor } from "../auth/actor";
import { reopenHeldLink } from "../claims/reopen-link";
import type { Transaction } from "../db/client";
import { Conflict } from "../errors";
import { holdEvent } from "../events/move-event";
import { placeOf } from "./plan-duplicate";
import { DuplicateMoved } from "./schema";
import { recordChanges, type Work } from "./steps";
import { assertStillMerged, countUndone } from "./still-merged";
import type { TakenBack } from "./undo-merge";

/** Makes two claims again of one: the reports that carried the duplicate carry it again, and readers see both. */
export async function undoDuplicate(
  tx: Transaction,
  actor: Actor,
  merge: Merge,
  now: Date,
): Promise<TakenBack> {
  const { fromId, intoId } = merge;
  const moved = DuplicateMoved.parse(merge.moved);
  const place = await tx.claim.findUniqueOrThrow({ where: { id: fromId }, select: { eventId: true } });
  const { chain, event } = await holdEvent(tx, place.eventId);
  await assertStillMerged(tx, merge);
  const [from, into] = await Promise.all([
    tx.claim.findUniqueOrThrow({ where: { id: fromId } }),
    tx.claim.findUniqueOrThrow({ where: { id: intoId } }),
  ]);
  // Nothing is split between the two as long as they are one.
  if (from.eventId !== event.id || into.eventId !== event.id)
    throw new Conflict("These claims are in two events now: undo the split first.");

  const work: Work = { tx, actor, now, chains: new Map([[event.id, chain]]) };
  const returning = await returnAttributions(work, moved, fromId, intoId);
  await tx.claim.update({ where: { id: fromId }, data: { mergedIntoId: null, version: from.version + 1 } });
  await recordChanges(work, chain, "claim.unmerged", "claim", [
    { id: fromId, version: from.version, before: { mergedInto: into.publicId }, after: { mergedInto: null } },
  ]);
  const link = await tx.claimLink.findFirst({
    where: { kind: "duplicate_of", fromClaimId: fromId, toClaimId: intoId, state: "accepted" },
  });
  if (link) await reopenHeldLink(tx, chain, actor, link, now);

  const undone = countUndone([[moved.attributions.length, returning]]);
  // Readers see fewer reports under the claim that was kept, whether or not they see the other one again.
  const eventIds = into.recordStatus === "published" ? [event.id] : [];
  return { work, chain, eventIds, claimId: intoId, undone };
}

/** Those that the kept claim still has, and whose place the duplicate has free. Returns how many. */
async function returnAttributions(
  work: Work,
  moved: DuplicateMoved,
  fromId: string,
  intoId: string,
): Promise<number> {
  const { tx, chains } = work;
  const [there, left] = await Promise.all([
    tx.attribution.findMany({
      where: { id: { in: moved.attributions }, claimId: intoId },
      select: { id: true, version: true, reportId: true, locator: true },
      orderBy: { id: "asc" },
    }),
    tx.attribution.findMany({ where: { claimId: fromId }, select: { reportId: true, locator: true } }),
  ]);
  const taken = new Set(left.map(placeOf));
  const returning = there.filter((attribution) => !taken.has(placeOf(attribution)));
  // Those that became public with the claim that is kept stay so by themselves: their own claim keeps them from readers.
  const ids = returning.map(({ id }) => id);
  await tx.attribution.updateMany({
    where: { id: { in: ids } },
    data: { claimId: fromId, version: { increment: 1 } },
  });
  const [chain] = chains.values();
  if (!chain) throw new Conflict("Somebody changed one of these claims at the same moment: try again.");
  await recordChanges(
    work,
    chain,
    "attribution.moved",
    "attribution",
    returning.map(({ id, version }) => ({
      id,
      version,
      before: { claimId: intoId },
      after: { claimId: fromId },
    })),
  );
  return ids.length;
}
