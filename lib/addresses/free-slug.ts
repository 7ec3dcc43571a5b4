import "server-only";
import { type Db, db } from "../db/client";
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
  for (let slug = await findFreeSlug(place, base); ; ) {
    try {
      return await command(slug);
    } catch (error) {
      const next = error instanceof Conflict ? await findFreeSlug(place, base) : slug;
      if (next === slug) throw error;
      slug = next;
    }
  }
}

/**
 * The first address of `base`, `base-2`, … up to 20 that nothing has; else `base`. It stays free for a transaction that
 * asks itself and holds the chain in which such records are made.
 */
export async function findFreeSlug(place: SlugPlace, base: string, reader: Db = db()): Promise<string> {
  const names = [base, ...Array.from({ length: TRIES_MAX - 1 }, (_, i) => `${base}-${i + 2}`)];
  const taken = new Set(await listTaken(reader, place, names));
  return names.find((name) => !taken.has(name)) ?? base;
}

async function listTaken(reader: Db, place: SlugPlace, names: string[]): Promise<string[]> {
  const asked = { where: { slug: { in: names } }, select: { slug: true } };
  if (place.kind === "measure") {
    const where = { slug: { in: names }, eventId: place.eventId };
    return slugsOf(await reader.measure.findMany({ where, select: { slug: true } }));
  }
  const former = { where: { kind: place.kind, slug: { in: names } }, select: { slug: true } };
  const [today, before] = await Promise.all([
    place.kind === "event"
      ? reader.event.findMany(asked)
      : place.kind === "claimant"
        ? reader.claimant.findMany(asked)
        : reader.publication.findMany(asked),
    reader.formerSlug.findMany(former),
  ]);
  return slugsOf([...today, ...before]);
}

function slugsOf(rows: readonly { slug: string }[]): string[] {
  return rows.map(({ slug }) => slug);
}
