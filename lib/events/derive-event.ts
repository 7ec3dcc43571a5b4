import "server-only";
import { figureSelect, toFigure } from "../claims/figures";
import type { Db, Transaction } from "../db/client";
import { measureSelect, toMeasure } from "../measures/measures";
import type { Measure } from "../quantity/quantity";
import { contestedIds, type EventSummary, type SummarisedClaim, summariseEvent } from "./rules";

type Derived = {
  summary: EventSummary;
  /** The claims whose stored fields are not what they should be, with what they should be. */
  stale: { id: string; isContested: boolean; reportCount: number }[];
};

/**
 * Computes again what is kept beside an event and its published claims, in the transaction of the command that
 * changed an input. Only claims whose derived fields changed are written.
 */
export async function deriveEvent(tx: Transaction, eventId: string, now: Date): Promise<void> {
  const { summary, stale } = await computeDerived(tx, eventId);
  const row = { summary: summary as object, computedAt: now };
  await tx.eventDerived.upsert({ where: { eventId }, create: { eventId, ...row }, update: row });
  for (const { id, ...fields } of stale) await tx.claim.update({ where: { id }, data: fields });
}

/** What should be stored beside an event, from its published claims alone. */
export async function computeDerived(db: Db, eventId: string): Promise<Derived> {
  const [event, measureRows, claimRows, attributions] = await Promise.all([
    db.event.findUniqueOrThrow({ where: { id: eventId }, select: { headlineMeasureId: true } }),
    db.measure.findMany({ where: { eventId }, select: measureSelect, orderBy: { position: "asc" } }),
    db.claim.findMany({
      where: { eventId, recordStatus: "published" },
      select: { ...figureSelect, isContested: true, reportCount: true },
      orderBy: { number: "asc" },
    }),
    db.attribution.findMany({
      where: { publishedAt: { not: null }, claim: { eventId, recordStatus: "published" } },
      select: { claimId: true, reportId: true },
    }),
  ]);
  const measures: Measure[] = measureRows.map(toMeasure);
  const reportsOf = groupReports(attributions);
  const claims = claimRows.map(
    (row): SummarisedClaim => ({
      id: row.id,
      claimantId: row.claimantId,
      verification: row.verification,
      isCurrent: row.lifecycle === "current",
      figure: toFigure(row),
      reportIds: [...(reportsOf.get(row.id) ?? [])],
    }),
  );
  const contested = contestedIds(claims, measures);
  return {
    summary: summariseEvent(claims, measures, event.headlineMeasureId),
    stale: claimRows
      .map(({ id, isContested, reportCount }) => ({
        id,
        stored: { isContested, reportCount },
        isContested: contested.has(id),
        reportCount: reportsOf.get(id)?.size ?? 0,
      }))
      .filter(
        (row) => row.stored.isContested !== row.isContested || row.stored.reportCount !== row.reportCount,
      )
      .map(({ stored: _, ...row }) => row),
  };
}

function groupReports(attributions: { claimId: string; reportId: string }[]): Map<string, Set<string>> {
  const reportsOf = new Map<string, Set<string>>();
  for (const { claimId, reportId } of attributions) {
    const reports = reportsOf.get(claimId) ?? new Set();
    reportsOf.set(claimId, reports.add(reportId));
  }
  return reportsOf;
}
