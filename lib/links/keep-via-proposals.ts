import "server-only";
import type { ReportToTrace } from "../attributions/dated-reports";
import { type DecidedVia, type ProposedVia, proposeVias } from "../attributions/via-proposals";
import type { Transaction } from "../db/client";
import { groupBy } from "../group-by";

/** So many new proposals are kept at once; the rest comes with the next change of the event's reports. */
const KEPT_MAX = 200;

/**
 * Keeps whom the reports of an event's published claims were perhaps had from, for a person to decide (R14). Only adds:
 * what was proposed or decided before stays as it is, and what people typed themselves is not asked. The event's chain
 * must be held.
 */
export async function keepViaProposals(tx: Transaction, eventId: string, now: Date): Promise<void> {
  const { reports, known } = await readReports(tx, eventId);
  if (reports.length < 2) return;

  const ids = reports.map(({ id }) => id);
  const kept = await tx.viaProposal.findMany({
    where: { reportId: { in: ids } },
    select: { reportId: true, viaReportId: true, viaPublicationId: true, ground: true, state: true },
  });
  const decided = kept.filter(({ state }) => state !== "proposed");
  const isKept = new Set(kept.map(keyOf));
  const fresh = proposeVias(reports, [...known, ...decided]).filter((via) => !isKept.has(keyOf(via)));
  if (fresh.length === 0) return;

  await tx.viaProposal.createMany({
    data: fresh.slice(0, KEPT_MAX).map(({ direction, ...via }) => ({
      ...via,
      isOrderKnown: direction === "known",
      proposedAt: now,
    })),
    // Another event, which has another chain, may hold the same two reports at this moment.
    skipDuplicates: true,
  });
}

function keyOf(via: Pick<ProposedVia, "reportId" | "viaReportId" | "viaPublicationId" | "ground">): string {
  return JSON.stringify([via.reportId, via.viaReportId, via.viaPublicationId, via.ground]);
}

/** The reports of an event as the rules of R14 look at them, and whom people said that they were had from. */
async function readReports(
  tx: Transaction,
  eventId: string,
): Promise<{ reports: ReportToTrace[]; known: DecidedVia[] }> {
  const attributions = await tx.attribution.findMany({
    where: {
      publishedAt: { not: null },
      claim: { eventId, recordStatus: "published", mergedIntoId: null },
    },
    select: {
      reportId: true,
      viaReportId: true,
      viaClaimant: { select: { publicationId: true } },
      passage: true,
    },
    orderBy: { id: "asc" },
  });
  const carriedIn = groupBy(attributions, ({ reportId }) => reportId);
  const rows = await tx.report.findMany({
    where: { id: { in: [...carriedIn.keys()] } },
    select: {
      id: true,
      publicationId: true,
      publication: { select: { name: true, aliases: { select: { name: true } } } },
      credit: true,
      byline: true,
      publishedEarliest: true,
      publishedLatest: true,
    },
  });
  const reports = rows.map(({ publication, publishedEarliest, publishedLatest, ...report }) => ({
    ...report,
    publicationNames: [publication.name, ...publication.aliases.map(({ name }) => name)],
    text: textOf(carriedIn.get(report.id) ?? []),
    publishedEarliest: publishedEarliest?.getTime() ?? null,
    publishedLatest: publishedLatest?.getTime() ?? null,
  }));
  const known = attributions.flatMap(({ reportId, viaReportId, viaClaimant }): DecidedVia[] => {
    if (viaReportId !== null) return [{ reportId, viaReportId }];
    const viaPublicationId = viaClaimant?.publicationId;
    return viaPublicationId ? [{ reportId, viaReportId: null, viaPublicationId }] : [];
  });
  return { reports, known };
}

/** What is on file of a report's words: its passages, each once. */
function textOf(carried: readonly { passage: string | null }[]): string | null {
  const passages = new Set(carried.flatMap(({ passage }) => passage ?? []));
  return passages.size > 0 ? [...passages].join("\n") : null;
}
