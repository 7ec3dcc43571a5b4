import "server-only";
import { db } from "../db/client";
import { publicClaimant, publicPublication, published, publishedEvent } from "./gate";

/** The sitemap protocol allows so many entries in one file. */
const ENTRIES_MAX = 50_000;

/** The addresses of the published events, and when each last changed, the latest first. One query. */
export async function listSitemapEvents(): Promise<{ slug: string; changedAt: Date }[]> {
  return db().event.findMany({
    where: publishedEvent,
    select: { slug: true, changedAt: true },
    orderBy: [{ changedAt: "desc" }, { id: "desc" }],
    take: ENTRIES_MAX,
  });
}

export type EventSitemap = {
  changedAt: Date;
  /** By their public ids, slugs and slugs. */
  claims: string[];
  claimants: string[];
  publications: string[];
};

/** What can be read of one published event: its claims, who makes them, and whose reports carry them; or null. Four queries. */
export async function findEventSitemap(slug: string): Promise<EventSitemap | null> {
  const event = await db().event.findFirst({
    where: { slug, ...publishedEvent },
    select: { id: true, changedAt: true },
  });
  if (!event) return null;
  const ofEvent = { eventId: event.id, ...published };
  const bySlug = { select: { slug: true }, orderBy: { slug: "asc" }, take: ENTRIES_MAX / 4 } as const;
  const [claims, claimants, publications] = await Promise.all([
    db().claim.findMany({
      where: ofEvent,
      select: { publicId: true },
      orderBy: { number: "asc" },
      take: ENTRIES_MAX / 4,
    }),
    db().claimant.findMany({ where: { AND: [publicClaimant, { claims: { some: ofEvent } }] }, ...bySlug }),
    db().publication.findMany({
      where: {
        AND: [
          publicPublication,
          { reports: { some: { attributions: { some: { publishedAt: { not: null }, claim: ofEvent } } } } },
        ],
      },
      ...bySlug,
    }),
  ]);
  return {
    changedAt: event.changedAt,
    claims: claims.map(({ publicId }) => publicId),
    claimants: claimants.map((claimant) => claimant.slug),
    publications: publications.map((publication) => publication.slug),
  };
}
