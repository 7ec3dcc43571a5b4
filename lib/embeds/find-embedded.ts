import "server-only";
import { findKeptClaim } from "../claims/queries";
import { db } from "../db/client";
import { findEventByFormerSlug } from "../events/queries";
import { published, publishedEvent } from "../publishing/gate";
import type { Embedded } from "./types";

const ESTIMATES = "-estimates";

/**
 * The measure in which a public claim is drawn, or the event of a statement; of a duplicate, that of the claim that was
 * kept (R30). Null where there is none that is public (R34).
 */
export async function findEmbeddedOfClaim(publicId: string): Promise<Embedded | null> {
  const claim = await db().claim.findFirst({
    where: { publicId, ...published },
    select: { lane: true, event: { select: { slug: true } }, measure: { select: { slug: true } } },
  });
  if (!claim) {
    const kept = await findKeptClaim(publicId);
    return kept === null ? null : findEmbeddedOfClaim(kept);
  }
  const measure = claim.measure && withLane(claim.measure.slug, claim.lane === "estimate");
  return { event: claim.event.slug, measure };
}

/**
 * Where what was shown under a former address stands today: the event that it was merged into or renamed to, or the
 * measure that its own was merged into (R30). Null where it leads nowhere, or nowhere public.
 */
export async function findMoved({ event, measure }: Embedded): Promise<Embedded | null> {
  const present = await findEventByFormerSlug(event);
  if (present) return { event: present, measure };
  const into = measure && (await findMeasureMergedInto(event, measure));
  return into ? { event, measure: into } : null;
}

async function findMeasureMergedInto(event: string, asked: string): Promise<string | null> {
  const isEstimates = asked.endsWith(ESTIMATES);
  const slug = isEstimates ? asked.slice(0, -ESTIMATES.length) : asked;
  const merged = await db().measure.findMany({
    where: { event: { slug: event, ...publishedEvent }, OR: [{ slug }, { mergedIntoId: { not: null } }] },
    select: { slug: true, mergedInto: { select: { slug: true } } },
  });
  const intoOf = new Map(merged.map((row) => [row.slug, row.mergedInto?.slug]));
  let into = intoOf.get(slug);
  while (into && intoOf.get(into)) into = intoOf.get(into);
  return into ? withLane(into, isEstimates) : null;
}

function withLane(slug: string, isEstimates: boolean): string {
  return isEstimates ? `${slug}${ESTIMATES}` : slug;
}
