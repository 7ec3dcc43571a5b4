import "server-only";
import { Prisma } from "../../prisma/generated/client";
import { db } from "../db/client";
import { canonicalUrl } from "../reports/rules";
import { listMatching, selectMatches } from "./matching-records";
import type { Match } from "./types";

/** Above this rank a publication only resembles what was typed, and its reports are not what is meant. */
const PUBLICATION_RANK_MAX = 2;
const PUBLICATIONS_MAX = 3;

/**
 * The report at a pasted address, known by its canonical form (R29); else those whose title resembles what was typed,
 * then the latest of a publication of that name.
 */
export async function listMatchingReports(typed: string, limit: number): Promise<Match[]> {
  const url = addressIn(typed);
  if (url) return (await listAt(url)).map(({ id }) => ({ id, matched: null }));

  const [titled, published] = await Promise.all([listTitled(typed, limit), listOfPublication(typed, limit)]);
  const known = new Set(titled.map(({ id }) => id));
  return [...titled, ...published.filter(({ id }) => !known.has(id))].slice(0, limit);
}

// People paste addresses without their beginning too; a title has spaces.
export function addressIn(typed: string): string | null {
  if (/\s/.test(typed)) return null;
  const url = /^https?:\/\//i.test(typed) ? typed : `https://${typed}`;
  if (!/^https?:\/\/[^/?#]+\.[^/?#]+[/?#]./i.test(url) || !URL.canParse(url)) return null;
  return canonicalUrl(url);
}

function listAt(canonical: string) {
  return db().report.findMany({ where: { canonicalUrl: canonical }, select: { id: true }, take: 1 });
}

function listTitled(typed: string, limit: number): Promise<Match[]> {
  const titles = Prisma.sql`select id, title as name, search_name, true as "isLabel" from report`;
  return selectMatches(typed, titles, Prisma.sql`select id from report`, null, limit);
}

async function listOfPublication(typed: string, limit: number): Promise<Match[]> {
  const matches = await listMatching("publication", typed, null, PUBLICATIONS_MAX);
  const ids = matches.filter(({ rank }) => rank <= PUBLICATION_RANK_MAX).map(({ id }) => id);
  if (ids.length === 0) return [];
  const reports = await db().report.findMany({
    where: { publicationId: { in: ids } },
    select: { id: true },
    orderBy: [{ publishedEarliest: { sort: "desc", nulls: "last" } }, { id: "desc" }],
    take: limit,
  });
  return reports.map(({ id }) => ({ id, matched: null }));
}
