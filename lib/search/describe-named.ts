import "server-only";
import { Prisma } from "../../prisma/generated/client";
import { db } from "../db/client";
import { columnsOf, withDates } from "../db/json-rows";
import { PREPARED } from "../db/statement-name";
import { isPublicClaimantSql, isPublicPublicationSql, publishedEventSql } from "../publishing/gate-sql";
import type { RankedMatch } from "./matching-records";
import type { FoundClaimant, FoundEvent, FoundPublication, NameMatch } from "./public-types";

/** At this rank a name only resembles what was typed. */
const SIMILAR_RANK = 3;

const eventColumns = {
  id: true,
  slug: true,
  title: true,
  placeName: true,
  occurredEdtf: true,
  occurredEarliest: true,
  occurredLatest: true,
  occurredZone: true,
} as const satisfies Prisma.EventSelect;
const claimantColumns = {
  id: true,
  slug: true,
  name: true,
  kind: true,
} as const satisfies Prisma.ClaimantSelect;
const publicationColumns = { id: true, slug: true, name: true } as const satisfies Prisma.PublicationSelect;

type Rows = {
  events: Prisma.EventGetPayload<{ select: typeof eventColumns }>[];
  claimants: Prisma.ClaimantGetPayload<{ select: typeof claimantColumns }>[];
  publications: Prisma.PublicationGetPayload<{ select: typeof publicationColumns }>[];
};
type Matches = Record<"event" | "claimant" | "publication", readonly RankedMatch[]>;

/** What readers see of records that were found by name, in their order; those that are not public are left out (R34). One query. */
export async function describeNamed(
  matches: Matches,
): Promise<{ events: FoundEvent[]; claimants: FoundClaimant[]; publications: FoundPublication[] }> {
  const [found] = await db().$queryRaw<Rows[]>`
    ${Prisma.raw(PREPARED)} select
      (select coalesce(json_agg(r), '[]') from (
        select ${columnsOf("e", eventColumns)} from event e
        where e.id = any(${idsOf(matches.event)}::uuid[]) and ${publishedEventSql("e")}) r) as events,
      (select coalesce(json_agg(r), '[]') from (
        select ${columnsOf("k", claimantColumns)} from claimant k
        where k.id = any(${idsOf(matches.claimant)}::uuid[]) and ${isPublicClaimantSql}) r) as claimants,
      (select coalesce(json_agg(r), '[]') from (
        select ${columnsOf("p", publicationColumns)} from publication p
        where p.id = any(${idsOf(matches.publication)}::uuid[]) and ${isPublicPublicationSql}) r) as publications`;
  const { events, claimants, publications } = found ?? { events: [], claimants: [], publications: [] };
  return {
    events: inOrder(matches.event, withDates<Rows["events"][number]>(events, eventColumns), toFoundEvent),
    claimants: inOrder(matches.claimant, claimants, ({ slug, name, kind }) => ({ slug, name, kind })),
    publications: inOrder(matches.publication, publications, ({ slug, name }) => ({ slug, name })),
  };
}

function toFoundEvent({ slug, title, placeName, ...row }: Rows["events"][number]) {
  return {
    slug,
    title,
    placeName,
    occurred: {
      edtf: row.occurredEdtf,
      earliest: row.occurredEarliest.getTime(),
      latest: row.occurredLatest.getTime(),
      zone: row.occurredZone,
    },
  };
}

function idsOf(matches: readonly RankedMatch[]): string[] {
  return matches.map(({ id }) => id);
}

function inOrder<R extends { id: string }, T>(
  matches: readonly RankedMatch[],
  rows: readonly R[],
  tell: (row: R) => T,
): (T & NameMatch)[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return matches.flatMap(({ id, matched, rank }) => {
    const row = byId.get(id);
    return row ? [{ ...tell(row), matched, isSimilar: rank >= SIMILAR_RANK }] : [];
  });
}
