import { CreateClaimant } from "../claimants/schema";
import { type Pretended, pretendedClaims } from "../claims/pretended";
import { newId } from "../db/new-id";
import { AppError } from "../errors";
import { CreateEvent } from "../events/schema";
import { parseInput } from "../forms/parse-input";
import { DefineMeasure } from "../measures/schema";
import { CreatePublication } from "../publications/schema";
import { FileReport } from "../reports/schema";
import type { MeasureKind } from "../vocabulary";
import type { Found } from "./find-records";
import { type Making, type Refused, refusalKey, reportKey } from "./name-records";
import { claimantInput, eventInput, measureInput, publicationInput, reportInput } from "./record-inputs";
import type { ImportMapping } from "./schema";

/** The records that a run would have made by now, as a dry run remembers them. */
export type PretendedRecords = Pretended & {
  /** By kind and address. */
  ids: Map<string, string>;
  events: Map<string, { id: string; occurredEarliest: Date }>;
  claimants: Set<string>;
  reports: Set<string>;
  measures: Map<string, { kinds: MeasureKind[]; periodEarliest: Date | null }>;
};

/** Nothing yet. */
export function pretendedRecords(): PretendedRecords {
  return {
    ids: new Map(),
    events: new Map(),
    claimants: new Set(),
    reports: new Set(),
    measures: new Map(),
    claims: pretendedClaims(),
  };
}

/**
 * What a batch would find if what is missing had been made: each with an id that no record has. What the schemas of the
 * commands refuse is left out with their sentence.
 */
export function pretendMade(
  records: PretendedRecords,
  found: Found,
  making: Making,
  mapping: ImportMapping,
): { found: Found; refused: Refused } {
  const refused = new Map<string, string>();
  const make = (kind: string, key: string, place: string, check: (id: string) => unknown): string | null => {
    const known = records.ids.get(`${kind} ${place}`);
    if (known) return known;
    try {
      const id = newId();
      check(id);
      records.ids.set(`${kind} ${place}`, id);
      return id;
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      refused.set(refusalKey(kind, key), error.message);
      return null;
    }
  };
  const publications = new Map(found.publications);
  for (const publication of pick(mapping.publications, making.publications)) {
    const { slug } = publication;
    const id = make("publication", slug, slug, () =>
      parseInput(CreatePublication, publicationInput(publication)),
    );
    if (id) publications.set(slug, id);
  }
  const claimants = new Map(found.claimants);
  for (const claimant of pick(mapping.claimants, making.claimants)) {
    const { slug } = claimant;
    const input = claimantInput(claimant, claimants, publications);
    const id = make("claimant", slug, slug, () => parseInput(CreateClaimant, input));
    if (id) claimants.set(slug, id);
    if (id) records.claimants.add(id);
  }
  const event = found.event ?? pretendedEvent(records, making, make);
  const measures = new Map(found.measures);
  for (const measure of event ? pick(mapping.measures, making.measures) : []) {
    const id = make("measure", measure.slug, `${event?.id} ${measure.slug}`, (made) => {
      const { kinds, period } = parseInput(
        DefineMeasure,
        measureInput(event?.id ?? "", measure, mapping.zone),
      );
      records.measures.set(made, { kinds, periodEarliest: period && new Date(period.earliest) });
    });
    if (id) measures.set(measure.slug, id);
  }
  const reports = new Map(found.reports);
  for (const report of making.reports) {
    const key = reportKey(report);
    const id = make("report", key, key, () => parseInput(FileReport, reportInput(report, publications)));
    if (id) reports.set(key, id);
    if (id) records.reports.add(id);
  }
  return { found: { event, publications, claimants, measures, reports }, refused };
}

function pretendedEvent(
  records: PretendedRecords,
  { event: slug, newEvent }: Making,
  make: (kind: string, key: string, place: string, check: (id: string) => unknown) => string | null,
): Found["event"] {
  if (!newEvent) return null;
  make("event", slug, slug, (id) => {
    const { occurred } = parseInput(CreateEvent, eventInput(slug, newEvent));
    records.events.set(slug, { id, occurredEarliest: new Date(occurred.earliest) });
  });
  return records.events.get(slug) ?? null;
}

function pick<R extends { slug: string }>(records: readonly R[], slugs: readonly string[]): R[] {
  return slugs.flatMap((slug) => records.find((record) => record.slug === slug) ?? []);
}
