import "server-only";
import type { Prisma } from "../../prisma/generated/client";
import { listAttributionsByClaim } from "../attributions/queries";
import { dateFrom } from "../dates/columns";
import { db } from "../db/client";
import { listRevisionsOf } from "../history/queries";
import { measureSelect, toMeasure, toScope } from "../measures/measures";
import { published, publishedAssessment } from "../publishing/gate";
import { contestedBy } from "../quantity/contested";
import { whyLeftOut } from "../quantity/range";
import { figureSelect, toFigure } from "./figures";
import {
  asOfOf,
  claimantSelect,
  claimRefSelect,
  statedOf,
  toClaimantRef,
  toClaimRef,
  wordingOf,
} from "./refs";
import type { AssessmentView, ClaimPage, ClaimRef } from "./types";

const pageSelect = {
  ...figureSelect,
  publicId: true,
  version: true,
  eventId: true,
  event: { select: { slug: true, title: true } },
  claimant: { select: claimantSelect },
  measure: { select: measureSelect },
  relativeTo: { select: { ...claimRefSelect, recordStatus: true } },
  topic: true,
  wordingLanguage: true,
  wordingTranslation: true,
  wordingTranslatedBy: true,
  statedEdtf: true,
  statedZone: true,
  asOfEdtf: true,
  asOfZone: true,
  eventTimeEdtf: true,
  eventTimeEarliest: true,
  eventTimeLatest: true,
  eventTimeZone: true,
  loggedAt: true,
  publishedAt: true,
  isFromMemory: true,
  isForecast: true,
} as const satisfies Prisma.ClaimSelect;

type PageRow = Prisma.ClaimGetPayload<{ select: typeof pageSelect }>;

/** A published claim with its whole record, or null. A bounded number of queries, whatever the record holds. */
export async function findClaim(publicId: string): Promise<ClaimPage | null> {
  const row = await db().claim.findFirst({ where: { publicId, ...published }, select: pageSelect });
  if (!row?.publishedAt) return null;

  const [party, rivals, attributions, links, assessments, history] = await Promise.all([
    db().party.findUnique({
      where: { eventId_claimantId: { eventId: row.eventId, claimantId: row.claimantId } },
      select: { side: true },
    }),
    listRivals(row),
    listAttributionsByClaim({ claimId: row.id }),
    listLinks(row.id),
    listAssessments(row.id),
    listRevisionsOf("claim", row.id),
  ]);
  return {
    publicId: row.publicId,
    version: row.version,
    event: row.event,
    claimant: toClaimantRef(row.claimant),
    side: party?.side ?? null,
    figure: figureOf(row, rivals),
    topic: row.topic,
    wording: wordingOf(row),
    stated: statedOf(row),
    asOf: asOfOf(row),
    eventTime: dateFrom(row.eventTimeEdtf, row.eventTimeEarliest, row.eventTimeLatest, row.eventTimeZone),
    loggedAt: row.loggedAt.getTime(),
    publishedAt: row.publishedAt.getTime(),
    isFromMemory: row.isFromMemory,
    isForecast: row.isForecast,
    standing: row.standing,
    verification: row.verification,
    lifecycle: row.lifecycle,
    attributions: attributions.get(row.id) ?? [],
    supersedes: links
      .filter(({ fromClaimId }) => fromClaimId === row.id)
      .map(({ toClaim, ...link }) => toLink(toClaim, link)),
    supersededBy: links
      .filter(({ toClaimId }) => toClaimId === row.id)
      .map(({ fromClaim, ...link }) => toLink(fromClaim, link)),
    assessments,
    history,
  };
}

type Rival = Prisma.ClaimGetPayload<{ select: typeof rivalSelect }>;
const rivalSelect = {
  ...figureSelect,
  ...claimRefSelect,
  claimant: { select: { ...claimRefSelect.claimant.select, kind: true } },
} as const satisfies Prisma.ClaimSelect;

/** The published, current figures of the same measure and lane. */
async function listRivals(row: PageRow): Promise<Rival[]> {
  if (row.measureId === null) return [];
  return db().claim.findMany({
    where: { measureId: row.measureId, lane: row.lane, lifecycle: "current", ...published },
    select: rivalSelect,
    orderBy: [{ statedEarliest: "asc" }, { number: "asc" }],
  });
}

function figureOf(row: PageRow, rivals: Rival[]): ClaimPage["figure"] {
  const figure = toFigure(row);
  if (!figure || !row.measure) return null;

  const others = rivals.flatMap((rival) => toFigure(rival) ?? []);
  const refs = new Map(rivals.map((rival) => [rival.id, toClaimRef(rival)]));
  const contest = contestedBy(figure, others, [toMeasure(row.measure)]);
  const nearest = contest && refs.get(contest.nearest.id);
  const farthest = contest && refs.get(contest.farthest.id);
  const { slug, label, kinds, unit } = row.measure;
  return {
    quantity: figure.quantity,
    measure: { slug, label, kinds, unit, scope: toScope(row.measure) },
    lane: row.lane,
    basis: row.basis,
    relativeTo: row.relativeTo?.recordStatus === "published" ? toClaimRef(row.relativeTo) : null,
    contested: contest && nearest && farthest ? { nearest, farthest, count: contest.count } : null,
    leftOut: whyLeftOut(figure, false),
  };
}

const linkSelect = {
  kind: true,
  downwardReason: true,
  note: true,
  fromClaimId: true,
  toClaimId: true,
  fromClaim: { select: claimRefSelect },
  toClaim: { select: claimRefSelect },
} as const satisfies Prisma.ClaimLinkSelect;

function listLinks(id: string) {
  return db().claimLink.findMany({
    where: {
      state: "accepted",
      OR: [{ fromClaimId: id }, { toClaimId: id }],
      fromClaim: published,
      toClaim: published,
    },
    select: linkSelect,
    orderBy: { id: "asc" },
  });
}

type LinkRow = Prisma.ClaimLinkGetPayload<{ select: typeof linkSelect }>;

function toLink(
  claim: LinkRow["fromClaim"],
  { kind, downwardReason, note }: Pick<LinkRow, "kind" | "downwardReason" | "note">,
): ClaimRef & Pick<LinkRow, "kind" | "downwardReason" | "note"> {
  return { ...toClaimRef(claim), kind, downwardReason, note };
}

async function listAssessments(claimId: string): Promise<AssessmentView[]> {
  const rows = await db().assessment.findMany({
    where: { claimId, ...publishedAssessment },
    orderBy: { number: "desc" },
    select: {
      number: true,
      status: true,
      reason: true,
      whatWouldChange: true,
      assessedAt: true,
      staleSince: true,
      assessedBy: { select: { name: true } },
      evidence: {
        orderBy: { position: "asc" },
        select: {
          kind: true,
          stance: true,
          note: true,
          url: true,
          report: { select: { publicId: true, title: true, publication: { select: { name: true } } } },
        },
      },
    },
  });
  return rows.map(({ assessedAt, assessedBy, staleSince, evidence, ...row }) => ({
    ...row,
    assessedAt: assessedAt.getTime(),
    assessedBy: assessedBy.name,
    isStale: staleSince !== null,
    evidence: evidence.map(({ report, ...item }) => ({
      ...item,
      report: report && {
        publicId: report.publicId,
        title: report.title,
        publicationName: report.publication.name,
      },
    })),
  }));
}
