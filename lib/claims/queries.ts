import "server-only";
import type { Prisma } from "../../prisma/generated/client";
import { listAttributionsByClaim } from "../attributions/queries";
import { dateFrom } from "../dates/columns";
import { db } from "../db/client";
import type { DerivedClaim } from "../events/rules";
import { listRevisionsOf } from "../history/queries";
import { measureSelect, toScope } from "../measures/measures";
import { published } from "../publishing/gate";
import { whyLeftOut } from "../quantity/range";
import { toFigure } from "./figures";
import { findIndependence } from "./find-independence";
import { listAssessments } from "./list-assessments";
import { listAmendments } from "./list-corrections";
import { listPublishedRefs } from "./published-refs";
import {
  asOfOf,
  claimantSelect,
  claimRefSelect,
  statedOf,
  toClaimantRef,
  toClaimRef,
  wordingOf,
} from "./refs";
import { supporterSelect } from "./supporters";
import type { ClaimPage, ClaimRef, OriginView } from "./types";

const pageSelect = {
  ...supporterSelect,
  publicId: true,
  version: true,
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

  const derived = row.derived as DerivedClaim | null;
  const [party, independence, refs, attributions, links, corrections, assessments, history] =
    await Promise.all([
      db().party.findUnique({
        where: { eventId_claimantId: { eventId: row.eventId, claimantId: row.claimantId } },
        select: { side: true },
      }),
      findIndependence(row),
      listPublishedRefs(derived ? claimIdsOf(derived) : []),
      listAttributionsByClaim({ claimId: row.id }),
      listLinks(row.id),
      listAmendments(row.id),
      listAssessments(row.id),
      listRevisionsOf("claim", row.id),
    ]);
  return {
    publicId: row.publicId,
    version: row.version,
    event: row.event,
    claimant: toClaimantRef(row.claimant),
    side: party?.side ?? null,
    figure: figureOf(row, derived, refs, independence),
    origin: originOf(derived, refs),
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
    corrections,
    assessments,
    history,
  };
}

/** The claim to which the address of a public duplicate leads, where that one is public; or null (R28, R30). */
export async function findKeptClaim(publicId: string): Promise<string | null> {
  const row = await db().claim.findFirst({
    where: { publicId, recordStatus: "published", mergedInto: published },
    select: { mergedInto: { select: { publicId: true } } },
  });
  return row?.mergedInto?.publicId ?? null;
}

function claimIdsOf({ origin, contest, alarmIds, warnings }: DerivedClaim): string[] {
  const contesting = contest ? [contest.nearestId, contest.farthestId] : [];
  return [
    ...origin.hadFrom,
    ...origin.roots.map(({ claimId }) => claimId),
    ...contesting,
    ...alarmIds,
    ...warnings.flatMap(({ claimIds }) => claimIds),
  ];
}

type Refs = ReadonlyMap<string, ClaimRef>;

function figureOf(
  row: PageRow,
  derived: DerivedClaim | null,
  refs: Refs,
  independence: NonNullable<ClaimPage["figure"]>["independence"],
): ClaimPage["figure"] {
  const figure = toFigure(row);
  if (!figure || !row.measure) return null;

  const contest = derived?.contest;
  const nearest = contest && refs.get(contest.nearestId);
  const farthest = contest && refs.get(contest.farthestId);
  const { slug, label, kinds, unit } = row.measure;
  return {
    quantity: figure.quantity,
    measure: { slug, label, kinds, unit, scope: toScope(row.measure) },
    lane: row.lane,
    basis: row.basis,
    relativeTo: row.relativeTo?.recordStatus === "published" ? toClaimRef(row.relativeTo) : null,
    contested: contest && nearest && farthest ? { nearest, farthest, count: contest.count } : null,
    independence,
    warnings: (derived?.warnings ?? []).map((warning) => ({
      warning,
      claims: warning.claimIds.flatMap((id) => refs.get(id) ?? []),
    })),
    alarms: (derived?.alarmIds ?? []).flatMap((id) => refs.get(id) ?? []),
    leftOut: whyLeftOut(figure, false),
  };
}

function originOf(derived: DerivedClaim | null, refs: Refs): OriginView {
  const { hadFrom = [], roots = [], notFound = "no_report" } = derived?.origin ?? {};
  return {
    notFound,
    isDisowned: roots.some(({ isDisowned }) => isDisowned),
    hadFrom: hadFrom.flatMap((id) => refs.get(id) ?? []),
    roots: roots.flatMap(({ claimId }) => refs.get(claimId) ?? []),
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
