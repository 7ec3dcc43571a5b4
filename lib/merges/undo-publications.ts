import "server-only";
import type { Merge } from "../../prisma/generated/client";
import type { Actor } from "../auth/actor";
import type { Transaction } from "../db/client";
import { holdRegister } from "../history/record-in-register";
import { holdChains } from "../history/record-revision";
import { listEventsShowing } from "../publications/publication-events";
import { PublicationsMoved } from "./schema";
import { recordChanges } from "./steps";
import { assertStillMerged, countUndone } from "./still-merged";
import type { TakenBack } from "./undo-merge";

/** Makes two publications again of one. */
export async function undoPublications(
  tx: Transaction,
  actor: Actor,
  merge: Merge,
  now: Date,
): Promise<TakenBack> {
  const { fromId, intoId } = merge;
  const moved = PublicationsMoved.parse(merge.moved);
  const register = await holdRegister(tx);
  await assertStillMerged(tx, merge);
  const eventIds = await listEventsShowing(tx, moved.reports, [...moved.speaking, ...moved.unnamed]);
  const work = { tx, actor, now, chains: await holdChains(tx, eventIds) };
  const next = { version: { increment: 1 } };

  const plain = { id: true, version: true } as const;
  const [from, into, reports, speaking, unnamed] = await Promise.all([
    tx.publication.findUniqueOrThrow({ where: { id: fromId } }),
    tx.publication.findUniqueOrThrow({ where: { id: intoId }, include: { aliases: true } }),
    tx.report.findMany({ where: { id: { in: moved.reports }, publicationId: intoId }, select: plain }),
    tx.claimant.findMany({ where: { id: { in: moved.speaking }, publicationId: intoId }, select: plain }),
    tx.claimant.findMany({ where: { id: { in: moved.unnamed }, viaPublicationId: intoId }, select: plain }),
  ]);

  await tx.publication.update({ where: { id: fromId }, data: { mergedIntoId: null, ...next } });
  await recordChanges(work, register, "publication.unmerged", "publication", [
    { id: fromId, version: from.version, before: { mergedInto: into.slug }, after: { mergedInto: null } },
  ]);
  await tx.report.updateMany({
    where: { id: { in: reports.map(({ id }) => id) } },
    data: { publicationId: fromId, ...next },
  });
  const publication = { before: { publicationId: intoId }, after: { publicationId: fromId } };
  await recordChanges(
    work,
    register,
    "report.moved",
    "report",
    reports.map((report) => ({ ...report, ...publication })),
  );
  for (const [column, claimants] of [
    ["publicationId", speaking],
    ["viaPublicationId", unnamed],
  ] as const) {
    await tx.claimant.updateMany({
      where: { id: { in: claimants.map(({ id }) => id) } },
      data: { [column]: fromId, ...next },
    });
    const through = { before: { [column]: intoId }, after: { [column]: fromId } };
    await recordChanges(
      work,
      register,
      "claimant.edited",
      "claimant",
      claimants.map((claimant) => ({ ...claimant, ...through })),
    );
  }
  const aliases = into.aliases.map(({ name }) => name).sort();
  const added = aliases.filter((name) => moved.aliases.includes(name));
  if (added.length > 0) {
    await tx.publicationAlias.deleteMany({ where: { publicationId: intoId, name: { in: added } } });
    await tx.publication.update({ where: { id: intoId }, data: next });
    const left = aliases.filter((name) => !added.includes(name));
    await recordChanges(work, register, "publication.edited", "publication", [
      { id: intoId, version: into.version, before: { aliases }, after: { aliases: left } },
    ]);
  }
  const undone = countUndone([
    [moved.reports.length, reports.length],
    [moved.speaking.length, speaking.length],
    [moved.unnamed.length, unnamed.length],
  ]);
  return { work, chain: register, eventIds, undone };
}
