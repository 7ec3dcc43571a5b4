import "server-only";
import { db } from "../db/client";
import { publicPublication, published, publishedEvent } from "../publishing/gate";

export type Choice = { slug: string; name: string };

/** What a filter offers at most; the rest is reached from the pages of the records themselves. */
const CHOICES_MAX = 200;

/** What the filters of the claims list offer: events by latest change, claimants and publications by name. */
export async function listChoices(): Promise<{
  events: Choice[];
  claimants: Choice[];
  publications: Choice[];
}> {
  const named = {
    select: { slug: true, name: true },
    orderBy: [{ name: "asc" as const }, { id: "asc" as const }],
    take: CHOICES_MAX,
  };
  const [events, claimants, publications] = await Promise.all([
    db().event.findMany({
      where: publishedEvent,
      select: { slug: true, title: true },
      orderBy: [{ changedAt: "desc" }, { id: "asc" }],
      take: CHOICES_MAX,
    }),
    db().claimant.findMany({ where: { claims: { some: published } }, ...named }),
    db().publication.findMany({ where: publicPublication, ...named }),
  ]);
  return { events: events.map(({ slug, title }) => ({ slug, name: title })), claimants, publications };
}
