import "server-only";
import type { Actor } from "../auth/actor";
import { authorise } from "../auth/authorise";
import { listEventsOfClaimants } from "../claimants/claimant-events";
import type { Transaction } from "../db/client";
import { inTransaction, MANY_EVENTS_MS } from "../db/transaction";
import { StaleVersion } from "../errors";
import { parseInput } from "../forms/parse-input";
import { holdRegister } from "../history/record-in-register";
import { type HeldChain, holdChains } from "../history/record-revision";
import { changeParties } from "./change-parties";
import { planClaimants } from "./plan-claimants";
import { assertNone } from "./rules";
import { type ClaimantsMoved, MergeRecords } from "./schema";
import { keepMerge, recordChanges, recordInEvents, tellOfMerge, type Work } from "./steps";

/**
 * Makes one of two claimants: claims, parts in events, members and names go to the one that stays, and the address of
 * the other leads there (R30). Refused where it would mix who is named with who is not (R17), or break a decision on
 * claims. Can be undone. Returns the id of the merge.
 */
export async function mergeClaimants(actor: Actor, input: MergeRecords, now: Date): Promise<string> {
  authorise(actor, "record:merge");
  const { from, into, reason } = parseInput(MergeRecords, input);

  return inTransaction(async (tx) => {
    const register = await holdRegister(tx);
    await holdClaimants(tx, [from.id, into.id]);
    const chains = await holdChains(tx, await listEventsOfClaimants(tx, [from.id]));
    const plan = await planClaimants(tx, from.id, into.id);
    if (plan.from.version !== from.version || plan.into.version !== into.version)
      throw new StaleVersion("claimant");
    assertNone(plan.problems);

    const work = { tx, actor, now, chains };
    const moved = await move(work, register, plan);
    const fromId = from.id;
    const id = await keepMerge(work, register, {
      kind: "merge",
      subjectKind: "claimant",
      fromId,
      intoId: into.id,
      reason,
      moved,
    });
    await tellOfMerge(work, plan.eventIds, reason);
    return id;
  }, MANY_EVENTS_MS);
}

/** Locks claimants, so that nobody logs a claim of one while it is merged. */
export async function holdClaimants(tx: Transaction, ids: readonly string[]): Promise<void> {
  await tx.$queryRaw`select id from claimant where id = any(${ids}::uuid[]) order by id for update`;
}

type Plan = Awaited<ReturnType<typeof planClaimants>>;

async function move(work: Work, register: HeldChain, plan: Plan): Promise<ClaimantsMoved> {
  const { tx } = work;
  const { from, into } = plan;
  const next = { version: { increment: 1 } };
  const idsOf = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);

  await tx.claim.updateMany({
    where: { id: { in: idsOf(plan.claims) } },
    data: { claimantId: into.id, ...next },
  });
  const wasFrom = { before: { claimantId: from.id }, after: { claimantId: into.id } };
  await recordInEvents(
    work,
    "claim.moved",
    "claim",
    plan.claims.map((claim) => ({ ...claim, ...wasFrom })),
  );
  await changeParties(
    work,
    plan.parties.map(({ eventId }) => eventId),
    async () => {
      const inEvents = (isDropped: boolean) => ({
        claimantId: from.id,
        eventId: { in: plan.parties.filter((p) => p.isDropped === isDropped).map((p) => p.eventId) },
      });
      await tx.party.deleteMany({ where: inEvents(true) });
      await tx.party.updateMany({ where: inEvents(false), data: { claimantId: into.id } });
    },
  );
  await tx.attribution.updateMany({
    where: { id: { in: idsOf(plan.attributions) } },
    data: { viaClaimantId: into.id, ...next },
  });
  await recordInEvents(
    work,
    "attribution.moved",
    "attribution",
    plan.attributions.map(({ claim, ...row }) => ({
      ...row,
      eventId: claim.eventId,
      before: { viaClaimantId: from.id },
      after: { viaClaimantId: into.id },
    })),
  );
  await moveNames(work, register, plan);
  return {
    claims: idsOf(plan.claims),
    parties: plan.parties.map(({ eventId, side, role, isDropped }) => ({ eventId, side, role, isDropped })),
    members: idsOf(plan.members),
    attributions: idsOf(plan.attributions),
    aliases: plan.aliases,
  };
}

/** What belongs to no event: members, names, and the claimants themselves. */
async function moveNames(work: Work, register: HeldChain, plan: Plan): Promise<void> {
  const { tx } = work;
  const { from, into, members, aliases } = plan;
  const next = { version: { increment: 1 } };
  await tx.claimant.updateMany({
    where: { id: { in: members.map(({ id }) => id) } },
    data: { parentId: into.id, ...next },
  });
  await recordChanges(
    work,
    register,
    "claimant.edited",
    "claimant",
    members.map(({ id, version }) => ({
      id,
      version,
      before: { parentId: from.id },
      after: { parentId: into.id },
    })),
  );
  await tx.claimant.update({ where: { id: from.id }, data: { mergedIntoId: into.id, ...next } });
  await recordChanges(work, register, "claimant.merged", "claimant", [
    { id: from.id, version: from.version, after: { mergedInto: into.slug } },
  ]);
  if (aliases.length === 0) return;

  await tx.claimantAlias.createMany({ data: aliases.map((name) => ({ claimantId: into.id, name })) });
  await tx.claimant.update({ where: { id: into.id }, data: next });
  const known = into.aliases.map(({ name }) => name);
  await recordChanges(work, register, "claimant.edited", "claimant", [
    {
      id: into.id,
      version: into.version,
      before: { aliases: known },
      after: { aliases: [...known, ...aliases].sort() },
    },
  ]);
}
