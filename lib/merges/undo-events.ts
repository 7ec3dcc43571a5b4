import "server-only";
import type { Merge } from "../../prisma/generated/client";
import type { Actor } from "../auth/actor";
import type { Transaction } from "../db/client";
import { sortedParties } from "../events/event-row";
import { holdChains } from "../history/record-revision";
import { copyMeasures } from "./copy-measures";
import { moveEstimates } from "./move-estimates";
import { planUndoEvents, type UndoEventsPlan } from "./plan-undo-events";
import { returnMeasures } from "./return-measures";
import { assertNone } from "./rules";
import { EventsMoved } from "./schema";
import { chainOf, recordChanges, type Work } from "./steps";
import { assertStillMerged, countUndone } from "./still-merged";
import type { TakenBack } from "./undo-merge";

/** Makes two events again of one. */
export async function undoEvents(tx: Transaction, actor: Actor, merge: Merge, now: Date): Promise<TakenBack> {
  const { fromId, intoId } = merge;
  const moved = EventsMoved.parse(merge.moved);
  const work = { tx, actor, now, chains: await holdChains(tx, [fromId, intoId]) };
  await assertStillMerged(tx, merge);
  const plan = await planUndoEvents(tx, fromId, intoId, moved);
  assertNone(plan.problems);

  await returnMeasures(work, plan, moved);
  const copies = await copyMeasures(work, chainOf(work, fromId), fromId, plan.copied);
  await moveBack(work, plan, copies, shiftOf(plan, moved));
  const estimateCount = await returnEstimates(work, moved);
  await returnSets(work, plan);
  await changeEvents(work, plan, moved);
  const undone = countUndone([
    [moved.claims.length, plan.claims.length],
    [moved.measures.length, plan.whole.length],
    [moved.parties.length, plan.parties.length],
    [moved.corrections.length, plan.corrections.length],
    [moved.estimates.length, estimateCount],
  ]);
  return { work, chain: chainOf(work, intoId), eventIds: [fromId, intoId], undone };
}

type Copies = readonly { from: string; into: string }[];

/** Numbers are as they were, unless something happened to them since: then they stay as they are, for their order. */
function shiftOf({ claims }: UndoEventsPlan, { numberShift }: EventsMoved): number {
  const isShifted = claims.every(({ number }) => number > numberShift && number <= 2 * numberShift);
  return isShifted ? numberShift : 0;
}

/** Claims whose measure went back whole went with it; the others are moved with the measure that they have there. */
async function moveBack(
  work: Work,
  { from, into, claims, copied }: UndoEventsPlan,
  copies: Copies,
  shift: number,
): Promise<void> {
  const { tx } = work;
  const copyOf = new Map(copies.map((pair) => [pair.from, pair.into]));
  const isCopied = new Set(copied.map(({ id }) => id));
  const then = (before: string | null) =>
    before !== null && isCopied.has(before) ? (copyOf.get(before) ?? null) : before;
  for (const before of new Set(claims.map((claim) => claim.before))) {
    const ids = claims.filter((claim) => claim.before === before).map(({ id }) => id);
    await tx.claim.updateMany({
      where: { id: { in: ids } },
      data: { eventId: from.id, measureId: then(before), version: { increment: 1 } },
    });
  }
  // Nothing else is in this event: it was merged, and nothing is added to what is.
  await tx.claim.updateMany({ where: { eventId: from.id }, data: { number: { decrement: shift } } });
  await recordChanges(
    work,
    chainOf(work, from.id),
    "claim.moved",
    "claim",
    claims.map(({ id, version, measureId, number, before }) => ({
      id,
      version,
      before: { eventId: into.id, measureId, number },
      after: { eventId: from.id, measureId: then(before), number: number - shift },
    })),
  );
}

async function returnEstimates(work: Work, { joined, estimates }: EventsMoved): Promise<number> {
  let count = 0;
  for (const pair of joined) {
    const own = estimates.filter(({ measureId }) => measureId === pair.from);
    const there = await work.tx.bestEstimate.findMany({
      where: { id: { in: own.map(({ id }) => id) }, measureId: pair.into },
      orderBy: { number: "asc" },
    });
    await moveEstimates(work, there, pair.from);
    count += there.length;
  }
  return count;
}

/** Parties, names, corrections and followers. */
async function returnSets({ tx }: Work, plan: UndoEventsPlan): Promise<void> {
  const { from, into, parties, aliases, corrections, follows } = plan;
  const moved = parties.filter(({ isDropped }) => !isDropped).map(({ claimantId }) => claimantId);
  await tx.party.updateMany({
    where: { eventId: into.id, claimantId: { in: moved } },
    data: { eventId: from.id },
  });
  const dropped = parties.filter(({ isDropped }) => isDropped);
  await tx.party.createMany({
    data: dropped.map(({ claimantId, side, role }) => ({ claimantId, side, role, eventId: from.id })),
  });
  await tx.eventAlias.deleteMany({ where: { eventId: into.id, name: { in: aliases } } });
  await tx.correction.updateMany({
    where: { id: { in: corrections.map(({ id }) => id) } },
    data: { eventId: from.id },
  });
  const own = follows.filter(({ isDropped }) => !isDropped).map(({ actorId }) => actorId);
  await tx.follow.updateMany({
    where: { eventId: into.id, actorId: { in: own } },
    data: { eventId: from.id },
  });
  await tx.follow.createMany({
    data: follows.flatMap(({ actorId, followedAt, isDropped }) =>
      isDropped ? [{ actorId, eventId: from.id, followedAt: new Date(followedAt) }] : [],
    ),
  });
}

async function changeEvents(
  work: Work,
  { from, into, aliases }: UndoEventsPlan,
  { headlineMeasureId: wanted }: EventsMoved,
): Promise<void> {
  const { tx } = work;
  const next = { version: { increment: 1 } };
  const headline = wanted && (await tx.measure.findUnique({ where: { id: wanted, eventId: from.id } }));
  const headlineMeasureId = headline ? headline.id : null;
  await tx.event.update({
    where: { id: from.id },
    data: { mergedIntoId: null, headlineMeasureId, ...next },
  });
  const partiesOf = async (eventId: string) => sortedParties(await tx.party.findMany({ where: { eventId } }));
  await recordChanges(work, chainOf(work, from.id), "event.unmerged", "event", [
    {
      id: from.id,
      version: from.version,
      before: { mergedInto: into.slug, parties: sortedParties(from.parties) },
      after: { mergedInto: null, headlineMeasureId, parties: await partiesOf(from.id) },
    },
  ]);
  const present = await tx.event.update({ where: { id: into.id }, data: next });
  const known = into.aliases.map(({ name }) => name);
  await recordChanges(work, chainOf(work, into.id), "event.edited", "event", [
    {
      id: into.id,
      version: into.version,
      before: {
        parties: sortedParties(into.parties),
        aliases: known,
        headlineMeasureId: into.headlineMeasureId,
      },
      after: {
        parties: await partiesOf(into.id),
        aliases: known.filter((name) => !aliases.includes(name)),
        headlineMeasureId: present.headlineMeasureId,
      },
    },
  ]);
}
