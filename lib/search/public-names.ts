import "server-only";
import { Prisma } from "../../prisma/generated/client";
import { NAMES, type RankedMatch, selectMatches } from "./matching-records";

export type PublicNamedKind = "event" | "claimant" | "publication";

const PUBLISHED = Prisma.sql`c.record_status = 'published' and c.merged_into_id is null
  and e.record_status = 'published' and e.merged_into_id is null`;

/**
 * Which of the found records, "n", are public (R34)? The gate of lib/publishing/gate.ts as far as it keeps the list
 * short: who reads their names asks the gate itself.
 */
const PUBLIC: Record<PublicNamedKind, Prisma.Sql> = {
  event: Prisma.sql`
    select e.id from event e where e.id = n.id and e.record_status = 'published' and e.merged_into_id is null`,
  claimant: Prisma.sql`
    select k.id from claimant k where k.id = n.id and k.merged_into_id is null and (
      exists (select from claim c join event e on e.id = c.event_id where c.claimant_id = k.id and ${PUBLISHED})
      or exists (select from claimant m join claim c on c.claimant_id = m.id join event e on e.id = c.event_id
        where m.parent_id = k.id and ${PUBLISHED}))`,
  publication: Prisma.sql`
    select p.id from publication p where p.id = n.id and p.merged_into_id is null and exists (
      select from report r join attribution a on a.report_id = r.id join claim c on c.id = a.claim_id
        join event e on e.id = c.event_id
      where r.publication_id = p.id and a.published_at is not null and ${PUBLISHED})`,
};

/** The public records of which a name resembles what was typed, the best first. One query. */
export function listPublicNames(kind: PublicNamedKind, typed: string, limit: number): Promise<RankedMatch[]> {
  return selectMatches(typed, NAMES[kind](null), PUBLIC[kind], Prisma.sql`false`, limit);
}
