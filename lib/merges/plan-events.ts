import "server-only";
import type { Measure } from "../../prisma/generated/client";
import type { Db } from "../db/client";
import { NotFound } from "../errors";
import { toMeasure } from "../measures/measures";
import { measureKey } from "../quantity/compare";
import { listBrokenLinks, listEarly } from "./broken-links";
import { freeSlug } from "./free-slug";
import { problemsOfEvents, problemsOfSize, problemsOfStanding } from "./rules";

/** All that a merge of two events would move, and what speaks against it. Reads only. */
export async function planEvents(db: Db, fromId: string, intoId: string) {
  const [from, into] = await Promise.all([readEvent(db, fromId), readEvent(db, intoId)]);
  const ofFrom = { eventId: fromId };
  const [claims, last, corrections, follows, intoFollows, estimates] = await Promise.all([
    db.claim.findMany({
      where: ofFrom,
      select: { id: true, publicId: true, version: true, measureId: true, number: true },
      orderBy: { number: "asc" },
    }),
    db.claim.aggregate({ where: { eventId: intoId }, _max: { number: true } }),
    db.correction.findMany({ where: ofFrom, select: { id: true }, orderBy: { id: "asc" } }),
    db.follow.findMany({ where: ofFrom, orderBy: { actorId: "asc" } }),
    db.follow.findMany({ where: { eventId: intoId }, select: { actorId: true } }),
    db.bestEstimate.findMany({ where: { measure: ofFrom }, orderBy: { number: "asc" } }),
  ]);
  const measures = pairMeasures(from.measures, into.measures);
  const fromBegin = new Set(
    from.measures.flatMap(({ id, periodEarliest }) => (periodEarliest === null ? [id] : [])),
  );
  const counted = claims.filter(({ measureId }) => measureId !== null && fromBegin.has(measureId));
  const early = await listEarly(
    db,
    counted.map(({ id }) => id),
    into.occurredEarliest,
  );
  const joinOf = new Map(measures.joined.map((pair) => [pair.from, pair.into]));
  const broken = await listBrokenLinks(db, {
    claimIds: claims.map(({ id }) => id),
    change: ({ measureId }) => ({
      eventId: intoId,
      measureId: (measureId && joinOf.get(measureId)) ?? measureId,
    }),
  });
  const hasPart = new Set(into.parties.map(({ claimantId }) => claimantId));
  const followed = new Set(intoFollows.map(({ actorId }) => actorId));
  const known = new Set(into.aliases.map(({ name }) => name));
  return {
    from,
    into,
    claims,
    /** Above every number in either event, so that no two are ever the same. */
    numberShift: Math.max(last._max.number ?? 0, claims.at(-1)?.number ?? 0),
    ...measures,
    estimates: estimates.filter(({ measureId }) => joinOf.has(measureId)),
    parties: from.parties.map((party) => ({ ...party, isDropped: hasPart.has(party.claimantId) })),
    aliases: from.aliases.flatMap(({ name }) => (known.has(name) ? [] : [name])),
    corrections,
    follows: follows.map((follow) => ({ ...follow, isDropped: followed.has(follow.actorId) })),
    problems: [
      ...problemsOfStanding(standingOf(from), standingOf(into), into.mergedInto?.title ?? null),
      ...problemsOfEvents(from, into),
      ...problemsOfSize(claims.length, "claims", 2),
      ...early,
      ...broken,
    ],
  };
}

type Row = Awaited<ReturnType<typeof readEvent>>;

async function readEvent(db: Db, id: string) {
  const event = await db.event.findUnique({
    where: { id },
    include: {
      aliases: { orderBy: { name: "asc" } },
      parties: { orderBy: { claimantId: "asc" } },
      measures: { orderBy: { position: "asc" } },
      mergedInto: { select: { title: true } },
    },
  });
  if (!event) throw new NotFound("event");
  return event;
}

function standingOf({ title, mergedIntoId }: Row) {
  return { name: title, mergedIntoId };
}

/**
 * The measures of one event as they would stand in the other: joined with the one there that counts the same (R6), or
 * moved, after those that are there. One that was merged itself stays behind, empty as it is.
 */
function pairMeasures(fromMeasures: readonly Measure[], intoMeasures: readonly Measure[]) {
  const leadsTo = new Map(intoMeasures.map((measure) => [measure.id, measure.mergedIntoId]));
  const present = (id: string): string => {
    const next = leadsTo.get(id);
    return next ? present(next) : id;
  };
  const byKey = new Map(intoMeasures.map((row) => [measureKey(toMeasure(row)), row.id]));
  const standing = fromMeasures.filter(({ mergedIntoId }) => mergedIntoId === null);
  const joined = standing.flatMap((row) => {
    const same = byKey.get(measureKey(toMeasure(row)));
    return same ? [{ from: row.id, into: present(same) }] : [];
  });
  const joinOf = new Map(joined.map((pair) => [pair.from, pair.into]));
  const slugs = new Set(intoMeasures.map(({ slug }) => slug));
  let position = Math.max(0, ...intoMeasures.map((measure) => measure.position));
  const moving = standing.flatMap((row) => {
    if (joinOf.has(row.id)) return [];
    position += 1;
    const slug = freeSlug(row.slug, slugs);
    slugs.add(slug);
    const partOfId = row.partOfId && (joinOf.get(row.partOfId) ?? row.partOfId);
    return [{ row, place: { slug, position, partOfId } }];
  });
  return { joined, moving };
}
