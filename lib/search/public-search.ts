import "server-only";
import { listClaimRows } from "../claims/list-claims";
import { db } from "../db/client";
import { isStatementTimeout } from "../db/constraint";
import { LOOSE, setSimilarity } from "./matching-records";
import {
  askNamed,
  hasName,
  type NamedRows,
  toFoundClaimants,
  toFoundEvents,
  toFoundPublications,
} from "./public-names";
import { askWorded, findKnown, listFoundReports, type Worded } from "./public-texts";
import type { Found, SearchResults } from "./public-types";
import { wordsIn } from "./words";

/** So many of each kind are shown. */
const SHOWN_MAX = 6;

/** For what resembles a little, which may be much: longer than any search that ends takes. */
const TIMEOUT_MS = 1_500;

/**
 * What readers find for what was typed, by kind, the best first: events, claimants and publications by a name, or, where
 * none is named so, by one that resembles it; claims by their words, reports by their titles; a claim or a report also by
 * its public id, a report by its address. Only what is public (R34). Null where it would take too long. At most fourteen
 * queries.
 */
export async function searchPublic(asked: string): Promise<SearchResults | null> {
  // What no text in the database can hold.
  const typed = asked.replace(/[\p{Cc}\p{Cs}]/gu, " ");
  const limit = SHOWN_MAX + 1;
  try {
    const [known, { named, worded }] = await Promise.all([findKnown(typed), find(typed, limit)]);
    const [claims, reports] = await Promise.all([
      listClaimRows(known.claims ?? worded.claims),
      known.reports ?? listFoundReports(worded.reports, limit),
    ]);
    return {
      events: shown(toFoundEvents(named.events)),
      claimants: shown(toFoundClaimants(named.claimants)),
      publications: shown(toFoundPublications(named.publications)),
      claims: shown(claims),
      reports: shown(reports),
    };
  } catch (error) {
    if (isStatementTimeout(error)) return null;
    throw error;
  }
}

async function find(typed: string, limit: number): Promise<{ named: NamedRows; worded: Worded }> {
  const [[named], [worded]] = await Promise.all([askNamed(typed, limit), askWorded(wordsIn(typed), limit)]);
  const found = { named: named as NamedRows, worded: worded as Worded };
  if (hasName(found.named)) return found;
  const [, [similar]] = await db().$transaction([setSimilarity(LOOSE, TIMEOUT_MS), askNamed(typed, limit)]);
  return { ...found, named: similar as NamedRows };
}

function shown<T>(rows: readonly T[]): Found<T> {
  return { rows: rows.slice(0, SHOWN_MAX), hasMore: rows.length > SHOWN_MAX };
}
