import "server-only";
import type { Merge } from "../../prisma/generated/client";
import type { Actor } from "../auth/actor";
import { listEventsOfClaimants } from "../claimants/claimant-events";
import type { Transaction } from "../db/client";
import { holdRegister } from "../history/record-in-register";
import { type HeldChain, holdChains } from "../history/record-revision";
import { listBrokenLinks } from "./broken-links";
import { changeParties } from "./change-parties";
import { holdClaimants } from "./merge-claimants";
import { assertNone } from "./rules";
import { ClaimantsMoved } from "./schema";
import { recordChanges, recordInEvents, type Work } from "./steps";
import { assertStillMerged, countUndone } from "./still-merged";
import type { TakenBack } from "./undo-merge";

/** Makes two claimants again of one. */
export async function undoClaimants(
  tx: Transaction,
  actor: Actor,
  merge: Merge,
  now: Date,
): Promise<TakenBack> {
  const moved = ClaimantsMoved.parse(merge.moved);
  const register = await holdRegister(tx);
  await holdClaimants(tx, [merge.fromId, merge.intoId]);
  await assertStillMerged(tx, merge);
  const eventIds = await listTouched(tx, moved);
  const work = { tx, actor, now, chains: await holdChains(tx, eventIds) };
  const plan = await planUndo(work, merge, moved);
  assertNone(plan.problems);

  // First of all: a merged claimant makes no claims.
  await unmerge(work, register, plan);
  await moveBack(work, plan);
  const partyCount = await restoreParties(work, plan, moved.parties);
  await restoreNames(work, register, plan);
  const undone = countUndone([
    [moved.claims.length, plan.claims.length],
    [moved.parties.length, partyCount],
    [moved.members.length, plan.members.length],
    [moved.attributions.length, plan.attributions.length],
  ]);
  return { work, chain: register, eventIds, undone };
}

/** The events in which something that was moved is today. */
async function listTouched(tx: Transaction, moved: ClaimantsMoved): Promise<string[]> {
  const [claims, attributions, ofMembers] = await Promise.all([
    tx.claim.findMany({ where: { id: { in: moved.claims } }, select: { eventId: true } }),
    tx.claim.findMany({
      where: { attributions: { some: { id: { in: moved.attributions } } } },
      select: { eventId: true },
    }),
    listEventsOfClaimants(tx, moved.members),
  ]);
  const ids = [...claims, ...attributions, ...moved.parties].map(({ eventId }) => eventId);
  return [...new Set([...ids, ...ofMembers])].sort();
}

type Plan = Awaited<ReturnType<typeof planUndo>>;

async function planUndo({ tx }: Work, { fromId, intoId }: Merge, moved: ClaimantsMoved) {
  const withAliases = { include: { aliases: { orderBy: { name: "asc" } } } } as const;
  const [from, into, claims, members, attributions] = await Promise.all([
    tx.claimant.findUniqueOrThrow({ where: { id: fromId } }),
    tx.claimant.findUniqueOrThrow({ where: { id: intoId }, ...withAliases }),
    tx.claim.findMany({
      where: { id: { in: moved.claims }, claimantId: intoId },
      select: { id: true, version: true, eventId: true },
      orderBy: [{ eventId: "asc" }, { number: "asc" }],
    }),
    tx.claimant.findMany({
      where: { id: { in: moved.members }, parentId: intoId },
      select: { id: true, version: true },
    }),
    tx.attribution.findMany({
      where: { id: { in: moved.attributions }, viaClaimantId: intoId },
      select: { id: true, version: true, claim: { select: { eventId: true } } },
    }),
  ]);
  const back = new Set(members.map(({ id }) => id));
  const problems = await listBrokenLinks(tx, {
    claimIds: claims.map(({ id }) => id),
    change: () => ({ claimantId: fromId }),
    parentOf: ({ id, parentId }) => (back.has(id) ? fromId : parentId),
  });
  const added = into.aliases.flatMap(({ name }) => (moved.aliases.includes(name) ? [name] : []));
  return { from, into, claims, members, attributions, added, problems };
}

