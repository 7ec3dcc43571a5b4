import type { Found } from "./find-records";
import type { ImportMapping } from "./schema";
import type { Candidate, GivenEvent, GivenReport } from "./types";

/** The records that the candidates of one batch name, each once. */
export type Named = {
  event: string;
  claimants: string[];
  publications: string[];
  measures: string[];
  reports: GivenReport[];
};

/** What of it is not on file and is to be made. */
export type Making = Named & { newEvent: GivenEvent | null };

/** Why what should have been made was not, by refusalKey. */
export type Refused = ReadonlyMap<string, string>;
export const refusalKey = (kind: string, key: string) => `${kind} ${key}`;

/**
 * What a batch names, in the order in which it does, and what the claimants that a mapping declares belong to, bodies
 * before their members. All candidates of a batch are of one event.
 */
export function namedIn(candidates: readonly Candidate[], mapping: ImportMapping): Named {
  const reports = new Map(candidates.map(({ report }) => [reportKey(report), report]));
  const declared = new Map(mapping.claimants.map((claimant) => [claimant.slug, claimant]));
  const claimants = new Set<string>();
  const publications = new Set([...reports.values()].map(({ publication }) => publication));
  const name = (slug: string, members: readonly string[]) => {
    const own = declared.get(slug);
    if (claimants.has(slug) || members.includes(slug)) return;
    if (own?.parent) name(own.parent, [...members, slug]);
    if (own?.publication) publications.add(own.publication);
    if (own?.viaPublication) publications.add(own.viaPublication);
    claimants.add(slug);
  };
  for (const slug of new Set(candidates.map(({ claimant }) => claimant))) name(slug, []);
  return {
    event: candidates[0]?.event ?? "",
    claimants: [...claimants],
    publications: [...publications],
    measures: [...new Set(candidates.flatMap(({ measure }) => measure ?? []))],
    reports: [...reports.values()],
  };
}

/** What a batch names that is not on file, as far as the mapping or a row says what it is. */
export function missingOf(
  named: Named,
  found: Found,
  mapping: ImportMapping,
  candidates: readonly Candidate[],
): Making {
  const newEvent = found.event
    ? null
    : (candidates.find((candidate) => candidate.newEvent)?.newEvent ?? null);
  const isPlaced = found.event !== null || newEvent !== null;
  return {
    event: named.event,
    newEvent,
    claimants: missing(named.claimants, found.claimants, mapping.claimants),
    publications: missing(named.publications, found.publications, mapping.publications),
    measures: isPlaced ? missing(named.measures, found.measures, mapping.measures) : [],
    reports: named.reports.filter((report) => !found.reports.has(reportKey(report))),
  };
}

function missing(
  slugs: readonly string[],
  found: ReadonlyMap<string, string>,
  declared: readonly { slug: string }[],
): string[] {
  const known = new Set(declared.map(({ slug }) => slug));
  return slugs.filter((slug) => !found.has(slug) && known.has(slug));
}

export function isNothing({ newEvent, claimants, publications, measures, reports }: Making): boolean {
  return (
    newEvent === null && [claimants, publications, measures, reports].every(({ length }) => length === 0)
  );
}

/** What tells a report from others within one file. */
export function reportKey({ publication, url, title, published }: GivenReport): string {
  return JSON.stringify(url !== null ? [url] : [publication, title, published?.edtf ?? null]);
}
