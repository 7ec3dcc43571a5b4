import type { Prisma } from "../../prisma/generated/client";
import type { QueueTab } from "./types";

/** What stands under each tab of the queue; never a claim that was found to be a duplicate of another. */
export const QUEUED = {
  submitted: { recordStatus: "submitted", mergedIntoId: null },
  in_review: { recordStatus: "in_review", mergedIntoId: null },
  returned: { recordStatus: "returned", mergedIntoId: null },
  stale: { staleSince: { not: null }, mergedIntoId: null },
  contested: { recordStatus: "published", lifecycle: "current", isContested: true, mergedIntoId: null },
} as const satisfies Record<QueueTab, Prisma.ClaimWhereInput>;

/** What stands under any tab of the queue. */
export const queued: Prisma.ClaimWhereInput = { OR: Object.values(QUEUED) };

/** The instant by which a tab is ordered. */
export function orderOf(tab: QueueTab): "statusSince" | "staleSince" {
  return tab === "stale" ? "staleSince" : "statusSince";
}
