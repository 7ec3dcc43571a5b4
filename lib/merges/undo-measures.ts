import "server-only";
import type { Merge } from "../../prisma/generated/client";
import type { Actor } from "../auth/actor";
import type { Transaction } from "../db/client";
import { Conflict } from "../errors";
import { holdEvent } from "../events/move-event";
import { listBrokenLinks } from "./broken-links";
import { moveEstimates } from "./move-estimates";
import { assertNone } from "./rules";
import { MeasuresMoved } from "./schema";
import { recordChanges } from "./steps";
import { assertStillMerged, countUndone } from "./still-merged";
import type { TakenBack } from "./undo-merge";

/** Makes two measures again of one. */
export async function undoMeasures(
  tx: Transaction,
  actor: Actor,
  merge: Merge,
  now: Date,
): Promise<TakenBack> {
  const { fromId, intoId } = merge;
  const moved = MeasuresMoved.parse(merge.moved);
  const place = await tx.measure.findUniqueOrThrow({ where: { id: intoId }, select: { eventId: true } });
  const { chain, event } = await holdEvent(tx, place.eventId);
  await assertStillMerged(tx, merge);
  const [from, into] = await Promise.all([
    tx.measure.findUniqueOrThrow({ where: { id: fromId } }),
    tx.measure.findUniqueOrThrow({ where: { id: intoId } }),
  ]);
  if (from.eventId !== event.id || into.eventId !== event.id)
    throw new Conflict("These measures are of two events now: undo the merge or split of the events first.");

  const plain = { id: true, version: true } as const;
  const [claims, parts, estimates] = await Promise.all([
    tx.claim.findMany({
      where: { id: { in: moved.claims }, measureId: intoId },
      select: plain,
      orderBy: { number: "asc" },
    }),
    tx.measure.findMany({ where: { id: { in: moved.parts }, partOfId: intoId }, select: plain }),
    tx.bestEstimate.findMany({
      where: { id: { in: moved.estimates.map(({ id }) => id) }, measureId: intoId },
      orderBy: { number: "asc" },
    }),
  ]);
  const claimIds = claims.map(({ id }) => id);
  assertNone(await listBrokenLinks(tx, { claimIds, change: () => ({ measureId: fromId }) }));

  const work = { tx, actor, now, chains: new Map([[event.id, chain]]) };
  const next = { version: { increment: 1 } };
  await tx.measure.update({ where: { id: fromId }, data: { mergedIntoId: null, ...next } });
  await recordChanges(work, chain, "measure.unmerged", "measure", [
    { id: fromId, version: from.version, before: { mergedInto: into.slug }, after: { mergedInto: null } },
  ]);
  await tx.claim.updateMany({ where: { id: { in: claimIds } }, data: { measureId: fromId, ...next } });
  const measure = { before: { measureId: intoId }, after: { measureId: fromId } };
  await recordChanges(
    work,
    chain,
    "claim.moved",
    "claim",
    claims.map((claim) => ({ ...claim, ...measure })),
  );
  await moveEstimates(work, estimates, fromId);
  await tx.measure.updateMany({
    where: { id: { in: parts.map(({ id }) => id) } },
    data: { partOfId: fromId, ...next },
  });
  const whole = { before: { partOfId: intoId }, after: { partOfId: fromId } };
  await recordChanges(
    work,
    chain,
    "measure.edited",
    "measure",
    parts.map((part) => ({ ...part, ...whole })),
  );
  if (moved.wasHeadline && event.headlineMeasureId === intoId) {
    await tx.event.update({ where: { id: event.id }, data: { headlineMeasureId: fromId, ...next } });
    await recordChanges(work, chain, "event.headline_chosen", "event", [
      {
        id: event.id,
        version: event.version,
        before: { headlineMeasureId: intoId },
        after: { headlineMeasureId: fromId },
      },
    ]);
  }
  const undone = countUndone([
    [moved.claims.length, claims.length],
    [moved.parts.length, parts.length],
    [moved.estimates.length, estimates.length],
  ]);
  return { work, chain, eventIds: [event.id], undone };
}
