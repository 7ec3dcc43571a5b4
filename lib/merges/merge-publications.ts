import "server-only";
import type { Actor } from "../auth/actor";
import { authorise } from "../auth/authorise";
import { inTransaction, MANY_EVENTS_MS } from "../db/transaction";
import { StaleVersion } from "../errors";
import { parseInput } from "../forms/parse-input";
import { holdRegister } from "../history/record-in-register";
import { type HeldChain, holdChains } from "../history/record-revision";
import { listEventsOfPublications } from "../publications/publication-events";
import { planPublications } from "./plan-publications";
import { assertNone } from "./rules";
import { MergeRecords, type PublicationsMoved } from "./schema";
import { keepMerge, recordChanges, tellOfMerge, type Work } from "./steps";

/**
 * Makes one of two publications: reports, names, and the claimants that speak or are known through it go to the one
 * that stays, whose family is kept; the address of the other leads there (R30). Can be undone. Returns the merge's id.
 */
export async function mergePublications(actor: Actor, input: MergeRecords, now: Date): Promise<string> {
  authorise(actor, "record:merge");
  const { from, into, reason } = parseInput(MergeRecords, input);

  return inTransaction(async (tx) => {
    const register = await holdRegister(tx);
    const chains = await holdChains(tx, await listEventsOfPublications(tx, [from.id]));
    const plan = await planPublications(tx, from.id, into.id);
    if (plan.from.version !== from.version || plan.into.version !== into.version)
      throw new StaleVersion("publication");
    assertNone(plan.problems);

    const work = { tx, actor, now, chains };
    const moved = await move(work, register, plan);
    const id = await keepMerge(work, register, {
      kind: "merge",
      subjectKind: "publication",
      fromId: from.id,
      intoId: into.id,
      reason,
      moved,
    });
    await tellOfMerge(work, plan.eventIds, reason);
    return id;
  }, MANY_EVENTS_MS);
}

type Plan = Awaited<ReturnType<typeof planPublications>>;

async function move(work: Work, register: HeldChain, plan: Plan): Promise<PublicationsMoved> {
  const { tx } = work;
  const { from, into, reports, aliases } = plan;
  const next = { version: { increment: 1 } };
  const idsOf = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);

  await tx.report.updateMany({
    where: { id: { in: idsOf(reports) } },
    data: { publicationId: into.id, ...next },
  });
  const wasFrom = { before: { publicationId: from.id }, after: { publicationId: into.id } };
  await recordChanges(
    work,
    register,
    "report.moved",
    "report",
    reports.map((report) => ({ ...report, ...wasFrom })),
  );
  for (const [column, claimants] of [
    ["publicationId", plan.speaking],
    ["viaPublicationId", plan.unnamed],
  ] as const) {
    await tx.claimant.updateMany({
      where: { id: { in: idsOf(claimants) } },
      data: { [column]: into.id, ...next },
    });
    await recordChanges(
      work,
      register,
      "claimant.edited",
      "claimant",
      claimants.map(({ id, version }) => ({
        id,
        version,
        before: { [column]: from.id },
        after: { [column]: into.id },
      })),
    );
  }
  await tx.publication.update({ where: { id: from.id }, data: { mergedIntoId: into.id, ...next } });
  await recordChanges(work, register, "publication.merged", "publication", [
    { id: from.id, version: from.version, after: { mergedInto: into.slug } },
  ]);
  if (aliases.length > 0) {
    const known = into.aliases.map(({ name }) => name);
    await tx.publicationAlias.createMany({
      data: aliases.map((name) => ({ publicationId: into.id, name })),
    });
    await tx.publication.update({ where: { id: into.id }, data: next });
    await recordChanges(work, register, "publication.edited", "publication", [
      {
        id: into.id,
        version: into.version,
        before: { aliases: known },
        after: { aliases: [...known, ...aliases].sort() },
      },
    ]);
  }
  return {
    reports: idsOf(reports),
    speaking: idsOf(plan.speaking),
    unnamed: idsOf(plan.unnamed),
    aliases,
  };
}
