import "server-only";
import type { Actor } from "../auth/actor";
import { decideLink } from "../claims/decline-link";
import { figureSelect, toFigure } from "../claims/figures";
import { mayBeSameClaim } from "../claims/twins";
import type { Transaction } from "../db/client";
import type { HeldChain } from "../history/record-revision";
import { measureSelect, toMeasure } from "../measures/measures";
import { decidedPairs } from "../quantity/decided-pairs";
import type { Figure } from "../quantity/quantity";
import { proposeSupersessions } from "../quantity/revision";

/**
 * Keeps what is to be asked about a figure that was just published, for an editor to decide: whether it or a later one
 * takes the place of the one before it (R18, R19), and whether two are one claim (R28). What was asked or decided before
 * is not asked again. The event's chain must be held.
 */
export async function keepClaimLinks(
  tx: Transaction,
  chain: HeldChain,
  actor: Actor,
  claim: { id: string; eventId: string; claimantId: string; measureId: string | null },
  now: Date,
): Promise<void> {
  const { id, eventId, claimantId, measureId } = claim;
  if (measureId === null) return;
  const rows = await tx.claim.findMany({
    where: { eventId, claimantId, measureId, recordStatus: "published", mergedIntoId: null },
    select: figureSelect,
    orderBy: { number: "asc" },
  });
  if (rows.length < 2) return;

  const [measure, links] = await Promise.all([
    tx.measure.findUniqueOrThrow({ where: { id: measureId }, select: measureSelect }),
    tx.claimLink.findMany({
      where: {
        kind: { in: ["supersedes", "replaces", "duplicate_of"] },
        fromClaim: { eventId, claimantId, measureId },
      },
      select: { kind: true, state: true, fromClaimId: true, toClaimId: true },
    }),
  ]);
  const figures = rows.flatMap((row) => toFigure(row) ?? []);
  const measures = [toMeasure(measure)];
  // What is open is not asked twice, but keeps its place: the figure after it is asked about the one before it.
  const asked = (isDuplicate: boolean) =>
    links.filter(({ kind }) => (kind === "duplicate_of") === isDuplicate);
  const decided = (isDuplicate: boolean) =>
    asked(isDuplicate)
      .filter(({ state }) => state !== "proposed")
      .map(({ fromClaimId: newerId, toClaimId: olderId }) => ({ newerId, olderId }));
  const pairsOf = (isDuplicate: boolean) =>
    decidedPairs(asked(isDuplicate).map((link) => [link.fromClaimId, link.toClaimId]));
  const { proposals } = proposeSupersessions(figures, measures, decided(false));
  const { sameNumber } = proposeSupersessions(figures, measures, decided(true));

  const byId = new Map(figures.map((figure) => [figure.id, figure]));
  const link = { state: "proposed", note: null } as const;
  const isAsked = pairsOf(false);
  for (const { newerId, olderId } of proposals) {
    if ((newerId !== id && olderId !== id) || isAsked(newerId, olderId)) continue;
    const succession = { ...link, kind: "supersedes", fromClaimId: newerId, toClaimId: olderId } as const;
    await decideLink(tx, chain, actor, succession, now);
  }
  const isAskedTwin = pairsOf(true);
  for (const { ids } of sameNumber) {
    if (!ids.includes(id) || isAskedTwin(...ids)) continue;
    const [one, other] = ids.flatMap((figureId) => byId.get(figureId) ?? []).sort(firstLogged);
    if (!one || !other || !mayBeSameClaim(one, other)) continue;
    const twins = { ...link, kind: "duplicate_of", fromClaimId: other.id, toClaimId: one.id } as const;
    await decideLink(tx, chain, actor, twins, now);
  }
}

function firstLogged(a: Figure, b: Figure): number {
  return a.order - b.order;
}
