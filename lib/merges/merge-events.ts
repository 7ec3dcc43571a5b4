import "server-only";
import type { Actor } from "../auth/actor";
import { authorise } from "../auth/authorise";
import { inTransaction } from "../db/transaction";
import { StaleVersion } from "../errors";
import { deriveEvent } from "../events/derive-event";
import { sortedParties } from "../events/event-row";
import { parseInput } from "../forms/parse-input";
import { holdChains } from "../history/record-revision";
import { moveEstimates } from "./move-estimates";
import { planEvents } from "./plan-events";
import { assertNone } from "./rules";
import { type EventsMoved, MergeRecords } from "./schema";
import { chainOf, keepMerge, recordChanges, tellOfMerge, type Work } from "./steps";

/**
 * Makes one of two events: claims, measures, parties, names, corrections and followers go to the one that stays;
 * measures that count the same are joined (R6). The other keeps its history, leaves every list, and its address leads
 * on (R30). Claims keep their addresses. Can be undone. Returns the id of the merge.
 */
export async function mergeEvents(actor: Actor, input: MergeRecords, now: Date): Promise<string> {
  authorise(actor, "record:merge");
  const { from, into, reason } = parseInput(MergeRecords, input);

  return inTransaction(async (tx) => {
    const chains = await holdChains(tx, [from.id, into.id]);
    const plan = await planEvents(tx, from.id, into.id);
    if (plan.from.version !== from.version || plan.into.version !== into.version)
      throw new StaleVersion("event");
    assertNone(plan.problems);

    const work = { tx, actor, now, chains };
    await moveClaims(work, plan);
    const estimates = await moveJoinedEstimates(work, plan);
    await moveSets(work, plan);
    await changeEvents(work, plan);
    const id = await keepMerge(work, chainOf(work, into.id), {
      kind: "merge",
      subjectKind: "event",
      fromId: from.id,
      intoId: into.id,
      reason,
      moved: movedBy(plan, estimates),
    });
    // Nothing is left in it: what is kept beside it says so.
    if (plan.from.recordStatus === "published") await deriveEvent(tx, from.id, now);
    await tellOfMerge(work, [into.id], reason);
    return id;
  });
}

type Plan = Awaited<ReturnType<typeof planEvents>>;

/** A claim names a measure of its own event, so that both change at once: those of a measure that moves go with it. */
async function moveClaims(
  work: Work,
  { from, into, claims, numberShift, joined, moving }: Plan,
): Promise<void> {
  const { tx } = work;
  const next = { version: { increment: 1 } };
  await tx.claim.updateMany({
    where: { eventId: from.id },
    data: { number: { increment: numberShift }, ...next },
  });
  await tx.event.update({ where: { id: from.id }, data: { headlineMeasureId: null } });
  for (const { row, place } of moving) {
    await tx.measure.update({ where: { id: row.id }, data: { eventId: into.id, ...place, ...next } });
  }
  for (const pair of joined) {
    await tx.claim.updateMany({
      where: { measureId: pair.from },
      data: { measureId: pair.into, eventId: into.id },
    });
  }
  await tx.claim.updateMany({ where: { eventId: from.id }, data: { eventId: into.id } });

  const joinOf = new Map(joined.map((pair) => [pair.from, pair.into]));
  const chain = chainOf(work, into.id);
  await recordChanges(
    work,
    chain,
    "measure.moved",
    "measure",
    moving.map(({ row: { id, version, slug, position, partOfId }, place }) => ({
      id,
      version,
      before: { eventId: from.id, slug, position, partOfId },
      after: { eventId: into.id, ...place },
    })),
  );
  await recordChanges(
    work,
    chain,
    "claim.moved",
    "claim",
    claims.map(({ id, version, measureId, number }) => ({
      id,
      version,
      before: { eventId: from.id, measureId, number },
      after: {
        eventId: into.id,
        measureId: (measureId && joinOf.get(measureId)) ?? measureId,
        number: number + numberShift,
      },
    })),
  );
}

async function moveJoinedEstimates(work: Work, { joined, estimates }: Plan) {
  const moved: EventsMoved["estimates"] = [];
  for (const pair of joined) {
    const own = estimates.filter(({ measureId }) => measureId === pair.from);
    moved.push(...(await moveEstimates(work, own, pair.into)));
  }
  return moved;
}

/** Parties, names, corrections and followers: what the other event has already stays there as it is. */
async function moveSets(
  { tx }: Work,
  { from, into, parties, aliases, corrections, follows }: Plan,
): Promise<void> {
  const data = { eventId: into.id };
  const dropped = parties.filter(({ isDropped }) => isDropped).map(({ claimantId }) => claimantId);
  await tx.party.deleteMany({ where: { eventId: from.id, claimantId: { in: dropped } } });
  await tx.party.updateMany({ where: { eventId: from.id }, data });
  await tx.eventAlias.createMany({ data: aliases.map((name) => ({ eventId: into.id, name })) });
  await tx.correction.updateMany({ where: { id: { in: corrections.map(({ id }) => id) } }, data });
  const both = follows.filter(({ isDropped }) => isDropped).map(({ actorId }) => actorId);
  await tx.follow.deleteMany({ where: { eventId: from.id, actorId: { in: both } } });
  await tx.follow.updateMany({ where: { eventId: from.id }, data });
}

async function changeEvents(work: Work, { from, into, parties, aliases }: Plan): Promise<void> {
  const { tx } = work;
  const next = { version: { increment: 1 } };
  await tx.event.update({ where: { id: from.id }, data: { mergedIntoId: into.id, ...next } });
  await recordChanges(work, chainOf(work, from.id), "event.merged", "event", [
    {
      id: from.id,
      version: from.version,
      before: { headlineMeasureId: from.headlineMeasureId, parties: sortedParties(from.parties) },
      after: { mergedInto: into.slug, headlineMeasureId: null, parties: [] },
    },
  ]);
  await tx.event.update({ where: { id: into.id }, data: next });
  const known = into.aliases.map(({ name }) => name);
  const added = parties.filter(({ isDropped }) => !isDropped);
  await recordChanges(work, chainOf(work, into.id), "event.edited", "event", [
    {
      id: into.id,
      version: into.version,
      before: { parties: sortedParties(into.parties), aliases: known },
      after: { parties: sortedParties([...into.parties, ...added]), aliases: [...known, ...aliases].sort() },
    },
  ]);
}

function movedBy(plan: Plan, estimates: EventsMoved["estimates"]): EventsMoved {
  return {
    claims: plan.claims.map(({ id, measureId }) => ({ id, measureId })),
    numberShift: plan.numberShift,
    joined: plan.joined,
    measures: plan.moving.map(({ row: { id, slug, position, partOfId } }) => ({
      id,
      slug,
      position,
      partOfId,
    })),
    estimates,
    parties: plan.parties.map(({ claimantId, side, role, isDropped }) => ({
      claimantId,
      side,
      role,
      isDropped,
    })),
    aliases: plan.aliases,
    corrections: plan.corrections.map(({ id }) => id),
    follows: plan.follows.map(({ actorId, followedAt, isDropped }) => ({
      actorId,
      followedAt: followedAt.toISOString(),
      isDropped,
    })),
    headlineMeasureId: plan.from.headlineMeasureId,
  };
}
