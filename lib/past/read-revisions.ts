import "server-only";
import { db } from "../db/client";
import type { FoldedRevision } from "../history/state-at";

type Row = Omit<FoldedRevision, "at"> & { at: Date };

/**
 * All that the history tells of an event up to a revision of its chain, given by its number and instant: that chain, and
 * what other chains tell until then of claims and measures that came from there or went there, and of what hangs on
 * them. One query.
 */
export async function readEventRevisions(
  eventId: string,
  number: number,
  at: Date,
): Promise<FoldedRevision[]> {
  const rows = await db().$queryRaw<Row[]>`
    with own as (select * from revision where chain_id = ${eventId} and number <= ${number}),
    claims as (select distinct subject_id as id from own where subject_kind = 'claim'),
    measures as (select distinct subject_id as id from own where subject_kind = 'measure'),
    moving as (
      select id from claims union select id from measures
      union select id from attribution where claim_id in (select id from claims)
      union select id from assessment where claim_id in (select id from claims)
      union select id from claim_link where to_claim_id in (select id from claims)
      union select id from correction where claim_id in (select id from claims)
      union select id from best_estimate where measure_id in (select id from measures)
    ),
    told as (
      select * from own
      union all
      select revision.* from moving join revision on revision.subject_id = moving.id
      where revision.chain_id not in (${eventId}, 'register') and revision.at <= ${at}
    )
    select told.chain_id as "chainId", told.number, told.at, told.action, told.subject_kind as "subjectKind",
      told.subject_id as "subjectId", told.version, content.fields
    from told join revision_content content on content.revision_id = told.id`;
  return rows.map(toFolded);
}

/**
 * What the register told until an instant of these claimants and reports, of the bodies that those belonged to, and of
 * the publications of all of them. One query.
 */
export async function readRegister(
  claimantsAndReports: readonly string[],
  at: Date,
): Promise<FoldedRevision[]> {
  const rows = await db().$queryRaw<Row[]>`
    with recursive named(id) as (
      select unnest(${[...claimantsAndReports]}::uuid[])
      union
      select (field.value ->> 'after')::uuid
      from named join revision on revision.subject_id = named.id and revision.at <= ${at}
        join revision_content content on content.revision_id = revision.id
        cross join lateral jsonb_each(content.fields) field
      where revision.chain_id = 'register'
        and field.key in ('parentId', 'publicationId', 'viaPublicationId') and field.value ->> 'after' is not null
    )
    select revision.chain_id as "chainId", revision.number, revision.at, revision.action,
      revision.subject_kind as "subjectKind", revision.subject_id as "subjectId", revision.version, content.fields
    from named join revision on revision.subject_id = named.id and revision.at <= ${at}
      join revision_content content on content.revision_id = revision.id
    where revision.chain_id = 'register'`;
  return rows.map(toFolded);
}

function toFolded({ at, ...row }: Row): FoldedRevision {
  return { ...row, at: at.getTime() };
}
