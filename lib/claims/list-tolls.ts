import "server-only";
import type { Prisma } from "../../prisma/generated/client";
import { db } from "../db/client";
import { groupBy } from "../group-by";
import { measureSelect } from "../measures/measures";
import { published, publishedAttribution, publishedEvent } from "../publishing/gate";
import type { MeasureKind } from "../vocabulary";
import { figureSelect } from "./figures";
import { listPublishedRefs } from "./published-refs";
import { claimantSelect } from "./refs";
import type { TollView } from "./toll-types";
import { accountsIn, type Found, toTollView } from "./toll-view";
import type { ClaimRef } from "./types";

/** So many events are told, and of each so many figures, the latest ones. */
export const TOLL_EVENTS_MAX = 20;
const FIGURES_MAX = 100;
/** So many figures stand beside an account. */
const BESIDE_MAX = 12;

const claimSelect = {
  ...figureSelect,
  publicId: true,
  eventId: true,
  claimant: { select: claimantSelect },
  measure: { select: measureSelect },
  wordingLanguage: true,
  wordingTranslation: true,
  wordingTranslatedBy: true,
  isForecast: true,
  statedEdtf: true,
  statedZone: true,
  asOfEdtf: true,
  asOfZone: true,
} as const satisfies Prisma.ClaimSelect;

export type TollClaim = Prisma.ClaimGetPayload<{ select: typeof claimSelect }>;

const eventSelect = {
  id: true,
  slug: true,
  title: true,
  occurredEdtf: true,
  occurredEarliest: true,
  occurredLatest: true,
  occurredZone: true,
  parties: { select: { claimantId: true, side: true }, where: { side: { not: null } } },
} as const satisfies Prisma.EventSelect;

export type TollEvent = Prisma.EventGetPayload<{ select: typeof eventSelect }>;

const linkSelect = {
  kind: true,
  state: true,
  fromClaimId: true,
  toClaimId: true,
  downwardReason: true,
  note: true,
} as const satisfies Prisma.ClaimLinkSelect;

export type TollLinkRow = Prisma.ClaimLinkGetPayload<{ select: typeof linkSelect }>;

const reasonSelect = {
  claimId: true,
  downwardReason: true,
  report: { select: { publicId: true, publication: { select: { name: true } } } },
} as const satisfies Prisma.AttributionSelect;

export type ReasonRow = Prisma.AttributionGetPayload<{ select: typeof reasonSelect }>;

/**
 * How the figures of a claimant changed, event by event, the latest event first: wherever it has, itself and not by its
 * members, two published figures of one measure, or two that an accepted link joins (R18-R23). At most 20 events, and
 * of each the 100 latest figures. Errors of our own entering are left out. A bounded number of queries, whatever there is.
 */
export async function listTolls(claimantSlug: string): Promise<TollView[]> {
  const selected = await selectOwn(claimantSlug);
  if (selected.length === 0) return [];
  const ids = selected.map(({ id }) => id);

  const [claims, events, links, reasons] = await Promise.all([
    listClaimRows(ids),
    listEventRows([...new Set(selected.map(({ eventId }) => eventId))]),
    listLinks(ids),
    listReasons(ids),
  ]);
  const found: Found = {
    claims: groupBy(claims, ({ eventId }) => eventId),
    counts: new Map(selected.map(({ eventId, count }) => [eventId, count])),
    links,
    reasons: groupBy(reasons, ({ claimId }) => claimId),
    refs: await listPublishedRefs(outsiders(links, ids)),
  };
  const accounts = events.map((event) => accountsIn(event, found));
  const beside = await listBeside(accounts.flat());
  return events.flatMap((event, at) => toTollView(event, accounts[at] ?? [], found, beside) ?? []);
}

type Selected = { id: string; eventId: string; count: number };

/** Which figures of this claimant are told: in which events can they make an account, and which are the latest there? */
function selectOwn(slug: string): Promise<Selected[]> {
  return db().$queryRaw<Selected[]>`
    with own as (
      select c.id, c.event_id, c.measure_id, c.lane, c.number,
        coalesce(c.as_of_earliest, c.stated_earliest) as moment, e.occurred_latest
      from claim c join event e on e.id = c.event_id
      where c.record_status = 'published' and c.merged_into_id is null and e.record_status = 'published'
        and c.type = 'figure' and c.lifecycle <> 'entry_error'
        and c.claimant_id = (select id from claimant where slug = ${slug})
    ), told as (
      select distinct own.event_id, own.occurred_latest from own
      where (own.event_id, own.measure_id, own.lane) in (
          select event_id, measure_id, lane from own group by event_id, measure_id, lane having count(*) > 1)
        or exists (
          select from claim_link l join own older on older.id = l.to_claim_id
          where l.from_claim_id = own.id and l.state = 'accepted' and l.kind in ('supersedes', 'replaces'))
      order by own.occurred_latest desc, own.event_id desc
      limit ${TOLL_EVENTS_MAX}
    ), placed as (
      select own.id, own.event_id, count(*) over (partition by own.event_id)::int as count,
        row_number() over (partition by own.event_id order by own.moment desc, own.number desc) as place
      from own join told on told.event_id = own.event_id
    )
    select id, event_id as "eventId", count from placed where place <= ${FIGURES_MAX}`;
}

