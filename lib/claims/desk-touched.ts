import "server-only";
import { db } from "../db/client";
import { published } from "../publishing/gate";
import type { LinkKind } from "../vocabulary";
import { claimRefSelect, toClaimRef } from "./refs";
import type { ClaimRef } from "./types";

/** How many of a kind are named; the rest are counted. */
const TOUCHED_SHOWN = 20;

/** What a decision reaches, of one kind: how many there are, and the first of them by name. */
export type Touched<T> = { count: number; shown: T[] };

/** Another claim that it is linked to, and how. */
export type TouchedLink = { kind: LinkKind; claim: ClaimRef };

/** What rests on a published claim, is joined to it or names it, for an editor to see before it is taken back (R23). */
export type TouchedRecords = {
  /** Claims whose newest assessment rests on it: flagged as stale. */
  corroborated: Touched<ClaimRef>;
  /** Best estimates that stand, were made with it and are not stale yet: flagged so. */
  estimates: Touched<{ raw: string; measure: { slug: string; label: string }; eventSlug: string }>;
  /** Accepted links to other claims: they stay. */
  links: Touched<TouchedLink>;
  /** Figures whose place it took, and it stands itself: current again, and not linked, if it had never been made. */
  restored: Touched<TouchedLink>;
  /** Reports that carry it: they stay attached. */
  reports: Touched<{ publicId: string; title: string | null; publicationName: string }>;
  /** Published claims that count relative to it. */
  relatives: Touched<ClaimRef>;
};

/** See TouchedRecords. A bounded number of queries. */
export async function listTouched(id: string, isCurrent: boolean): Promise<TouchedRecords> {
  const byNumber = { number: "asc" } as const;
  const [corroborated, measures, links, attributions, relatives] = await Promise.all([
    db().claim.findMany({
      where: { assessments: { some: { corroboratingId: id } } },
      select: {
        ...claimRefSelect,
        assessments: { orderBy: { number: "desc" }, take: 1, select: { corroboratingId: true } },
      },
      orderBy: byNumber,
    }),
    db().measure.findMany({
      where: { mergedIntoId: null, estimates: { some: { inputs: { some: { claimId: id } } } } },
      select: {
        slug: true,
        label: true,
        event: { select: { slug: true } },
        estimates: {
          orderBy: { number: "desc" },
          take: 1,
          select: { raw: true, staleSince: true, inputs: { select: { claimId: true } } },
        },
      },
      orderBy: { position: "asc" },
    }),
    db().claimLink.findMany({
      where: { state: "accepted", OR: [{ fromClaimId: id }, { toClaimId: id }] },
      select: {
        kind: true,
        fromClaimId: true,
        fromClaim: { select: claimRefSelect },
        toClaim: { select: claimRefSelect },
      },
      orderBy: { id: "asc" },
    }),
    db().attribution.findMany({
      where: { claimId: id },
      select: {
        report: { select: { publicId: true, title: true, publication: { select: { name: true } } } },
      },
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    }),
    db().claim.findMany({
      where: { relativeToId: id, ...published },
      select: claimRefSelect,
      orderBy: byNumber,
    }),
  ]);
  const named = links.map(({ kind, fromClaimId, fromClaim, toClaim }) => ({
    kind,
    claim: toClaimRef(fromClaimId === id ? toClaim : fromClaim),
    tookPlace: isCurrent && fromClaimId === id && (kind === "supersedes" || kind === "replaces"),
  }));
  const reports = new Map(attributions.map(({ report }) => [report.publicId, report]));
  return {
    corroborated: cap(
      corroborated.filter(({ assessments }) => assessments[0]?.corroboratingId === id).map(toClaimRef),
    ),
    estimates: cap(
      measures.flatMap(({ slug, label, event, estimates: [newest] }) =>
        newest?.raw && !newest.staleSince && newest.inputs.some(({ claimId }) => claimId === id)
          ? [{ raw: newest.raw, measure: { slug, label }, eventSlug: event.slug }]
          : [],
      ),
    ),
    links: cap(named.filter(({ tookPlace }) => !tookPlace).map(toLink)),
    restored: cap(named.filter(({ tookPlace }) => tookPlace).map(toLink)),
    reports: cap(
      [...reports.values()].map(({ publicId, title, publication }) => ({
        publicId,
        title,
        publicationName: publication.name,
      })),
    ),
    relatives: cap(relatives.map(toClaimRef)),
  };
}

function toLink({ kind, claim }: TouchedLink): TouchedLink {
  return { kind, claim };
}

function cap<T>(all: T[]): Touched<T> {
  return { count: all.length, shown: all.slice(0, TOUCHED_SHOWN) };
}
