import { Prisma } from "../../prisma/generated/client";

/**
 * The publish gate (R34) for queries that are written by hand: the same conditions as in gate.ts, and a test that both
 * see the same rows. For lists that end after a page: a condition of `exists` the planner may answer by reading all
 * claims first, however few records are wanted; these it can only ask one record after the other.
 */

/** Of an event by its alias: publishedEvent of gate.ts. */
export function publishedEventSql(event: string): Prisma.Sql {
  return Prisma.raw(`${event}.record_status = 'published' and ${event}.merged_into_id is null`);
}

/** Of a claim "c" of the event "e". */
export const publishedClaimSql = Prisma.sql`c.record_status = 'published' and c.merged_into_id is null
  and ${publishedEventSql("e")}`;

const publishedAttributionSql = Prisma.sql`attribution a join claim c on c.id = a.claim_id join event e on e.id = c.event_id
  where a.published_at is not null and ${publishedClaimSql}`;

/** Whether a claim that readers see is carried by the report of this id, or was had from it. */
export function isCarryingSql(id: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`coalesce(
    (select true from ${publishedAttributionSql} and a.report_id = ${id} limit 1),
    (select true from ${publishedAttributionSql} and a.via_report_id = ${id} limit 1), false)`;
}

/** Whether the report of this id is public: publicReport of gate.ts. */
export function isPublicReportSql(id: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(${isCarryingSql(id)} or coalesce(
    (select true from evidence v join assessment s on s.id = v.assessment_id
      join claim c on c.id = s.claim_id join event e on e.id = c.event_id
    where v.report_id = ${id} and s.published_at is not null and ${publishedClaimSql} limit 1), false))`;
}

/** Whether the claimant "k" is public: publicClaimant of gate.ts. */
export const isPublicClaimantSql = Prisma.sql`(k.merged_into_id is null and coalesce(
    (select true from claim c join event e on e.id = c.event_id
    where c.claimant_id = k.id and ${publishedClaimSql} limit 1),
    (select true from claimant member join claim c on c.claimant_id = member.id join event e on e.id = c.event_id
    where member.parent_id = k.id and ${publishedClaimSql} limit 1),
    (select true from ${publishedAttributionSql} and a.via_claimant_id = k.id limit 1), false))`;

/** Whether the publication "p" is public: publicPublication of gate.ts. */
export const isPublicPublicationSql = Prisma.sql`(p.merged_into_id is null and coalesce(
    (select true from report r where r.publication_id = p.id and ${isPublicReportSql(Prisma.sql`r.id`)} limit 1),
    (select true from claimant k
    where (k.publication_id = p.id or k.via_publication_id = p.id) and ${isPublicClaimantSql} limit 1), false))`;
