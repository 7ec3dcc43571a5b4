import "server-only";
import type { Actor } from "../auth/actor";
import { authorise } from "../auth/authorise";
import { db } from "../db/client";
import type { AssignmentView } from "./types";

/** Who has a claim in hand, for its page on the desk. Version 0 where nobody ever had it. */
export async function findAssignment(actor: Actor, claimId: string): Promise<AssignmentView> {
  authorise(actor, "queue:read");
  const found = await db().assignment.findUnique({
    where: { claimId },
    select: { version: true, assigneeId: true, assignee: { select: { name: true } } },
  });
  if (!found) return { assigneeId: null, assigneeName: null, version: 0 };
  const { version, assigneeId, assignee } = found;
  return { assigneeId, assigneeName: assignee?.name ?? null, version };
}
