import "server-only";
import type { Prisma } from "../../prisma/generated/client";
import { asOfOf, claimantSelect, statedOf, toClaimantRef, wordingOf } from "../claims/refs";
import type { ClaimantRef } from "../claims/types";
import { dateFrom } from "../dates/columns";
import type { UncertainDate } from "../dates/edtf";
import { db } from "../db/client";
import type { Wording } from "../format/wording";
import { published, publishedAttribution } from "../publishing/gate";
import type { Lifecycle, Standing, Topic, Verification } from "../vocabulary";
import { ENTRIES_MAX } from "./feed";
import { type ClaimsOf, listNewestChanges, type NewestChange } from "./newest-changes";

/** A claim as a feed tells of it: what its own changes in public change, and nothing that is computed. */
export type ChangedClaim = Pick<NewestChange, "action"> & {
  publicId: string;
  event: { slug: string; title: string };
  claimant: ClaimantRef;
  /** Null for a statement. */
  figure: { measure: { label: string } } | null;
  topic: Topic | null;
  wording: Wording;
  stated: UncertainDate;
  asOf: UncertainDate | null;
  standing: Standing;
  verification: Verification;
  lifecycle: Lifecycle;
  /** Since when it is public, and when it last changed in public: ms since 1970 UTC. */
  published: number;
  updated: number;
  /** The reports of the publication that was asked for that carry it; else none. */
  reports: CarryingReport[];
};

export type CarryingReport = {
  publicId: string;
  title: string | null;
  published: UncertainDate | null;
};

/**
 * The claims of one event, of one claimant, or that the reports of one publication carry, the newest change first.
 * A bounded number of queries, whatever the number of claims.
 */
export async function listChangedClaims(of: ClaimsOf, limit = ENTRIES_MAX): Promise<ChangedClaim[]> {
  const changes = await listNewestChanges(of, limit);
  const rows = await db().claim.findMany({
    where: { id: { in: changes.map(({ id }) => id) }, ...published },
    select: selectOf(of),
  });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return changes.flatMap((change) => {
    const row = byId.get(change.id);
    return row ? [toChangedClaim(row, change)] : [];
  });
}

function selectOf(of: ClaimsOf) {
  const publicationId = "publicationId" in of ? of.publicationId : null;
  return {
    id: true,
    publicId: true,
    event: { select: { slug: true, title: true } },
    claimant: { select: claimantSelect },
    measure: { select: { label: true } },
    topic: true,
    wording: true,
    wordingLanguage: true,
    wordingTranslation: true,
    wordingTranslatedBy: true,
    statedEdtf: true,
    statedEarliest: true,
    statedLatest: true,
    statedZone: true,
    asOfEdtf: true,
    asOfEarliest: true,
    asOfLatest: true,
    asOfZone: true,
    standing: true,
    verification: true,
    lifecycle: true,
    attributions: {
      where: { ...publishedAttribution, ...(publicationId && { report: { publicationId } }) },
      select: { report: { select: reportSelect } },
      orderBy: { id: "asc" },
      take: publicationId === null ? 0 : REPORTS_MAX,
    },
  } as const satisfies Prisma.ClaimSelect;
}

/** Far above what any one publication says of one claim. */
const REPORTS_MAX = 20;

const reportSelect = {
  publicId: true,
  title: true,
  publishedEdtf: true,
  publishedEarliest: true,
  publishedLatest: true,
  publishedZone: true,
} as const satisfies Prisma.ReportSelect;

type Row = Prisma.ClaimGetPayload<{ select: ReturnType<typeof selectOf> }>;

function toChangedClaim(row: Row, { published, updated, action }: NewestChange): ChangedClaim {
  const { publicId, event, claimant, measure, topic, standing, verification, lifecycle, attributions } = row;
  const reports = attributions.map(({ report }) => toReport(report));
  return {
    publicId,
    event,
    claimant: toClaimantRef(claimant),
    figure: measure && { measure },
    topic,
    wording: wordingOf(row),
    stated: statedOf(row),
    asOf: asOfOf(row),
    standing,
    verification,
    lifecycle,
    published: published.getTime(),
    updated: updated.getTime(),
    action,
    // One report may carry a claim in several places.
    reports: [...new Map(reports.map((report) => [report.publicId, report])).values()],
  };
}

function toReport(row: Row["attributions"][number]["report"]): CarryingReport {
  const { publicId, title, publishedEdtf, publishedEarliest, publishedLatest, publishedZone } = row;
  return {
    publicId,
    title,
    published: dateFrom(publishedEdtf, publishedEarliest, publishedLatest, publishedZone),
  };
}
