import "server-only";
import type { Actor } from "../auth/actor";
import { authorise } from "../auth/authorise";
import { listDeskRefs } from "../claims/desk-refs";
import { figureSelect, toFigure } from "../claims/figures";
import type { ClaimRef } from "../claims/types";
import { db } from "../db/client";
import type { DerivedClaim, EventSummary } from "../events/rules";
import { whyLeftOut } from "../quantity/range";

/** What an assessment of a claim bears on, before it is made. */
export type Assessing = {
  /** The claim itself, as others name it. */
  own: ClaimRef;
  /** The figures of others that cannot be true with it; null where there are none. */
  contested: { nearest: ClaimRef; farthest: ClaimRef; count: number } | null;
  /** It is in the reported range of its measure now; and would be, were it not refuted. */
  isInRange: boolean;
  entersUnlessRefuted: boolean;
  /** How many ends of ranges it sets now. */
  endCount: number;
  /** Claims whose newest assessment rests on it, and is not stale yet (R12); the first 20. */
  corroborates: ClaimRef[];
  corroboratesCount: number;
  /** Best estimates made with it that stand and are not stale yet (R10). */
  estimates: { raw: string; measureLabel: string }[];
};

const NAMED_MAX = 20;

/** See Assessing; null where there is no such claim. Five queries at most. */
export async function findAssessing(actor: Actor, claimId: string): Promise<Assessing | null> {
  authorise(actor, "claim:assess");
  const row = await db().claim.findUnique({
    where: { id: claimId },
    select: {
      ...figureSelect,
      recordStatus: true,
      derived: true,
      event: { select: { derived: { select: { summary: true } } } },
    },
  });
  if (!row) return null;
  const [resting, estimates] = await Promise.all([
    db().claim.findMany({
      where: { verification: "corroborated", assessments: { some: { corroboratingId: claimId } } },
      select: {
        id: true,
        assessments: {
          orderBy: { number: "desc" },
          take: 1,
          select: { corroboratingId: true, staleSince: true },
        },
      },
      orderBy: { number: "asc" },
    }),
    db().bestEstimate.findMany({
      where: { staleSince: null, raw: { not: null }, inputs: { some: { claimId } } },
      select: {
        raw: true,
        number: true,
        measure: { select: { label: true, _count: { select: { estimates: true } } } },
      },
      orderBy: { id: "asc" },
    }),
  ]);
  const corroborates = resting
    .filter(({ assessments: [newest] }) => newest?.corroboratingId === claimId && !newest.staleSince)
    .map(({ id }) => id);
  const contest = (row.derived as DerivedClaim | null)?.contest;
  const named = corroborates.slice(0, NAMED_MAX);
  const refs = await listDeskRefs(actor, [
    claimId,
    ...named,
    ...(contest ? [contest.nearestId, contest.farthestId] : []),
  ]);
  const [nearest, farthest] = contest ? [refs.get(contest.nearestId), refs.get(contest.farthestId)] : [];
  const own = refs.get(claimId);
  if (!own) return null;
  const figure = row.recordStatus === "published" ? toFigure(row) : null;
  const ends = endsOf(row.event.derived?.summary as unknown as EventSummary | undefined);
  return {
    own,
    contested: contest && nearest && farthest ? { nearest, farthest, count: contest.count } : null,
    isInRange: figure !== null && whyLeftOut(figure, true) === null,
    entersUnlessRefuted:
      figure !== null && whyLeftOut({ ...figure, verification: "unverified" }, true) === null,
    endCount: ends.filter(({ figureIds }) => figureIds.includes(claimId)).length,
    corroborates: named.flatMap((id) => refs.get(id) ?? []),
    corroboratesCount: corroborates.length,
    // Each measure's newest: an earlier one says nothing any more.
    estimates: estimates
      .filter(({ number, measure }) => number === measure._count.estimates)
      .map(({ raw, measure }) => ({ raw: raw ?? "", measureLabel: measure.label })),
  };
}

function endsOf(summary: EventSummary | undefined) {
  return (summary?.ranges ?? []).flatMap(({ low, high }) => [low, high]).flatMap((end) => end ?? []);
}