async function unmerge(work: Work, register: HeldChain, { from, into }: Plan): Promise<void> {
  const data = { mergedIntoId: null, version: { increment: 1 } };
  await work.tx.claimant.update({ where: { id: from.id }, data });
  await recordChanges(work, register, "claimant.unmerged", "claimant", [
    { id: from.id, version: from.version, before: { mergedInto: into.slug }, after: { mergedInto: null } },
  ]);
}

async function moveBack(work: Work, { from, into, claims, attributions }: Plan): Promise<void> {
  const { tx } = work;
  const next = { version: { increment: 1 } };
  await tx.claim.updateMany({
    where: { id: { in: claims.map(({ id }) => id) } },
    data: { claimantId: from.id, ...next },
  });
  const claimant = { before: { claimantId: into.id }, after: { claimantId: from.id } };
  await recordInEvents(
    work,
    "claim.moved",
    "claim",
    claims.map((claim) => ({ ...claim, ...claimant })),
  );
  await tx.attribution.updateMany({
    where: { id: { in: attributions.map(({ id }) => id) } },
    data: { viaClaimantId: from.id, ...next },
  });
  const via = { before: { viaClaimantId: into.id }, after: { viaClaimantId: from.id } };
  await recordInEvents(
    work,
    "attribution.moved",
    "attribution",
    attributions.map(({ claim, ...row }) => ({ ...row, ...via, eventId: claim.eventId })),
  );
}

/** Each has its own part again, where the event still is one. Returns in how many. */
async function restoreParties(
  work: Work,
  { from, into }: Plan,
  parties: ClaimantsMoved["parties"],
): Promise<number> {
  const { tx } = work;
  const eventIds = parties.map(({ eventId }) => eventId);
  const [taken, kept, standing] = await Promise.all([
    tx.party.findMany({ where: { claimantId: from.id, eventId: { in: eventIds } } }),
    tx.party.findMany({ where: { claimantId: into.id, eventId: { in: eventIds } } }),
    tx.event.findMany({ where: { id: { in: eventIds }, mergedIntoId: null }, select: { id: true } }),
  ]);
  const has = (rows: readonly { eventId: string }[], id: string) => rows.some((row) => row.eventId === id);
  const open = parties.filter(({ eventId }) => !has(taken, eventId));
  const moved = open.filter(({ eventId, isDropped }) => !isDropped && has(kept, eventId));
  const dropped = open.filter(
    ({ eventId, isDropped }) => isDropped && standing.some(({ id }) => id === eventId),
  );
  await changeParties(work, eventIds, async () => {
    await tx.party.updateMany({
      where: { claimantId: into.id, eventId: { in: moved.map(({ eventId }) => eventId) } },
      data: { claimantId: from.id },
    });
    await tx.party.createMany({
      data: dropped.map(({ eventId, side, role }) => ({ eventId, side, role, claimantId: from.id })),
    });
  });
  return moved.length + dropped.length;
}

/** What belongs to no event: members, and the names that the other one got. */
async function restoreNames(
  work: Work,
  register: HeldChain,
  { from, into, members, added }: Plan,
): Promise<void> {
  const { tx } = work;
  const next = { version: { increment: 1 } };
  await tx.claimant.updateMany({
    where: { id: { in: members.map(({ id }) => id) } },
    data: { parentId: from.id, ...next },
  });
  const parent = { before: { parentId: into.id }, after: { parentId: from.id } };
  await recordChanges(
    work,
    register,
    "claimant.edited",
    "claimant",
    members.map((member) => ({ ...member, ...parent })),
  );
  if (added.length === 0) return;

  await tx.claimantAlias.deleteMany({ where: { claimantId: into.id, name: { in: added } } });
  await tx.claimant.update({ where: { id: into.id }, data: next });
  const aliases = into.aliases.map(({ name }) => name);
  await recordChanges(work, register, "claimant.edited", "claimant", [
    {
      id: into.id,
      version: into.version,
      before: { aliases },
      after: { aliases: aliases.filter((name) => !added.includes(name)) },
    },
  ]);
}
