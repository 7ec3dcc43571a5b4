import "server-only";
import { Prisma } from "../../prisma/generated/client";
import { db } from "../db/client";
import { columnsOf, withDates } from "../db/json-rows";
import { PREPARED } from "../db/statement-name";
import { publishedClaimSql } from "../publishing/gate-sql";
import { claimRefColumns, toClaimRef } from "./refs";
import type { ClaimRef } from "./types";

/** What names each of these claims, by id; those that are not public are left out (R34). One query. */
export async function listPublishedRefs(ids: readonly string[]): Promise<Map<string, ClaimRef>> {
  if (ids.length === 0) return new Map();
  const [found] = await db().$queryRaw<{ rows: object[] }[]>`
    ${Prisma.raw(PREPARED)}
    select coalesce(json_agg(r), '[]') as rows from (
      select ${columnsOf("c", claimRefColumns)}, json_build_object('slug', k.slug, 'name', k.name) as claimant
      from claim c join event e on e.id = c.event_id join claimant k on k.id = c.claimant_id
      where c.id = any(${[...new Set(ids)]}::uuid[]) and ${publishedClaimSql}) r`;
  const rows = withDates<Parameters<typeof toClaimRef>[0]>(found?.rows ?? [], claimRefColumns);
  return new Map(rows.map((row) => [row.id, toClaimRef(row)]));
}
