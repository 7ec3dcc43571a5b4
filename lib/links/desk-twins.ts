import "server-only";
import type { Actor } from "../auth/actor";
import { authorise } from "../auth/authorise";
import { claimRefSelect, toClaimRef } from "../claims/refs";
import type { ClaimRef } from "../claims/types";
import { db } from "../db/client";

/** A claim that another may be the same as. */
export type DeskTwin = ClaimRef & { id: string; version: number; statement: string | null };

const TWINS_MAX = 100;

/** The claims of one event, claimant and measure, or topic, that this one may be a duplicate of (R27, R28). */
export async function listTwins(actor: Actor, publicId: string): Promise<DeskTwin[]> {
  authorise(actor, "claim:log");
  const claim = await db().claim.findUnique({ where: { publicId } });
  if (!claim || claim.mergedIntoId !== null || claim.lifecycle !== "current") return [];
  const { id, eventId, type, claimantId, measureId, topic, recordStatus } = claim;
  if (recordStatus === "archived") return [];
  const rows = await db().claim.findMany({
    where: {
      id: { not: id },
      ...{ eventId, type, claimantId, measureId, topic },
      mergedIntoId: null,
      lifecycle: { not: "entry_error" },
      recordStatus: recordStatus === "published" ? recordStatus : { not: "archived" },
    },
    select: { ...claimRefSelect, version: true },
    orderBy: [{ statedEarliest: "desc" }, { id: "desc" }],
    take: TWINS_MAX,
  });
  return rows.map((row) => ({
    ...toClaimRef(row),
    id: row.id,
    version: row.version,
    statement: row.qualifier === null ? row.wording : null,
  }));
}
