import "server-only";
import { Prisma } from "../../prisma/generated/client";
import { db } from "../db/client";

export type PublicRevision = { id: string; number: number };

type Asked = {
  before: number | null;
  claimId: string | null;
  until?: Date | null;
  since?: Date | null;
  limit: number;
};

/**
 * Which revisions of a public event's chain may readers see, the newest first, from before a number on (R34)? Those of
 * public records, each from its own publication on: that of an event, a claim and an attribution is itself one. Never
 * notes, proposals, assignments, error reports, nor what was declined without ever having been accepted. `claimId`:
 * only what is about one claim; `until`: only what was made by then; `since`: only what was made after it, the oldest
 * first. One query.
 */
export async function listPublicRevisions(
  eventId: string,
  { before, claimId, until = null, since = null, limit }: Asked,
): Promise<PublicRevision[]> {
  const below = before === null ? Prisma.empty : Prisma.sql`and r.number < ${before}`;
  const dated = Prisma.sql`${until === null ? Prisma.empty : Prisma.sql`and r.at <= ${until}`}
    ${since === null ? Prisma.empty : Prisma.sql`and r.at > ${since}`}`;
  const order = since === null ? Prisma.sql`desc` : Prisma.sql`asc`;
  const about = claimId === null ? Prisma.empty : Prisma.sql`and r.subject_id in (${subjectsOf(claimId)})`;
  return db().$queryRaw<PublicRevision[]>`
    select r.id, r.number
    from revision r join event e on e.id = ${eventId}::uuid
    where r.chain_id = ${eventId} ${below} ${dated} ${about}
      and e.record_status = 'published' and e.merged_into_id is null
      and case r.subject_kind
        when 'event' then r.subject_id = e.id and ${isSincePublication("event")}
        when 'claim' then ${isPublicClaim(Prisma.sql`r.subject_id`)} and ${isSincePublication("claim")}
        when 'attribution' then ${isPublicAttribution(Prisma.sql`r.subject_id`)}
          and exists (select from attribution a join revision p on p.subject_id = a.id and p.at = a.published_at
            where a.id = r.subject_id and p.subject_kind = 'attribution' and p.version <= r.version
              and p.action in ('attribution.published', 'attribution.moved'))
        when 'measure' then r.at >= e.published_at and ${isPublicMeasure(Prisma.sql`r.subject_id`)}
        when 'assessment' then exists (select from assessment s
          where s.id = r.subject_id and s.published_at is not null and ${isPublicClaim(Prisma.sql`s.claim_id`)})
        when 'best_estimate' then exists (select from best_estimate b
          where b.id = r.subject_id and b.published_at is not null and ${isPublicMeasure(Prisma.sql`b.measure_id`)})
        when 'claim_link' then exists (select from claim_link l where l.id = r.subject_id
            and ${isPublicClaim(Prisma.sql`l.from_claim_id`)} and ${isPublicClaim(Prisma.sql`l.to_claim_id`)})
          and ${isOrWasAccepted}
        when 'correction' then ${isPublicCorrection(Prisma.sql`r.subject_id`)}
        when 'redaction' then ${isPublicRedaction}
        else false
      end
      -- A redaction is told once, by its own revision, which has the public reason.
      and (r.action <> 'redaction.made' or r.subject_kind = 'redaction')
    order by r.number ${order}
    limit ${limit}`;
}

/** A published claim of a published event, which was published when the revision was made. */
function isPublicClaim(id: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`exists (
    select from claim c join event ce on ce.id = c.event_id
      join revision cp on cp.subject_kind = 'claim' and cp.subject_id = c.id and cp.action = 'claim.published'
    where c.id = ${id} and c.record_status = 'published' and c.merged_into_id is null and cp.at <= r.at
      and ce.record_status = 'published' and ce.merged_into_id is null)`;
}

/** Instants can be equal; versions tell which of two revisions of one record was made first. */
function isSincePublication(kind: "event" | "claim"): Prisma.Sql {
  return Prisma.sql`exists (select from revision p where p.subject_kind = r.subject_kind
    and p.subject_id = r.subject_id and p.action = ${`${kind}.published`} and p.version <= r.version)`;
}

function isPublicAttribution(id: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`exists (select from attribution pa
    where pa.id = ${id} and pa.published_at <= r.at and ${isPublicClaim(Prisma.sql`pa.claim_id`)})`;
}

/** A measure is public while a published claim uses it. */
function isPublicMeasure(id: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`exists (select from claim mc
    where mc.measure_id = ${id} and ${isPublicClaim(Prisma.sql`mc.id`)})`;
}

function isPublicCorrection(id: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`exists (select from correction k where k.id = ${id} and k.published_at is not null
    and (k.claim_id is null or ${isPublicClaim(Prisma.sql`k.claim_id`)}))`;
}

/** A decision that is not for a link is public only where it takes back one that was. */
const isOrWasAccepted = Prisma.sql`(r.action = 'claim_link.accepted' or exists (
  select from revision p where p.subject_kind = 'claim_link' and p.subject_id = r.subject_id
    and p.version = r.version - 1 and p.action = 'claim_link.accepted'))`;

// An address leaves traces that its own redaction takes along; why a claim was moved on its way to publication was
// never public, so that nothing tells of its removal either.
const isPublicRedaction = Prisma.sql`exists (select from redaction d where d.id = r.subject_id
  and d.field not in ('canonicalUrl', 'archiveUrl') and case d.subject_kind
    when 'event' then d.subject_id = e.id and e.published_at <= r.at
    when 'claim' then d.field not in ('returnReason', 'reason') and ${isPublicClaim(Prisma.sql`d.subject_id`)}
    when 'attribution' then ${isPublicAttribution(Prisma.sql`d.subject_id`)}
    when 'correction' then ${isPublicCorrection(Prisma.sql`d.subject_id`)}
    else false
  end)`;

/** The records whose revisions tell of one claim: itself, and what hangs on it. */
function subjectsOf(claimId: string): Prisma.Sql {
  const id = Prisma.sql`${claimId}::uuid`;
  const own = Prisma.sql`select ${id} as id
    union select id from attribution where claim_id = ${id}
    union select id from assessment where claim_id = ${id}
    union select id from correction where claim_id = ${id}
    union select id from claim_link where ${id} in (from_claim_id, to_claim_id)`;
  return Prisma.sql`select id from (${own}) own
    union select redaction.id from redaction join (${own}) theirs on redaction.subject_id = theirs.id`;
}
