import "server-only";
import type { Actor } from "../auth/actor";
import { authorise, can } from "../auth/authorise";
import { db } from "../db/client";
import { ROLES } from "../vocabulary";
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

const ASSIGNEES_MAX = 200;

/** The colleagues who can be given a claim to review, by name; at most two hundred, and not the actor. */
export async function listAssignees(actor: Actor): Promise<{ id: string; name: string }[]> {
  authorise(actor, "claim:assign");
  return db().actor.findMany({
    where: {
      id: { not: actor.id },
      kind: "person",
      suspendedAt: null,
      role: { in: ROLES.filter((role) => can(role, "claim:review")) },
      user: { isNot: null },
    },
    select: { id: true, name: true },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: ASSIGNEES_MAX,
  });
}
