import "server-only";
import type { Actor } from "../auth/actor";
import { authorise } from "../auth/authorise";
import { db } from "../db/client";
import { claimRefSelect, toClaimRef } from "./refs";
import type { ClaimRef } from "./types";

/** What names each of these claims, by id, whatever its record status and that of its event. One query. */
export async function listDeskRefs(actor: Actor, ids: readonly string[]): Promise<Map<string, ClaimRef>> {
  authorise(actor, "claim:log");
  if (ids.length === 0) return new Map();
  const rows = await db().claim.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: claimRefSelect,
  });
  return new Map(rows.map((row) => [row.id, toClaimRef(row)]));
}
