import "server-only";
import type { Db } from "../db/client";
import { NotFound } from "../errors";
import { listEventsOfPublications } from "../publications/publication-events";
import { problemsOfSize, problemsOfStanding } from "./rules";

/** All that a merge of two publications would move, and what speaks against it. Reads only. */
export async function planPublications(db: Db, fromId: string, intoId: string) {
  const [from, into] = await Promise.all([readPublication(db, fromId), readPublication(db, intoId)]);
  const name = { id: true, name: true, version: true } as const;
  const [reports, speaking, unnamed, eventIds] = await Promise.all([
    db.report.findMany({
      where: { publicationId: fromId },
      select: { id: true, publicId: true, version: true },
      orderBy: { id: "asc" },
    }),
    db.claimant.findMany({ where: { publicationId: fromId }, select: name, orderBy: { id: "asc" } }),
    db.claimant.findMany({ where: { viaPublicationId: fromId }, select: name, orderBy: { id: "asc" } }),
    listEventsOfPublications(db, [fromId]),
  ]);
  const known = new Set([into.name, ...into.aliases.map((alias) => alias.name)]);
  return {
    from,
    into,
    reports,
    speaking,
    unnamed,
    aliases: [from.name, ...from.aliases.map((alias) => alias.name)].filter(
      (alias, place, aliases) => !known.has(alias) && aliases.indexOf(alias) === place,
    ),
    eventIds,
    problems: [
      ...problemsOfStanding(from, into, into.mergedInto?.name ?? null),
      ...problemsOfSize(reports.length, "reports", eventIds.length),
    ],
  };
}

async function readPublication(db: Db, id: string) {
  const publication = await db.publication.findUnique({
    where: { id },
    include: { aliases: { orderBy: { name: "asc" } }, mergedInto: { select: { name: true } } },
  });
  if (!publication) throw new NotFound("publication");
  return publication;
}
