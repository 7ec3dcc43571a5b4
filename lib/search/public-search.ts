import "server-only";
import { listClaimRows } from "../claims/list-claims";
import { dateFrom } from "../dates/columns";
import { db } from "../db/client";
import { isStatementTimeout } from "../db/constraint";
import { publicClaimant, publicPublication, publicReport, publishedEvent } from "../publishing/gate";
import type { RankedMatch } from "./matching-records";
import { listPublicNames } from "./public-names";
import { listClaimsByWords, listReportsByWords } from "./public-texts";
import type {
  Found,
  FoundClaimant,
  FoundEvent,
  FoundPublication,
  FoundReport,
  NameMatch,
  SearchResults,
} from "./public-types";

/** So many of each kind are shown. */
const SHOWN_MAX = 6;

/** At this rank a name only resembles what was typed. */
const SIMILAR_RANK = 3;

/**
 * What readers find for what was typed, by kind, the best first: events, claimants and publications by a name that
 * resembles it, claims by their words, reports by their titles; a claim or a report also by its public id, a report by
 * its address. Only what is public (R34). Null where it would take too long. A bounded number of queries.
 */
export async function searchPublic(asked: string): Promise<SearchResults | null> {
  // What no text in the database can hold.
  const typed = asked.replace(/[\p{Cc}\p{Cs}]/gu, " ");
  const limit = SHOWN_MAX + 1;
  try {
    const [events, claimants, publications, claims, reports] = await Promise.all([
      listPublicNames("event", typed, limit).then(findEvents),
      listPublicNames("claimant", typed, limit).then(findClaimants),
      listPublicNames("publication", typed, limit).then(findPublications),
      listClaimsByWords(typed, limit).then(listClaimRows),
      listReportsByWords(typed, limit).then(findReports),
    ]);
    return {
      events: shown(events),
      claimants: shown(claimants),
      publications: shown(publications),
      claims: shown(claims),
      reports: shown(reports),
    };
  } catch (error) {
    if (isStatementTimeout(error)) return null;
    throw error;
  }
}

function shown<T>(rows: T[]): Found<T> {
  return { rows: rows.slice(0, SHOWN_MAX), hasMore: rows.length > SHOWN_MAX };
}

async function findEvents(matches: readonly RankedMatch[]): Promise<FoundEvent[]> {
  const rows = await db().event.findMany({
    where: { id: { in: idsOf(matches) }, ...publishedEvent },
    select: {
      id: true,
      slug: true,
      title: true,
      placeName: true,
      occurredEdtf: true,
      occurredEarliest: true,
      occurredLatest: true,
      occurredZone: true,
    },
  });
  return inOrder(matches, rows, (row, match) => ({
    ...match,
    slug: row.slug,
    title: row.title,
    placeName: row.placeName,
    occurred: {
      edtf: row.occurredEdtf,
      earliest: row.occurredEarliest.getTime(),
      latest: row.occurredLatest.getTime(),
      zone: row.occurredZone,
    },
  }));
}

async function findClaimants(matches: readonly RankedMatch[]): Promise<FoundClaimant[]> {
  const rows = await db().claimant.findMany({
    where: { AND: [{ id: { in: idsOf(matches) } }, publicClaimant] },
    select: { id: true, slug: true, name: true, kind: true },
  });
  return inOrder(matches, rows, ({ slug, name, kind }, match) => ({ ...match, slug, name, kind }));
}

async function findPublications(matches: readonly RankedMatch[]): Promise<FoundPublication[]> {
  const rows = await db().publication.findMany({
    where: { AND: [{ id: { in: idsOf(matches) } }, publicPublication] },
    select: { id: true, slug: true, name: true },
  });
  return inOrder(matches, rows, ({ slug, name }, match) => ({ ...match, slug, name }));
}

async function findReports(ids: readonly string[]): Promise<FoundReport[]> {
  const rows = await db().report.findMany({
    where: { AND: [{ id: { in: [...ids] } }, publicReport] },
    select: {
      id: true,
      publicId: true,
      title: true,
      url: true,
      publishedEdtf: true,
      publishedEarliest: true,
      publishedLatest: true,
      publishedZone: true,
      publication: { select: { slug: true, name: true } },
    },
  });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    if (!row) return [];
    const { publicId, title, url, publication, publishedEdtf, publishedEarliest, publishedLatest } = row;
    const published = dateFrom(publishedEdtf, publishedEarliest, publishedLatest, row.publishedZone);
    return [{ publicId, title, url, publication, published }];
  });
}

function idsOf(matches: readonly RankedMatch[]): string[] {
  return matches.map(({ id }) => id);
}

/** The rows in the order of their matches; those that the gate kept back are left out. */
function inOrder<R extends { id: string }, T>(
  matches: readonly RankedMatch[],
  rows: readonly R[],
  tell: (row: R, match: NameMatch) => T,
): T[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return matches.flatMap(({ id, matched, rank }) => {
    const row = byId.get(id);
    return row ? [tell(row, { matched, isSimilar: rank >= SIMILAR_RANK })] : [];
  });
}
