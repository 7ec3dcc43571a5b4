import "server-only";
import type { SubjectKind } from "../../prisma/generated/enums";
import type { Actor } from "../auth/actor";
import type { Transaction } from "../db/client";
import { Conflict } from "../errors";
import { tellReadersOf } from "../events/tell-readers";
import { groupBy } from "../group-by";
import type { Json } from "../history/digest";
import { type Change, type HeldChain, recordRevision, recordRevisions } from "../history/record-revision";
import type { Action } from "../history/schema";
import { publishedEvent } from "../publishing/gate";
import type { MergedKind } from "./schema";

/** What every step of one merge is done with. */
export type Work = {
  tx: Transaction;
  actor: Actor;
  now: Date;
  /** Of the events that are touched, by their ids. */
  chains: ReadonlyMap<string, HeldChain>;
};

/** The held chain of an event; Conflict where the event came in after the locks were taken. */
export function chainOf({ chains }: Pick<Work, "chains">, eventId: string): HeldChain {
  const chain = chains.get(eventId);
  if (!chain) throw new Conflict("Somebody changed one of these records at the same moment: try again.");
  return chain;
}

/** One record that was changed, with the version that it had. */
export type Changed = {
  id: string;
  version: number;
  before?: Record<string, Json>;
  after: Record<string, Json>;
};

/** Records what became of several records of one kind in one chain, each with its next version. */
export async function recordChanges(
  { tx, actor, now }: Work,
  chain: HeldChain,
  action: Action,
  subjectKind: SubjectKind,
  changed: readonly Changed[],
): Promise<void> {
  const changes = changed.map(
    ({ id, version, ...fields }): Change => ({
      at: now,
      action,
      subjectKind,
      subjectId: id,
      version: version + 1,
      ...fields,
    }),
  );
  await recordRevisions(tx, chain, actor, changes);
}

/** As `recordChanges`, of records of several events, each in the chain of its own. */
export async function recordInEvents(
  work: Work,
  action: Action,
  subjectKind: SubjectKind,
  changed: readonly (Changed & { eventId: string })[],
): Promise<void> {
  for (const [eventId, rows] of groupBy(changed, (row) => row.eventId)) {
    const plain = rows.map(({ eventId: _, ...row }) => row);
    await recordChanges(work, chainOf(work, eventId), action, subjectKind, plain);
  }
}

/** Keeps a merge or a split with what it moved, so that it can be undone. Returns its id. */
export async function keepMerge(
  { tx, actor, now }: Work,
  chain: HeldChain,
  merge: {
    kind: "merge" | "split";
    subjectKind: MergedKind | "claim";
    fromId: string;
    intoId: string;
    reason: string;
    moved: object;
  },
): Promise<string> {
  const { moved, ...fields } = merge;
  const { id } = await tx.merge.create({
    data: { ...fields, moved, mergedBy: actor.id, mergedAt: now },
    select: { id: true },
  });
  await recordRevision(tx, chain, actor, {
    at: now,
    action: "merge.made",
    subjectKind: "merge",
    subjectId: id,
    version: 1,
    after: fields,
  });
  return id;
}

/**
 * Publishes in every public event that was touched why (R24, R26), and computes it again. The last step: of a merge,
 * of a split, and of undoing either. `claimId`: the one claim that it is about, if it is.
 */
export async function tellOfMerge(
  work: Work,
  eventIds: readonly string[],
  reason: string,
  claimId: string | null = null,
): Promise<void> {
  const { tx, actor, now } = work;
  const where = { id: { in: [...new Set(eventIds)] }, ...publishedEvent };
  const events = await tx.event.findMany({ where, select: { id: true }, orderBy: { id: "asc" } });
  const by = { correctedById: actor.id, correctedAt: now, publishedAt: now };
  const corrections = await tx.correction.createManyAndReturn({
    data: events.map(({ id }) => ({ kind: "merge", eventId: id, claimId, reason, ...by })),
    select: { id: true, eventId: true },
  });
  for (const { id, eventId } of corrections) {
    await recordRevision(tx, chainOf(work, eventId), actor, {
      at: now,
      action: "correction.made",
      subjectKind: "correction",
      subjectId: id,
      version: 1,
      after: { kind: "merge", eventId, claimId, reason },
    });
  }
  await tellReadersOf(
    tx,
    events.map(({ id }) => id),
    now,
  );
}
