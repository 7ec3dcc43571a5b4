import "server-only";
import { Prisma } from "../../prisma/generated/client";
import { db } from "../db/client";
import type { Action } from "../history/schema";

export type ClaimsOf = { eventId: string } | { claimantId: string } | { publicationId: string };

/** When a claim became public, when it last changed in public, and by what. */
export type NewestChange = { id: string; published: Date; updated: Date; action: Action };

type Found = {
  id: string;
  published: Date;
  updated: Date;
  action: Action;
  /** When its own record changed, when a field of it was redacted, and how its carriage by the publication changed. */
  changedAt: Date;
  redactedAt: Date | null;
  carriedSince: Date | null;
  carriedAt: Date | null;
};

/**
 * Which public claims changed last, and when? A claim changes with each revision of its own and with each redaction of
 * it: what is only computed of it, and how often it was looked at, are no change (R34). Of a publication's claims it is
 * a change too that one of its reports came to carry it, or carries it otherwise.
 */
export async function listNewestChanges(of: ClaimsOf, limit: number): Promise<NewestChange[]> {
  const { since, at } = carriageColumns(of);
  const found = await db().$queryRaw<Found[]>`
    select c.id, greatest(c.published_at, e.published_at, ${since}) as published,
      greatest(newest.at, c.published_at, e.published_at, redacted.at, ${at}) as updated,
      newest.action, newest.at as "changedAt", redacted.at as "redactedAt",
      ${since} as "carriedSince", ${at} as "carriedAt"
    from claim c
      join event e on e.id = c.event_id
      cross join lateral (
        select r.at, r.action from revision r
        where r.subject_kind = 'claim' and r.subject_id = c.id
        order by r.version desc limit 1) newest
      cross join lateral (
        select max(x.redacted_at) as at from redaction x where x.subject_kind = 'claim' and x.subject_id = c.id) redacted
      ${carriage(of)}
    where c.record_status = 'published' and c.merged_into_id is null
      and e.record_status = 'published' and e.merged_into_id is null
      and ${belongs(of)}
    order by updated desc, c.id desc
    limit ${limit}`;
  return found.map((row) => ({
    id: row.id,
    published: row.published,
    updated: row.updated,
    action: actionOf(row),
  }));
}

/** What the last change was, where several were made in one instant its own. */
function actionOf({ updated, action, changedAt, redactedAt, carriedSince, carriedAt }: Found): Action {
  const isThen = (at: Date | null) => at?.getTime() === updated.getTime();
  if (isThen(changedAt)) return action;
  if (isThen(redactedAt)) return "redaction.made";
  if (isThen(carriedAt)) return isThen(carriedSince) ? "attribution.published" : "attribution.edited";
  // Its event became public after it.
  return "claim.published";
}

function belongs(of: ClaimsOf): Prisma.Sql {
  if ("eventId" in of) return Prisma.sql`c.event_id = ${of.eventId}::uuid`;
  if ("claimantId" in of) return Prisma.sql`c.claimant_id = ${of.claimantId}::uuid`;
  return Prisma.sql`true`;
}

/** How the reports of the publication carry each claim; a claim that none of them carries is left out. */
function carriage(of: ClaimsOf): Prisma.Sql {
  if (!("publicationId" in of)) return Prisma.empty;
  return Prisma.sql`join (
    select a.claim_id, min(a.published_at) as since, max(greatest(a.published_at, edited.at)) as at
    from report p
      join attribution a on a.report_id = p.id and a.published_at is not null
      left join lateral (
        select r.at from revision r
        where r.subject_kind = 'attribution' and r.subject_id = a.id
        order by r.version desc limit 1) edited on true
    where p.publication_id = ${of.publicationId}::uuid
    group by a.claim_id) carried on carried.claim_id = c.id`;
}

function carriageColumns(of: ClaimsOf): { since: Prisma.Sql; at: Prisma.Sql } {
  if ("publicationId" in of) return { since: Prisma.sql`carried.since`, at: Prisma.sql`carried.at` };
  const none = Prisma.sql`null::timestamptz`;
  return { since: none, at: none };
}
