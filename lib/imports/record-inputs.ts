import type { CreateClaimant } from "../claimants/schema";
import type { CreateEvent } from "../events/schema";
import type { DefineMeasure } from "../measures/schema";
import type { CreatePublication } from "../publications/schema";
import type { FileReport } from "../reports/schema";
import type { ImportMapping } from "./schema";
import type { GivenEvent, GivenReport } from "./types";

/** What the commands that make records are given, from what a mapping or a row says of them. */
export function eventInput(slug: string, given: GivenEvent): CreateEvent {
  const { title, summary, place, country, latitude, longitude, occurred } = given;
  return { slug, title, summary, place: { name: place, country, latitude, longitude }, occurred };
}

export function measureInput(
  eventId: string,
  { period, ...measure }: ImportMapping["measures"][number],
  zone: string,
): DefineMeasure {
  return { eventId, ...measure, period: period === null ? null : { edtf: period, zone } };
}

export function publicationInput(publication: ImportMapping["publications"][number]): CreatePublication {
  return publication;
}

type Ids = ReadonlyMap<string, string>;

/** `ids` of what is on file by then; a body that is not is told by the command. */
export function claimantInput(
  { parent, publication, viaPublication, ...claimant }: ImportMapping["claimants"][number],
  claimants: Ids,
  publications: Ids,
): CreateClaimant {
  return {
    ...claimant,
    parentId: idOf(claimants, parent),
    publicationId: idOf(publications, publication),
    viaPublicationId: idOf(publications, viaPublication),
  };
}

/** A publication that is not on file is no id: the command says so. */
function idOf(ids: Ids, slug: string | null): string | null {
  return slug === null ? null : (ids.get(slug) ?? slug);
}

export function reportInput(report: GivenReport, publications: Ids): FileReport {
  const { publication, medium, url, title, language, published } = report;
  const publicationId = publications.get(publication) ?? publication;
  return { publicationId, medium, url, title, language, published, isRead: true, note: null };
}

/** What two measures of one event have in common when they are one (R6). */
export function scopeOf(measure: {
  kinds: readonly string[];
  unit: string;
  personClass: string;
  demographic: string | null;
  nationality: string | null;
  area: string | null;
  period: string | null;
  cause: string;
  total: string;
}): string {
  const { kinds, unit, personClass, demographic, nationality, area, period, cause, total } = measure;
  const set = [...new Set(kinds)].toSorted();
  return JSON.stringify([set, unit, personClass, demographic, nationality, area, period, cause, total]);
}
