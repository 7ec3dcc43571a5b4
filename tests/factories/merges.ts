import { db } from "../../lib/db/client";
import { verifyDerived } from "../../lib/events/verify-derived";
import { verifyHistory } from "../../lib/history/verify-history";
import type { MergedKind, MergeRecords } from "../../lib/merges/schema";

/** What a merge is told of two records: which, and their present versions. */
export async function mergeInput(kind: MergedKind, fromId: string, intoId: string): Promise<MergeRecords> {
  const [from, into] = [await versionOf(kind, fromId), await versionOf(kind, intoId)];
  return {
    from: { id: fromId, version: from },
    into: { id: intoId, version: into },
    reason: "Both are one.",
  };
}

export async function versionOf(kind: MergedKind, id: string): Promise<number> {
  const where = { where: { id }, select: { version: true } };
  const rows = {
    event: () => db().event.findUniqueOrThrow(where),
    claimant: () => db().claimant.findUniqueOrThrow(where),
    publication: () => db().publication.findUniqueOrThrow(where),
    measure: () => db().measure.findUniqueOrThrow(where),
  };
  return (await rows[kind]()).version;
}

/**
 * All that a merge may move, as it now stands: which record each belongs to, but neither versions nor what is computed
 * from them. Two equal answers mean that everything is where it was.
 */
export async function whereAllIs() {
  const byId = { orderBy: { id: "asc" } } as const;
  return {
    claims: await db().claim.findMany({
      ...byId,
      select: { id: true, publicId: true, eventId: true, claimantId: true, measureId: true, number: true },
    }),
    measures: await db().measure.findMany({
      ...byId,
      select: { id: true, eventId: true, slug: true, position: true, partOfId: true, mergedIntoId: true },
    }),
    claimants: await db().claimant.findMany({
      ...byId,
      select: {
        id: true,
        parentId: true,
        publicationId: true,
        viaPublicationId: true,
        mergedIntoId: true,
        aliases: { select: { name: true }, orderBy: { name: "asc" } },
      },
    }),
    publications: await db().publication.findMany({
      ...byId,
      select: {
        id: true,
        mergedIntoId: true,
        familyId: true,
        aliases: { select: { name: true }, orderBy: { name: "asc" } },
      },
    }),
    reports: await db().report.findMany({ ...byId, select: { id: true, publicationId: true } }),
    attributions: await db().attribution.findMany({
      ...byId,
      select: { id: true, claimId: true, reportId: true, viaClaimantId: true },
    }),
    events: await db().event.findMany({
      ...byId,
      select: {
        id: true,
        slug: true,
        headlineMeasureId: true,
        mergedIntoId: true,
        recordStatus: true,
        aliases: { select: { name: true }, orderBy: { name: "asc" } },
        parties: { orderBy: { claimantId: "asc" } },
        follows: { orderBy: { actorId: "asc" } },
      },
    }),
    estimates: await db().bestEstimate.findMany({
      ...byId,
      select: { id: true, measureId: true, number: true },
    }),
    corrections: await db().correction.findMany({
      ...byId,
      where: { kind: { not: "merge" } },
      select: { id: true, eventId: true, claimId: true },
    }),
  };
}

/** What is kept beside events that is not what would be computed, and where the history does not hold: nothing. */
export async function whatIsWrong(): Promise<unknown[]> {
  const [{ differences }, { breaks }] = [await verifyDerived(), await verifyHistory(db())];
  return [...differences, ...breaks];
}
