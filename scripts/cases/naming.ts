import type { CaseAttribution, CaseClaimant, CaseEvent, CasePublication } from "./case-shape";

const SLUG_MAX = 80;

/** The address of a record of one event, so that the records of two events never collide. */
export function slugFor(event: Pick<CaseEvent, "slug">, key: string): string {
  const own = toSlug(key).slice(-SLUG_MAX);
  const room = SLUG_MAX - own.length - 1;
  return room > 0 ? toSlug(`${toSlug(event.slug).slice(0, room)} ${own}`) : toSlug(own);
}

/** Small letters, digits and single hyphens. */
export function toSlug(text: string): string {
  const slug = text
    .normalize("NFD")
    .toLowerCase()
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, "-");
  return slug.replace(/^-|-$/g, "") || "unnamed";
}

/** The publication through which a media claimant speaks: of its name, else of another of its names, else of its key. */
export function publicationOfMedia(
  { key, name, aliases }: Pick<CaseClaimant, "key" | "name" | "aliases">,
  publications: readonly CasePublication[],
): string | null {
  const named = [name, ...aliases].map(
    (one) => publications.find((publication) => isSameName(publication.name, one))?.key,
  );
  const sameKey = publications.find((publication) => publication.key === key)?.key;
  return named.find((found) => found !== undefined) ?? sameKey ?? null;
}

/**
 * The publication through which an unnamed claimant is known (R17): the one that its name ends in, else that of the
 * first report which carries a claim of it at first hand, else of any report that names it.
 */
export function publicationOfUnnamed(
  { key, name }: Pick<CaseClaimant, "key" | "name">,
  { publications, reports, claims }: Pick<CaseEvent, "publications" | "reports" | "claims">,
): string | null {
  const [, tail] = /.*,\s*via\s+(.+)$/is.exec(name) ?? [];
  const named = tail && publications.find((publication) => isSameName(publication.name, tail));
  if (named) return named.key;

  const own = claims.filter(({ claimant }) => claimant === key).flatMap(({ attributions }) => attributions);
  const passing = claims.flatMap(({ attributions }) => attributions).filter(({ via }) => via === key);
  const carriers = [...own.filter(({ via }) => via === null), ...own, ...passing];
  for (const { report } of carriers) {
    const publication = reports.find((one) => one.key === report)?.publication;
    if (publication !== undefined) return publication;
  }
  return null;
}

function isSameName(a: string, b: string): boolean {
  return a.trim().localeCompare(b.trim(), "en", { sensitivity: "base" }) === 0;
}

/** Where in its report each attribution stands. Two places in one report are told apart by a number. */
export function locatorsOf(
  attributions: readonly Pick<CaseAttribution, "report" | "passage">[],
): (string | null)[] {
  const taken = new Set<string>();
  return attributions.map(({ report, passage }) => {
    let locator = passage;
    for (let n = 2; taken.has(JSON.stringify([report, locator])); n += 1)
      locator = `${passage ?? "place"} (${n})`;
    taken.add(JSON.stringify([report, locator]));
    return locator;
  });
}
