import "server-only";
import { Prisma } from "../../prisma/generated/client";
import { db } from "../db/client";
import { fold } from "../quantity/wording/fold";
import { selectMatches } from "./matching-records";
import type { Match } from "./types";

/**
 * The claims of an event by what is remembered of them: those of a figure with that number first, then those whose
 * wording, translation or claimant resembles what was typed.
 */
export async function listMatchingClaims(
  typed: string,
  eventId: string | null,
  limit: number,
): Promise<Match[]> {
  if (!eventId) return [];
  const [numbered, worded] = await Promise.all([
    listNumbered(typed, eventId, limit),
    listWorded(typed, eventId, limit),
  ]);
  const known = new Set(numbered.map(({ id }) => id));
  return [...numbered, ...worded.filter(({ id }) => !known.has(id))].slice(0, limit);
}

async function listNumbered(typed: string, eventId: string, limit: number): Promise<Match[]> {
  const n = numberIn(typed);
  if (n === null) return [];
  const claims = await db().claim.findMany({
    where: {
      eventId,
      recordStatus: { not: "archived" },
      mergedIntoId: null,
      OR: [{ low: n }, { high: n }, { central: n }],
    },
    select: { id: true },
    orderBy: { number: "desc" },
    take: limit,
  });
  return claims.map(({ id }) => ({ id, matched: null }));
}

// "1,200", "1 200" and "١٢٠٠" are one number, with or without words around it.
function numberIn(typed: string): number | null {
  const digits = /\d{1,3}(?:[.,' ]\d{3})+(?!\d)|\d{1,15}/.exec(fold(typed).text)?.[0];
  return digits === undefined ? null : Number(digits.replace(/\D/g, ""));
}

function listWorded(typed: string, eventId: string, limit: number): Promise<Match[]> {
  const words = Prisma.sql`
    select id, wording as name, search_name(wording) as search_name, true as "isLabel"
    from claim where event_id = ${eventId}::uuid
    union all select id, wording_translation, search_name(wording_translation), false
    from claim where event_id = ${eventId}::uuid
    union all select claim.id, claimant.name, claimant.search_name, true
    from claim join claimant on claimant.id = claim.claimant_id where event_id = ${eventId}::uuid`;
  const standing = Prisma.sql`select id from claim where record_status <> 'archived' and merged_into_id is null`;
  return selectMatches(typed, words, standing, null, limit);
}
