import "server-only";
import { assertKeepsLinks } from "../claims/kept-links";
import type { Superseding } from "../claims/rules";
import type { Db } from "../db/client";
import { Conflict } from "../errors";
import { named } from "./rules";

/** What of some claims would be otherwise, and of the claimants that belong to another. */
export type Otherwise = {
  claimIds: readonly string[];
  change: (claim: Superseding) => Partial<Superseding>;
  parentOf?: (claimant: { id: string; parentId: string | null }) => string | null;
};

/** The decisions on claims and others that would not be made so, were the claims otherwise: a sentence for each. */
export async function listBrokenLinks(db: Db, otherwise: Otherwise): Promise<string[]> {
  const { change, parentOf = ({ parentId }) => parentId } = otherwise;
  const ids = [...otherwise.claimIds];
  const links = await db.claimLink.findMany({
    where: { state: "accepted", OR: [{ fromClaimId: { in: ids } }, { toClaimId: { in: ids } }] },
    include: { fromClaim: true, toClaim: true },
    orderBy: { id: "asc" },
  });
  if (links.length === 0) return [];

  const changed = new Set(ids);
  const then = (claim: Superseding): Superseding =>
    changed.has(claim.id) ? { ...claim, ...change(claim) } : claim;
  const kept = links.map(({ fromClaim, toClaim, ...link }) => ({
    ...link,
    from: then(fromClaim),
    to: then(toClaim),
    otherPublicId: changed.has(fromClaim.id) ? toClaim.publicId : fromClaim.publicId,
  }));
  const joined = kept.flatMap(({ from, to }) => [from, to]);
  const [claimants, measures] = await Promise.all([
    db.claimant.findMany({
      where: { id: { in: joined.map(({ claimantId }) => claimantId) } },
      select: { id: true, parentId: true },
    }),
    db.measure.findMany({
      where: { id: { in: joined.flatMap(({ measureId }) => measureId ?? []) } },
      select: { id: true, total: true },
    }),
  ]);
  const kin = claimants.map((claimant) => ({ id: claimant.id, parentId: parentOf(claimant) }));
  return kept.flatMap((link) => problemOf(() => assertKeepsLinks([link], kin, measures)));
}

function problemOf(rule: () => void): string[] {
  try {
    rule();
    return [];
  } catch (error) {
    if (error instanceof Conflict) return [error.message];
    throw error;
  }
}

/**
 * What joins claims that would leave an event with claims that would stay in it: links that were decided or proposed,
 * figures relative to another, corroborations. A sentence for each kind.
 */
export async function listCrossings(
  db: Db,
  eventId: string,
  movingIds: readonly string[],
): Promise<string[]> {
  const moving = { id: { in: [...movingIds] } };
  const staying = { eventId, id: { notIn: [...movingIds] } };
  const name = { select: { publicId: true } };
  const [links, relatives, assessments] = await Promise.all([
    db.claimLink.findMany({
      where: {
        state: { in: ["accepted", "proposed"] },
        OR: [
          { fromClaim: moving, toClaim: staying },
          { fromClaim: staying, toClaim: moving },
        ],
      },
      select: { fromClaim: name, toClaim: name },
    }),
    db.claim.findMany({
      where: {
        OR: [
          { ...moving, relativeTo: staying },
          { ...staying, relativeTo: moving },
        ],
      },
      select: { publicId: true, relativeTo: name },
    }),
    db.assessment.findMany({
      where: {
        OR: [
          { claim: { ...moving, verification: "corroborated" }, corroborating: staying },
          { claim: { ...staying, verification: "corroborated" }, corroborating: moving },
        ],
      },
      select: { claim: name, corroborating: name },
    }),
  ]);
  return [
    ...sentence(
      links.map(({ fromClaim, toClaim }) => `${fromClaim.publicId} and ${toClaim.publicId}`),
      "These claims are linked: move both, or undo the link.",
    ),
    ...sentence(
      relatives.map(({ publicId, relativeTo }) => `${publicId} and ${relativeTo?.publicId}`),
      "Of these figures one is relative to the other: move both.",
    ),
    ...sentence(
      assessments.map(({ claim, corroborating }) => `${claim.publicId} and ${corroborating?.publicId}`),
      "Of these claims one corroborates the other: move both, or assess it again.",
    ),
  ];
}

function sentence(pairs: readonly string[], problem: string): string[] {
  return pairs.length > 0 ? [`${problem} (${named(pairs)})`] : [];
}

/** R31: claims that would be stated before what they count begins, once that begins with another event. */
export async function listEarly(db: Db, claimIds: readonly string[], eventBegins: Date): Promise<string[]> {
  const early = await db.claim.findMany({
    where: {
      id: { in: [...claimIds] },
      measure: { periodEarliest: null },
      statedLatest: { lt: eventBegins },
      isForecast: false,
      lifecycle: { not: "entry_error" },
      recordStatus: { not: "archived" },
    },
    select: { publicId: true },
    orderBy: { number: "asc" },
  });
  if (early.length === 0) return [];
  const names = named(early.map(({ publicId }) => publicId));
  return [`These claims would be stated before the event that they are about: ${names}.`];
}
