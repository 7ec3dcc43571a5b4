import "server-only";
import { z } from "zod";
import { db } from "../../db/client";
import { writeCursor } from "../../db/cursor";
import { Invalid, NotFound } from "../../errors";
import { publicReport, published, publishedAssessment, publishedAttribution } from "../../publishing/gate";
import { AssessmentResource, assessmentResourceSelect, assessmentResources } from "../resources/assessment";
import {
  AttributionResource,
  attributionResource,
  attributionResourceSelect,
} from "../resources/attribution";
import { ClaimResource } from "../resources/claim";
import { defineRead, InstantCursor, PublicId, pageFrom, paging } from "./define-read";
import { claimsByPublicId } from "./including";
import { afterCursor, directionOf } from "./instant-keyset";

/** What an attribution or an assessment sends along. */
export const WITH_CLAIM = { claim: ClaimResource };

export const listAttributions = defineRead({
  path: "/attributions",
  id: "listAttributions",
  tag: "Attributions",
  summary: "List which reports carry a claim, or which claims a report carries.",
  params: z.strictObject({}),
  query: {
    ...paging(InstantCursor, ["attached", "-attached"]),
    claim: PublicId.optional().meta({ description: "Of this claim. Name it, or a report." }),
    report: PublicId.optional().meta({ description: "Of this report. Name it, or a claim." }),
  },
  data: AttributionResource,
  includes: WITH_CLAIM,
  isList: true,
  async run({ query: { claim, report, ...page }, include }) {
    if ((claim === undefined) === (report === undefined))
      throw new Invalid({ claim: "Name a claim or a report, one of the two." });
    const claimId = claim && (await idOfClaim(claim));
    const reportId = report && (await idOfReport(report));
    return pageOfAttributions({ ...(claimId && { claimId }), ...(reportId && { reportId }) }, page, include);
  },
});

export const listAssessments = defineRead({
  path: "/assessments",
  id: "listAssessments",
  tag: "Assessments",
  summary: "List what editors decided about a claim, the newest first.",
  params: z.strictObject({}),
  query: {
    ...paging(InstantCursor, ["-assessed", "assessed"]),
    claim: PublicId.meta({ description: "Of this claim." }),
  },
  data: AssessmentResource,
  includes: WITH_CLAIM,
  isList: true,
  async run({ query: { claim, ...page }, include }) {
    return pageOfAssessments(await idOfClaim(claim), page, include);
  },
});

type Page = { limit: number; after?: string | undefined; sort: string };

/** One page of the published attributions of a claim or a report. */
export async function pageOfAttributions(
  of: { claimId?: string; reportId?: string },
  { limit, after, sort }: Page,
  include: ReadonlySet<string>,
) {
  const direction = directionOf(sort);
  const found = await db().attribution.findMany({
    where: { AND: [publishedAttribution, of, afterCursor(after, "createdAt", direction)] },
    select: attributionResourceSelect,
    orderBy: [{ createdAt: direction }, { id: direction }],
    take: limit + 1,
  });
  const { rows, next } = pageFrom(found, limit, ({ createdAt, id }) => writeCursor({ at: createdAt, id }));
  return { rows: await withClaim(rows.map(attributionResource), include), next };
}

/** One page of the published assessments of a claim. */
export async function pageOfAssessments(
  claimId: string,
  { limit, after, sort }: Page,
  include: ReadonlySet<string>,
) {
  const direction = directionOf(sort);
  const found = await db().assessment.findMany({
    where: { AND: [publishedAssessment, { claimId }, afterCursor(after, "assessedAt", direction)] },
    select: assessmentResourceSelect,
    orderBy: [{ assessedAt: direction }, { id: direction }],
    take: limit + 1,
  });
  const { rows, next } = pageFrom(found, limit, ({ assessedAt, id }) => writeCursor({ at: assessedAt, id }));
  return { rows: await withClaim(await assessmentResources(rows), include), next };
}

async function withClaim<T extends { claim: { id: string } }>(rows: T[], include: ReadonlySet<string>) {
  if (!include.has("claim")) return rows;
  const claims = await claimsByPublicId(rows.map(({ claim }) => claim.id));
  return rows.map((row) => ({ ...row, included: { claim: claims.get(row.claim.id) } }));
}

async function idOfClaim(publicId: string): Promise<string> {
  const row = await db().claim.findFirst({ where: { publicId, ...published }, select: { id: true } });
  if (!row) throw new NotFound("claim");
  return row.id;
}

async function idOfReport(publicId: string): Promise<string> {
  const row = await db().report.findFirst({ where: { publicId, ...publicReport }, select: { id: true } });
  if (!row) throw new NotFound("report");
  return row.id;
}
