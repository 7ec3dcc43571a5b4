import "server-only";
import { Prisma } from "../../prisma/generated/client";
import type { Actor } from "../auth/actor";
import { createClaimant } from "../claimants/create-claimant";
import { db } from "../db/client";
import { inTransaction } from "../db/transaction";
import { AppError } from "../errors";
import { createEvent } from "../events/create-event";
import { defineMeasure } from "../measures/define-measure";
import { createPublication } from "../publications/create-publication";
import { fileReport } from "../reports/file-report";
import { type Found, findRecords } from "./find-records";
import {
  isNothing,
  type Making,
  missingOf,
  namedIn,
  type Refused,
  refusalKey,
  reportKey,
} from "./name-records";
import { claimantInput, eventInput, measureInput, publicationInput, reportInput } from "./record-inputs";
import type { ImportMapping } from "./schema";
import type { Candidate } from "./types";

/** What is on file of what a batch names, and why what should have been made was not. */
export type Resolved = { found: Found; refused: Refused };

/**
 * Finds what the candidates of a batch name, and makes through the ordinary commands what the mapping or the rows say of
 * it and is not on file. What is made is noted, so that undoing the import finds it; a crash in between loses no note.
 */
export async function makeRecords(
  importId: string,
  actor: Actor,
  mapping: ImportMapping,
  candidates: readonly Candidate[],
  clock: () => Date,
): Promise<Resolved> {
  const named = namedIn(candidates, mapping);
  const found = await findRecords(named, mapping);
  const making = missingOf(named, found, mapping, candidates);
  if (isNothing(making)) return { found, refused: new Map() };
  await db().import.update({
    where: { id: importId },
    data: { making: making as unknown as Prisma.InputJsonObject },
  });
  const refused = await makeAll(actor, mapping, making, clock);
  await noteMade(importId, mapping);
  return { found: await findRecords(named, mapping), refused };
}

/** In the order in which they name each other. What a command refuses is left out, with its sentence. */
async function makeAll(
  actor: Actor,
  mapping: ImportMapping,
  making: Making,
  clock: () => Date,
): Promise<Refused> {
  const refused = new Map<string, string>();
  const attempt = async (kind: string, key: string, work: () => Promise<unknown>) => {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      refused.set(refusalKey(kind, key), error.message);
    }
  };
  const { zone } = mapping;

  for (const publication of pick(mapping.publications, making.publications))
    await attempt("publication", publication.slug, () =>
      createPublication(actor, publicationInput(publication), clock()),
    );
  for (const claimant of pick(mapping.claimants, making.claimants)) {
    const { claimants, publications } = await findRecords(
      { ...making, claimants: claimant.parent ? [claimant.parent] : [], ...publicationsOf(claimant) },
      mapping,
    );
    await attempt("claimant", claimant.slug, () =>
      createClaimant(actor, claimantInput(claimant, claimants, publications), clock()),
    );
  }
  const { newEvent } = making;
  if (newEvent)
    await attempt("event", making.event, () =>
      createEvent(actor, eventInput(making.event, newEvent), clock()),
    );
  if (making.measures.length + making.reports.length === 0) return refused;
  const reporters = [...making.publications, ...making.reports.map(({ publication }) => publication)];
  const { event, publications } = await findRecords({ ...making, publications: reporters }, mapping);
  for (const measure of event ? pick(mapping.measures, making.measures) : [])
    await attempt("measure", measure.slug, () =>
      defineMeasure(actor, measureInput(event?.id ?? "", measure, zone), clock()),
    );
  for (const report of making.reports)
    await attempt("report", reportKey(report), () =>
      fileReport(actor, reportInput(report, publications), clock()),
    );
  return refused;
}

/** In the order of `slugs`. */
function pick<R extends { slug: string }>(records: readonly R[], slugs: readonly string[]): R[] {
  return slugs.flatMap((slug) => records.find((record) => record.slug === slug) ?? []);
}

function publicationsOf({ publication, viaPublication }: ImportMapping["claimants"][number]) {
  return {
    publications: [publication, viaPublication].filter((slug) => slug !== null),
    measures: [],
    reports: [],
  };
}

/** Notes the records that an import was about to make and that are there; also those that a crash left without a note. */
export async function noteMade(importId: string, mapping: ImportMapping): Promise<void> {
  const { making } = await db().import.findUniqueOrThrow({
    where: { id: importId },
    select: { making: true },
  });
  if (making === null) return;
  const wanted = making as unknown as Making;
  const found = await findRecords(wanted, mapping);
  const ids = (kind: "claimant" | "publication" | "measure" | "report", of: ReadonlyMap<string, string>) =>
    [...of.values()].map((recordId) => ({ kind, recordId }));
  const made = [
    ...(wanted.newEvent && found.event ? [{ kind: "event" as const, recordId: found.event.id }] : []),
    ...ids("publication", only(found.publications, wanted.publications)),
    ...ids("claimant", only(found.claimants, wanted.claimants)),
    ...ids("measure", only(found.measures, wanted.measures)),
    ...ids("report", only(found.reports, wanted.reports.map(reportKey))),
  ];
  await inTransaction(async (tx) => {
    await tx.importedRecord.createMany({
      data: made.map((record) => ({ ...record, importId, version: 1, isNew: true })),
    });
    await tx.import.update({ where: { id: importId }, data: { making: Prisma.DbNull } });
  });
}

function only(found: ReadonlyMap<string, string>, keys: readonly string[]): Map<string, string> {
  return new Map([...found].filter(([key]) => keys.includes(key)));
}
