import "server-only";
import type { Db } from "../db/client";
import { NotFound } from "../errors";
import { listBrokenLinks, listEarly } from "./broken-links";
import { problemsOfMeasures, problemsOfParts, problemsOfSize, problemsOfStanding } from "./rules";

/** All that a merge of two measures of one event would move, and what speaks against it. Reads only. */
export async function planMeasures(db: Db, fromId: string, intoId: string) {
  const [from, into] = await Promise.all([readMeasure(db, fromId), readMeasure(db, intoId)]);
  const [event, measures, claims, estimates, parts] = await Promise.all([
    db.event.findUniqueOrThrow({ where: { id: into.eventId } }),
    db.measure.findMany({ where: { eventId: into.eventId }, select: { id: true, partOfId: true } }),
    db.claim.findMany({
      where: { measureId: fromId },
      select: { id: true, publicId: true, version: true, eventId: true },
      orderBy: { number: "asc" },
    }),
    db.bestEstimate.findMany({ where: { measureId: fromId }, orderBy: { number: "asc" } }),
    db.measure.findMany({ where: { partOfId: fromId }, orderBy: { position: "asc" } }),
  ]);
  const wholeOf = new Map(measures.map(({ id, partOfId }) => [id, partOfId]));
  const claimIds = claims.map(({ id }) => id);
  const own = problemsOfMeasures(from, into);
  const broken = own.length > 0 ? [] : await listBroken(db, claimIds, into, event.occurredEarliest);
  return {
    event,
    from,
    into,
    claims,
    estimates,
    parts,
    problems: [
      ...problemsOfStanding(standingOf(from), standingOf(into), into.mergedInto?.label ?? null),
      ...own,
      ...problemsOfParts(from, into, (id) => wholesOf(id, wholeOf)),
      ...problemsOfSize(claims.length, "claims", 1),
      ...broken,
    ],
  };
}

type Row = Awaited<ReturnType<typeof readMeasure>>;

async function readMeasure(db: Db, id: string) {
  const measure = await db.measure.findUnique({
    where: { id },
    include: { mergedInto: { select: { label: true } } },
  });
  if (!measure) throw new NotFound("measure");
  return measure;
}

function standingOf({ label, mergedIntoId }: Row) {
  return { name: label, mergedIntoId };
}

/** What of the claims would not hold in the other measure: their dates (R31) and what was decided of them. */
async function listBroken(db: Db, claimIds: string[], into: Row, eventBegins: Date): Promise<string[]> {
  const [early, broken] = await Promise.all([
    listEarly(db, claimIds, into.periodEarliest ?? eventBegins),
    listBrokenLinks(db, { claimIds, change: () => ({ measureId: into.id }) }),
  ]);
  return [...early, ...broken];
}

/** The measures that one counts a part of, the nearest first. Stored ones never form a circle. */
function wholesOf(id: string, wholeOf: ReadonlyMap<string, string | null>): string[] {
  const whole = wholeOf.get(id);
  return whole ? [whole, ...wholesOf(whole, wholeOf)] : [];
}