function listClaimRows(ids: readonly string[]): Promise<TollClaim[]> {
  return db().claim.findMany({
    where: { id: { in: [...ids] }, ...published },
    select: claimSelect,
    orderBy: [{ statedEarliest: "asc" }, { statedLatest: "asc" }, { number: "asc" }, { id: "asc" }],
  });
}

function listEventRows(ids: readonly string[]): Promise<TollEvent[]> {
  return db().event.findMany({
    where: { id: { in: [...ids] }, ...publishedEvent },
    select: eventSelect,
    orderBy: [{ occurredLatest: "desc" }, { id: "desc" }],
  });
}

/** Accepted links of every kind that tells where a figure went or came from; of successions also the declined ones. */
function listLinks(ids: readonly string[]): Promise<TollLinkRow[]> {
  const own = { in: [...ids] };
  return db().claimLink.findMany({
    where: {
      AND: [
        { OR: [{ fromClaimId: own }, { toClaimId: own }] },
        {
          OR: [
            { state: "accepted", kind: { in: ["supersedes", "replaces", "passed_on_from"] } },
            { state: "declined", kind: "supersedes" },
          ],
        },
      ],
      fromClaim: published,
      toClaim: published,
    },
    select: linkSelect,
    orderBy: { id: "asc" },
  });
}

/** Why a figure fell, by each report that says so (R20). */
function listReasons(ids: readonly string[]): Promise<ReasonRow[]> {
  return db().attribution.findMany({
    where: { ...publishedAttribution, claimId: { in: [...ids] }, downwardReason: { not: null } },
    select: reasonSelect,
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
}

function outsiders(links: readonly TollLinkRow[], ids: readonly string[]): string[] {
  const own = new Set(ids);
  return links.flatMap(({ fromClaimId, toClaimId }) => [fromClaimId, toClaimId]).filter((id) => !own.has(id));
}

export type Beside = { rows: TollClaim[]; count: number };
type SelectedBeside = { account: string; id: string; count: number };

/** What stands beside each account, by the account's key. */
async function listBeside(
  accounts: readonly { key: string; eventId: string; claimIds: string[]; kinds: MeasureKind[] }[],
): Promise<Map<string, Beside>> {
  // For each account: which current figures of the same event count one of its kinds and are not of it, the first
  // stated first, and how many are there?
  const selected = await db().$queryRaw<SelectedBeside[]>`
    select account.key as account, other.id, other.count
    from unnest(
        ${accounts.map(({ key }) => key)}::text[],
        ${accounts.map(({ eventId }) => eventId)}::uuid[],
        ${accounts.map(({ claimIds }) => claimIds.join(","))}::text[],
        ${accounts.map(({ kinds }) => kinds.join(","))}::text[]
      ) as account(key, event_id, claim_ids, kinds)
      cross join lateral (
        select c.id, count(*) over ()::int as count, c.stated_earliest, c.stated_latest, c.number
        from claim c join event e on e.id = c.event_id join measure m on m.id = c.measure_id
        where c.event_id = account.event_id and c.record_status = 'published' and e.record_status = 'published'
          and c.merged_into_id is null and c.lifecycle = 'current' and c.standing <> 'disowned'
          and m.kinds && string_to_array(account.kinds, ',')::measure_kind[]
          and c.id <> all(string_to_array(account.claim_ids, ',')::uuid[])
        order by c.stated_earliest, c.stated_latest, c.number, c.id
        limit ${BESIDE_MAX}
      ) other`;
  const rows = await listClaimRows([...new Set(selected.map(({ id }) => id))]);
  return new Map(
    [...groupBy(selected, ({ account }) => account)].map(([key, own]) => {
      const ids = new Set(own.map(({ id }) => id));
      return [key, { rows: rows.filter(({ id }) => ids.has(id)), count: own[0]?.count ?? 0 }];
    }),
  );
}

export type TollRefs = ReadonlyMap<string, ClaimRef>;
