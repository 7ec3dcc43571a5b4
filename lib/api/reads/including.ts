import "server-only";
import { z } from "zod";
import { Prisma } from "../../../prisma/generated/client";
import { claimRefSelect, toClaimRef } from "../../claims/refs";
import { db } from "../../db/client";
import { groupBy } from "../../group-by";
import {
  publicClaimant,
  publicMeasure,
  published,
  publishedAssessment,
  publishedAttribution,
  publishedEvent,
} from "../../publishing/gate";
import { DOWNWARD_REASONS, LINK_KINDS } from "../../vocabulary";
import {
  type AssessmentResource,
  assessmentResourceSelect,
  assessmentResources,
} from "../resources/assessment";
import {
  type AttributionResource,
  attributionResource,
  attributionResourceSelect,
} from "../resources/attribution";
import { type ClaimResource, claimResources, listClaimRows } from "../resources/claim";
import { ClaimRef, claimRef } from "../resources/claim-ref";
import { type ClaimantResource, claimantResourceSelect, claimantResources } from "../resources/claimant";
import { type EventResource, eventResourceSelect, eventResources } from "../resources/event";
import { type MeasureResource, measureResourceSelect, measureResources } from "../resources/measure";

/** What many records have of something, by the id of the record; each in a bounded number of queries. */
type ById<T> = ReadonlyMap<string, T[]>;

export async function attributionsOf(
  by: "claimId" | "reportId",
  ids: readonly string[],
): Promise<ById<AttributionResource>> {
  const rows = await db().attribution.findMany({
    where: { AND: [publishedAttribution, { [by]: { in: [...ids] } }] },
    select: { ...attributionResourceSelect, reportId: true },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  const groups = groupBy(rows, (row) => row[by]);
  return new Map([...groups].map(([id, of]) => [id, of.map(attributionResource)]));
}

export async function assessmentsOf(claimIds: readonly string[]): Promise<ById<AssessmentResource>> {
  const rows = await db().assessment.findMany({
    where: { AND: [publishedAssessment, { claimId: { in: [...claimIds] } }] },
    select: assessmentResourceSelect,
    orderBy: { number: "desc" },
  });
  return byIdOf(rows, await assessmentResources(rows), ({ claimId }) => claimId);
}

export const RelationResource = z
  .strictObject({
    kind: z.enum(LINK_KINDS),
    direction: z
      .enum(["to", "from"])
      .meta({ description: "to: this claim supersedes, replaces, … the other." }),
    claim: ClaimRef,
    downwardReason: z.enum(DOWNWARD_REASONS).nullable(),
    note: z.string().nullable(),
  })
  .meta({ description: "How another claim stands to this one, as a person decided it." });

export async function relationsOf(
  claimIds: readonly string[],
): Promise<ById<z.input<typeof RelationResource>>> {
  const rows = await db().claimLink.findMany({
    where: {
      state: "accepted",
      OR: [{ fromClaimId: { in: [...claimIds] } }, { toClaimId: { in: [...claimIds] } }],
      fromClaim: published,
      toClaim: published,
    },
    select: {
      kind: true,
      downwardReason: true,
      note: true,
      fromClaim: { select: claimRefSelect },
      toClaim: { select: claimRefSelect },
    },
    orderBy: { id: "asc" },
  });
  const told = rows.flatMap(({ fromClaim, toClaim, ...link }) => [
    {
      id: fromClaim.id,
      relation: { ...link, direction: "to" as const, claim: claimRef(toClaimRef(toClaim)) },
    },
    {
      id: toClaim.id,
      relation: { ...link, direction: "from" as const, claim: claimRef(toClaimRef(fromClaim)) },
    },
  ]);
  const groups = groupBy(told, ({ id }) => id);
  return new Map([...groups].map(([id, of]) => [id, of.map(({ relation }) => relation)]));
}

export async function measuresOf(eventIds: readonly string[]): Promise<ById<MeasureResource>> {
  const rows = await db().measure.findMany({
    where: { AND: [publicMeasure, { eventId: { in: [...eventIds] }, event: publishedEvent }] },
    select: { ...measureResourceSelect, eventId: true },
    orderBy: [{ position: "asc" }, { id: "asc" }],
  });
  return byIdOf(rows, await measureResources(rows), ({ eventId }) => eventId);
}

export async function eventsBySlug(slugs: readonly string[]): Promise<ReadonlyMap<string, EventResource>> {
  const rows = await db().event.findMany({
    where: { AND: [publishedEvent, { slug: { in: [...new Set(slugs)] } }] },
    select: eventResourceSelect,
  });
  return new Map((await eventResources(rows)).map((event) => [event.slug, event]));
}

export async function claimantsBySlug(
  slugs: readonly string[],
): Promise<ReadonlyMap<string, ClaimantResource>> {
  const rows = await db().claimant.findMany({
    where: { AND: [publicClaimant, { slug: { in: [...new Set(slugs)] } }] },
    select: claimantResourceSelect,
  });
  return new Map((await claimantResources(rows)).map((claimant) => [claimant.slug, claimant]));
}

export async function claimsByPublicId(ids: readonly string[]): Promise<ReadonlyMap<string, ClaimResource>> {
  const rows = await listClaimRows(Prisma.sql`c.public_id = any(${[...new Set(ids)]})`);
  return new Map((await claimResources(rows)).map((claim) => [claim.id, claim]));
}

function byIdOf<Row, Told>(
  rows: readonly Row[],
  told: readonly Told[],
  idOf: (row: Row) => string,
): ById<Told> {
  const pairs = rows.flatMap((row, at) => {
    const one = told[at];
    return one === undefined ? [] : [{ id: idOf(row), one }];
  });
  const groups = groupBy(pairs, ({ id }) => id);
  return new Map([...groups].map(([id, of]) => [id, of.map(({ one }) => one)]));
}
