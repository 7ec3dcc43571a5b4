import "server-only";
import type { Transaction } from "../db/client";
import { instantText } from "../db/instant-text";
import { groupBy } from "../group-by";
import { momentOf } from "../quantity/moment";
import { type FigureValues, inTheWay, type Kin, kinSelect, type OnFile, toKin, twinOf } from "./check-claim";
import { laneOf } from "./claim-row";
import type { Pretended } from "./pretended";
import type { ParsedClaim } from "./schema";
import { SAME_CLAIM_MS } from "./twins";

/** What is on file of all that the claims of a batch name, read at once. */
export type BatchOnFile = {
  of(claim: ParsedClaim): OnFile;
  /** Counts a claim of the batch itself among what is on file. */
  add(claim: ParsedClaim, id: string, publicId: string): void;
  claimants: ReadonlySet<string>;
  reports: ReadonlySet<string>;
  /** Claims that forms of the batch were logged as before, by the ids of the forms. */
  submitted: ReadonlyMap<string, { id: string; publicId: string; eventId: string; loggedById: string }>;
};

/**
 * Reads it for the claims of one event. Seven queries, whatever their number. `pretended`: what a dry run takes to be on
 * file beside; its claims are added there, and remembered from batch to batch.
 */
export async function readBatchOnFile(
  tx: Transaction,
  eventId: string,
  claims: readonly ParsedClaim[],
  pretended: Pretended | null = null,
): Promise<BatchOnFile> {
  const figures = claims.filter((claim) => claim.type === "figure");
  const attributions = claims.flatMap((claim) => claim.attributions);
  const claimants = await tx.claimant.findMany({
    where: {
      id: oneOf([
        ...claims.map(({ claimantId }) => claimantId),
        ...attributions.map(({ viaClaimantId }) => viaClaimantId),
      ]),
    },
    select: { id: true, mergedIntoId: true },
  });
  const measures = await tx.measure.findMany({
    where: { id: oneOf(figures.map(({ measureId }) => measureId)), eventId, mergedIntoId: null },
    select: { id: true, kinds: true, periodEarliest: true },
  });
  const reports = await tx.report.findMany({
    where: { id: oneOf(attributions.flatMap(({ reportId, viaReportId }) => [reportId, viaReportId])) },
    select: { id: true },
  });
  const relatives = await tx.claim.findMany({
    where: { id: oneOf(figures.map(({ relativeToId }) => relativeToId)), eventId },
    select: { id: true },
  });
  const submitted = await tx.claim.findMany({
    where: { submissionId: oneOf(claims.map(({ submissionId }) => submissionId)) },
    select: { id: true, publicId: true, eventId: true, loggedById: true, submissionId: true },
  });
  const kin = await readKin(tx, eventId, figures);
  const claimantOf = byId(claimants);
  const measureOf = byId(measures);
  const relativeOf = byId(relatives);
  return {
    claimants: new Set(claimantOf.keys()),
    reports: new Set([
      ...reports.map(({ id }) => id),
      ...attributions.map(({ reportId }) => reportId).filter((id) => pretended?.reports.has(id)),
    ]),
    submitted: new Map(submitted.flatMap((row) => (row.submissionId ? [[row.submissionId, row]] : []))),
    of(claim) {
      const isPretended = pretended?.claimants.has(claim.claimantId);
      const claimant = claimantOf.get(claim.claimantId) ?? (isPretended ? { mergedIntoId: null } : null);
      if (claim.type === "statement") return { claimant, measure: null, relativeTo: null, kin: [] };
      return {
        claimant,
        measure: measureOf.get(claim.measureId) ?? pretended?.measures.get(claim.measureId) ?? null,
        relativeTo: relativeOf.get(claim.relativeToId ?? "") ?? null,
        kin: pretended
          ? [...(kin.get(pairOf(claim)) ?? []), ...pretended.claims.kinOf(claim)]
          : (kin.get(pairOf(claim)) ?? []),
      };
    },
    add(claim, id, publicId) {
      if (claim.type === "statement") return;
      const own = { ...twinOf(claim), id, publicId, lane: laneOf(claim.basis) };
      if (pretended) return pretended.claims.add(claim, own);
      const others = kin.get(pairOf(claim));
      if (others) others.push(own);
      else kin.set(pairOf(claim), [own]);
    },
  };
}

const pairOf = ({ claimantId, measureId }: { claimantId: string; measureId: string | null }) =>
  `${claimantId} ${measureId}`;

function oneOf(ids: readonly (string | null)[]) {
  return { in: [...new Set(ids)].filter((id) => id !== null) };
}

function byId<Row extends { id: string }>(rows: readonly Row[]): Map<string, Row> {
  return new Map(rows.map((row) => [row.id, row]));
}

/** The figures on file that one of these may be the same as (R27, R28), by claimant and measure, in their order. */
async function readKin(
  tx: Transaction,
  eventId: string,
  figures: readonly FigureValues[],
): Promise<Map<string, Kin[]>> {
  if (figures.length === 0) return new Map();
  const wanted = figures.map((figure) => {
    const { earliest, latest } = momentOf(twinOf(figure));
    return {
      claimant: figure.claimantId,
      measure: figure.measureId,
      as_of: figure.asOf && instantText(new Date(figure.asOf.earliest)),
      begin: instantText(new Date(earliest - SAME_CLAIM_MS)),
      finish: instantText(new Date(latest + SAME_CLAIM_MS)),
    };
  });
  // Which are the same by their as-of, and which of those without one are near?
  const found = await tx.$queryRaw<{ id: string }[]>`
    with wanted as (
      select * from json_to_recordset(${JSON.stringify(wanted)}::json)
        as w(claimant uuid, measure uuid, as_of timestamptz, begin timestamptz, finish timestamptz))
    select c.id from wanted w join claim c
      on c.measure_id = w.measure and c.claimant_id = w.claimant and c.as_of_earliest = w.as_of
    union
    select c.id from wanted w join claim c
      on c.measure_id = w.measure and c.claimant_id = w.claimant and c.as_of_earliest is null
        and c.stated_earliest <= w.finish and c.stated_latest >= w.begin
    union
    select c.id from wanted w join claim c
      on c.measure_id = w.measure and c.claimant_id = w.claimant and w.as_of is null
        and c.as_of_earliest <= w.finish and c.as_of_latest >= w.begin`;
  const rows = await tx.claim.findMany({
    where: { id: { in: found.map(({ id }) => id) }, eventId, ...inTheWay },
    select: kinSelect,
    orderBy: { number: "asc" },
  });
  const kin = rows.flatMap((row) => {
    const own = toKin(row);
    return own ? [{ pair: pairOf(row), own }] : [];
  });
  const groups = groupBy(kin, ({ pair }) => pair);
  return new Map([...groups].map(([pair, of]) => [pair, of.map(({ own }) => own)]));
}
