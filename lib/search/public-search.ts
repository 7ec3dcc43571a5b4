import "server-only";
import { listClaimRows } from "../claims/list-claims";
import { isStatementTimeout } from "../db/constraint";
import { describeNamed } from "./describe-named";
import { listPublicNames } from "./public-names";
import { findTexts } from "./public-texts";
import type { Found, SearchResults } from "./public-types";

/** So many of each kind are shown. */
const SHOWN_MAX = 6;

/**
 * What readers find for what was typed, by kind, the best first: events, claimants and publications by a name that
 * resembles it, claims by their words, reports by their titles; a claim or a report also by its public id, a report by
 * its address. Only what is public (R34). Null where it would take too long. At most fourteen queries.
 */
export async function searchPublic(asked: string): Promise<SearchResults | null> {
  // What no text in the database can hold.
  const typed = asked.replace(/[\p{Cc}\p{Cs}]/gu, " ");
  const limit = SHOWN_MAX + 1;
  try {
    const [{ events, claimants, publications }, { claims, reports }] = await Promise.all([
      listPublicNames(typed, limit).then(describeNamed),
      findTexts(typed, limit).then(async (found) => ({
        ...found,
        claims: await listClaimRows(found.claims),
      })),
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

function shown<T>(rows: readonly T[]): Found<T> {
  return { rows: rows.slice(0, SHOWN_MAX), hasMore: rows.length > SHOWN_MAX };
}
