import "server-only";
import { db } from "../db/client";
import { Conflict } from "../errors";
import type { AddressKind } from "./former-slugs";

/** Where an address must be the only one: among all records of a kind, or among the measures of one event. */
export type SlugPlace = { kind: AddressKind } | { kind: "measure"; eventId: string };

const TRIES_MAX = 20;

/**
 * Runs a command with the first address of `base`, `base-2`, … that is free, up to 20; with the next one where somebody
 * took it meanwhile. A Conflict about anything else goes on as it is, and so does the last one.
 */
export async function withFreeSlug<T>(
  place: SlugPlace,
  base: string,
  command: (slug: string) => Promise<T>,
): Promise<T> {
  for (let slug = await findFree(place, base); ; ) {
    try {
      return await command(slug);
    } catch (error) {
      const next = error instanceof Conflict ? await findFree(place, base) : slug;
      if (next === slug) throw error;
      slug = next;
    }
  }
}

async function findFree(place: SlugPlace, base: string): Promise<string> {
  const names = [base, ...Array.from({ length: TRIES_MAX - 1 }, (_, i) => `${base}-${i + 2}`)];
  const taken = new Set(await listTaken(place, names));
  return names.find((name) => !taken.has(name)) ?? base;
}

async function listTaken(place: SlugPlace, names: string[]): Promise<string[]> {
  const asked = { where: { slug: { in: names } }, select: { slug: true } };
  if (place.kind === "measure") {
    const where = { slug: { in: names }, eventId: place.eventId };
    return slugsOf(await db().measure.findMany({ where, select: { slug: true } }));
  }
  const former = { where: { kind: place.kind, slug: { in: names } }, select: { slug: true } };
  const [today, before] = await Promise.all([
    place.kind === "event"
      ? db().event.findMany(asked)
      : place.kind === "claimant"
        ? db().claimant.findMany(asked)
        : db().publication.findMany(asked),
    db().formerSlug.findMany(former),
  ]);
  return slugsOf([...today, ...before]);
}

function slugsOf(rows: readonly { slug: string }[]): string[] {
  return rows.map(({ slug }) => slug);
}
