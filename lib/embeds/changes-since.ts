import "server-only";
import type { Prisma } from "../../prisma/generated/client";
import { listPublishedRefs } from "../claims/published-refs";
import type { ClaimRef } from "../claims/types";
import { db } from "../db/client";
import type { MeasureView } from "../events/types";
import { published, publishedAssessment, publishedEvent } from "../publishing/gate";
import { CHANGES_SHOWN, type EmbedChange } from "./types";

/** Of a claim that was public: it is theirs no more, or not as it stood here. */
const TOLD = ["retraction", "correction", "disowned", "entry_error", "amendment"] as const;

/**
 * What was published, revised, taken back or assessed of a public event after an instant, or of one measure of it, so
 * that an article that carries the figures can say so (R23); the newest first, one more than are shown. Six queries.
 */
export async function listChangesSince(
  slug: string,
  since: Date,
  measure: Pick<MeasureView, "id" | "lane"> | null = null,
): Promise<EmbedChange[]> {
  const shown = {
    ...published,
    event: { ...publishedEvent, slug },
    ...(measure && { measureId: measure.id, lane: measure.lane }),
  } satisfies Prisma.ClaimWhereInput;
  const { logged, links, corrections, assessments } = await loadChanges(shown, since);
  const revising = new Set(links.map(({ fromClaimId }) => fromClaimId));
  const refs = await listPublishedRefs([
    ...logged.map(({ id }) => id),
    ...links.flatMap(({ fromClaimId, toClaimId }) => [fromClaimId, toClaimId]),
    ...corrections.flatMap(({ claimId }) => claimId ?? []),
    ...assessments.map(({ claimId }) => claimId),
  ]);
  const changes = [
    ...logged
      .filter(({ id }) => !revising.has(id))
      .flatMap(({ id, publishedAt }) => changeOf(refs.get(id), publishedAt, { kind: "new" })),
    ...links.flatMap(({ fromClaimId, toClaimId, decidedAt }) => {
      const from = refs.get(toClaimId);
      return from ? changeOf(refs.get(fromClaimId), decidedAt, { kind: "revised", from }) : [];
    }),
    ...corrections.flatMap(({ claimId, kind, correctedAt }) =>
      changeOf(refs.get(claimId ?? ""), correctedAt, { kind: "taken_back", as: kind }),
    ),
    ...assessments.flatMap(({ claimId, status, publishedAt }) =>
      changeOf(refs.get(claimId), publishedAt, { kind: "assessed", as: status }),
    ),
  ];
  return changes.toSorted((a, b) => b.at - a.at).slice(0, CHANGES_SHOWN + 1);
}

async function loadChanges(shown: Prisma.ClaimWhereInput, since: Date) {
  const take = CHANGES_SHOWN + 1;
  const [logged, links, corrections, assessments] = await Promise.all([
    db().claim.findMany({
      where: { ...shown, publishedAt: { gt: since } },
      select: { id: true, publishedAt: true },
      orderBy: [{ publishedAt: "desc" }, { id: "desc" }],
      take,
    }),
    db().claimLink.findMany({
      where: {
        kind: { in: ["supersedes", "replaces"] },
        state: "accepted",
        fromClaim: published,
        toClaim: shown,
        // Readers see that a figure took the place of another once both is so: decided, and the newer one public.
        OR: [{ decidedAt: { gt: since } }, { fromClaim: { publishedAt: { gt: since } } }],
      },
      select: { fromClaimId: true, toClaimId: true, decidedAt: true },
      orderBy: [{ decidedAt: "desc" }, { id: "desc" }],
      take,
    }),
    db().correction.findMany({
      where: { publishedAt: { gt: since }, kind: { in: [...TOLD] }, claim: shown },
      select: { claimId: true, kind: true, correctedAt: true },
      orderBy: [{ correctedAt: "desc" }, { id: "desc" }],
      take,
    }),
    db().assessment.findMany({
      where: { AND: [publishedAssessment, { publishedAt: { gt: since }, claim: shown }] },
      select: { claimId: true, status: true, publishedAt: true },
      orderBy: [{ publishedAt: "desc" }, { id: "desc" }],
      take,
    }),
  ]);
  return { logged, links, corrections, assessments };
}

type What<T = EmbedChange> = T extends EmbedChange ? Omit<T, "at" | "claim"> : never;

function changeOf(claim: ClaimRef | undefined, at: Date | null, what: What): EmbedChange[] {
  return claim && at ? [{ ...what, claim, at: at.getTime() } as EmbedChange] : [];
}
