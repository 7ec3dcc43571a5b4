import "server-only";
import type { Db } from "../db/client";
import { NotFound } from "../errors";
import { listCrossings, listEarly } from "./broken-links";
import { problemsOfSize } from "./rules";

/**
 * All that goes to a new event with some claims of an old one, and what speaks against it. Reads only. `begins`: when
 * the new event begins; null where that is not known yet.
 */
export async function planSplit(db: Db, eventId: string, claimIds: readonly string[], begins: Date | null) {
  const event = await db.event.findUnique({
    where: { id: eventId },
    include: { parties: { orderBy: { claimantId: "asc" } }, measures: { orderBy: { position: "asc" } } },
  });
  if (!event) throw new NotFound("event");
  const wanted = [...new Set(claimIds)];
  const [claims, all, corrections, crossings] = await Promise.all([
    db.claim.findMany({
      where: { id: { in: wanted }, eventId },
      select: { id: true, publicId: true, version: true, measureId: true, claimantId: true },
      orderBy: { number: "asc" },
    }),
    db.claim.count({ where: { eventId } }),
    db.correction.findMany({ where: { eventId, claimId: { in: wanted } }, select: { id: true } }),
    listCrossings(db, eventId, wanted),
  ]);
  const used = new Set(claims.map(({ measureId }) => measureId));
  const measures = event.measures.filter(({ id }) => used.has(id));
  const concerned = await withBodies(
    db,
    claims.map(({ claimantId }) => claimantId),
  );
  const fromBegin = measures.flatMap(({ id, periodEarliest }) => (periodEarliest === null ? [id] : []));
  const counted = claims.filter(({ measureId }) => measureId !== null && fromBegin.includes(measureId));
  const early = begins
    ? await listEarly(
        db,
        counted.map(({ id }) => id),
        begins,
      )
    : [];
  return {
    event,
    claims,
    measures,
    parties: event.parties.filter(({ claimantId }) => concerned.has(claimantId)),
    corrections,
    problems: [
      ...(event.mergedIntoId ? [`${event.title} was merged into another: split that one.`] : []),
      ...(event.recordStatus === "archived" ? [`${event.title} is archived: reopen it first.`] : []),
      ...(claims.length < wanted.length ? ["Some of these claims are of another event: choose again."] : []),
      ...(claims.length === all ? ["These are all claims of the event: edit the event instead."] : []),
      ...problemsOfSize(claims.length, "claims", 2),
      ...crossings,
      ...early,
    ],
  };
}

/** Claimants and all that they belong to: a part of a body in an event is one of its members too. */
async function withBodies(db: Db, ids: readonly string[]): Promise<Set<string>> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    with recursive above as (
      select id, parent_id from claimant where id = any(${ids}::uuid[])
      union
      select body.id, body.parent_id from above join claimant body on body.id = above.parent_id
    )
    select id from above`;
  return new Set(rows.map(({ id }) => id));
}
