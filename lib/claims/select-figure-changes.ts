import "server-only";
import type { ChangeKind } from "../claimants/rules";
import { db } from "../db/client";
import type { DownwardReason, Qualifier, Reading } from "../vocabulary";

/** The numbers of a figure, without its words. */
export type SaidNumbers = {
  qualifier: Qualifier | null;
  low: number | null;
  high: number | null;
  central: number | null;
  reading: Reading | null;
};

/** One change, by the claims between which it is; `note` and `reason` are of the decision. */
export type SelectedChange = {
  id: string;
  at: Date;
  kind: ChangeKind;
  reason: DownwardReason | null;
  note: string | null;
  fromId: string;
  toId: string | null;
  from: SaidNumbers;
  to: SaidNumbers | null;
};

/**
 * For every figure of this claimant that is public and was not entered in error: what took its place by an accepted
 * decision, and which public record says that it was taken back or denied? The latest stated, or recorded, first.
 */
export function selectFigureChanges(slug: string): Promise<SelectedChange[]> {
  return db().$queryRaw<SelectedChange[]>`
    with own as (
      select c.id, c.event_id, c.lifecycle, c.standing from claim c join event e on e.id = c.event_id
      where c.record_status = 'published' and c.merged_into_id is null
        and e.record_status = 'published' and e.merged_into_id is null
        and c.type = 'figure' and c.lifecycle <> 'entry_error'
        and c.claimant_id = (select id from claimant where slug = ${slug})
    ), moved as (
      select l.id, newer.stated_earliest as at, l.downward_reason, l.note, own.id as from_id, newer.id as to_id,
        case when l.kind = 'replaces' then 'replaced' when own.lifecycle = 'corrected' then 'corrected'
          else 'superseded' end as kind
      from own join claim_link l on l.to_claim_id = own.id
        join claim newer on newer.id = l.from_claim_id and newer.event_id = own.event_id
      where l.state = 'accepted' and l.kind in ('supersedes', 'replaces')
        and newer.record_status = 'published' and newer.merged_into_id is null
        and newer.type = 'figure' and newer.lifecycle <> 'entry_error'
    ), taken_back as (
      select distinct on (own.id, k.kind) k.id, k.corrected_at as at, null::downward_reason as downward_reason,
        null as note, own.id as from_id, null::uuid as to_id,
        case when k.kind = 'disowned' then 'disowned' else 'withdrawn' end as kind
      from own join correction k on k.claim_id = own.id and k.published_at is not null
      where (k.kind = 'disowned' and own.standing = 'disowned')
        or (k.kind = 'retraction' and own.lifecycle = 'retracted')
        or (k.kind = 'correction' and own.lifecycle = 'corrected'
          and own.id not in (select from_id from moved where kind = 'corrected'))
      order by own.id, k.kind, k.corrected_at desc, k.id desc
    ), change as (select * from moved union all select * from taken_back)
    select change.id, change.at, change.kind, change.downward_reason as reason, change.note,
      change.from_id as "fromId", change.to_id as "toId",
      jsonb_build_object('qualifier', f.qualifier, 'low', f.low, 'high', f.high, 'central', f.central,
        'reading', f.reading) as "from",
      case when t.id is not null then jsonb_build_object('qualifier', t.qualifier, 'low', t.low, 'high', t.high,
        'central', t.central, 'reading', t.reading) end as "to"
    from change join claim f on f.id = change.from_id left join claim t on t.id = change.to_id
    order by change.at desc, change.id desc`;
}
