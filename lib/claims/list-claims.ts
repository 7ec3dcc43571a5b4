import "server-only";
import { Prisma } from "../../prisma/generated/client";
import { db } from "../db/client";
import { readCursor, writeCursor } from "../db/cursor";
import { columnsOf, withDates } from "../db/json-rows";
import { PREPARED } from "../db/statement-name";
import { publishedClaimSql } from "../publishing/gate-sql";
import { toQuantity } from "./figures";
import { matchingClaims } from "./matching-claims";
import { claimantSelect, statedOf, toClaimantRef, wordingOf } from "./refs";
import type { ListClaims } from "./schema";
import type { ClaimRow } from "./types";

/** One page of a list, with the cursors of its neighbours; null where there is none. */
export type ClaimsPage = { rows: ClaimRow[]; previous: string | null; next: string | null };

const rowSelect = {
  id: true,
  publicId: true,
  type: true,
  event: { select: { slug: true, title: true } },
  claimant: { select: claimantSelect },
  measure: { select: { label: true, kinds: true, unit: true } },
  wording: true,
  wordingLanguage: true,
  wordingTranslation: true,
  wordingTranslatedBy: true,
  qualifier: true,
  low: true,
  high: true,
  central: true,
  reading: true,
  topic: true,
  statedEdtf: true,
  statedEarliest: true,
  statedLatest: true,
  statedZone: true,
  publishedAt: true,
  reportCount: true,
  standing: true,
  verification: true,
  lifecycle: true,
  isContested: true,
  recordStatus: true,
} as const satisfies Prisma.ClaimSelect;

type Row = Prisma.ClaimGetPayload<{ select: typeof rowSelect }>;
type Match = { id: string; at: Date };

/**
 * One page of the published claims that fit all filters. Two queries, whatever the number of claims; reads no
 * more rows than the page shows and one.
 */
export async function listClaims(query: ListClaims, limit = 50): Promise<ClaimsPage> {
  const { matches, hasEarlier, hasLater } = await listMatches(query, limit);
  const rows = await listClaimRows(matches.map(({ id }) => id));
  const first = matches[0];
  const last = matches.at(-1);
  return {
    rows,
    previous: hasEarlier && first ? writeCursor(first) : null,
    next: hasLater && last ? writeCursor(last) : null,
  };
}

/** The rows of these published claims, in their order; those that are not public are left out (R34). One query. */
export async function listClaimRows(ids: readonly string[]): Promise<ClaimRow[]> {
  if (ids.length === 0) return [];
  const [found] = await db().$queryRaw<{ rows: object[] }[]>`
    ${Prisma.raw(PREPARED)}
    select coalesce(json_agg(r), '[]') as rows from (
      select ${columnsOf("c", rowSelect)},
        json_build_object('slug', e.slug, 'title', e.title) as event,
        json_build_object('slug', k.slug, 'name', k.name, 'kind', k.kind, 'parent', case when p.id is not null
          then json_build_object('slug', p.slug, 'name', p.name) end) as claimant,
        case when m.id is not null
          then json_build_object('label', m.label, 'kinds', m.kinds, 'unit', m.unit) end as measure
      from claim c join event e on e.id = c.event_id join claimant k on k.id = c.claimant_id
        left join claimant p on p.id = k.parent_id left join measure m on m.id = c.measure_id
      where c.id = any(${[...ids]}::uuid[]) and ${publishedClaimSql}) r`;
  const rows = withDates<Row>(found?.rows ?? [], rowSelect);
  const byId = new Map(rows.map((row) => [row.id, toClaimRow(row)]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

async function listMatches(query: ListClaims, limit: number) {
  const cursorText = query.before ?? query.after;
  const cursor = cursorText === null ? null : readCursor(cursorText);
  const isBackward = cursor !== null && query.before !== null;
  const found = await db().$queryRaw<Match[]>(matchingClaims(query, cursor, isBackward, limit + 1));
  const hasMore = found.length > limit;
  const matches = found.slice(0, limit);
  if (isBackward) matches.reverse();
  return {
    matches,
    hasEarlier: isBackward ? hasMore : cursor !== null,
    hasLater: isBackward ? true : hasMore,
  };
}

function toClaimRow(row: Row): ClaimRow {
  const quantity = toQuantity(row);
  return {
    publicId: row.publicId,
    type: row.type,
    event: row.event,
    claimant: toClaimantRef(row.claimant),
    figure:
      quantity && row.measure
        ? { quantity, measureLabel: row.measure.label, kinds: row.measure.kinds, unit: row.measure.unit }
        : null,
    wording: wordingOf(row),
    topic: row.topic,
    stated: statedOf(row),
    reportCount: row.reportCount,
    standing: row.standing,
    verification: row.verification,
    lifecycle: row.lifecycle,
    isContested: row.isContested,
    recordStatus: row.recordStatus,
  };
}
