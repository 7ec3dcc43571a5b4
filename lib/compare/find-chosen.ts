import "server-only";
import { listLeadsTo } from "../addresses/leads-to";
import { db } from "../db/client";
import { publicClaimant, publicMeasure, published, publishedEvent } from "../publishing/gate";
import type { Lane } from "../vocabulary";
import type { MeasurePlace } from "./schema";
import type { ChosenClaimant, ChosenMeasure } from "./types";

/** What of a choice is public, in the order of the address, and what is not, or does not exist (R34). */
export type Found<Asked, Chosen> = { chosen: (Chosen & { id: string })[]; missing: Asked[] };

/** What the slugs of estimates end with, as on the page of their event. */
const ESTIMATES = "-estimates";

/** The public claimants at these addresses; a former address leads to the present one (R30). Two queries. */
export async function findChosenClaimants(slugs: readonly string[]): Promise<Found<string, ChosenClaimant>> {
  const leadsTo = await listLeadsTo("claimant", slugs);
  const rows = await db().claimant.findMany({
    where: { id: { in: [...leadsTo.values()] }, ...publicClaimant },
    select: { id: true, slug: true, name: true },
  });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return sorted(slugs, (slug) => byId.get(leadsTo.get(slug) ?? ""));
}

/** The public measures, each of one lane, at these places; a former address of their event still leads to them. Two queries and that of their events. */
export async function findChosenMeasures(
  places: readonly MeasurePlace[],
): Promise<Found<MeasurePlace, ChosenMeasure>> {
  const leadsTo = await listLeadsTo("event", [...new Set(places.map(({ event }) => event))]);
  const rows = await db().measure.findMany({
    where: {
      OR: places.map(({ event, measure }) => ({
        eventId: leadsTo.get(event) ?? NOWHERE,
        slug: { in: lanesOf(measure).map(({ slug }) => slug) },
      })),
      AND: [publicMeasure, { event: publishedEvent }],
    },
    select: {
      id: true,
      eventId: true,
      slug: true,
      label: true,
      event: { select: { slug: true, title: true } },
    },
  });
  return sorted(places, ({ event, measure }) => {
    for (const { slug, lane } of lanesOf(measure)) {
      const row = rows.find((found) => found.eventId === leadsTo.get(event) && found.slug === slug);
      if (row) {
        const place = { event: row.event.slug, measure };
        return { ...place, id: row.id, label: row.label, eventTitle: row.event.title, lane };
      }
    }
    return undefined;
  });
}

// No event has it.
const NOWHERE = "00000000-0000-0000-0000-000000000000";

/** Which measure and lane a slug may mean, the likelier first. */
function lanesOf(slug: string): { slug: string; lane: Lane }[] {
  const count = { slug, lane: "count" } as const;
  return slug.endsWith(ESTIMATES)
    ? [count, { slug: slug.slice(0, -ESTIMATES.length), lane: "estimate" }]
    : [count];
}

/** The public ids of the claims at these addresses: its own, or that of the claim which a duplicate leads to (R28). One query. */
export async function listKeptClaims(publicIds: readonly string[]): Promise<string[]> {
  const merged = await db().claim.findMany({
    where: { publicId: { in: [...publicIds] }, recordStatus: "published", mergedInto: published },
    select: { publicId: true, mergedInto: { select: { publicId: true } } },
  });
  const keptOf = new Map(merged.map(({ publicId, mergedInto }) => [publicId, mergedInto?.publicId]));
  return [...new Set(publicIds.map((publicId) => keptOf.get(publicId) ?? publicId))];
}

function sorted<Asked, Chosen extends { id: string }>(
  asked: readonly Asked[],
  chosenAt: (one: Asked) => Chosen | undefined,
): { chosen: Chosen[]; missing: Asked[] } {
  const chosen = new Map<string, Chosen>();
  const missing: Asked[] = [];
  for (const one of asked) {
    const found = chosenAt(one);
    if (found) chosen.set(JSON.stringify({ ...found }), found);
    else missing.push(one);
  }
  return { chosen: [...chosen.values()], missing };
}
