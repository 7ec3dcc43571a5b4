import "server-only";
import { z } from "zod";
import { Prisma } from "../../../prisma/generated/client";
import { matchingClaims } from "../../claims/matching-claims";
import { findKeptClaim } from "../../claims/queries";
import { CLAIM_SORTS, ListClaims } from "../../claims/schema";
import { db } from "../../db/client";
import { readCursor, writeCursor } from "../../db/cursor";
import { NotFound } from "../../errors";
import { findEventHistory } from "../../public-history/event-history";
import { published } from "../../publishing/gate";
import { AssessmentResource } from "../resources/assessment";
import { AttributionResource } from "../resources/attribution";
import {
  type ClaimResource,
  claimResources,
  listClaimRows,
  ClaimResource as Resource,
} from "../resources/claim";
import { ClaimantResource } from "../resources/claimant";
import { EventResource } from "../resources/event";
import { RevisionResource, revisionResource } from "../resources/revision";
import { pageOfAssessments, pageOfAttributions, WITH_CLAIM } from "./carried-reads";
import { defineRead, InstantCursor, NumberCursor, PublicId, pageFrom, paging } from "./define-read";
import {
  assessmentsOf,
  attributionsOf,
  claimantsBySlug,
  eventsBySlug,
  RelationResource,
  relationsOf,
} from "./including";

const CLAIMS = "Claims";

const INCLUDES = {
  attributions: z.array(AttributionResource),
  assessments: z.array(AssessmentResource),
  relations: z.array(RelationResource),
  event: EventResource,
  claimant: ClaimantResource,
};

const { after: _after, before: _before, sort: _sort, ...FILTERS } = ListClaims.shape;

export const listClaims = defineRead({
  path: "/claims",
  id: "listClaims",
  tag: CLAIMS,
  summary: "List claims, by the same filters as the list on the site.",
  params: z.strictObject({}),
  query: {
    ...paging(InstantCursor, CLAIM_SORTS),
    q: FILTERS.q.meta({ description: "Words of the claim, or of the names of its claimant or event." }),
    event: FILTERS.event.meta({ description: "Only claims of this event." }),
    claimant: FILTERS.claimant.meta({ description: "Only claims of this claimant." }),
    publication: FILTERS.publication.meta({
      description: "Only claims that a report of this publication carries.",
    }),
    type: FILTERS.type,
    kind: FILTERS.kind.meta({ description: "Only figures whose measure counts this." }),
    topic: FILTERS.topic,
    verification: FILTERS.verification,
    lifecycle: FILTERS.lifecycle,
    contested: FILTERS.contested.meta({ description: "Only contested ones." }),
    from: FILTERS.from.meta({
      description: "Stated on this day or later, of the calendar where it was stated.",
    }),
    to: FILTERS.to.meta({ description: "Stated on this day or earlier." }),
  },
  data: Resource,
  includes: INCLUDES,
  isList: true,
  async run({ query: { limit, after, ...filters }, include }) {
    const cursor = after === undefined ? null : readCursor(after);
    const asked = { ...filters, after: null, before: null } as ListClaims;
    const found = await db().$queryRaw<{ id: string; at: Date }[]>(
      matchingClaims(asked, cursor, false, limit + 1),
    );
    const { rows, next } = pageFrom(found, limit, writeCursor);
    return {
      rows: await claimsOf(
        rows.map(({ id }) => id),
        include,
      ),
      next,
    };
  },
});

export const getClaim = defineRead({
  path: "/claims/{id}",
  id: "getClaim",
  tag: CLAIMS,
  summary: "Read one claim.",
  params: z.strictObject({ id: PublicId }),
  query: {},
  data: Resource,
  includes: INCLUDES,
  isList: false,
  async run({ params: { id: publicId }, include }) {
    const id = await findClaimId(publicId);
    if (id === null) return { movedTo: `/claims/${await keptId(publicId)}` };
    const [claim] = await claimsOf([id], include);
    if (!claim) throw new NotFound("claim");
    return { row: claim, version: claim.version };
  },
});

