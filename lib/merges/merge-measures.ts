import "server-only";
import type { Actor } from "../auth/actor";
import { authorise } from "../auth/authorise";
import { inTransaction } from "../db/transaction";
import { NotFound, StaleVersion } from "../errors";
import { holdEvent } from "../events/move-event";
import { parseInput } from "../forms/parse-input";
import type { HeldChain } from "../history/record-revision";
import { moveEstimates } from "./move-estimates";
import { planMeasures } from "./plan-measures";
import { assertNone } from "./rules";
import { type MeasuresMoved, MergeRecords } from "./schema";
import { keepMerge, recordChanges, tellOfMerge, type Work } from "./steps";

/**
 * Makes one of two measures of an event, because a person says that they count the same: figures, estimates and parts
 * go to the one that stays. Refused across kinds (R3) and totals (R21). Can be undone. Returns the merge's id.
 */
export async function mergeMeasures(actor: Actor, input: MergeRecords, now: Date): Promise<string> {
  authorise(actor, "record:merge");
  const { from, into, reason } = parseInput(MergeRecords, input);

  return inTransaction(async (tx) => {
    const found = await tx.measure.findUnique({ where: { id: into.id }, select: { eventId: true } });
    if (!found) throw new NotFound("measure");
    const { chain, event } = await holdEvent(tx, found.eventId);
    const plan = await planMeasures(tx, from.id, into.id);
    const isRead = plan.from.version === from.version && plan.into.version === into.version;
    if (!isRead || plan.event.id !== event.id) throw new StaleVersion("measure");
    assertNone(plan.problems);

    const work = { tx, actor, now, chains: new Map([[event.id, chain]]) };
    const moved = await move(work, chain, plan);
    const id = await keepMerge(work, chain, {
      kind: "merge",
      subjectKind: "measure",
      fromId: from.id,
      intoId: into.id,
      reason,
      moved,
    });
    await tellOfMerge(work, [event.id], reason);
    return id;
  });
}

type Plan = Awaited<ReturnType<typeof planMeasures>>;

async function move(work: Work, chain: HeldChain, plan: Plan): Promise<MeasuresMoved> {
  const { tx } = work;
  const { event, from, into, claims, parts } = plan;
  const next = { version: { increment: 1 } };
  const wasHeadline = event.headlineMeasureId === from.id;

  await tx.claim.updateMany({
    where: { id: { in: claims.map(({ id }) => id) } },
    data: { measureId: into.id, ...next },
  });
  const wasFrom = { before: { measureId: from.id }, after: { measureId: into.id } };
  await recordChanges(
    work,
    chain,
    "claim.moved",
    "claim",
    claims.map((claim) => ({ ...claim, ...wasFrom })),
  );
  const estimates = await moveEstimates(work, plan.estimates, into.id);
  await tx.measure.updateMany({
    where: { id: { in: parts.map(({ id }) => id) } },
    data: { partOfId: into.id, ...next },
  });
  await recordChanges(
    work,
    chain,
    "measure.edited",
    "measure",
    parts.map(({ id, version }) => ({
      id,
      version,
      before: { partOfId: from.id },
      after: { partOfId: into.id },
    })),
  );
  await tx.measure.update({ where: { id: from.id }, data: { mergedIntoId: into.id, ...next } });
  await recordChanges(work, chain, "measure.merged", "measure", [
    { id: from.id, version: from.version, after: { mergedInto: into.slug } },
  ]);
  if (wasHeadline) {
    await tx.event.update({ where: { id: event.id }, data: { headlineMeasureId: into.id, ...next } });
    await recordChanges(work, chain, "event.headline_chosen", "event", [
      {
        id: event.id,
        version: event.version,
        before: { headlineMeasureId: from.id },
        after: { headlineMeasureId: into.id },
      },
    ]);
  }
  return {
    claims: claims.map(({ id }) => id),
    estimates,
    parts: parts.map(({ id }) => id),
    wasHeadline,
  };
}
