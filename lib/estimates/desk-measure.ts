import "server-only";
import type { Actor } from "../auth/actor";
import { authorise } from "../auth/authorise";
import { claimRefSelect, toClaimRef } from "../claims/refs";
import type { ClaimRef } from "../claims/types";
import { db } from "../db/client";
import type { MeasureKind, Verification } from "../vocabulary";
import { type DeskEstimate, estimateSelect, listInputChanges, toDeskEstimate } from "./desk-estimates";

/** A figure that an estimate can be made with. */
export type CandidateInput = ClaimRef & { id: string; verification: Verification };

/** All that an editor needs to estimate a measure. */
export type MeasureToEstimate = {
  id: string;
  slug: string;
  label: string;
  kinds: MeasureKind[];
  unit: string;
  event: { slug: string; title: string; isPublic: boolean };
  /** Published figures of the measure that stand, the last stated first. */
  candidates: CandidateInput[];
  /** The newest first: the standing one, or that it was withdrawn; then the earlier ones. */
  estimates: DeskEstimate[];
};

const CANDIDATES_MAX = 200;

/** See MeasureToEstimate; null where there is no such measure. A bounded number of queries. */
export async function findMeasureToEstimate(
  actor: Actor,
  eventSlug: string,
  slug: string,
): Promise<MeasureToEstimate | null> {
  authorise(actor, "measure:estimate");
  const measure = await db().measure.findFirst({
    where: { slug, mergedIntoId: null, event: { slug: eventSlug, mergedIntoId: null } },
    select: {
      id: true,
      slug: true,
      label: true,
      kinds: true,
      unit: true,
      event: { select: { slug: true, title: true, recordStatus: true } },
    },
  });
  if (!measure) return null;
  const [claims, estimates] = await Promise.all([
    db().claim.findMany({
      where: {
        measureId: measure.id,
        recordStatus: "published",
        mergedIntoId: null,
        lifecycle: "current",
        standing: { not: "disowned" },
        verification: { not: "refuted" },
      },
      select: { ...claimRefSelect, verification: true },
      orderBy: [{ statedEarliest: "desc" }, { id: "desc" }],
      take: CANDIDATES_MAX,
    }),
    db().bestEstimate.findMany({
      where: { measureId: measure.id },
      select: estimateSelect,
      orderBy: { number: "desc" },
    }),
  ]);
  const changesOf = await listInputChanges(estimates);
  const { event, ...own } = measure;
  return {
    ...own,
    event: { slug: event.slug, title: event.title, isPublic: event.recordStatus === "published" },
    candidates: claims.map((row) => ({ ...toClaimRef(row), id: row.id, verification: row.verification })),
    estimates: estimates.map((row) => toDeskEstimate(row, changesOf)),
  };
}
