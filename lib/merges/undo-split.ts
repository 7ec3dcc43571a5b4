import "server-only";
import type { Merge } from "../../prisma/generated/client";
import type { Actor } from "../auth/actor";
import type { Transaction } from "../db/client";
import { Conflict } from "../errors";
import { deriveEvent } from "../events/derive-event";
import { holdChains } from "../history/record-revision";
import { listCrossings } from "./broken-links";
import { assertNone, problemsOfHiding } from "./rules";
import { SplitMoved } from "./schema";
import { chainOf, recordChanges, type Work } from "./steps";
import { assertStillMerged, countUndone } from "./still-merged";
import type { TakenBack } from "./undo-merge";

/** Makes one event again of two: the new one is left empty, and leads to the old one where readers knew it. */
export async function undoSplit(tx: Transaction, actor: Actor, merge: Merge, now: Date): Promise<TakenBack> {
  const { fromId: oldId, intoId: newId } = merge;
  const moved = SplitMoved.parse(merge.moved);
  const work = { tx, actor, now, chains: await holdChains(tx, [oldId, newId]) };
  await assertStillMerged(tx, merge);
  const plan = await planUndo(tx, oldId, newId, moved);
  assertNone(plan.problems);

  await moveBack(work, plan);
  await leaveEmpty(work, plan);
  const undone = countUndone([
    [moved.claims.length, plan.claims.length],
    [moved.corrections.length, plan.corrections.length],
  ]);
  return { work, chain: chainOf(work, oldId), eventIds: [oldId, newId], undone };
}

type Plan = Awaited<ReturnType<typeof planUndo>>;

async function planUndo(tx: Transaction, oldId: string, newId: string, moved: SplitMoved) {
  const [old, made, measures, there, corrections, last] = await Promise.all([
    tx.event.findUniqueOrThrow({ where: { id: oldId } }),
    tx.event.findUniqueOrThrow({ where: { id: newId } }),
    tx.measure.findMany({ where: { eventId: oldId }, select: { id: true, mergedIntoId: true } }),
    tx.claim.findMany({
      where: { eventId: newId },
      select: {
        id: true,
        publicId: true,
        version: true,
        number: true,
        measureId: true,
        recordStatus: true,
      },
      orderBy: { number: "asc" },
    }),
    tx.correction.findMany({
      where: { id: { in: moved.corrections }, eventId: newId },
      select: { id: true },
    }),
    tx.claim.aggregate({ where: { eventId: oldId }, _max: { number: true } }),
  ]);
  if (old.mergedIntoId)
    throw new Conflict(`${old.title} was merged into another since: undo that merge first.`);
  const copyOf = new Map(moved.measures.map(({ from, into }) => [from, into]));
  const placeOf = new Map(moved.claims.map(({ id, measureId }) => [id, measureId]));
  const leadsTo = new Map(measures.map(({ id, mergedIntoId }) => [id, mergedIntoId]));
  const claims = there.flatMap((claim) => {
    const before = placeOf.get(claim.id);
    const copy = before ? copyOf.get(before) : null;
    const then = before ? presentOf(before, leadsTo) : null;
    const isGone = before === undefined || claim.measureId !== copy || (before !== null && then === null);
    return isGone ? [] : [{ ...claim, target: then }];
  });
  const ids = claims.map(({ id }) => id);
  return {
    old,
    made,
    claims,
    corrections,
    isEmptied: claims.length === there.length,
    /** Above every number in either event. */
    numberShift: Math.max(last._max.number ?? 0, there.at(-1)?.number ?? 0),
    problems: [...problemsOfHiding(made, old, claims), ...(await listCrossings(tx, newId, ids))],
  };
}

/** The measure of the old event that one leads to today; null where it is not there any more. */
function presentOf(id: string, leadsTo: ReadonlyMap<string, string | null>): string | null {
  const next = leadsTo.get(id);
  if (next === undefined) return null;
  return next === null ? id : presentOf(next, leadsTo);
}

async function moveBack(work: Work, plan: Plan): Promise<void> {
  const { tx } = work;
  const { old, made, claims, corrections, numberShift } = plan;
  const taken = await tx.claim.count({
    where: { eventId: old.id, number: { in: claims.map(({ number }) => number) } },
  });
  const shift = taken > 0 ? numberShift : 0;
  const ids = claims.map(({ id }) => id);
  await tx.claim.updateMany({
    where: { id: { in: ids } },
    data: { number: { increment: shift }, version: { increment: 1 } },
  });
  for (const target of new Set(claims.map((claim) => claim.target))) {
    await tx.claim.updateMany({
      where: { id: { in: claims.filter((claim) => claim.target === target).map(({ id }) => id) } },
      data: { eventId: old.id, measureId: target },
    });
  }
  await recordChanges(
    work,
    chainOf(work, old.id),
    "claim.moved",
    "claim",
    claims.map(({ id, version, measureId, number, target }) => ({
      id,
      version,
      before: { eventId: made.id, measureId, number },
      after: { eventId: old.id, measureId: target, number: number + shift },
    })),
  );
  await tx.correction.updateMany({
    where: { id: { in: corrections.map(({ id }) => id) } },
    data: { eventId: old.id },
  });
}

/** An event that has got claims of its own since stays as it is. */
async function leaveEmpty(work: Work, { old, made, isEmptied }: Plan): Promise<void> {
  if (!isEmptied || made.mergedIntoId) return;
  const { tx, now } = work;
  const isDraft = made.recordStatus === "draft";
  const state = isDraft ? { recordStatus: "archived" as const } : { mergedIntoId: old.id };
  await tx.event.update({ where: { id: made.id }, data: { ...state, version: { increment: 1 } } });
  const chain = chainOf(work, made.id);
  await recordChanges(work, chain, isDraft ? "event.archived" : "event.merged", "event", [
    isDraft
      ? {
          id: made.id,
          version: made.version,
          before: { recordStatus: "draft" },
          after: { recordStatus: "archived" },
        }
      : { id: made.id, version: made.version, after: { mergedInto: old.slug } },
  ]);
  if (made.recordStatus === "published") await deriveEvent(tx, made.id, now);
}
