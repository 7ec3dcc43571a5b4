import "server-only";
import { Prisma } from "../../prisma/generated/client";
import { publishedClaimSql, publishedEventSql } from "../publishing/gate-sql";
import { NAMES, type RankedMatch, selectMatchesOf } from "./matching-records";

type PublicNamedKind = "event" | "claimant" | "publication";

/**
 * Which of the found records, "n", are public (R34)? The gate of lib/publishing/gate.ts as far as it keeps the list
 * short: who reads their names asks the gate itself.
 */
const PUBLIC: Record<PublicNamedKind, Prisma.Sql> = {
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
 * The public records of which a name resembles what was typed, the best first, by kind. A transaction of one question,
 * and another for the kinds of which it found few.
 */
export async function listPublicNames(
  typed: string,
  limit: number,
): Promise<Record<PublicNamedKind, RankedMatch[]>> {
  const kinds = ["event", "claimant", "publication"] as const;
  const [event = [], claimant = [], publication = []] = await selectMatchesOf(
    typed,
    kinds.map((kind) => ({ names: NAMES[kind](null), standing: PUBLIC[kind], near: null })),
    limit,
  );
  return { event, claimant, publication };
}
