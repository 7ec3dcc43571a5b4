import "server-only";
import { Prisma } from "../../prisma/generated/client";
import type { Transaction } from "../db/client";

/** So many claims that are in the way are named, and one more is looked for. */
const NAMED_MAX = 10;

/**
 * The claims of an import on which something else was built: by their public ids, the first logged first, at most one
 * more than are named. `among`: only these.
 */
export async function listInTheWay(
  tx: Transaction,
  importId: string,
  among: readonly string[] | null = null,
): Promise<string[]> {
  const these = among === null ? Prisma.empty : Prisma.sql`and c.id = any(${among}::uuid[])`;
  const rows = await tx.$queryRaw<{ publicId: string }[]>`
    select c.public_id as "publicId"
    from imported_record r join claim c on c.id = r.record_id
    where r.import_id = ${importId}::uuid and r.kind = 'claim' and c.record_status <> 'archived' ${these}
      and (c.version > r.version or c.record_status not in ('draft', 'submitted') or c.merged_into_id is not null
        or exists (select from claim_link l where l.from_claim_id = c.id or l.to_claim_id = c.id)
        or exists (select from claim m where m.merged_into_id = c.id or m.relative_to_id = c.id)
        or (r.is_new and exists (
          select from attribution a where a.claim_id = c.id and (a.version > 1 or a.created_at > c.logged_at)))
        or exists (select from assignment s where s.claim_id = c.id and s.assignee_id is not null)
        or exists (select from proposal p where p.claim_id = c.id)
        or exists (select from assessment t where t.claim_id = c.id)
        or exists (select from note n where n.subject_kind = 'claim' and n.subject_id = c.id))
    order by c.event_id, c.number limit ${NAMED_MAX + 1}`;
  return rows.map(({ publicId }) => publicId);
}

/** A sentence that names them. */
export function inTheWay(publicIds: readonly string[]): string {
  const named = publicIds.slice(0, NAMED_MAX).join(", ");
  const more = publicIds.length > NAMED_MAX ? " and more" : "";
  return `Something was built on what this import put on file: see claims ${named}${more}.`;
}
