import "server-only";
import type { Db } from "../db/client";
import { listCrossings } from "./broken-links";
import { problemsOfHiding } from "./rules";
import type { EventsMoved } from "./schema";

/** What of two merged events goes back, and what speaks against it. Reads only. */
export async function planUndoEvents(db: Db, fromId: string, intoId: string, moved: EventsMoved) {
  const sets = { include: { parties: true, aliases: { orderBy: { name: "asc" } } } } as const;
  const [from, into, claims, measures, corrections, follows] = await Promise.all([
    db.event.findUniqueOrThrow({ where: { id: fromId }, ...sets }),
    db.event.findUniqueOrThrow({ where: { id: intoId }, ...sets }),
    db.claim.findMany({
      where: { eventId: intoId, OR: [{ id: { in: idsOf(moved.claims) } }, { measure: wasMoved(moved) }] },
      select: {
        id: true,
        publicId: true,
        version: true,
        number: true,
        measureId: true,
        recordStatus: true,
      },
      orderBy: { number: "asc" },
    }),
    db.measure.findMany({
      where: { ...wasMoved(moved), eventId: intoId, mergedIntoId: null },
      orderBy: { position: "asc" },
    }),
    db.correction.findMany({
      where: { id: { in: moved.corrections }, eventId: intoId },
      select: { id: true },
    }),
    db.follow.findMany({ where: { eventId: intoId } }),
  ]);
  const placeOf = new Map(moved.claims.map(({ id, measureId }) => [id, measureId]));
  const joinOf = new Map(moved.joined.map((pair) => [pair.from, pair.into]));
  const there = new Set(measures.map(({ id }) => id));
  const back = claims.filter(({ id, measureId }) => {
    const before = placeOf.get(id);
    if (before === undefined) return false;
    if (before === null) return measureId === null;
    return joinOf.has(before) ? measureId === joinOf.get(before) : measureId === before && there.has(before);
  });
  const isBack = new Set(idsOf(back));
  // A measure that has got other claims since stays with them: what goes back has a copy of it.
  const shared = new Set(claims.flatMap(({ id, measureId }) => (isBack.has(id) ? [] : (measureId ?? []))));
  const standing = await db.claimant.findMany({
    where: { id: { in: moved.parties.map(({ claimantId }) => claimantId) }, mergedIntoId: null },
    select: { id: true },
  });
  return {
    from,
    into,
    claims: back.map((claim) => ({ ...claim, before: placeOf.get(claim.id) ?? null })),
    whole: measures.filter(({ id }) => !shared.has(id)),
    copied: measures.filter(({ id }) => shared.has(id) && back.some(({ measureId }) => measureId === id)),
    joined: moved.joined,
    corrections,
    follows: moved.follows.filter(({ actorId }) => follows.some((follow) => follow.actorId === actorId)),
    parties: moved.parties.filter(({ claimantId, isDropped }) =>
      isDropped
        ? standing.some(({ id }) => id === claimantId)
        : into.parties.some((party) => party.claimantId === claimantId),
    ),
    aliases: into.aliases.flatMap(({ name }) => (moved.aliases.includes(name) ? [name] : [])),
    problems: [...problemsOfHiding(into, from, back), ...(await listCrossings(db, intoId, [...isBack]))],
  };
}

export type UndoEventsPlan = Awaited<ReturnType<typeof planUndoEvents>>;

function wasMoved({ measures }: EventsMoved) {
  return { id: { in: idsOf(measures) } };
}

function idsOf(rows: readonly { id: string }[]): string[] {
  return rows.map(({ id }) => id);
}
