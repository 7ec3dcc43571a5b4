import "server-only";
import type { Prisma } from "../../prisma/generated/client";
import { listClaimantFacts } from "../claimants/facts";
import { figureSelect, toFigure } from "../claims/figures";
import type { Db } from "../db/client";
import { measureSelect, toMeasure } from "../measures/measures";
import type { EventInputs, SummarisedClaim } from "./rules";

/** Reads what an event's derived data follow from: its published claims, and nothing unpublished. Eight queries. */
export async function readInputs(db: Db, eventId: string): Promise<EventInputs> {
  const published = { eventId, recordStatus: "published", mergedIntoId: null } as const;
  const [event, measures, rows, attributions, links] = await Promise.all([
    db.event.findUniqueOrThrow({ where: { id: eventId }, select: { headlineMeasureId: true } }),
    db.measure.findMany({
      where: { eventId },
      select: { ...measureSelect, partOfId: true },
      orderBy: { position: "asc" },
    }),
    db.claim.findMany({ where: published, select: figureSelect, orderBy: { number: "asc" } }),
    db.attribution.findMany({
      where: { publishedAt: { not: null }, claim: published },
      select: {
        id: true,
        claimId: true,
        reportId: true,
        carries: true,
        viaReportId: true,
        viaClaimantId: true,
      },
    }),
    db.claimLink.findMany({
      where: {
        kind: { in: ["passed_on_from", "one_origin"] },
        state: { in: ["accepted", "declined"] },
        toClaim: published,
      },
      select: { kind: true, state: true, fromClaimId: true, toClaimId: true },
    }),
  ]);
  const reports = await db.report.findMany({
    where: { id: { in: [...new Set(attributions.map(({ reportId }) => reportId))] } },
    select: { id: true, publishedEarliest: true, publishedLatest: true },
  });
  const named = [
    ...rows.map(({ claimantId }) => claimantId),
    ...attributions.flatMap(({ viaClaimantId }) => viaClaimantId ?? []),
  ];
  const pairs = (kind: string, state: string) =>
    links.filter((link) => link.kind === kind && link.state === state);
  const idsOf = (link: (typeof links)[number]) => ({ ids: [link.fromClaimId, link.toClaimId] as const });
  return {
    measures: measures.map(toMeasure),
    claims: rows.map(toSummarised),
    attributions,
    claimants: await listClaimantFacts(db, eventId, [...new Set(named)]),
    decisions: {
      passedOn: pairs("passed_on_from", "accepted").map(({ fromClaimId: fromId, toClaimId: toId }) => ({
        fromId,
        toId,
      })),
      oneOrigin: pairs("one_origin", "accepted").map(idsOf),
      separate: pairs("one_origin", "declined").map(idsOf),
    },
    published: new Map(
      reports.flatMap(({ id, publishedEarliest, publishedLatest }) =>
        publishedEarliest && publishedLatest
          ? [[id, { earliest: publishedEarliest.getTime(), latest: publishedLatest.getTime() }] as const]
          : [],
      ),
    ),
    partOf: new Map(measures.flatMap(({ id, partOfId }) => (partOfId ? [[id, partOfId] as const] : []))),
    editorsHeadline: event.headlineMeasureId,
  };
}

/** A stored claim, figure or statement, as the rules of events see it. */
export function toSummarised(row: Prisma.ClaimGetPayload<{ select: typeof figureSelect }>): SummarisedClaim {
  return {
    id: row.id,
    claimantId: row.claimantId,
    measureId: row.measureId,
    lane: row.lane,
    low: row.low,
    high: row.high,
    isDisowned: row.standing === "disowned",
    isEntryError: row.lifecycle === "entry_error",
    statedEarliest: row.statedEarliest.getTime(),
    statedLatest: row.statedLatest.getTime(),
    verification: row.verification,
    lifecycle: row.lifecycle,
    figure: toFigure(row),
  };
}
