import "server-only";
import type { z } from "zod";
import { assertSlugIsFree } from "../addresses/former-slugs";
import type { Actor } from "../auth/actor";
import { authorise } from "../auth/authorise";
import type { Transaction } from "../db/client";
import { explainRefusals } from "../db/refusals";
import { inTransaction } from "../db/transaction";
import { StaleVersion } from "../errors";
import { checkParties, EVENT_REFUSALS } from "../events/create-event";
import { eventColumns, eventFields, type ParsedEvent } from "../events/event-row";
import { holdEvent } from "../events/move-event";
import { parseInput } from "../forms/parse-input";
import { beginChain, recordRevision } from "../history/record-revision";
import type { Action } from "../history/schema";
import type { RecordStatus } from "../vocabulary";
import { copyMeasures } from "./copy-measures";
import { planSplit } from "./plan-split";
import { assertNone } from "./rules";
import { SplitEvent } from "./schema";
import { chainOf, keepMerge, recordChanges, tellOfMerge, type Work } from "./steps";

/**
 * Makes two of one event: some claims go to a new one, with copies of what they count and of the parts of their
 * claimants. The new event is as public as the old one, which keeps its address (R30). Refused where something joins
 * claims of both. Can be undone. Returns the id of the new event.
 */
export async function splitEvent(actor: Actor, input: SplitEvent, now: Date): Promise<string> {
  authorise(actor, "event:split");
  const split = parseInput(SplitEvent, input);

  return explainRefusals(EVENT_REFUSALS, () =>
    inTransaction(async (tx) => {
      const { chain, event } = await holdEvent(tx, split.eventId);
      if (event.version !== split.version) throw new StaleVersion("event");
      const begins = new Date(split.event.occurred.earliest);
      const plan = await planSplit(tx, event.id, split.claimIds, begins);
      assertNone(plan.problems);

      const made = withParties(split.event, plan.parties);
      await checkParties(tx, made.parties);
      const { id, chain: newChain } = await openEvent(tx, actor, made, plan, now);
      const chains = new Map([
        [event.id, chain],
        [id, newChain],
      ]);
      const work: Work = { tx, actor, now, chains };
      const measures = await copyMeasures(work, newChain, id, plan.measures);
      await moveClaims(work, plan, id, measures);
      await tx.event.update({ where: { id: event.id }, data: { version: { increment: 1 } } });
      await recordChanges(work, chain, "event.split", "event", [
        { id: event.id, version: event.version, after: { splitInto: made.slug } },
      ]);
      await keepMerge(work, chain, {
        kind: "split",
        subjectKind: "event",
        fromId: event.id,
        intoId: id,
        reason: split.reason,
        moved: {
          claims: plan.claims.map((claim) => ({ id: claim.id, measureId: claim.measureId })),
          measures,
          corrections: plan.corrections.map((correction) => correction.id),
        },
      });
      await tellOfMerge(work, [event.id, id], split.reason);
      return id;
    }),
  );
}

type Plan = Awaited<ReturnType<typeof planSplit>>;
type Parsed = z.output<typeof SplitEvent>["event"];

/** The parties that were given, and those of the old event that the claims bring along. */
function withParties(event: Parsed, parties: Plan["parties"]): ParsedEvent {
  const given = new Set(event.parties.map(({ claimantId }) => claimantId));
  const brought = parties.filter(({ claimantId }) => !given.has(claimantId));
  return {
    ...event,
    parties: [...event.parties, ...brought.map(({ claimantId, side, role }) => ({ claimantId, side, role }))],
  };
}

/** Opens the new event where the old one stands on its way to the public, and the chain of its history. */
async function openEvent(tx: Transaction, actor: Actor, event: ParsedEvent, { event: old }: Plan, now: Date) {
  const { recordStatus, fourEyes } = old;
  const { id } = await tx.event.create({
    data: {
      ...eventColumns(event),
      fourEyes,
      recordStatus,
      publishedAt: recordStatus === "published" ? now : null,
      createdAt: now,
      statusSince: now,
      changedAt: now,
      version: recordStatus === "draft" ? 1 : 2,
      aliases: { create: event.aliases.map((name) => ({ name })) },
      parties: { create: event.parties },
    },
    select: { id: true },
  });
  await assertSlugIsFree(tx, "event", id, event.slug);
  const chain = await beginChain(tx, id);
  const subject = { at: now, subjectKind: "event", subjectId: id } as const;
  await recordRevision(tx, chain, actor, {
    ...subject,
    action: "event.created",
    version: 1,
    after: { ...eventFields(event), fourEyes, splitFrom: old.slug },
  });
  if (recordStatus !== "draft") {
    await recordRevision(tx, chain, actor, {
      ...subject,
      action: ARRIVED[recordStatus],
      version: 2,
      before: { recordStatus: "draft" },
      after: { recordStatus },
    });
  }
  return { id, chain };
}

const ARRIVED: Record<Exclude<RecordStatus, "draft">, Action> = {
  submitted: "event.submitted",
  in_review: "event.review_begun",
  returned: "event.returned",
  archived: "event.archived",
  published: "event.published",
};

/** Claims go with their corrections and keep their numbers: the order among them is the same in the new event. */
async function moveClaims(
  work: Work,
  { event, claims, corrections }: Plan,
  intoId: string,
  measures: readonly { from: string; into: string }[],
): Promise<void> {
  const { tx, now } = work;
  const next = { version: { increment: 1 } };
  const copyOf = new Map(measures.map(({ from, into }) => [from, into]));
  for (const measureId of new Set(claims.map((claim) => claim.measureId))) {
    const ids = claims.filter((claim) => claim.measureId === measureId).map(({ id }) => id);
    await tx.claim.updateMany({
      where: { id: { in: ids } },
      data: { eventId: intoId, measureId: (measureId && copyOf.get(measureId)) ?? null, ...next },
    });
  }
  await recordChanges(
    work,
    chainOf(work, intoId),
    "claim.moved",
    "claim",
    claims.map(({ id, version, measureId }) => ({
      id,
      version,
      before: { eventId: event.id, measureId },
      after: { eventId: intoId, measureId: (measureId && copyOf.get(measureId)) ?? null },
    })),
  );
  await tx.correction.updateMany({
    where: { id: { in: corrections.map(({ id }) => id) } },
    data: { eventId: intoId },
  });
  // An estimate of the old event no longer rests on what is not of it (R10).
  await tx.bestEstimate.updateMany({
    where: { staleSince: null, inputs: { some: { claimId: { in: claims.map(({ id }) => id) } } } },
    data: { staleSince: now },
  });
}
