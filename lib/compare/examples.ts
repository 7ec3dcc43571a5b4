import "server-only";
import { claimRefSelect, toClaimRef } from "../claims/refs";
import type { ClaimRef } from "../claims/types";
import { db } from "../db/client";
import { listEvents } from "../events/queries";
import { published } from "../publishing/gate";

/** Figures of one event that are worth setting against each other. */
export type CompareExample = { event: { slug: string; title: string }; claims: ClaimRef[] };

/** So many of the events that changed last are looked through. */
const EVENTS_MAX = 6;

/**
 * Of the events that changed last, the figures at both ends of the headline range, and one that gives a word instead of
 * a number (R5), where there is one. Events whose range has but one end are left out. A bounded number of queries.
 */
export async function listCompareExamples(): Promise<CompareExample[]> {
  const { rows } = await listEvents({ limit: EVENTS_MAX });
  const ends = rows.flatMap(({ slug, title, headline }) => {
    const [low, high] = [headline?.range?.low.claims[0], headline?.range?.high.claims[0]];
    return low && high && low.publicId !== high.publicId
      ? [{ event: { slug, title }, claims: [low, high] }]
      : [];
  });
  const words = await db().claim.findMany({
    where: {
      ...published,
      event: { ...published.event, slug: { in: ends.map(({ event }) => event.slug) } },
      qualifier: "words",
      lifecycle: "current",
      standing: { not: "disowned" },
    },
    select: { ...claimRefSelect, event: { select: { slug: true } } },
    orderBy: [{ statedEarliest: "asc" }, { id: "asc" }],
    distinct: ["eventId"],
  });
  return ends.map(({ event, claims }) => {
    const word = words.find((row) => row.event.slug === event.slug);
    return { event, claims: word ? [...claims, toClaimRef(word)] : claims };
  });
}
