import "server-only";
import { Prisma } from "../../prisma/generated/client";
import { db } from "../db/client";
import { columnsOf, withDates } from "../db/json-rows";
import { PREPARED } from "../db/statement-name";
import {
  isPublicClaimantSql,
  isPublicPublicationSql,
  publishedClaimSql,
  publishedEventSql,
} from "../publishing/gate-sql";
import { NAMES, type RankedMatch, similarOf } from "./matching-records";
import type { FoundClaimant, FoundEvent, FoundPublication, NameMatch } from "./public-types";

/** At this rank a name only resembles what was typed. */
const SIMILAR_RANK = 3;

const eventColumns = {
  slug: true,
  title: true,
  placeName: true,
  occurredEdtf: true,
  occurredEarliest: true,
  occurredLatest: true,
  occurredZone: true,
} as const satisfies Prisma.EventSelect;
const claimantColumns = { slug: true, name: true, kind: true } as const satisfies Prisma.ClaimantSelect;
const publicationColumns = { slug: true, name: true } as const satisfies Prisma.PublicationSelect;

type Ranked = Pick<RankedMatch, "matched" | "rank">;
type EventRow = Prisma.EventGetPayload<{ select: typeof eventColumns }> & Ranked;
type ClaimantRow = Prisma.ClaimantGetPayload<{ select: typeof claimantColumns }> & Ranked;
type PublicationRow = Prisma.PublicationGetPayload<{ select: typeof publicationColumns }> & Ranked;

/** The public records of which a name resembles what was typed, by kind, the best first. */
export type NamedRows = { events: EventRow[]; claimants: ClaimantRow[]; publications: PublicationRow[] };

/**
 * Which of the found records, "n", may be public? The gate (R34) as far as it keeps the list short: what is told of them is
 * asked by the gate itself.
 */
const PUBLIC: Record<"event" | "claimant" | "publication", Prisma.Sql> = {
  event: Prisma.sql`
    select e.id from event e where e.id = n.id and ${publishedEventSql("e")}`,
  claimant: Prisma.sql`
    select k.id from claimant k where k.id = n.id and k.merged_into_id is null and (
      exists (select from claim c join event e on e.id = c.event_id where c.claimant_id = k.id and ${publishedClaimSql})
      or exists (select from claimant m join claim c on c.claimant_id = m.id join event e on e.id = c.event_id
        where m.parent_id = k.id and ${publishedClaimSql}))`,
  publication: Prisma.sql`
    select p.id from publication p where p.id = n.id and p.merged_into_id is null and exists (
      select from report r join attribution a on a.report_id = r.id join claim c on c.id = a.claim_id
        join event e on e.id = c.event_id
      where r.publication_id = p.id and a.published_at is not null and ${publishedClaimSql})`,
};

/**
 * Asks for the public records (R34) of which a name is as similar to what was typed as the transaction says; outside of one
 * that says it, strictly so.
 */
export function askNamed(typed: string, limit: number): Prisma.PrismaPromise<NamedRows[]> {
  const found = (kind: keyof typeof PUBLIC) =>
    Prisma.sql`(${similarOf(typed, { names: NAMES[kind](null), standing: PUBLIC[kind], near: null }, limit)}) n`;
  return db().$queryRaw<NamedRows[]>`
    ${Prisma.raw(PREPARED)} select
      (select coalesce(json_agg(r), '[]') from (
        select n.matched, n.rank, ${columnsOf("e", eventColumns)}
        from ${found("event")} join event e on e.id = n.id where ${publishedEventSql("e")} order by n.place) r) as events,
      (select coalesce(json_agg(r), '[]') from (
        select n.matched, n.rank, ${columnsOf("k", claimantColumns)}
        from ${found("claimant")} join claimant k on k.id = n.id where ${isPublicClaimantSql} order by n.place) r
      ) as claimants,
      (select coalesce(json_agg(r), '[]') from (
        select n.matched, n.rank, ${columnsOf("p", publicationColumns)}
        from ${found("publication")} join publication p on p.id = n.id where ${isPublicPublicationSql}
        order by n.place) r) as publications`;
}

/** Is there one that is named so, or of which a word begins so? */
export function hasName({ events, claimants, publications }: NamedRows): boolean {
  return [...events, ...claimants, ...publications].some(({ rank }) => rank < SIMILAR_RANK);
}

export function toFoundEvents(rows: readonly EventRow[]): FoundEvent[] {
  return withDates<EventRow>(rows, eventColumns).map(({ slug, title, placeName, ...row }) => ({
    slug,
    title,
    placeName,
    occurred: {
      edtf: row.occurredEdtf,
      earliest: row.occurredEarliest.getTime(),
      latest: row.occurredLatest.getTime(),
      zone: row.occurredZone,
    },
    ...matchOf(row),
  }));
}

export function toFoundClaimants(rows: readonly ClaimantRow[]): FoundClaimant[] {
  return rows.map(({ slug, name, kind, ...row }) => ({ slug, name, kind, ...matchOf(row) }));
}

export function toFoundPublications(rows: readonly PublicationRow[]): FoundPublication[] {
  return rows.map(({ slug, name, ...row }) => ({ slug, name, ...matchOf(row) }));
}

function matchOf({ matched, rank }: Ranked): NameMatch {
  return { matched, isSimilar: rank >= SIMILAR_RANK };
}
