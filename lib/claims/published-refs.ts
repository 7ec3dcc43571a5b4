import "server-only";
import { db } from "../db/client";
import { published } from "../publishing/gate";
import { claimRefSelect, toClaimRef } from "./refs";
import type { ClaimRef } from "./types";

/** What names each of these claims, by id; those that are not public are left out (R34). */
export async function listPublishedRefs(ids: readonly string[]): Promise<Map<string, ClaimRef>> {
  if (ids.length === 0) return new Map();
  const rows = await db().claim.findMany({
    where: { id: { in: [...new Set(ids)] }, ...published },
    select: claimRefSelect,
  });
  return new Map(rows.map((row) => [row.id, toClaimRef(row)]));
}
