import "server-only";
import { listEventsOfClaimants, listMembersOf } from "../claimants/claimant-events";
import type { Db } from "../db/client";
import { NotFound } from "../errors";
import { listBrokenLinks } from "./broken-links";
import { problemsOfClaimants, problemsOfSize, problemsOfStanding } from "./rules";

/** All that a merge of two claimants would move, and what speaks against it. Reads only. */
export async function planClaimants(db: Db, fromId: string, intoId: string) {
  const [from, into] = await Promise.all([readClaimant(db, fromId), readClaimant(db, intoId)]);
  const [claims, parties, intoParties, members, attributions, below, eventIds] = await Promise.all([
    db.claim.findMany({
      where: { claimantId: fromId },
      select: { id: true, publicId: true, version: true, eventId: true },
      orderBy: [{ eventId: "asc" }, { number: "asc" }],
    }),
    db.party.findMany({ where: { claimantId: fromId }, orderBy: { eventId: "asc" } }),
    db.party.findMany({ where: { claimantId: intoId }, select: { eventId: true } }),
    db.claimant.findMany({
      where: { parentId: fromId },
      select: { id: true, name: true, version: true },
      orderBy: { id: "asc" },
    }),
    db.attribution.findMany({
      where: { viaClaimantId: fromId },
      select: { id: true, version: true, claim: { select: { eventId: true, publicId: true } } },
      orderBy: { id: "asc" },
    }),
    listMembersOf(db, [fromId]),
    listEventsOfClaimants(db, [fromId]),
  ]);
  const known = new Set([into.name, ...into.aliases.map(({ name }) => name)]);
  const hasPart = new Set(intoParties.map(({ eventId }) => eventId));
  const broken = await listBrokenLinks(db, {
    claimIds: claims.map(({ id }) => id),
    change: () => ({ claimantId: intoId }),
    parentOf: ({ parentId }) => (parentId === fromId ? intoId : parentId),
  });
  return {
    from,
    into,
    claims,
    parties: parties.map((party) => ({ ...party, isDropped: hasPart.has(party.eventId) })),
    members,
    attributions,
    aliases: [from.name, ...from.aliases.map(({ name }) => name)].filter(
      (name, place, names) => !known.has(name) && names.indexOf(name) === place,
    ),
    eventIds,
    problems: [
      ...problemsOfStanding(from, into, into.mergedInto?.name ?? null),
      ...problemsOfClaimants(from, into, below.includes(intoId)),
      ...problemsOfSize(claims.length, "claims", eventIds.length),
      ...broken,
    ],
  };
}

async function readClaimant(db: Db, id: string) {
  const claimant = await db.claimant.findUnique({
    where: { id },
    include: { aliases: { orderBy: { name: "asc" } }, mergedInto: { select: { name: true } } },
  });
  if (!claimant) throw new NotFound("claimant");
  return claimant;
}