export const listClaimAttributions = defineRead({
  path: "/claims/{id}/attributions",
  id: "listClaimAttributions",
  tag: "Attributions",
  summary: "List the reports that carry a claim, and how, the first attached first.",
  params: z.strictObject({ id: PublicId }),
  query: paging(InstantCursor, ["attached", "-attached"]),
  data: AttributionResource,
  includes: WITH_CLAIM,
  isList: true,
  async run({ params: { id: publicId }, query, include }) {
    const claimId = await findClaimId(publicId);
    if (claimId === null) return { movedTo: `/claims/${await keptId(publicId)}/attributions` };
    return pageOfAttributions({ claimId }, query, include);
  },
});

export const listClaimAssessments = defineRead({
  path: "/claims/{id}/assessments",
  id: "listClaimAssessments",
  tag: "Assessments",
  summary: "List what editors decided about a claim, the newest first.",
  params: z.strictObject({ id: PublicId }),
  query: paging(InstantCursor, ["-assessed", "assessed"]),
  data: AssessmentResource,
  includes: WITH_CLAIM,
  isList: true,
  async run({ params: { id: publicId }, query, include }) {
    const claimId = await findClaimId(publicId);
    if (claimId === null) return { movedTo: `/claims/${await keptId(publicId)}/assessments` };
    return pageOfAssessments(claimId, query, include);
  },
});

export const listClaimRevisions = defineRead({
  path: "/claims/{id}/revisions",
  id: "listClaimRevisions",
  tag: "Revisions",
  summary: "List all that happened in public to a claim and what hangs on it, the newest first.",
  params: z.strictObject({ id: PublicId }),
  query: paging(NumberCursor, ["-number"]),
  data: RevisionResource,
  includes: {},
  isList: true,
  async run({ params: { id: claim }, query: { limit, after } }) {
    const row = await db().claim.findFirst({
      where: { publicId: claim, ...published },
      select: { event: { select: { slug: true } } },
    });
    if (!row) return { movedTo: `/claims/${await keptId(claim)}/revisions` };
    const before = after ? Number(after) : null;
    const history = await findEventHistory(row.event.slug, { claim, before }, limit);
    if (!history) throw new NotFound("claim");
    return {
      rows: history.entries.map(revisionResource),
      next: history.next === null ? null : String(history.next),
    };
  },
});

/** The id of a claim that is public; null where there is none at this address. */
async function findClaimId(publicId: string): Promise<string | null> {
  const row = await db().claim.findFirst({ where: { publicId, ...published }, select: { id: true } });
  return row?.id ?? null;
}

/** The claim that a duplicate was merged into; NotFound where the address leads nowhere (R28, R30). */
async function keptId(publicId: string): Promise<string> {
  const kept = await findKeptClaim(publicId);
  if (kept === null) throw new NotFound("claim");
  return kept;
}

/** These claims in their order, with what is sent along; those that are not public are left out (R34). */
async function claimsOf(ids: readonly string[], include: ReadonlySet<string>) {
  const found = await listClaimRows(Prisma.sql`c.id = any(${ids}::uuid[])`);
  const byId = new Map(found.map((row) => [row.id, row]));
  const rows = ids.flatMap((id) => byId.get(id) ?? []);
  const claims = await claimResources(rows);
  if (include.size === 0) return claims;
  const kept = rows.map(({ id }) => id);
  const [attributions, assessments, relations, events, claimants] = await Promise.all([
    include.has("attributions") ? attributionsOf("claimId", kept) : null,
    include.has("assessments") ? assessmentsOf(kept) : null,
    include.has("relations") ? relationsOf(kept) : null,
    include.has("event") ? eventsBySlug(claims.map(({ event }) => event.slug)) : null,
    include.has("claimant") ? claimantsBySlug(claims.map(({ claimant }) => claimant.slug)) : null,
  ]);
  return claims.map((claim: ClaimResource, at) => {
    const id = kept[at] ?? "";
    return {
      ...claim,
      included: {
        ...(attributions && { attributions: attributions.get(id) ?? [] }),
        ...(assessments && { assessments: assessments.get(id) ?? [] }),
        ...(relations && { relations: relations.get(id) ?? [] }),
        ...(events && { event: events.get(claim.event.slug) }),
        ...(claimants && { claimant: claimants.get(claim.claimant.slug) }),
      },
    };
  });
}
